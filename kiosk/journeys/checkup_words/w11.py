"""W11, shares: whether more is in them than level and age bear."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, row


def _title(words: Words) -> Phrase:
    return words.phrase("Money in shares")


def _sentence(words: Words, judged: Judged) -> Phrase:
    amount, above = judged.rounded(words, "equity"), judged.rounded(words, "above")
    if not judged.number("equity"):
        return words.phrase("{amount} is in shares. That is fine.", amount=amount)
    if judged.check.status == "watch":
        return words.phrase("{amount} is in shares, {above} more than suits you.", amount=amount, above=above)
    if judged.check.status == "act":
        return words.phrase("{amount} is in shares. That is {above} more than suits you.", amount=amount, above=above)
    return words.phrase("{amount} is in shares. That suits you.", amount=amount)


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    return (
        row(words.phrase("Money in shares"), judged.money(words, "equity")),
        row(words.phrase("Everything you own here"), judged.money(words, "assets")),
        row(words.phrase("Share in shares"), judged.share(words, "share")),
        row(words.phrase("At most for you"), judged.share(words, "ceiling")),
    )


WORDS = CheckWords(_title, _sentence, _numbers)
