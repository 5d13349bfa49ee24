"""W12: whether much hangs on one product (CHECKUP.md 4 and 6)."""

from __future__ import annotations

from datetime import date

from kiosk.checkup.concentration import concentration
from kiosk.checkup.household import Household
from kiosk.checkup.rules import Rules
from kiosk.model.checkup import CheckResult

ID = "W12"


def check(household: Household, rules: Rules, today: date) -> CheckResult:  # noqa: ARG001 - all checks are called alike
    """The largest product's share of all financial assets, insured deposits and treasury bonds left out.

    Good up to 10 %, watch up to 25 %, act above [F: FSA 2009-10: needs a good reason, not a law]. Value: the share.
    Figures: largest (its id), money, assets, share, allowed.
    """
    rule = rules.thresholds.one_product
    return concentration(ID, household, lambda position: position.id, rule.good_share, rule.watch_share)
