"""W14: whether too much cannot be had for a long time (CHECKUP.md 6) [D]."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kiosk.checkup.finding import found, unknown, up_to
from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules
from kiosk.checkup.sums import financial_assets, goals_within, months_after, reserve_needed, worth
from kiosk.model.checkup import CheckResult

ID = "W14"


def check(household: Household, rules: Rules, today: date) -> CheckResult:
    """Money locked for more than 12 months against what is left of FA after the reserve and goals of 5 years.

    Good up to that, watch above, act when it is exceeded by more than a quarter of FA. Value: locked money. Figures:
    locked, room, reserve, goals, assets, over.
    """
    rule, assets = rules.thresholds.locked, financial_assets(household)
    if household.positions is None or assets is None:
        return unknown(ID, household.why_no_assets())
    if assets <= 0:
        return unknown(ID, "no_assets")
    reserve = reserve_needed(household, rules, today)
    if reserve is None:
        return unknown(ID, "spending_unknown")
    goals = goals_within(household, today, int(rule.goal_years))
    if goals is None:
        return unknown(ID, "goals_unknown")
    until = months_after(today, int(rule.locked_months))
    late = [position for position in household.positions if position.matures_on and position.matures_on > until]
    locked = worth(household, late) or Decimal(0)
    room = assets - reserve - goals
    over = max(Decimal(0), locked - max(Decimal(0), room))
    status = up_to(over, Decimal(0), rule.act_share * assets)
    return found(
        ID,
        status,
        household.currency,
        value=locked,
        touched=over,
        figures={
            "locked": locked, "room": room, "reserve": reserve, "goals": goals, "assets": assets, "over": over,
        },
    )  # fmt: skip
