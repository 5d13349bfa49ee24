"""Sums over a household's positions, each of them None as soon as a part is not known."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from kiosk.checkup.household import Household
from kiosk.checkup.position import Position
from kiosk.checkup.rules import Rules


def worth(household: Household, positions: Iterable[Position]) -> Decimal | None:
    """What some positions are worth together."""
    return household.total(position.value for position in positions)


def financial_assets(household: Household) -> Decimal | None:
    """FA: what all positions are worth."""
    return None if household.positions is None else worth(household, household.positions)


def equity(household: Household) -> Decimal | None:
    """What lies in shares, funds of shares counted by how much of them is shares."""
    if household.positions is None:
        return None
    parts = [_equity(household, position) for position in household.positions]
    return None if None in parts else sum((part for part in parts if part is not None), Decimal(0))


def _equity(household: Household, position: Position) -> Decimal | None:
    if position.equity_share == 0:
        return Decimal(0)
    value = household.known(position.value)
    return None if value is None or position.equity_share is None else value * position.equity_share


def largest(
    household: Household, positions: Iterable[Position], name: Callable[[Position], str]
) -> tuple[str, Decimal] | None:
    """The name under which most money lies, and how much; None when there is nothing or a part is not known.

    Of two that are alike the first name by alphabet, so that the order of accounts changes nothing.
    """
    sums: dict[str, Decimal] = {}
    for position in positions:
        value = household.known(position.value)
        if value is None:
            return None
        sums[name(position)] = sums.get(name(position), Decimal(0)) + value
    if not sums:
        return None
    first = min(sums, key=lambda each: (-sums[each], each))
    return first, sums[first]


def reserve_needed(household: Household, rules: Rules, today: date) -> Decimal | None:
    """The emergency money of W01; None when spending, age or (from 65 on) pension are not known."""
    age, spending = household.age(today), household.known(household.essential_spending)
    if age is None or spending is None:
        return None
    rule = rules.thresholds.emergency_money
    if not rules.is_senior(age):
        return rule.good_months * spending
    guaranteed = household.guaranteed_income()
    if guaranteed is None:
        return None
    return rule.senior_months * spending + rule.senior_gap_months * max(Decimal(0), spending - guaranteed)


def goals_within(household: Household, today: date, years: int) -> Decimal | None:
    """Money wanted for goals that are due within so many years; None when the goals are not known."""
    if household.goals is None:
        return None
    until = months_after(today, 12 * years)
    return household.total(goal.amount for goal in household.goals if goal.due <= until)


def months_after(day: date, months: int) -> date:
    """The same day so many months on; the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
