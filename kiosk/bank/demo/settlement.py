"""Settling an account: what is brought forward, and the interest that follows from what was on it each day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kiosk.bank.demo.days import Period
from kiosk.bank.demo.loan import whole
from kiosk.bank.demo.plan import AccountPlan

INTEREST_DAY = 21
"""Interest counts to the 20th of March, June, September and December and is credited on the day after."""
YEAR_DAYS = 360
"""Days of a year for interest on current accounts, as Chinese banks count."""
Change = tuple[date, int]


@dataclass(frozen=True)
class Settled:
    """An account's opening balance and its interest credited, in minor units."""

    opening: int
    interest: tuple[Change, ...]


def settle(plan: AccountPlan, changes: Sequence[Change], period: Period) -> Settled | None:
    """Settle an account whose changes are in the order of time.

    None when no opening balance leads to `ends_with`: rounding the interest can skip one fen.
    """
    total = sum(amount for _, amount in changes)
    if plan.ends_with is None:
        opening = max(plan.opening, plan.cushion - _lowest(changes)) if plan.kind == "current" else plan.opening
        return Settled(opening, interest(plan, opening, changes, period))
    guess = plan.ends_with - total
    for _ in range(4):
        credited = interest(plan, guess, changes, period)
        left = guess + total + sum(amount for _, amount in credited) - plan.ends_with
        if left == 0:
            return Settled(guess, credited)
        guess -= left
    return None


def interest(plan: AccountPlan, opening: int, changes: Sequence[Change], period: Period) -> tuple[Change, ...]:
    """The quarterly credited: each day's closing balance counts, earlier credited included."""
    if not plan.pays_interest:
        return ()
    by_day: defaultdict[date, int] = defaultdict(int)
    for day, amount in changes:
        by_day[day] += amount
    balance, counted, credited = opening, 0, []
    for day in period.days():
        if day.day == INTEREST_DAY and day.month % 3 == 0:
            earned = whole(Decimal(counted) * Decimal(plan.yearly_rate) / YEAR_DAYS)
            counted = 0
            if earned > 0:
                credited.append((day, earned))
                balance += earned
        balance += by_day[day]
        counted += balance
    return tuple(credited)


def _lowest(changes: Sequence[Change]) -> int:
    """The lowest running total, at most zero."""
    lowest = running = 0
    for _, amount in changes:
        running += amount
        lowest = min(lowest, running)
    return lowest
