"""How her money feels to her: the CFPB Financial Well-Being Scale, its coding and its published look-up.

Source: Consumer Financial Protection Bureau, Financial Well-Being Scale, technical report (2017), table 3 and
appendix E, and the bureau's own code (consumerfinance.gov, cfgov/wellbeing/forms.py); CHECKUP.md 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

import msgspec

Asking = Literal["how_well", "how_often"]
Step = Literal["below_40", "from_40", "from_50", "from_60", "from_70"]
ANSWERS: Final = 5
"""Each item has so many: completely, very well, somewhat, very little, not at all; or always … never."""
OLDER_FROM: Final = 62
"""Age in years from which the other columns hold."""


class Item(msgspec.Struct, frozen=True):
    """One statement. `against`: who agrees has less of what is measured, so it is coded the other way round."""

    id: str
    asking: Asking
    against: bool = False

    def points(self, answer: int) -> int:
        """0 to 4 of an answer by its place, the strongest first (0 is completely or always)."""
        return answer if self.against else ANSWERS - 1 - answer


ITEMS: Final = (
    Item("unexpected_expense", "how_well"),
    Item("securing_future", "how_well"),
    Item("never_have", "how_well", against=True),
    Item("enjoy_life", "how_well"),
    Item("getting_by", "how_well", against=True),
    Item("will_not_last", "how_well", against=True),
    Item("gift", "how_often", against=True),
    Item("left_over", "how_often"),
    Item("behind", "how_often", against=True),
    Item("control_my_life", "how_often", against=True),
)
_SELF_YOUNGER: Final = (
    14, 19, 22, 25, 27, 29, 31, 32, 34, 35, 37, 38, 40, 41, 42, 44, 45, 46, 47, 49, 50, 51, 52, 54, 55, 56, 58, 59, 60,
    62, 63, 65, 66, 68, 69, 71, 73, 75, 78, 81, 86,
)  # fmt: skip
_SELF_OLDER: Final = (
    14, 20, 24, 26, 29, 31, 33, 35, 36, 38, 39, 41, 42, 44, 45, 46, 48, 49, 50, 52, 53, 54, 56, 57, 58, 60, 61, 63, 64,
    66, 67, 69, 71, 73, 75, 77, 79, 82, 84, 88, 95,
)  # fmt: skip
_ALOUD_YOUNGER: Final = (
    16, 21, 24, 27, 29, 31, 33, 34, 36, 38, 39, 40, 42, 43, 44, 45, 47, 48, 49, 50, 52, 53, 54, 55, 57, 58, 59, 60, 62,
    63, 65, 66, 68, 70, 71, 73, 76, 78, 81, 85, 91,
)  # fmt: skip
_ALOUD_OLDER: Final = (
    18, 23, 26, 28, 30, 32, 33, 35, 36, 38, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 50, 52, 53, 54, 55, 56, 57, 58, 60,
    61, 62, 64, 65, 67, 68, 70, 72, 75, 77, 81, 87,
)  # fmt: skip
_STEPS: Final[tuple[tuple[int, Step], ...]] = ((70, "from_70"), (60, "from_60"), (50, "from_50"), (40, "from_40"))


def raw_total(answers: Sequence[int]) -> int:
    """0 to 40 of ten answers by their places. Raises ValueError unless all ten are answered: the scale asks for it."""
    if len(answers) != len(ITEMS) or not all(0 <= answer < ANSWERS for answer in answers):
        raise ValueError(f"{len(ITEMS)} answers from 0 to {ANSWERS - 1} are needed")
    return sum(item.points(answer) for item, answer in zip(ITEMS, answers, strict=True))


def scale_value(total: int, *, older: bool, read_aloud: bool) -> int:
    """14 to 95 of a raw total. `older`: 62 or more. `read_aloud`: a voice or a person read it, another column holds."""
    if read_aloud:
        return (_ALOUD_OLDER if older else _ALOUD_YOUNGER)[total]
    return (_SELF_OLDER if older else _SELF_YOUNGER)[total]


def step_of(value: int) -> Step:
    """Which of the bureau's five published steps a value of the scale is on."""
    return next((step for least, step in _STEPS if value >= least), "below_40")
