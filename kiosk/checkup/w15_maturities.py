"""W15: whether much falls due at once (CHECKUP.md 6) [D]."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from kiosk.checkup.finding import at_most, found, unknown, up_to
from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules
from kiosk.checkup.sums import financial_assets
from kiosk.model.checkup import CheckResult

ID = "W15"


def check(household: Household, rules: Rules, today: date) -> CheckResult:
    """The largest share of FA that falls due within any 90 days: good up to 50 %, watch above, never act.

    Value: the share. Figures: money, assets, share, allowed, and first and last (days, ISO 8601) of that window.
    """
    rule, assets = rules.thresholds.maturities, financial_assets(household)
    if household.positions is None or assets is None:
        return unknown(ID, household.why_no_assets())
    if assets <= 0:
        return unknown(ID, "no_assets")
    due = sorted(
        (position.matures_on, household.known(position.value) or Decimal(0))
        for position in household.positions
        if position.matures_on and position.matures_on >= today
    )
    money, first, last = _fullest(due, timedelta(days=int(rule.window_days)))
    status = up_to(money, rule.good_share * assets)
    share = at_most(money / assets)
    figures: dict[str, Decimal | str] = {"money": money, "assets": assets, "share": share, "allowed": rule.good_share}
    if first and last:
        figures |= {"first": first.isoformat(), "last": last.isoformat()}
    return found(
        ID,
        status,
        household.currency,
        value=share,
        touched=money,
        figures=figures,
    )


def _fullest(due: list[tuple[date, Decimal]], width: timedelta) -> tuple[Decimal, date | None, date | None]:
    """The window with most in it, the earliest of several; its first and last day of maturity."""
    best: tuple[Decimal, date | None, date | None] = (Decimal(0), None, None)
    start, running = 0, Decimal(0)
    for day, amount in due:
        running += amount
        while day - due[start][0] >= width:
            running -= due[start][1]
            start += 1
        if running > best[0]:
            best = (running, due[start][0], day)
    return best
