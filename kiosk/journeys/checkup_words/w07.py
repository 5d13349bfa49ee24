"""W07, how long the money lasts."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, row


def _title(words: Words) -> Phrase:
    return words.phrase("How long the money lasts")


def _sentence(words: Words, judged: Judged) -> Phrase:
    if not judged.number("yearly"):
        return words.phrase("Your savings of {assets} need not be touched.", assets=judged.rounded(words, "assets"))
    if judged.number("years") is None:
        return words.phrase(
            "At this pace your savings of {assets} do not run out.", assets=judged.rounded(words, "assets")
        )
    years = judged.whole("years")
    if judged.check.status == "info":
        return _without_pay(words, years)
    if not years:
        return words.phrase("At this pace your savings last less than 1 year.")
    if judged.check.status == "act":
        return words.plural(
            "At this pace your savings last only {number} year.",
            "At this pace your savings last only {number} years.",
            years,
        )
    return words.plural(
        "At this pace your savings last {number} year.", "At this pace your savings last {number} years.", years
    )


def _without_pay(words: Words, years: int) -> Phrase:
    """Before 60 it is no judgement: what if nothing came in but a pension."""
    if not years:
        return words.phrase("On savings alone you could live for less than 1 year.")
    return words.plural(
        "On savings alone you could live for {number} year.",
        "On savings alone you could live for {number} years.",
        years,
    )


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    return (
        row(words.phrase("From savings each month"), judged.money(words, "drawn")),
        row(words.phrase("Your savings in all"), judged.money(words, "assets")),
        row(words.phrase("Share used in a year"), judged.share(words, "rate")),
        row(words.phrase("Good is at most"), judged.rate(words, "allowed")),
    )


WORDS = CheckWords(_title, _sentence, _numbers)
