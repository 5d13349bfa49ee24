"""W18: what a bad year for shares would take, in money and in months of spending (CHECKUP.md 2.2 and 6)."""

from __future__ import annotations

from datetime import date

from kiosk.checkup.finding import at_most, found, unknown
from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules
from kiosk.checkup.sums import equity
from kiosk.model.checkup import CheckResult

ID = "W18"


def check(household: Household, rules: Rules, today: date) -> CheckResult:  # noqa: ARG001 - all checks are called alike
    """Half of what is in shares [F: a public planning tool's fixed rule]: calendar years understate what can happen.

    Always info. Value: months of essential spending. Figures: equity, loss, spending, months, share (of the shares).
    """
    shares, spending = equity(household), household.known(household.essential_spending)
    if shares is None:
        return unknown(ID, "shares_unknown")
    if spending is None:
        return unknown(ID, "spending_unknown")
    if spending <= 0:
        return unknown(ID, "no_spending")
    part = rules.thresholds.equity.stress_loss
    loss = part * shares
    months = at_most(loss / spending)
    return found(
        ID,
        "info",
        household.currency,
        value=months,
        touched=loss,
        figures={"equity": shares, "loss": loss, "spending": spending, "months": months, "share": part},
    )
