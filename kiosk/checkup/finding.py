"""How a check puts its finding: the status, the numbers behind it, and the code of the next step."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from kiosk.model.checkup import CheckResult, CheckStatus

REASONS: Final = (
    "age_unknown", "liquid_unknown", "spending_unknown", "no_spending", "pension_unknown", "debts_unknown",
    "payments_unknown", "income_unknown", "no_income", "assets_unknown", "no_assets", "rates_unknown",
    "deposits_unknown", "limit_unknown", "other_currency", "holdings_unknown", "dependants_unknown",
    "premiums_unknown", "cover_unknown", "not_assessed", "expired", "day_unknown", "child", "no_guardian",
    "no_capacity", "stage_unknown", "shares_unknown", "fees_unknown", "goals_unknown",
    "foreign_unknown",
)  # fmt: skip
"""Every reason a check may give for not knowing; "no_…" is a zero that cannot be divided by."""

NEXT_STEP: Final[dict[CheckStatus, str]] = {
    "good": "none", "info": "none", "watch": "review", "act": "talk", "unknown": "talk",
}  # fmt: skip
"""Nothing to do; look at it once in a while; talk with a person, who can also add what is not known."""

_PLACES = Decimal("0.0001")


def unknown(check: str, reason: str, *, foundation: bool = True) -> CheckResult:
    """The finding of a check that cannot tell. `reason` is one of REASONS."""
    return CheckResult(id=check, status="unknown", foundation=foundation, reason=reason, action=NEXT_STEP["unknown"])


def at_least(number: Decimal) -> Decimal:
    """A number of which more is better, to four places, never rounded up over a threshold."""
    return number.quantize(_PLACES, ROUND_FLOOR)


def at_most(number: Decimal) -> Decimal:
    """A number of which less is better, to four places, never rounded down over a threshold."""
    return number.quantize(_PLACES, ROUND_CEILING)
