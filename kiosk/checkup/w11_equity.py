"""W11: whether more is in shares than her level and age bear (CHECKUP.md 2.3 and 6)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kiosk.checkup.allocation import stage_of, target
from kiosk.checkup.assessment import Assessment
from kiosk.checkup.finding import at_most, found, unknown, up_to
from kiosk.checkup.household import Household, Stage
from kiosk.checkup.rules import Rules
from kiosk.checkup.suitability import expired
from kiosk.checkup.sums import equity, financial_assets, reserve_needed
from kiosk.model.checkup import CheckResult

ID = "W11"


def check(household: Household, rules: Rules, today: date) -> CheckResult:
    """Compare the share in shares with the ceiling, the smaller of level cap [D] and age path [F: Vanguard].

    Good up to it, watch up to 5 percentage points above [D], act beyond. Below the target is never a warning: from 65
    on it is info only [D]. With an assessment that is too old there is no ceiling: grey, as in W10. Value: percentage
    points above the ceiling, as a share (negative below). Figures: equity, assets, share, ceiling, target, above
    (money).
    """
    age, assessment = household.age(today), household.assessment
    if age is None:
        return unknown(ID, "age_unknown")
    assets, shares = financial_assets(household), equity(household)
    if assets is None:
        return unknown(ID, household.why_no_assets())
    if shares is None:
        return unknown(ID, "shares_unknown")
    if assets <= 0:
        return unknown(ID, "no_assets")
    if assessment is None:
        return unknown(ID, "not_assessed")
    if expired(assessment, rules, today):
        return unknown(ID, "expired")
    stage = stage_of(household.stage, age, rules.thresholds.senior_age)
    if stage is None:
        return unknown(ID, "stage_unknown")
    ceiling = rules.allocation.ceiling(assessment.level, age, no_loss=assessment.no_loss)
    status = up_to(shares, ceiling * assets, (ceiling + rules.thresholds.equity.watch_points) * assets)
    aim = _aim(household, rules, today, assessment, stage, assets)
    if status == "good" and rules.is_senior(age) and aim is not None and shares < aim * assets:
        status = "info"
    share, above = at_most(shares / assets), max(Decimal(0), shares - ceiling * assets)
    return found(
        ID,
        status,
        household.currency,
        value=at_most(shares / assets - ceiling),
        touched=above.quantize(Decimal("0.01")),
        figures={
            "equity": shares,
            "assets": assets,
            "share": share,
            "ceiling": ceiling,
            "above": above,
            **({} if aim is None else {"target": aim}),
        },
    )


def _aim(
    household: Household, rules: Rules, today: date, assessment: Assessment, stage: Stage, assets: Decimal
) -> Decimal | None:
    """The target's share in shares; None while the emergency money, which comes first, is not known."""
    reserve = reserve_needed(household, rules, today)
    if reserve is None:
        return None
    level, no_loss = assessment.level, assessment.no_loss
    return target(rules.allocation, stage, level, no_loss=no_loss, reserve=reserve / assets).equity
