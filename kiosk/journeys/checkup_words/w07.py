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
        return words.phrase("Your savings need not be touched.")
    if judged.number("years") is None:
        return words.phrase("At this pace your savings do not run out.")
    years = judged.whole("years")
    if judged.check.status == "act":
        return words.plural(
            "At this pace your savings last only {number} year.",
            "At this pace your savings last only {number} years.",
            years,
        )
    return words.plural(
        "At this pace your savings last {number} year.", "At this pace your savings last {number} years.", years
    )


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    return (
        row(words.phrase("From savings each month"), judged.money(words, "drawn")),
        row(words.phrase("Your savings in all"), judged.money(words, "assets")),
        row(words.phrase("Share used in a year"), judged.share(words, "rate")),
        row(words.phrase("Good is at most"), judged.rate(words, "allowed")),
    )


WORDS = CheckWords(_title, _sentence, _numbers)
