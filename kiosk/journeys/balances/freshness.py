"""Tells when what is shown is older than now, because the bank is away."""

from __future__ import annotations

from typing import Any

from accessibility.phrases import time_of_day
from accessibility.screen import Action, Notice
from accessibility.words import Words
from kiosk.journeys.last_answers import Answer

REFRESH = "refresh"


def freshness(words: Words, *answers: Answer[Any] | None) -> tuple[Notice, ...]:
    """A notice with the time of the oldest answer that could not be renewed; nothing when all are fresh."""
    old = [answer.at for answer in answers if answer is not None and not answer.fresh]
    if not old:
        return ()
    return (
        Notice(
            words.phrase("This is as of {time}.", time=time_of_day(words, min(old))),
            "warning",
            words.phrase("The bank cannot be reached just now."),
            Action(REFRESH, words.phrase("Try again"), "arrow-counter-clockwise"),
        ),
    )
