"""W06: whether enough is left over, or from 65 on whether the pension carries her (CHECKUP.md 1.1 and 6)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kiosk.checkup import w07_lasting
from kiosk.checkup.finding import at_least, found, from_on, unknown
from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules
from kiosk.model.checkup import CheckResult, CheckStatus

ID = "W06"


def check(household: Household, rules: Rules, today: date) -> CheckResult:
    """Under 65: (I - S) / I, good from 25 % [F: AFP], watch from 10 % [F], act below.

    From 65 on: G / E, good from 1; below it watch while the money lasts (W07 good or watch), act when it does not
    [D]. Value: a share. Figures: income, spending, left, share, needed; or guaranteed, spending, missing, share.
    """
    age = household.age(today)
    if age is None:
        return unknown(ID, "age_unknown")
    return _pension(household, rules, today) if rules.is_senior(age) else _savings(household, rules)


def _savings(household: Household, rules: Rules) -> CheckResult:
    income, spending = household.income(), household.known(household.spending)
    if income is None:
        return unknown(ID, household.why_no_income("income_unknown"))
    if spending is None:
        return unknown(ID, "spending_unknown")
    if income <= 0:
        return unknown(ID, "no_income")
    rule, left = rules.thresholds.savings, income - spending
    status = from_on(left, rule.good_share * income, rule.watch_share * income)
    share = at_least(left / income)
    return found(
        ID,
        status,
        household.currency,
        value=share,
        touched=left,
        figures={"income": income, "spending": spending, "left": left, "share": share, "needed": rule.good_share},
    )


def _pension(household: Household, rules: Rules, today: date) -> CheckResult:
    guaranteed, spending = household.guaranteed_income(), household.known(household.essential_spending)
    if guaranteed is None:
        return unknown(ID, household.why_no_income("pension_unknown"))
    if spending is None:
        return unknown(ID, "spending_unknown")
    if spending <= 0:
        return unknown(ID, "no_spending")
    missing, share = max(Decimal(0), spending - guaranteed), at_least(guaranteed / spending)
    status: CheckStatus = "good"
    if missing:
        lasting = w07_lasting.check(household, rules, today).status
        if lasting == "unknown":
            return unknown(ID, household.why_no_assets())
        status = "act" if lasting == "act" else "watch"
    return found(
        ID,
        status,
        household.currency,
        value=share,
        touched=missing,
        figures={"guaranteed": guaranteed, "spending": spending, "missing": missing, "share": share},
    )
