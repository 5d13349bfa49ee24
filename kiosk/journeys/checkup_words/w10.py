"""W10, products and her risk level."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, row


def _title(words: Words) -> Phrase:
    return words.phrase("Do my products suit me")


def _sentence(words: Words, judged: Judged) -> Phrase:
    if judged.check.status == "act":
        above = judged.rounded(words, "above")
        return words.phrase("{amount} is riskier than your level. You may keep it.", amount=above)
    if judged.check.status == "watch":
        return words.phrase(
            "{amount} is in risky products. Please keep an eye on it.", amount=judged.rounded(words, "risky")
        )
    if judged.number("allowed") is None:
        return words.phrase("What you own suits you. Too risky: {amount}.", amount=judged.rounded(words, "above"))
    return words.phrase("What you own suits you, up to risk {level}.", level=judged.risk(words, "allowed"))


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    if judged.number("allowed") is None:
        return ()
    rows = [
        row(words.phrase("Suits you up to risk"), judged.risk(words, "allowed")),
        row(words.phrase("Above that"), judged.money(words, "above")),
    ]
    if judged.number("risky") is not None:
        rows.append(row(words.phrase("In risk R4 and R5"), judged.money(words, "risky")))
    return tuple(rows)


WORDS = CheckWords(_title, _sentence, _numbers)
