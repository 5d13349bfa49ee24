"""What one may save for, by the bank's codes, and the lessons, in words."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from accessibility.phrase import Phrase
from accessibility.words import Words
from i18n.messages import message


class Kind(msgspec.Struct, frozen=True):
    """One thing to save for."""

    name: str
    icon: str


KINDS: Mapping[str, Kind] = {
    "bicycle": Kind(message("A bicycle"), "target"),
    "books": Kind(message("Books and school things"), "student"),
    "present": Kind(message("A present"), "hand-heart"),
    "trip": Kind(message("A trip"), "map-pin"),
    "other": Kind(message("Something else"), "star"),
}


class Lesson(msgspec.Struct, frozen=True):
    """One question of the Big Three (Lusardi and Mitchell) with what is so. Not knowing is an answer of its own."""

    question: str
    answers: tuple[str, ...]
    right: int
    told: str


LESSONS: tuple[Lesson, ...] = (
    Lesson(
        message("100 yuan, 2 percent interest a year. After five years you have?"),
        (message("More than 102 yuan"), message("Exactly 102 yuan"), message("Less than 102 yuan")),
        0,
        message("It is 110.41 yuan: the interest earns interest too."),
    ),
    Lesson(
        message("Interest is 1 percent, prices rise by 2. After a year your money buys?"),
        (message("More than today"), message("As much as today"), message("Less than today")),
        2,
        message("It buys a little less: prices grew faster than the money."),
    ),
)
"""The third of the three is about shares: under 18 nothing is said of investing (CHECKUP.md 8)."""


def kind_name(words: Words, code: str) -> Phrase:
    """What it is for; a code this kiosk does not know is something else."""
    return words.phrase(KINDS.get(code, KINDS["other"]).name)


def kind_icon(code: str) -> str:
    """Its picture."""
    return KINDS.get(code, KINDS["other"]).icon
