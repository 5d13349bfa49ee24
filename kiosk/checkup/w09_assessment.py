"""W09: whether her risk assessment still holds (CHECKUP.md 3.1 and 6)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kiosk.checkup.finding import found, unknown
from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules
from kiosk.model.checkup import CheckResult, CheckStatus

ID = "W09"


def check(household: Household, rules: Rules, today: date) -> CheckResult:
    """Good up to 365 days [F: NFRA order 2025-7, art. 29], watch in the last 30 of them [D], act afterwards.

    Value: days since. Figures: days, valid_days, left (days), level. One of a day to come counts as not known.
    """
    assessment = household.assessment
    if assessment is None:
        return unknown(ID, "not_assessed")
    days = Decimal((today - assessment.done_on).days)
    if days < 0:
        return unknown(ID, "day_unknown")
    rule = rules.thresholds.assessment
    left = rule.valid_days - days
    status: CheckStatus = "act" if left < 0 else "watch" if left < rule.reminder_days else "good"
    return found(
        ID,
        status,
        household.currency,
        value=days,
        touched=None,
        figures={
            "days": days,
            "valid_days": rule.valid_days,
            "left": max(Decimal(0), left),
            "level": Decimal(assessment.level),
        },
    )
