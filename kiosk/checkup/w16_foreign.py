"""W16: whether more is in other currencies than she spends in them (CHECKUP.md 6) [D]."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kiosk.checkup.finding import at_most, found, unknown, up_to
from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules
from kiosk.checkup.sums import financial_assets, worth
from kiosk.model.checkup import CheckResult

ID = "W16"


def check(household: Household, rules: Rules, today: date) -> CheckResult:  # noqa: ARG001 - all checks are called alike
    """Share of FA in other currencies less the share of spending in them: good up to 20 points, watch above.

    Value: the difference, as a share. Figures: foreign, assets, share, spending_share, allowed. Without anything
    foreign it is good, whatever she spends.
    """
    rule, assets = rules.thresholds.foreign, financial_assets(household)
    if household.positions is None or assets is None:
        return unknown(ID, household.why_no_assets())
    if assets <= 0:
        return unknown(ID, "no_assets")
    if any(position.foreign is None for position in household.positions):
        return unknown(ID, "foreign_unknown")
    foreign = worth(household, (position for position in household.positions if position.foreign)) or Decimal(0)
    spent = household.foreign_spending_share
    if spent is None and foreign > 0:
        return unknown(ID, "foreign_unknown")
    spent = spent or Decimal(0)
    status = up_to(foreign, (rule.good_points + spent) * assets)
    share = at_most(foreign / assets)
    return found(
        ID,
        status,
        household.currency,
        value=at_most(foreign / assets - spent),
        touched=foreign,
        figures={
            "foreign": foreign, "assets": assets, "share": share, "spending_share": spent, "allowed": rule.good_points,
        },
    )  # fmt: skip
