"""The pages of an order. Declining stands first, is as large as going on, and nothing is chosen for her (CN-14)."""

from __future__ import annotations

from datetime import datetime

from accessibility import phrases
from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Block, Choices, Notice, Paragraph, Progress, Row, Rows, Screen, Tile
from accessibility.words import Words
from kiosk.journeys.adopt_words import RISKS, amounts_to_choose, months_of, name_of, or_nothing, still_s, until
from kiosk.journeys.amounts import money
from kiosk.journeys.joining import joined, wholly
from kiosk.journeys.questionnaire_words import level
from kiosk.journeys.steps import step_of
from kiosk.model.money import Money
from kiosk.model.order import Order, OrderTerms
from kiosk.modes import Mode

STEPS = 7
"""What · how much · costs · a bad year · time to think · the wait · the confirmation."""
DECLINE = "decline"


def what_screen(words: Words, mode: Mode, terms: OrderTerms, *, hidden: bool) -> Screen:
    """What it is, and why it fits her."""
    risk = words.phrase(RISKS[terms.risk_level])
    rows = (
        # Translators: how large the risk of a product is: very small, small, middling, large, very large
        Row(words.phrase("Its risk"), value=risk),
        Row(words.phrase("Your answers say"), value=level(words, terms.level)),
        Row(words.phrase("You get it back"), value=_term(words, terms)),
    )
    fits = words.phrase("Its risk is not above what your answers allow.")
    return _asking(
        words, mode, "what", 1, name_of(words, terms.names), (Rows(rows),), hidden=hidden,
        quiet=joined(words.lang, name_of(words, terms.issuer), fits),
    )  # fmt: skip


def amount_screen(words: Words, mode: Mode, terms: OrderTerms) -> Screen:
    """How much: a few amounts, none of them chosen for her."""
    tiles = tuple(
        Tile(f"amount:{each.amount:f}", money(words, each, whole=True), icon="coins")
        for each in amounts_to_choose(terms)
    )
    account = phrases.tail(words, terms.account)
    # Translators: {account} are the last figures of her account's number
    pays = words.phrase("It would come from your account ending in {account}.", account=account)
    return Screen(
        key="adopt.amount",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("How much would it be?"),
        quiet=wholly(pays, words.phrase("It would come from your own account.")),
        step=step_of(words, 2, STEPS),
        blocks=(Choices((_decline(words), *tiles)),),
        guide=words.phrase("Choose an amount, or leave it as it is."),
        focus=DECLINE,
    )


def cost_screen(words: Words, mode: Mode, terms: OrderTerms, amount: Money, *, hidden: bool) -> Screen:
    """What it costs a year, in money."""
    fee = terms.fee(amount)
    told = (
        words.phrase("It costs you {amount} a year.", amount=money(words, fee))
        if fee.amount
        else words.phrase("It costs you nothing.")
    )
    blocks: tuple[Block, ...] = (Paragraph(told, "lead"),)
    if fee.amount:
        blocks += (Paragraph(words.phrase("You pay this also in a bad year.")),)
    return _asking(words, mode, "cost", 3, words.phrase("What it costs"), blocks, hidden=hidden)


def worst_screen(words: Words, mode: Mode, terms: OrderTerms, amount: Money, *, hidden: bool) -> Screen:
    """A bad year in money, and in months of what she needs."""
    loss = terms.loss(amount)
    months = months_of(words, loss, terms.spending)
    if loss.amount:
        told = words.phrase("In a bad year you might lose {amount}.", amount=money(words, loss, whole=True))
        blocks: tuple[Block, ...] = (Paragraph(told, "lead"),)
        if months.shown:
            # Translators: {months} is such as "2 months of spending"
            blocks += (Paragraph(words.phrase("That is {months}.", months=months)),)
        blocks += (Paragraph(words.phrase("It could also be more. Nobody can promise.")),)
    elif terms.insured:
        blocks = (Paragraph(words.phrase("Here you do not lose money in a bad year."), "lead"),)
        if terms.term_months is not None:
            blocks += (Paragraph(words.phrase("If you need it earlier, you may get less interest.")),)
    else:
        blocks = (
            Paragraph(words.phrase("It has not lost money in a year so far."), "lead"),
            Paragraph(words.phrase("Nobody can promise that it stays so.")),
        )
    return _asking(words, mode, "worst", 4, words.phrase("A bad year"), blocks, hidden=hidden)


def cooling_screen(words: Words, mode: Mode, terms: OrderTerms, *, hidden: bool) -> Screen:
    """Time to think: what it is, and that no is a good answer."""
    hours = phrases.duration_s(words, terms.cooling_off_hours * 3600)
    blocks: list[Block] = [
        Paragraph(words.phrase("After you agree, nothing happens for {time}.", time=hours), "lead"),
        Paragraph(words.phrase("Until then you can cancel. You need no reason, and it costs nothing.")),
    ]
    if terms.needs_witness:
        blocks.append(Paragraph(words.phrase("Before that, a colleague goes through it with you.")))
    blocks.append(Paragraph(words.phrase("You may say no. That is fine too.")))
    # Translators: the first confirmation: the bank notes the wish, nothing is bought or paid yet
    note = Tile("on", words.phrase("Note it for me"), icon="pencil-simple")
    heading = words.phrase("Time to think")
    return _asking(words, mode, "cooling", 5, heading, tuple(blocks), hidden=hidden, yes=note)


def wait_screen(
    words: Words, mode: Mode, order: Order, left_s: float, whole_s: float, *, ready: bool, hidden: bool
) -> Screen:
    """What it is and what it might lose, and a wait that nobody can hurry: going on is there only when it is over."""
    wait = phrases.duration_s(words, still_s(left_s))
    share = 1.0 if ready else round(min(0.98, max(0.0, 1 - left_s / max(1.0, whole_s))), 2)
    told = (
        words.phrase("You can go on now, or say no.")
        if ready
        else words.phrase("Please take your time. You can go on in {time}.", time=wait)
        if left_s > 0
        else words.phrase("You can go on when all has been read to you.")
    )
    tiles = (_decline(words), *((_go_on(words),) if ready and not hidden else ()))
    return Screen(
        key="adopt.wait",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("Look at it once more"),
        step=step_of(words, 6, STEPS),
        blocks=(
            Rows(_all_of_it(words, order)[::2]),
            Progress(told, share),
            *_shown_first(words, hidden),
            Choices(tiles),
        ),
        focus=DECLINE,
        live=True,
    )


def confirm_screen(words: Words, mode: Mode, order: Order, *, hidden: bool) -> Screen:
    """The second confirmation."""
    yes = Tile("confirm", words.phrase("Yes, I want this"), icon="check-circle")
    return Screen(
        key="adopt.confirm",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("Do you want this?"),
        step=step_of(words, 7, STEPS),
        blocks=(
            Rows(_all_of_it(words, order)),
            Paragraph(words.phrase("Nobody may decide this for you.")),
            *_shown_first(words, hidden),
            Choices((_decline(words), *(() if hidden else (yes,))), columns=2),
        ),
        focus=DECLINE,
    )


def witness_screen(words: Words, mode: Mode, order: Order) -> Screen:
    """From 65 on a colleague goes through it with her."""
    come = words.phrase("Ask a colleague to come")
    return Screen(
        key="adopt.witness",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("A colleague goes through it with you"),
        quiet=name_of(words, order.names),
        blocks=(
            Paragraph(words.phrase("Nothing is bought before that."), "lead"),
            Paragraph(words.phrase("Without a colleague the order ends by itself tomorrow.")),
            Choices((_cancel_tile(words, order), Tile("witness", come, icon="hand-waving"))),
        ),
        guide=words.phrase("To have somebody come, press “{button}”.", button=come),
        focus="witness",
        live=True,
    )


def done_screen(words: Words, mode: Mode, order: Order, now: datetime) -> Screen:
    """What happens when, and until when she can cancel (FR-02, FR-03)."""
    blocks: list[Block] = []
    if order.cooling_until is not None:
        when = until(words, order.cooling_until, now)
        blocks = [
            Notice(words.phrase("Your order is noted. Nothing is paid yet."), "good"),
            Paragraph(words.phrase("You can cancel until {when}.", when=when), "lead"),
            Paragraph(words.phrase("Only then the money leaves your account.")),
        ]
    return Screen(
        key="adopt.done",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("Your order"),
        quiet=name_of(words, order.names),
        blocks=(
            *blocks,
            Choices((Tile("orders", words.phrase("My orders"), icon="receipt"), _cancel_tile(words, order))),
        ),
        focus="orders",
    )


def declined_screen(words: Words, mode: Mode) -> Screen:
    """She said no: nothing was bought, and that is fine."""
    return Screen(
        key="adopt.declined",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("All stays as it is"),
        blocks=(
            Notice(words.phrase("Nothing was bought. That is a good answer."), "good"),
            Choices((Tile("finish", words.phrase("Back to the check-up"), icon="heartbeat"),)),
        ),
        focus="finish",
    )


def too_little_screen(words: Words, mode: Mode) -> Screen:
    """Nothing is left to buy with, or it is not for her any more."""
    return Screen(
        key="adopt.closed",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("Not now"),
        blocks=(
            Paragraph(words.phrase("This cannot be bought just now. You need not do anything."), "lead"),
            Choices(
                (
                    Tile("finish", words.phrase("Back to the check-up"), icon="heartbeat"),
                    Tile("help", words.phrase("Ask a person"), icon="hand-waving"),
                )
            ),
        ),
        focus="finish",
    )


def _asking(
    words: Words,
    mode: Mode,
    key: str,
    step: int,
    heading: Phrase,
    blocks: tuple[Block, ...],
    *,
    hidden: bool,
    quiet: Phrase = NOTHING,
    yes: Tile | None = None,
) -> Screen:
    """A page that she may go on from, or not."""
    tiles = (_decline(words), *(() if hidden else (yes or _go_on(words),)))
    return Screen(
        key=f"adopt.{key}",
        lang=words.lang,
        mode=mode.key,
        heading=heading,
        quiet=quiet,
        step=step_of(words, step, STEPS),
        blocks=(*blocks, *_shown_first(words, hidden), Choices(tiles, columns=2)),
        guide=words.phrase("You need not do anything."),
        focus=DECLINE,
    )


def _shown_first(words: Words, hidden: bool) -> tuple[Block, ...]:
    """Nobody agrees to what she cannot see."""
    show = words.phrase("Show amounts")
    return (Notice(words.phrase("To go on, first press “{button}”.", button=show)),) if hidden else ()


def _all_of_it(words: Words, order: Order) -> tuple[Row, ...]:
    return (
        Row(name_of(words, order.names), value=money(words, order.amount, whole=True)),
        Row(words.phrase("Costs a year"), value=or_nothing(words, order.fee)),
        Row(words.phrase("A bad year might take"), value=or_nothing(words, order.worst_year_loss)),
    )


def _term(words: Words, terms: OrderTerms) -> Phrase:
    if terms.term_months is None:
        return words.phrase("any day")
    if terms.term_months % 12 == 0:
        return words.plural("after {number} year", "after {number} years", terms.term_months // 12)
    return words.plural("after {number} month", "after {number} months", terms.term_months)


def _decline(words: Words) -> Tile:
    return Tile(DECLINE, words.phrase("No, leave it as it is"), icon="x-circle")


def _go_on(words: Words) -> Tile:
    return Tile("on", words.phrase("To the next page"), icon="arrow-right")


def _cancel_tile(words: Words, order: Order) -> Tile:
    return Tile(f"cancel:{order.id}", words.phrase("Cancel the order"), icon="x-circle")
