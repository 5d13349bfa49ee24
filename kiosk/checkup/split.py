"""Pocket money in parts to spend, to save and to share, to the cent (CHECKUP.md 8)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction
from typing import Final

CENT: Final = Decimal("0.01")
USUAL: Final = (50, 40, 10)
"""Spend, save, share: a place to begin, no rule [D]. No study supports one ratio."""


def split(amount: Decimal, parts: Sequence[int] = USUAL) -> tuple[Decimal, ...]:
    """The amount in the given proportions; together exactly the amount (largest remainder, ties to the first).

    Raises ValueError for an amount that is negative or finer than a cent, or for proportions that are no parts.
    """
    whole = sum(parts)
    if whole <= 0 or min(parts) < 0 or amount < 0 or amount != amount.quantize(CENT):
        raise ValueError("an amount in cents and proportions are needed")
    cents = int(amount / CENT)
    exact = [Fraction(cents * each, whole) for each in parts]
    shares = [each.numerator // each.denominator for each in exact]
    order = sorted(range(len(parts)), key=lambda at: (shares[at] - exact[at], at))
    for at in order[: cents - sum(shares)]:
        shares[at] += 1
    return tuple((Decimal(each) * CENT).quantize(CENT, ROUND_FLOOR) for each in shares)
