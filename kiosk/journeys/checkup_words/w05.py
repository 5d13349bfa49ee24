"""W05, deposit insurance: what lies above the protected limit, bank by bank."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, row


def _title(words: Words) -> Phrase:
    return words.phrase("Protected deposits")


def _sentence(words: Words, judged: Judged) -> Phrase:
    limit = judged.public_money(words, "limit")
    if judged.check.status == "good":
        return words.phrase("All your deposits are protected, up to {limit} a bank.", limit=limit)
    banks = judged.whole("banks")
    if banks > 1:
        return words.plural(
            "At {number} bank, {amount} is above the protected {limit}.",
            "At {number} banks, {amount} is above the protected {limit}.",
            banks,
            amount=judged.rounded(words, "total_uninsured"),
            limit=limit,
        )
    return words.phrase(
        "At {bank}, {amount} is above the protected {limit}.",
        bank=judged.bank(words),
        amount=judged.rounded(words, "uninsured"),
        limit=limit,
    )


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    rows = []
    if judged.bank(words).shown:
        label = words.phrase("At {bank} you have", bank=judged.bank(words))
        rows.append(row(label, judged.money(words, "deposits")))
    rows.append(row(words.phrase("Protected at each bank"), judged.public_money(words, "limit")))
    rows.append(row(words.phrase("Not protected in all"), judged.money(words, "total_uninsured")))
    return tuple(rows)


WORDS = CheckWords(_title, _sentence, _numbers)
