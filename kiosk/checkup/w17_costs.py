"""W17: what her products cost a year (CHECKUP.md 4 and 6)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kiosk.checkup.finding import at_most, found, unknown, up_to
from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules
from kiosk.checkup.sums import worth
from kiosk.model.checkup import CheckResult

ID = "W17"


def check(household: Household, rules: Rules, today: date) -> CheckResult:  # noqa: ARG001 - all checks are called alike
    """The yearly fee weighed by money over all that is invested: good up to 1 % [F: Ghostfolio X-ray], watch up to
    2 % [D], act above. Nothing invested costs nothing, and is good.

    Value: the fee, a share a year. Figures: fee, invested, cost (money a year), allowed.
    """
    rule = rules.thresholds.costs
    if household.positions is None:
        return unknown(ID, "holdings_unknown")
    products = [position for position in household.positions if position.invested]
    invested = worth(household, products)
    if invested is None:
        return unknown(ID, household.why_no_assets())
    if any(position.yearly_fee is None for position in products):
        return unknown(ID, "fees_unknown")
    cost = sum(
        ((household.known(each.value) or Decimal(0)) * (each.yearly_fee or Decimal(0)) for each in products), Decimal(0)
    )
    status = up_to(cost, rule.good_fee * invested, rule.watch_fee * invested)
    fee = at_most(cost / invested) if invested > 0 else Decimal(0)
    return found(
        ID,
        status,
        household.currency,
        value=fee,
        touched=cost.quantize(Decimal("0.01")),
        figures={"fee": fee, "invested": invested, "cost": cost, "allowed": rule.good_fee},
    )
