"""W04: whether a debt is overdue or costs too much (CHECKUP.md 4 and 6)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from kiosk.checkup.finding import found, unknown
from kiosk.checkup.household import Debt, Household
from kiosk.checkup.rules import Rules
from kiosk.model.checkup import CheckResult, CheckStatus

ID = "W04"


def check(household: Household, rules: Rules, today: date) -> CheckResult:  # noqa: ARG001 - all checks are called alike
    """Look for a debt that is overdue (act) or above 6 % a year (watch) [F: a public planning tool's rule].

    What is known to be bad is said even while another debt is not fully known. Value: how many debts it is about.
    Figures: debts (how many there are), and costly or overdue (how many), highest_rate, limit_rate, owed (money, left
    out while it is not known).
    """
    debts = household.running_debts()
    if debts is None:
        return unknown(ID, "debts_unknown")
    limit = rules.thresholds.costly_debt.yearly_rate
    overdue = [debt for debt in debts if debt.overdue]
    costly = [debt for debt in debts if debt.yearly_rate is not None and debt.yearly_rate > limit]
    if overdue:
        return _finding(household, "act", overdue, {"overdue": Decimal(len(overdue)), "limit_rate": limit})
    if costly:
        return _finding(household, "watch", costly, {"costly": Decimal(len(costly)), "limit_rate": limit})
    if any(debt.overdue is None or debt.yearly_rate is None for debt in debts):
        return unknown(ID, "rates_unknown")
    return _finding(household, "good", (), {"limit_rate": limit})


def _finding(
    household: Household, status: CheckStatus, bad: Iterable[Debt], counted: dict[str, Decimal]
) -> CheckResult:
    bad = tuple(bad)
    figures: dict[str, Decimal | str] = {"debts": Decimal(len(household.running_debts() or ())), **counted}
    rates = [debt.yearly_rate for debt in bad if debt.yearly_rate is not None]
    if rates:
        figures["highest_rate"] = max(rates)
    owed = household.total(debt.owed for debt in bad)
    if owed is not None:
        figures["owed"] = owed
    return found(
        ID,
        status,
        household.currency,
        value=Decimal(len(bad)),
        touched=owed,
        figures=figures,
    )
