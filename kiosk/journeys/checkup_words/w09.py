"""W09, the risk questionnaire: whether it still holds."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, row


def _title(words: Words) -> Phrase:
    return words.phrase("Risk questionnaire")


def _sentence(words: Words, judged: Judged) -> Phrase:
    if judged.check.status == "act":
        return words.phrase("Your answers are over a year old. Please answer again.")
    if judged.check.status == "watch":
        return words.plural(
            "Your answers hold for {number} more day only.",
            "Your answers hold for {number} more days only.",
            judged.whole("left"),
        )
    return words.phrase("Your answers still hold.")


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    return (
        row(words.phrase("Days since you answered"), judged.counted(words, "days")),
        row(words.phrase("Days your answers hold"), judged.counted(words, "valid_days")),
    )


WORDS = CheckWords(_title, _sentence, _numbers)
