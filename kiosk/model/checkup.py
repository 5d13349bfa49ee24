"""The result of a wealth check-up: codes and figures, never sentences (CHECKUP.md 6)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from kiosk.model.money import Money

CheckStatus = Literal["good", "watch", "act", "unknown", "info"]


class CheckResult(msgspec.Struct, frozen=True):
    """One check, W01 to W18."""

    id: str
    status: CheckStatus
    foundation: bool = True
    """One of the checks that count first (F in CHECKUP.md 6)."""
    value: Decimal | None = None
    """The number judged, in the check's own unit (months, a share, money)."""
    touched: Money | None = None
    """How much money the finding is about."""
    figures: dict[str, Decimal | str] = {}
    """The numbers put into the formula, by name, each money in `currency` or a share; and names such as a bank's."""
    names: dict[str, dict[str, str]] = {}
    """What those names are in each language, such as of `bank`; empty when they are the same in all."""
    action: str = ""
    """Code of the next step: none, talk, review."""
    reason: str = ""
    """Why the status is unknown: a code such as no_spending."""


class PastCheckup(msgspec.Struct, frozen=True):
    """A check-up of an earlier day, in short."""

    as_of: date
    rules_version: str
    overall: str
    statuses: dict[str, str]
    """Of each check, by its id."""


class CheckupReport(msgspec.Struct, frozen=True):
    """All checks of one day."""

    as_of: date
    rules_version: str
    overall: Literal["foundation", "some_act", "some_watch", "all_good", "too_little"]
    checks: tuple[CheckResult, ...]
    currency: str = "CNY"

    def count(self, status: CheckStatus) -> int:
        """How many checks have that status."""
        return sum(1 for check in self.checks if check.status == status)
