"""One month of an account: what came in and what went out.

In a mode that shows one thing at a time the sums and the list are two pages; otherwise they are one.
"""

from __future__ import annotations

from datetime import date, datetime
from itertools import groupby

import msgspec

from accessibility import phrases
from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Action, Block, Choices, Fact, Field, Notice, Paragraph, Row, Rows, Screen, Tile
from accessibility.words import Words
from kiosk.journeys.amounts import amounts_on_screen, flow, left_to_the_eye, money, repayment
from kiosk.journeys.balances import account_words
from kiosk.journeys.balances.account import day_name
from kiosk.journeys.balances.freshness import freshness
from kiosk.journeys.balances.months import first_of, local_day, month_sum, months_from, newest_first
from kiosk.journeys.balances.search import found
from kiosk.journeys.category_words import category_icon, category_words
from kiosk.journeys.density import Part, one_thing_at_a_time, part
from kiosk.journeys.joining import hushed, joined, wholly
from kiosk.journeys.last_answers import Answer
from kiosk.journeys.steps import page_of
from kiosk.model.account import Account, Transaction
from kiosk.modes import Mode

MONTHS_BACK = 24
"""How far back one may go."""


class MonthView(msgspec.Struct, frozen=True):
    """What the pages of one month are made from."""

    account: Account
    month: date
    movements: Answer[tuple[Transaction, ...]]
    now: datetime
    shelf: int = 0
    """Page of the list, from 0."""
    sought: str = ""
    """What she searches for; empty for everything."""


def month_screen(words: Words, mode: Mode, view: MonthView) -> Screen:
    """The sums of the month; with the list under them where a page may hold more."""
    calm = one_thing_at_a_time(mode)
    blocks = _calm_month(words, view) if calm else _full_month(words, mode, view)
    several = bool(view.movements.value)
    return Screen(
        key="balances.month",
        lang=words.lang,
        mode=mode.key,
        heading=phrases.month(words, view.month, today=view.now.date()),
        quiet=account_words.title(words, view.account),
        blocks=(*freshness(words, view.movements), *blocks),
        guide=_month_guide(words, view) if calm else NOTHING,
        focus="list" if calm and several else "",
    )


def _calm_month(words: Words, view: MonthView) -> tuple[Block, ...]:
    """Two sums, and beside them one large button for the list and the months before and after."""
    sums, months = _sums(words, view), _month_tiles(words, view)
    if not view.movements.value:
        return (*sums, Paragraph(words.phrase("Nothing moved in this month.")), Choices(months))
    count = words.plural("{number} movement", "{number} movements", len(view.movements.value))
    each = Tile("list", _see_each(words), count, "list-bullets", filled=True)
    return (*sums, Choices((each, *months)))


def _month_guide(words: Words, view: MonthView) -> Phrase:
    if view.movements.value:
        return words.phrase("To see each one, press “{button}”.", button=_see_each(words))
    before, after = _beside(words, view)
    button = before or after
    return words.phrase("For another month, press “{button}”.", button=button.label) if button else NOTHING


def _see_each(words: Words) -> Phrase:
    return words.phrase("See each one")


def _full_month(words: Words, mode: Mode, view: MonthView) -> tuple[Block, ...]:
    return (*_sums(words, view), *_list(words, mode, view), Choices(_month_tiles(words, view)))


def _month_tiles(words: Words, view: MonthView) -> tuple[Tile, ...]:
    """The months before and after, as far as one may go, each with its name."""
    today = view.now.date()
    return tuple(
        Tile(button.key, button.label, phrases.month(words, months_from(view.month, step), today=today), button.icon)
        for button, step in zip(_beside(words, view), (-1, 1), strict=True)
        if button
    )


def _beside(words: Words, view: MonthView) -> tuple[Action | None, Action | None]:
    """The months before and after, as far as one may go."""
    this_month = first_of(view.now.date())
    before = Action("month:-1", words.phrase("The month before"), "caret-left")
    after = Action("month:+1", words.phrase("The month after"), "caret-right")
    return (
        before if months_from(view.month, -1) >= months_from(this_month, -MONTHS_BACK) else None,
        after if months_from(view.month, 1) <= this_month else None,
    )


def list_screen(words: Words, mode: Mode, view: MonthView) -> Screen:
    """Only the list, for a mode that shows one thing at a time."""
    blocks = _list(words, mode, view)
    month = phrases.month(words, view.month, today=view.now.date())
    beside = [button.key for block in blocks if isinstance(block, Rows) for button in _buttons(block)]
    loan = view.account.kind == "loan"
    back = words.phrase("To go back to the month, press “{button}”.", button=words.phrase("Back"))
    return Screen(
        key="balances.movements",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("What was paid back") if loan else words.phrase("In and out"),
        quiet=joined(words.lang, month, account_words.number(words, view.account)),
        blocks=(*freshness(words, view.movements), *blocks),
        guide=amounts_on_screen(words, back) if view.movements.value else back,
        focus=beside[-1] if beside else "",
    )


def _buttons(rows: Rows) -> tuple[Action, ...]:
    return tuple(button for button in (rows.earlier, rows.later) if button is not None)


def _sums(words: Words, view: MonthView) -> tuple[Fact, ...]:
    total = month_sum(view.movements.value, view.account.currency)
    unknown = NOTHING
    if total.unknown:
        unknown = words.plural("{number} amount is not known.", "{number} amounts are not known.", total.unknown)
    if view.account.kind == "loan":
        paid = Fact(words.phrase("Paid back"), money(words, total.money_in), note=unknown)
        # Translators: what a loan grew by in a month.
        added = Fact(words.phrase("Added to the loan"), money(words, total.money_out))
        return (paid, added) if total.money_out.amount else (paid,)
    return (
        Fact(words.phrase("Money in"), money(words, total.money_in)),
        Fact(words.phrase("Money out"), money(words, total.money_out), note=unknown),
    )


def _list(words: Words, mode: Mode, view: MonthView) -> tuple[Block, ...]:
    sought = view.sought if mode.content.search else ""
    matching = newest_first(found(words, view.movements.value, sought))
    shown = part(matching, view.shelf, mode.content.rows_per_page)
    search = _search(words, sought) if mode.content.search else ()
    if not shown.items:
        nothing = words.phrase("Nothing was found.") if sought else words.phrase("Nothing moved in this month.")
        return (*search, Rows((), empty=nothing))
    if one_thing_at_a_time(mode):
        return (_paged(words, tuple(_row(words, each, view, dated=True) for each in shown.items), NOTHING, shown),)
    return (*search, *_by_day(words, view, shown))


def _by_day(words: Words, view: MonthView, shown: Part[Transaction]) -> tuple[Rows, ...]:
    """A block for each day; the last one carries the buttons to the pages beside."""
    blocks = []
    for _, of_day in groupby(shown.items, key=lambda each: (each.day_known, local_day(each.at, view.now))):
        movements = tuple(of_day)
        rows = tuple(_row(words, movement, view, dated=False) for movement in movements)
        blocks.append(Rows(rows, heading=_day_of(words, movements[0], view)))
    last = blocks.pop()
    return (*blocks, _paged(words, last.rows, last.heading, shown))


def _paged(words: Words, rows: tuple[Row, ...], heading: Phrase, shown: Part[Transaction]) -> Rows:
    return Rows(
        rows=rows,
        heading=heading,
        earlier=Action("previous", words.phrase("Newer"), "caret-up") if shown.number else None,
        later=Action("next", words.phrase("Older"), "caret-down") if shown.number < shown.count - 1 else None,
        position=page_of(words, shown.number, shown.count),
    )


def _row(words: Words, movement: Transaction, view: MonthView, *, dated: bool) -> Row:
    money_in = movement.amount is not None and movement.amount.amount > 0
    day = _day_of(words, movement, view) if dated else NOTHING
    pending = words.phrase("not booked yet") if movement.pending else NOTHING
    return Row(
        title=category_words(words, movement.category),
        detail=joined(words.lang, day, hushed(movement.party or movement.text), pending),
        value=_value(words, movement, view),
        flow="" if movement.amount is None or view.account.kind == "loan" else "in" if money_in else "out",
        icon=category_icon(movement.category, money_in=money_in),
    )


def _value(words: Words, movement: Transaction, view: MonthView) -> Phrase:
    """The amount with its direction; of the two, the loudspeaker says the direction only."""
    money_in = movement.amount is not None and movement.amount.amount > 0
    if view.account.kind == "loan":
        way = words.text("paid back") if money_in else words.text("added")
        return left_to_the_eye(repayment(words, movement.amount), way)
    # Translators: said aloud in the place of "{amount} in" and "{amount} out", where others may hear
    way = words.text("money in") if money_in else words.text("money out")
    return left_to_the_eye(flow(words, movement.amount), way)


def _day_of(words: Words, movement: Transaction, view: MonthView) -> Phrase:
    if not movement.day_known:
        return words.phrase("day not known")
    return day_name(words, local_day(movement.at, view.now), view.now.date())


def _search(words: Words, sought: str) -> tuple[Block, ...]:
    """The field, and what was sought as a phrase, which unlike a field's own text can be covered."""
    field = Field(
        key="search",
        label=words.phrase("Search this month"),
        hint=words.phrase("A name, a kind or an amount"),
        accept=Action("search", words.phrase("Search"), "magnifying-glass"),
    )
    if not sought:
        return (field,)
    everything = Action("everything", words.phrase("Show everything"), "x")
    found_for = words.phrase("Found for “{what}”", what=hushed(sought))
    found_for = wholly(found_for, words.phrase("This is what was found."))
    return (field, Notice(found_for, "info", action=everything))
