"""W15, terms: whether much falls due at once."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, row


def _title(words: Words) -> Phrase:
    return words.phrase("Terms that end together")


def _sentence(words: Words, judged: Judged) -> Phrase:
    amount = judged.rounded(words, "money")
    if judged.check.status == "good" and not judged.number("money"):
        return words.phrase("Of your {assets}, nothing falls due all at once.", assets=judged.rounded(words, "assets"))
    if judged.check.status == "good":
        return words.phrase("At most {amount} falls due at once. That is fine.", amount=amount)
    return words.phrase("{amount} falls due at about the same time.", amount=amount)


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    return (
        row(words.phrase("Due within 90 days"), judged.money(words, "money")),
        row(words.phrase("Everything you own here"), judged.money(words, "assets")),
        row(words.phrase("Share due together"), judged.share(words, "share")),
        row(words.phrase("Good is at most"), judged.rate(words, "allowed")),
    )


WORDS = CheckWords(_title, _sentence, _numbers)
