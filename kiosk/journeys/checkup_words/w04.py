"""W04, costly debt: debts that are overdue or cost much interest."""

from __future__ import annotations

from accessibility import phrases
from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, own, row


def _title(words: Words) -> Phrase:
    return words.phrase("Interest on debts")


def _sentence(words: Words, judged: Judged) -> Phrase:
    if judged.check.status == "act":
        return words.plural(
            "{number} debt is overdue: {amount}.",
            "{number} debts are overdue: {amount}.",
            judged.whole("overdue"),
            amount=judged.rounded(words, "owed"),
        )
    if judged.check.status == "watch":
        return words.plural(
            "{number} debt costs more than {rate} a year: {amount}.",
            "{number} debts cost more than {rate} a year: {amount}.",
            judged.whole("costly"),
            rate=judged.rate(words, "limit_rate"),
            amount=judged.rounded(words, "owed"),
        )
    if not judged.number("debts"):
        return words.plural("You have {number} debt.", "You have {number} debts.", 0)
    return words.plural(
        "Your {number} debt is neither overdue nor costly.",
        "Your {number} debts are neither overdue nor costly.",
        judged.whole("debts"),
        number=own(words, phrases.count(words, judged.whole("debts"))),
    )


def _debts(words: Words, judged: Judged) -> Phrase:
    return words.plural("{number} debt", "{number} debts", judged.whole("debts"))


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    rows = [row(words.phrase("How many debts"), own(words, _debts(words, judged)))]
    if judged.check.status in ("act", "watch"):
        rows.append(row(words.phrase("Amount of these debts"), judged.money(words, "owed")))
    if judged.number("highest_rate") is not None:
        rows.append(row(words.phrase("Highest interest a year"), judged.share(words, "highest_rate")))
    rows.append(row(words.phrase("Costly is above"), judged.rate(words, "limit_rate")))
    return tuple(rows)


WORDS = CheckWords(_title, _sentence, _numbers)
