"""W09, the risk questionnaire: whether it still holds."""

from __future__ import annotations

from accessibility import phrases
from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import CheckWords, Judged, own, row


def _title(words: Words) -> Phrase:
    return words.phrase("Risk questionnaire")


def _sentence(words: Words, judged: Judged) -> Phrase:
    if judged.check.status == "act":
        return words.plural(
            "You answered {number} day ago. Please answer again.",
            "You answered {number} days ago. Please answer again.",
            judged.whole("days"),
            number=own(words, phrases.count(words, judged.whole("days"))),
        )
    if judged.check.status == "watch":
        return words.plural(
            "Your answers hold for {number} more day only.",
            "Your answers hold for {number} more days only.",
            judged.whole("left"),
        )
    left = judged.whole("left")
    return words.plural("Your answers hold for {number} more day.", "Your answers hold for {number} more days.", left)


def _numbers(words: Words, judged: Judged) -> tuple[Row, ...]:
    return (
        row(words.phrase("Days since you answered"), judged.counted(words, "days")),
        row(words.phrase("Days your answers hold"), judged.counted(words, "valid_days")),
    )


WORDS = CheckWords(_title, _sentence, _numbers)
