"""W06, income and spending: what is left over, or from 65 on whether the pension is enough."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, row


def _title(words: Words) -> Phrase:
    return words.phrase("Income and spending")


def _sentence(words: Words, judged: Judged) -> Phrase:
    if judged.number("guaranteed") is not None:
        return _pension(words, judged)
    left = judged.number("left") or 0
    if left < 0:
        more = judged.rounded_size(words, "left")
        return words.phrase("Each month you spend {amount} more than comes in.", amount=more)
    amount = judged.rounded(words, "left")
    if judged.check.status == "good":
        return words.phrase("Each month {amount} is left over.", amount=amount)
    return words.phrase("Each month only {amount} is left over.", amount=amount)


def _pension(words: Words, judged: Judged) -> Phrase:
    if judged.check.status == "good":
        return words.phrase(
            "Your pension of {amount} covers what you need.", amount=judged.rounded(words, "guaranteed")
        )
    amount = judged.rounded(words, "missing")
    if judged.check.status == "watch":
        return words.phrase("Each month {amount} comes out of your savings.", amount=amount)
    return words.phrase("Each month {amount} comes out of your savings. That is too much.", amount=amount)


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    if judged.number("guaranteed") is not None:
        return (
            row(words.phrase("Pension a month"), judged.money(words, "guaranteed")),
            row(words.phrase("You need in a month"), judged.money(words, "spending")),
            row(words.phrase("Still missing"), judged.money(words, "missing")),
        )
    return (
        row(words.phrase("Your income a month"), judged.money(words, "income")),
        row(words.phrase("You spend in a month"), judged.money(words, "spending")),
        row(words.phrase("Share that is left"), judged.share(words, "share")),
        row(words.phrase("Good is at least"), judged.rate(words, "needed")),
    )


WORDS = CheckWords(_title, _sentence, _numbers)
