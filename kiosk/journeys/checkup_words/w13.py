"""W13, one bank or fund house: whether much hangs on it."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, row


def _title(words: Words) -> Phrase:
    return words.phrase("One provider alone")


def _sentence(words: Words, judged: Judged) -> Phrase:
    if judged.check.status == "good":
        return words.phrase("Your money is spread well.")
    provider = judged.name(words, "largest")
    # Translators: {share} of her unprotected money lies with one bank or fund house.
    return words.phrase("{share} lies with {provider}.", share=judged.share(words, "share"), provider=provider)


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    return (
        row(words.phrase("With this provider"), judged.money(words, "money")),
        row(words.phrase("Everything you own here"), judged.money(words, "assets")),
        row(words.phrase("Share with one provider"), judged.share(words, "share")),
        row(words.phrase("Good is at most"), judged.rate(words, "allowed")),
    )


WORDS = CheckWords(_title, _sentence, _numbers)
