"""W03: how much of what she owns is free of debt (CHECKUP.md 1.1 and 6)."""

from __future__ import annotations

from datetime import date

from kiosk.checkup.finding import at_least, found, from_on, unknown
from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules
from kiosk.model.checkup import CheckResult

ID = "W03"


def check(household: Household, rules: Rules, today: date) -> CheckResult:  # noqa: ARG001 - all checks are called alike
    """Compare net worth with everything owned.

    Good from 0.5 [F: exam 银行 #1008], watch from 0.3 [D], act below. Value: a share, negative when more is owed than
    owned. Figures: assets, debts, net, share, needed (the share that is good).
    """
    assets = household.known(household.assets)
    if assets is None:
        return unknown(ID, household.why_no_assets())
    running = household.running_debts()
    debts = None if running is None else household.total(debt.owed for debt in running)
    if debts is None:
        return unknown(ID, "debts_unknown")
    if assets <= 0:
        return unknown(ID, "no_assets")
    rule, net = rules.thresholds.solvency, assets - debts
    status = from_on(net, rule.good_share * assets, rule.watch_share * assets)
    share = at_least(net / assets)
    return found(
        ID,
        status,
        household.currency,
        value=share,
        touched=debts,
        figures={"assets": assets, "debts": debts, "net": net, "share": share, "needed": rule.good_share},
    )
