"""A savings goal: how much each time, and how many weeks it takes (CHECKUP.md 8)."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from typing import Final

CENT: Final = Decimal("0.01")


def payment(goal: Decimal, have: Decimal, periods: int, rate: Decimal = Decimal(0)) -> Decimal:
    """What to put aside each period, to the cent: (goal - have (1+i)^n) i / ((1+i)^n - 1); without interest the rest
    shared out. `rate` is a share a period. Never below zero. Raises ValueError for no period."""
    if periods < 1:
        raise ValueError("a goal needs at least one period")
    growth = (1 + rate) ** periods
    exact = (goal - have) / periods if rate == 0 else (goal - have * growth) * rate / (growth - 1)
    return max(Decimal(0), exact.quantize(CENT, ROUND_HALF_UP))


def weeks_left(goal: Decimal, have: Decimal, weekly: Decimal) -> int:
    """Whole weeks until it is reached, the last one perhaps smaller. Raises ValueError when nothing is put aside."""
    missing = max(Decimal(0), goal - have)
    if missing and weekly <= 0:
        raise ValueError("nothing is put aside")
    return int((missing / weekly).to_integral_value(ROUND_CEILING)) if missing else 0


def reached(goal: Decimal, have: Decimal) -> Decimal:
    """How far it is, a share from 0 to 1."""
    return min(Decimal(1), max(Decimal(0), have / goal)) if goal > 0 else Decimal(1)
