"""How long orders wait, from which day on: a checked, dated table (assets/orders.toml)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

import assets
from kiosk.checkup.dated import in_force, read_table

Hours = Annotated[int, Meta(ge=1, le=24 * 30)]
Seconds = Annotated[int, Meta(ge=5, le=600)]
"""At least the five seconds of STANDARDS.md FR-09."""


class OrderRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What holds from a day on."""

    valid_from: date
    cooling_off_hours: Annotated[int, Meta(ge=24, le=24 * 30)]
    """No order is placed sooner after it was confirmed (CHECKUP.md 3.1)."""
    cooling_mark: str
    cooling_source: str
    wait_s: Seconds
    """Between the first and the second confirmation."""
    senior_wait_s: Seconds
    senior_age: Annotated[int, Meta(ge=50, le=65)]
    """From this age on she has more time and a witness."""
    wait_mark: str
    unfinished_hours: Hours
    paused_hours: Hours

    def __post_init__(self) -> None:
        if self.senior_wait_s < self.wait_s:
            raise ValueError("who is older has no less time")

    def is_senior(self, age: int) -> bool:
        """Whether she has more time and a witness."""
        return age >= self.senior_age

    def wait(self, age: int) -> timedelta:
        """Between the two confirmations."""
        return timedelta(seconds=self.senior_wait_s if self.is_senior(age) else self.wait_s)

    @property
    def cooling_off(self) -> timedelta:
        """Between the second confirmation (or the witness) and the payment."""
        return timedelta(hours=self.cooling_off_hours)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rules: Annotated[tuple[OrderRules, ...], Meta(min_length=1)]


def load_order_rules(today: date, folder: Path | None = None) -> OrderRules:
    """What holds on `today`. Raises RulesError."""
    table = (folder or assets.ROOT) / "orders.toml"
    return in_force(table, read_table(table, _File).rules, today)
