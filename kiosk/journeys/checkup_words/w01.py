"""W01, emergency money: how long the money at hand would last."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, row


def _title(words: Words) -> Phrase:
    return words.phrase("My cushion") if words.wording == "friendly" else words.phrase("Money for emergencies")


def _sentence(words: Words, judged: Judged) -> Phrase:
    amount, months = judged.rounded(words, "liquid"), judged.whole("months")
    if words.wording == "friendly":
        return _friendly(words, judged, amount, months)
    if months < 1:
        return words.phrase("You have {amount} at hand. That lasts less than a month.", amount=amount)
    if judged.check.status in ("good", "info"):
        return words.plural(
            "You have {amount} at hand. That lasts {number} month.",
            "You have {amount} at hand. That lasts {number} months.",
            months,
            amount=amount,
        )
    return words.plural(
        "You have {amount} at hand. That lasts only {number} month.",
        "You have {amount} at hand. That lasts only {number} months.",
        months,
        amount=amount,
    )


def _friendly(words: Words, judged: Judged, amount: Phrase, months: int) -> Phrase:
    if months < 1:
        return words.phrase("You have {amount}. It is gone in under a month.", amount=amount)
    if judged.check.status in ("good", "info"):
        return words.plural(
            "You have {amount}. It keeps you going for {number} month. Nice!",
            "You have {amount}. It keeps you going for {number} months. Nice!",
            months,
            amount=amount,
        )
    return words.plural(
        "You have {amount}. It keeps you going for {number} month.",
        "You have {amount}. It keeps you going for {number} months.",
        months,
        amount=amount,
    )


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    rows = [
        row(words.phrase("Money at hand"), judged.money(words, "liquid")),
        row(words.phrase("You spend in a month"), judged.money(words, "spending")),
        row(words.phrase("Enough would be"), judged.money(words, "need")),
    ]
    if judged.number("missing"):
        rows.append(row(words.phrase("Still missing"), judged.money(words, "missing")))
    return tuple(rows)


WORDS = CheckWords(_title, _sentence, _numbers)
