"""W08, insurance: whether those who depend on her are provided for, and what policies cost."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, row


def _title(words: Words) -> Phrase:
    return words.phrase("Insurance")


def _sentence(words: Words, judged: Judged) -> Phrase:
    if judged.number("medical") is not None:
        return _senior(words, judged)
    if judged.number("wanted") is not None:
        if judged.check.status == "good":
            return words.phrase("Your family would get {amount}.", amount=judged.rounded(words, "cover"))
        return words.phrase("Your family lacks cover of {amount}.", amount=judged.rounded_touched(words))
    return _premiums(words, judged)


def _senior(words: Words, judged: Judged) -> Phrase:
    if not judged.number("medical"):
        return words.plural("You have {number} medical policy.", "You have {number} medical policies.", 0)
    if judged.check.status != "good":
        return _premiums(words, judged)
    amount = judged.rounded(words, "premiums")
    return words.phrase("You have medical insurance. Savings policies cost {amount} a year.", amount=amount)


def _premiums(words: Words, judged: Judged) -> Phrase:
    amount = judged.rounded(words, "premiums")
    if judged.check.status == "good":
        return words.phrase("Insurance costs you {amount} a year. That is in proportion.", amount=amount)
    return words.phrase("Insurance costs you {amount} a year. That is much.", amount=amount)


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    rows = []
    if judged.number("wanted") is not None:
        rows += [
            row(words.phrase("Your family would get"), judged.money(words, "cover")),
            row(words.phrase("Enough would be"), judged.money(words, "wanted")),
        ]
    return (
        *rows,
        row(words.phrase("Insurance costs a year"), judged.money(words, "premiums")),
        row(words.phrase("Your income a year"), judged.money(words, "income")),
    )


WORDS = CheckWords(_title, _sentence, _numbers)
