"""W17, costs: what her products cost a year."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, row


def _title(words: Words) -> Phrase:
    return words.phrase("What products cost")


def _sentence(words: Words, judged: Judged) -> Phrase:
    if not judged.number("cost"):
        return words.phrase("Your products cost {amount} a year.", amount=judged.rounded(words, "cost"))
    amount, fee = judged.rounded(words, "cost"), judged.share(words, "fee")
    match judged.check.status:
        case "watch":
            return words.phrase(
                "Your products cost {amount} a year. That is rather much: {share}.", amount=amount, share=fee
            )
        case "act":
            return words.phrase(
                "Your products cost {amount} a year. That is too much: {share}.", amount=amount, share=fee
            )
    return words.phrase("Your products cost {amount} a year.", amount=amount)


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    return (
        row(words.phrase("Money in products"), judged.money(words, "invested")),
        row(words.phrase("Fees a year"), judged.money(words, "cost")),
        row(words.phrase("Share that fees take"), judged.share(words, "fee")),
        row(words.phrase("Good is at most"), judged.rate(words, "allowed")),
    )


WORDS = CheckWords(_title, _sentence, _numbers)
