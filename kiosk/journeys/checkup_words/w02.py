"""W02, debt payments: how much of a month's income goes into loans."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, row


def _title(words: Words) -> Phrase:
    return words.phrase("Paying back loans")


def _sentence(words: Words, judged: Judged) -> Phrase:
    if not judged.number("payments"):
        return words.phrase("Loans take {amount} a month.", amount=judged.rounded(words, "payments"))
    amount, share = judged.rounded(words, "payments"), judged.share(words, "share")
    match judged.check.status:
        case "watch":
            return words.phrase(
                "Loans take {amount} a month. That is rather much: {share}.", amount=amount, share=share
            )
        case "act":
            return words.phrase("Loans take {amount} a month. That is too much: {share}.", amount=amount, share=share)
    return words.phrase("Loans take {amount} a month, {share} of your income.", amount=amount, share=share)


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    if not judged.number("payments"):
        return (row(words.phrase("Loan payments a month"), judged.money(words, "payments")),)
    return (
        row(words.phrase("Loan payments a month"), judged.money(words, "payments")),
        row(words.phrase("Your income a month"), judged.money(words, "income")),
        row(words.phrase("Share of your income"), judged.share(words, "share")),
        row(words.phrase("Good is at most"), judged.rate(words, "allowed")),
    )


WORDS = CheckWords(_title, _sentence, _numbers)
