"""W01: how long the money at hand would last (CHECKUP.md 1.1, 1.2 and 6)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kiosk.checkup.finding import at_least, found, from_on, unknown
from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules
from kiosk.checkup.sums import reserve_needed
from kiosk.checkup.thresholds import EmergencyMoneyRule
from kiosk.model.checkup import CheckResult, CheckStatus

ID = "W01"


def check(household: Household, rules: Rules, today: date) -> CheckResult:
    """Compare liquid assets L with essential spending E a month, debt payments included.

    Under 65: good from 3 E [F: exam 证券 #1019], watch from 1 E [D], act below; info above 12 E [D].
    From 65 on: good from 6 E + 12 max(0, E - G), G the guaranteed income; act below 3 E [D, from T. Rowe Price and
    Morningstar]. Value: months. Figures: liquid, spending, months, need, and from 65 on guaranteed and floor.
    """
    age = household.age(today)
    if age is None:
        return unknown(ID, "age_unknown")
    liquid, spending = household.known(household.liquid), household.known(household.essential_spending)
    if liquid is None:
        return unknown(ID, "liquid_unknown")
    if spending is None:
        return unknown(ID, "spending_unknown")
    if spending <= 0:
        return unknown(ID, "no_spending")
    rule, need = rules.thresholds.emergency_money, reserve_needed(household, rules, today)
    if need is None:
        return unknown(ID, household.why_no_income("pension_unknown"))
    if not rules.is_senior(age):
        return _finding(household, _status(liquid, spending, rule), liquid, spending, {"need": need})
    guaranteed, floor = household.guaranteed_income() or Decimal(0), rule.senior_floor_months * spending
    figures = {"need": need, "floor": floor, "guaranteed": guaranteed}
    return _finding(household, from_on(liquid, need, floor), liquid, spending, figures)


def _status(liquid: Decimal, spending: Decimal, rule: EmergencyMoneyRule) -> CheckStatus:
    if liquid > rule.plenty_months * spending:
        return "info"
    if liquid >= rule.good_months * spending:
        return "good"
    return "watch" if liquid >= rule.watch_months * spending else "act"


def _finding(
    household: Household, status: CheckStatus, liquid: Decimal, spending: Decimal, figures: dict[str, Decimal]
) -> CheckResult:
    months = at_least(liquid / spending)
    missing = max(Decimal(0), figures["need"] - liquid)
    return found(
        ID,
        status,
        household.currency,
        value=months,
        touched=missing,
        figures={"liquid": liquid, "spending": spending, "months": months, "missing": missing, **figures},
    )
