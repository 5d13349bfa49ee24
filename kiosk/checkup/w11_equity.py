"""W11: whether more is in shares than her level and age bear (CHECKUP.md 2.3 and 6)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kiosk.checkup.allocation import stage_of, target
from kiosk.checkup.finding import NEXT_STEP, at_most, unknown
from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules
from kiosk.checkup.sums import equity, financial_assets, reserve_needed
from kiosk.model.checkup import CheckResult, CheckStatus
from kiosk.model.money import Money

ID = "W11"


def check(household: Household, rules: Rules, today: date) -> CheckResult:
    """Compare the share in shares with the ceiling, the smaller of level cap [D] and age path [F: Vanguard].

    Good up to it, watch up to 5 percentage points above [D], act beyond. Below the target is never a warning: from 65
    on it is info only [D]. Value: percentage points above the ceiling, as a share (negative below). Figures: equity,
    assets, share, ceiling, target, above (money).
    """
    age, assessment = household.age(today), household.assessment
    if age is None:
        return unknown(ID, "age_unknown", foundation=False)
    assets, shares = financial_assets(household), equity(household)
    if assets is None:
        return unknown(ID, "assets_unknown", foundation=False)
    if shares is None:
        return unknown(ID, "shares_unknown", foundation=False)
    if assets <= 0:
        return unknown(ID, "no_assets", foundation=False)
    if assessment is None:
        return unknown(ID, "not_assessed", foundation=False)
    stage = stage_of(household.stage, age, rules.thresholds.senior_age)
    if stage is None:
        return unknown(ID, "stage_unknown", foundation=False)
    table = rules.allocation
    ceiling = table.ceiling(assessment.level, age, no_loss=assessment.no_loss)
    reserve = (reserve_needed(household, rules, today) or Decimal(0)) / assets
    aim = target(table, stage, assessment.level, no_loss=assessment.no_loss, reserve=reserve).equity
    status = _status(shares, assets, ceiling, rules.thresholds.equity.watch_points)
    if status == "good" and rules.is_senior(age) and shares < aim * assets:
        status = "info"
    share, above = at_most(shares / assets), max(Decimal(0), shares - ceiling * assets)
    return CheckResult(
        id=ID,
        status=status,
        foundation=False,
        value=at_most(shares / assets - ceiling),
        touched=Money(above.quantize(Decimal("0.01")), household.currency),
        figures={
            "equity": shares, "assets": assets, "share": share, "ceiling": ceiling, "target": aim, "above": above,
        },
        action=NEXT_STEP[status],
    )  # fmt: skip


def _status(shares: Decimal, assets: Decimal, ceiling: Decimal, watch: Decimal) -> CheckStatus:
    if shares <= ceiling * assets:
        return "good"
    return "watch" if shares <= (ceiling + watch) * assets else "act"
