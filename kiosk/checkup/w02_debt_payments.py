"""W02: how much of a month's income goes into debts (CHECKUP.md 1.1 and 6)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kiosk.checkup.finding import at_most, found, unknown, up_to
from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules
from kiosk.model.checkup import CheckResult

ID = "W02"


def check(household: Household, rules: Rules, today: date) -> CheckResult:
    """Compare monthly debt payments with after-tax income.

    Good to 30 % [F: 汪连新 2016], watch to 40 % [F: exam 理财规划师 #192], act above; from 65 on good to 20 % [D].
    No debt is good. Value: a share. Figures: payments, income, share, allowed (the share that is still good).
    """
    debts = household.running_debts()
    if debts is None:
        return unknown(ID, "debts_unknown")
    if not debts:
        none = Decimal(0)
        figures = {"payments": none, "share": none}
        return found(ID, "good", household.currency, value=none, touched=none, figures=figures)
    payments, income = household.total(debt.monthly_payment for debt in debts), household.income()
    if payments is None:
        return unknown(ID, "payments_unknown")
    if income is None:
        return unknown(ID, household.why_no_income("income_unknown"))
    if income <= 0:
        return unknown(ID, "no_income")
    age = household.age(today)
    if age is None:
        return unknown(ID, "age_unknown")
    return _finding(household, payments, income, rules, senior=rules.is_senior(age))


def _finding(household: Household, payments: Decimal, income: Decimal, rules: Rules, *, senior: bool) -> CheckResult:
    rule = rules.thresholds.debt_payments
    allowed = rule.senior_good_share if senior else rule.good_share
    status = up_to(payments, allowed * income, rule.watch_share * income)
    share = at_most(payments / income)
    figures = {"payments": payments, "income": income, "share": share, "allowed": allowed}
    return found(ID, status, household.currency, value=share, touched=payments, figures=figures)
