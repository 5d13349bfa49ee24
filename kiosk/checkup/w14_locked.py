"""W14: whether too much cannot be had for a long time (CHECKUP.md 6) [D]."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kiosk.checkup.finding import NEXT_STEP, unknown
from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules
from kiosk.checkup.sums import financial_assets, goals_within, months_after, reserve_needed, worth
from kiosk.model.checkup import CheckResult, CheckStatus
from kiosk.model.money import Money

ID = "W14"


def check(household: Household, rules: Rules, today: date) -> CheckResult:
    """Money locked for more than 12 months against what is left of FA after the reserve and goals of 5 years.

    Good up to that, watch above, act when it is exceeded by more than a quarter of FA. Value: locked money. Figures:
    locked, room, reserve, goals, assets, over.
    """
    rule, assets = rules.thresholds.locked, financial_assets(household)
    if household.positions is None or assets is None:
        return unknown(ID, "assets_unknown", foundation=False)
    if assets <= 0:
        return unknown(ID, "no_assets", foundation=False)
    reserve = reserve_needed(household, rules, today)
    if reserve is None:
        return unknown(ID, "spending_unknown", foundation=False)
    goals = goals_within(household, today, int(rule.goal_years))
    if goals is None:
        return unknown(ID, "goals_unknown", foundation=False)
    until = months_after(today, int(rule.locked_months))
    late = [position for position in household.positions if position.matures_on and position.matures_on > until]
    locked = worth(household, late) or Decimal(0)
    room = assets - reserve - goals
    over = max(Decimal(0), locked - max(Decimal(0), room))
    status: CheckStatus = "good"
    if over > 0:
        status = "act" if over > rule.act_share * assets else "watch"
    return CheckResult(
        id=ID,
        status=status,
        foundation=False,
        value=locked,
        touched=Money(over, household.currency),
        figures={
            "locked": locked, "room": room, "reserve": reserve, "goals": goals, "assets": assets, "over": over,
        },
        action=NEXT_STEP[status],
    )  # fmt: skip
