"""W12, one product: whether much hangs on it."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, row


def _title(words: Words) -> Phrase:
    return words.phrase("One product alone")


def _sentence(words: Words, judged: Judged) -> Phrase:
    if judged.check.status == "good":
        return words.phrase("No single product is too large.")
    # Translators: {share} of her money is in a product, such as "12% is in Anxiang Steady No. 3."
    return words.phrase(
        "{share} is in {product}.", share=judged.share(words, "share"), product=judged.name(words, "largest")
    )


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    return (
        row(words.phrase("In this product"), judged.money(words, "money")),
        row(words.phrase("Everything you own here"), judged.money(words, "assets")),
        row(words.phrase("Share in one product"), judged.share(words, "share")),
        row(words.phrase("Good is at most"), judged.rate(words, "allowed")),
    )


WORDS = CheckWords(_title, _sentence, _numbers)
