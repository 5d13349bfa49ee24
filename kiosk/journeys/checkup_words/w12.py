"""W12, one product: whether much hangs on it."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, row


def _title(words: Words) -> Phrase:
    return words.phrase("One product alone")


def _sentence(words: Words, judged: Judged) -> Phrase:
    amount = judged.rounded(words, "money")
    if judged.check.status == "good" and not judged.number("money"):
        return words.phrase("Your {assets} does not hang on one product.", assets=judged.rounded(words, "assets"))
    if judged.check.status == "good":
        return words.phrase("Your largest product holds {amount}. That is fine.", amount=amount)
    # Translators: so much of her money is in one product, such as "60,000 yuan is in Anxiang Steady No. 3 alone."
    return words.phrase("{amount} is in {product} alone.", amount=amount, product=judged.name(words, "largest"))


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    return (
        row(words.phrase("In this product"), judged.money(words, "money")),
        row(words.phrase("Everything you own here"), judged.money(words, "assets")),
        row(words.phrase("Share in one product"), judged.share(words, "share")),
        row(words.phrase("Good is at most"), judged.rate(words, "allowed")),
    )


WORDS = CheckWords(_title, _sentence, _numbers)
