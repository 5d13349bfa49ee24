"""W16, foreign money."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, row


def _title(words: Words) -> Phrase:
    return words.phrase("Foreign money")


def _sentence(words: Words, judged: Judged) -> Phrase:
    if not judged.number("foreign"):
        return words.phrase("Of your {assets}, nothing is foreign money.", assets=judged.rounded(words, "assets"))
    if judged.check.status == "good":
        return words.phrase("{amount} is foreign money. That is fine.", amount=judged.rounded(words, "foreign"))
    return words.phrase("{amount} is foreign money. That is rather much.", amount=judged.rounded(words, "foreign"))


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    return (
        row(words.phrase("Foreign money"), judged.money(words, "foreign")),
        row(words.phrase("Everything you own here"), judged.money(words, "assets")),
        row(words.phrase("Share in foreign money"), judged.share(words, "share")),
    )


WORDS = CheckWords(_title, _sentence, _numbers)
