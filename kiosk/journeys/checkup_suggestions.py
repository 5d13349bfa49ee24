"""What might suit her: one product a page with reason, fee and a bad year in money; nothing is a good answer too."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from accessibility import phrases
from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Choices, Paragraph, Row, Rows, Screen, Tile
from accessibility.words import Words
from i18n.messages import message
from kiosk.journeys.amounts import left_to_the_eye, money
from kiosk.journeys.checkup_words.figures import own
from kiosk.journeys.joining import for_her, joined, wholly
from kiosk.journeys.steps import page_of
from kiosk.model.checkup import CheckupReport, SuggestedProduct
from kiosk.model.money import Money
from kiosk.modes import Mode

WHY_NOTHING: Final[Mapping[str, str]] = {
    "foundation": message("The basics come first. Then we look again."),
    "too_little": message("We know too little to suggest anything."),
    "gate": message("First come the risk questions."),
    "no_money": message("All your money has its place already."),
    "nothing_fits": message("What you have is right as it is."),
}


def suggestion_screen(words: Words, mode: Mode, report: CheckupReport, at: int) -> Screen:
    """The suggestion number `at`, or that there is nothing to buy."""
    offered = report.suggestions
    if not offered:
        return _nothing_screen(words, mode, report)
    at = min(max(at, 0), len(offered) - 1)
    one, not_advice = offered[at], words.phrase("This is information, not investment advice.")
    closer = Tile(f"adopt:{one.id}", words.phrase("Look at it closely"), words.phrase("Nothing is bought yet"), "eye")
    tiles = [Tile("leave", words.phrase("Leave it as it is"), words.phrase("That is fine too"), "check-circle"), closer]
    if at + 1 < len(offered):
        tiles.append(Tile("another", words.phrase("The next one"), _name(words, offered[at + 1].names), "arrow-right"))
    return Screen(
        key="checkup.suggestion",
        lang=words.lang,
        mode=mode.key,
        heading=_heading(words),
        quiet=joined(words.lang, wholly(_spare(words, report), not_advice), not_advice),
        step=page_of(words, at, len(offered)),
        blocks=(Rows(_rows(words, report, one)), Choices(tuple(tiles))),
        guide=words.phrase("You need not do anything."),
        focus="leave",
    )


def _nothing_screen(words: Words, mode: Mode, report: CheckupReport) -> Screen:
    why = words.phrase(WHY_NOTHING.get(report.nothing, WHY_NOTHING["nothing_fits"]))
    tiles = [
        Tile("leave", words.phrase("Good"), icon="check-circle", filled=True),
        Tile("talk", words.phrase("Talk to someone"), icon="chat-circle-dots"),
    ]
    if report.nothing == "gate":
        tiles.insert(1, Tile("questions", words.phrase("Answer the risk questions"), icon="question"))
    return Screen(
        key="checkup.suggestion",
        lang=words.lang,
        mode=mode.key,
        heading=_heading(words),
        blocks=(
            Paragraph(words.phrase("Nothing to buy now. That is a good answer."), "lead"),
            Paragraph(for_her(why, words.text("The result is on the screen."))),
            Choices(tuple(tiles)),
        ),
        guide=words.phrase("You need not do anything."),
        focus="leave",
    )


def _spare(words: Words, report: CheckupReport) -> Phrase:
    """Why anything is suggested at all: what neither reserve nor plans need."""
    if report.spare is None:
        return NOTHING
    spare = Money(report.spare.amount.quantize(Decimal(1)), report.spare.currency)
    # Translators: why a product is suggested: so much of her money neither the reserve nor her plans need
    return words.phrase("You can spare {amount}.", amount=left_to_the_eye(money(words, spare, whole=True)))


def _rows(words: Words, report: CheckupReport, one: SuggestedProduct) -> tuple[Row, ...]:
    about = joined(words.lang, _name(words, one.issuer), _risk(words, one))
    return (
        Row(
            _name(words, one.names), about, words.phrase("up to {amount}", amount=money(words, one.amount, whole=True))
        ),
        Row(words.phrase("Costs a year"), value=_or_nothing(words, one.fee.amount, money(words, one.fee, whole=True))),
        Row(words.phrase("A bad year might take"), _months(words, report, one), _loss(words, one)),
        Row(words.phrase("You get it back"), value=_term(words, one)),
    )


def _risk(words: Words, one: SuggestedProduct) -> Phrase:
    # Translators: the risk class of a product, R1 (lowest) to R5
    return words.phrase("risk {level}", level=phrases.code(words, f"R{one.risk_level}"))


def _loss(words: Words, one: SuggestedProduct) -> Phrase:
    return _or_nothing(words, one.worst_year_loss.amount, money(words, one.worst_year_loss, whole=True))


def _or_nothing(words: Words, amount: Decimal, told: Phrase) -> Phrase:
    # Translators: stands in the place of an amount of zero: it costs nothing, it loses nothing
    return told if amount else words.phrase("nothing")


def _months(words: Words, report: CheckupReport, one: SuggestedProduct) -> Phrase:
    """The loss in months of her spending; nothing when there is no loss or spending is not known."""
    stress = next((check for check in report.checks if check.id == "W18"), None)
    spending = stress.figures.get("spending") if stress else None
    if not one.worst_year_loss.amount or not isinstance(spending, Decimal) or spending <= 0:
        return Phrase("")
    months = int(one.worst_year_loss.amount / spending)
    if not months:
        return for_her(words.phrase("less than a month’s spending"))
    return own(words, words.plural("{number} month of spending", "{number} months of spending", months))


def _term(words: Words, one: SuggestedProduct) -> Phrase:
    if one.term_months is None:
        return words.phrase("any day")
    if one.term_months % 12 == 0:
        return words.plural("after {number} year", "after {number} years", one.term_months // 12)
    return words.plural("after {number} month", "after {number} months", one.term_months)


def _name(words: Words, names: Mapping[str, str]) -> Phrase:
    return Phrase(names.get(words.lang) or names.get("zh_CN") or next(iter(names.values()), ""))


def _heading(words: Words) -> Phrase:
    return words.phrase("What would suit me")
