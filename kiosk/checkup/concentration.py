"""What W12 and W13 share: the largest part of all financial assets, sorted by some name."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from kiosk.checkup.finding import at_most, found, unknown, up_to
from kiosk.checkup.household import Household
from kiosk.checkup.position import Position
from kiosk.checkup.sums import financial_assets, largest
from kiosk.model.checkup import CheckResult


def concentration(
    check: str, household: Household, name: Callable[[Position], str], good: Decimal, watch: Decimal | None = None
) -> CheckResult:
    """Good up to a share, watch up to another, act above; without the other, watch is the worst."""
    assets = financial_assets(household)
    if household.positions is None or assets is None:
        return unknown(check, household.why_no_assets())
    if assets <= 0:
        return unknown(check, "no_assets")
    exposed = [position for position in household.positions if not position.insured]
    first = largest(household, exposed, name)
    money = first[1] if first else Decimal(0)
    status = up_to(money, good * assets, None if watch is None else watch * assets)
    share = at_most(money / assets)
    figures: dict[str, Decimal | str] = {"money": money, "assets": assets, "share": share, "allowed": good}
    if first:
        figures["largest"] = first[0]
    return found(
        check,
        status,
        household.currency,
        value=share,
        touched=money,
        figures=figures,
    )
