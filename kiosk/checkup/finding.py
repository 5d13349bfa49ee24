"""How a check puts its finding: the status, the numbers behind it, and the code of the next step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from kiosk.model.checkup import CheckResult, CheckStatus
from kiosk.model.money import Money

FOUNDATION: Final = frozenset({"W01", "W02", "W03", "W04", "W05", "W06", "W07"})
"""The checks that count first (F in CHECKUP.md 6)."""

REASONS: Final = (
    "age_unknown", "liquid_unknown", "spending_unknown", "no_spending", "pension_unknown", "debts_unknown",
    "payments_unknown", "income_unknown", "no_income", "assets_unknown", "no_assets", "rates_unknown",
    "deposits_unknown", "limit_unknown", "other_currency", "rate_old", "holdings_unknown", "dependants_unknown",
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


def found(
    check: str,
    status: CheckStatus,
    currency: str,
    *,
    value: Decimal | None,
    touched: Decimal | None,
    figures: Mapping[str, Decimal | str],
) -> CheckResult:
    """The finding of a check. `touched`: how much of her money it is about; None while that is not known."""
    return CheckResult(
        id=check,
        status=status,
        foundation=check in FOUNDATION,
        value=value,
        touched=None if touched is None else Money(touched, currency),
        figures=dict(figures),
        action=NEXT_STEP[status],
    )


def unknown(check: str, reason: str) -> CheckResult:
    """The finding of a check that cannot tell. `reason` is one of REASONS."""
    return CheckResult(
        id=check, status="unknown", foundation=check in FOUNDATION, reason=reason, action=NEXT_STEP["unknown"]
    )


def mostly_unknown(results: Iterable[CheckResult]) -> bool:
    """Whether most foundation checks cannot tell, four or more of the seven: then nothing is judged on the whole."""
    foundation = [result.status for result in results if result.foundation]
    return 2 * foundation.count("unknown") > len(foundation)


def up_to(number: Decimal, good: Decimal, watch: Decimal | None = None) -> CheckStatus:
    """Good up to one bound, watch up to the other, act above; without the other, watch is the worst.

    A bound belongs to its better side. Hand in bounds in the number's own unit: nothing is divided before it is judged.
    """
    if number <= good:
        return "good"
    return "watch" if watch is None or number <= watch else "act"


def from_on(number: Decimal, good: Decimal, watch: Decimal) -> CheckStatus:
    """Good from one bound on, watch from the other on, act below; a bound belongs to its better side."""
    if number >= good:
        return "good"
    return "watch" if number >= watch else "act"


def at_least(number: Decimal) -> Decimal:
    """A number of which more is better, to four places, never rounded up over a threshold."""
    return number.quantize(_PLACES, ROUND_FLOOR)


def at_most(number: Decimal) -> Decimal:
    """A number of which less is better, to four places, never rounded down over a threshold."""
    return number.quantize(_PLACES, ROUND_CEILING)
