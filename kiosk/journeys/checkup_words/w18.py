"""W18, a bad year for shares: what it would take, in money and months of spending."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, row


def _title(words: Words) -> Phrase:
    return words.phrase("If shares fall by half")


def _sentence(words: Words, judged: Judged) -> Phrase:
    if not judged.number("equity"):
        return words.phrase("You hold no shares. You would lose {amount}.", amount=judged.rounded(words, "loss"))
    amount, months = judged.rounded(words, "loss"), judged.whole("months")
    if months < 1:
        return words.phrase("You would lose {amount}, less than a month’s spending.", amount=amount)
    return words.plural(
        "You would lose {amount}, as much as you spend in {number} month.",
        "You would lose {amount}, as much as you spend in {number} months.",
        months,
        amount=amount,
    )


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    return (
        row(words.phrase("Money in shares"), judged.money(words, "equity")),
        row(words.phrase("You might lose"), judged.money(words, "loss")),
        row(words.phrase("You need in a month"), judged.money(words, "spending")),
    )


WORDS = CheckWords(_title, _sentence, _numbers)
