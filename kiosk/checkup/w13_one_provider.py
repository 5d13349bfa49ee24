"""W13: whether much hangs on one bank or fund house (CHECKUP.md 6)."""

from __future__ import annotations

from datetime import date

from kiosk.checkup.concentration import concentration
from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules
from kiosk.model.checkup import CheckResult

ID = "W13"


def check(household: Household, rules: Rules, today: date) -> CheckResult:  # noqa: ARG001 - all checks are called alike
    """The largest provider's share of all financial assets, insured deposits and treasury bonds left out.

    Good up to 50 %, watch above [F: Ghostfolio X-ray], never act. Value: the share. Figures: largest (its name),
    money, assets, share, allowed.
    """
    return concentration(ID, household, lambda position: position.provider, rules.thresholds.one_provider.good_share)
