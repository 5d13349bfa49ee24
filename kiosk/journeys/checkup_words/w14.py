"""W14, locked money: whether too much cannot be had for a long time."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, row


def _title(words: Words) -> Phrase:
    return words.phrase("Money tied up")


def _sentence(words: Words, judged: Judged) -> Phrase:
    if not judged.number("locked"):
        return words.phrase("All your {assets} is there within a year.", assets=judged.rounded(words, "assets"))
    if judged.check.status == "good":
        amount = judged.rounded(words, "locked")
        return words.phrase("{amount} is tied up for over a year. That is fine.", amount=amount)
    return words.phrase("{amount} too much is tied up for over a year.", amount=judged.rounded(words, "over"))


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    return (
        row(words.phrase("Tied up for over a year"), judged.money(words, "locked")),
        row(words.phrase("Kept for emergencies"), judged.money(words, "reserve")),
        row(words.phrase("Kept for your plans"), judged.money(words, "goals")),
        row(words.phrase("Everything you own here"), judged.money(words, "assets")),
    )


WORDS = CheckWords(_title, _sentence, _numbers)
