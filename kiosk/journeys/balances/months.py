"""Months: going from one to the next, and what came in and went out in one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

import msgspec

from kiosk.model.account import Transaction
from kiosk.model.money import Money

NOT_A_MOVEMENT = "opening"
"""A balance brought forward: it came in before these books began."""


class MonthSum(msgspec.Struct, frozen=True):
    """What moved in a month. Both sums are positive."""

    money_in: Money
    money_out: Money
    unknown: int
    """Movements whose amount is not known and is in neither sum."""


def first_of(day: date) -> date:
    """The first day of the month of `day`."""
    return day.replace(day=1)


def local_day(at: datetime, now: datetime) -> date:
    """The day it was at this kiosk, whose local time is `now`."""
    return at.astimezone(now.tzinfo).date()


def months_from(month: date, steps: int) -> date:
    """The first day of the month so many months later; earlier when negative."""
    whole = month.year * 12 + month.month - 1 + steps
    return date(whole // 12, whole % 12 + 1, 1)


def month_sum(movements: Iterable[Transaction], currency: str) -> MonthSum:
    """Add up the movements of one account. An amount in another currency counts as not known."""
    came, went, unknown = Decimal(0), Decimal(0), 0
    for movement in movements:
        amount = movement.amount
        if amount is None or amount.currency != currency:
            unknown += 1
        elif movement.category != NOT_A_MOVEMENT:
            came += max(amount.amount, Decimal(0))
            went += max(-amount.amount, Decimal(0))
    return MonthSum(Money(came, currency), Money(went, currency), unknown)


def newest_first(movements: Iterable[Transaction]) -> tuple[Transaction, ...]:
    """The newest on top; of the same moment, in the order in which the bank told them."""
    return tuple(sorted(movements, key=lambda movement: movement.at, reverse=True))
