"""A risk assessment: what she answered, when, and the level it gave (CHECKUP.md 3)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

Level = Literal[1, 2, 3, 4, 5]
"""C1 to C5."""


class Assessment(msgspec.Struct, frozen=True):
    """The result of one questionnaire, as kept."""

    done_on: date
    level: Level
    """After every lowering; never raised."""
    no_loss: bool = False
    """C1-min: she cannot or will not bear any loss: R1 only, whatever she asks for (CHECKUP.md 3.2)."""
    most_risky: int = 5
    """Highest R level by the limits of her answers, such as 2 when the basics of investing are not known [D]."""
    longest_months: int | None = None
    """Longest term of a product that her horizon allows, in months; None for any."""
    knowledge: Decimal | None = None
    """Share of the knowledge questions answered rightly."""
