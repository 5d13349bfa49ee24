"""What the check-up judges by on one day: thresholds, limits of deposit insurance, allocation tables."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

import assets
from kiosk.checkup.allocation import Allocation, load_allocation
from kiosk.checkup.dated import RulesError, in_force, read_table
from kiosk.checkup.thresholds import Checked, Thresholds

__all__ = ["DepositLimit", "Rules", "RulesError", "load_rules"]


class DepositLimit(Checked, frozen=True):
    """What one country's deposit insurance covers for each depositor at each bank, from a day on."""

    country: Annotated[str, Meta(pattern="^[A-Z]{2}$")]
    currency: Annotated[str, Meta(pattern="^[A-Z]{3}$")]
    valid_from: date
    limit: Decimal
    mark: Literal["F", "M", "D"]
    """F: a published source was read; M: from memory; D: our own rule."""
    source: Annotated[str, Meta(min_length=1)]


class _ThresholdsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rules: Annotated[tuple[Thresholds, ...], Meta(min_length=1)]


class _LimitsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    limits: Annotated[tuple[DepositLimit, ...], Meta(min_length=1)]


class Rules(msgspec.Struct, frozen=True):
    """What holds on one day."""

    thresholds: Thresholds
    limits: tuple[DepositLimit, ...]
    """At most one a country."""
    allocation: Allocation

    @property
    def version(self) -> str:
        """Names the thresholds and the newest other table used, so that a report tells what it was judged by."""
        newest = max((self.allocation.valid_from, *(limit.valid_from for limit in self.limits)))
        return f"{self.thresholds.version}+{newest.isoformat()}"

    def deposit_limit(self, country: str, currency: str) -> Decimal | None:
        """The insured amount in that currency; None when the table has none."""
        for limit in self.limits:
            if (limit.country, limit.currency) == (country, currency):
                return limit.limit
        return None

    def is_senior(self, age: int) -> bool:
        """Whether the rules for people of 65 and over hold."""
        return age >= self.thresholds.senior_age


def load_rules(today: date, folder: Path | None = None) -> Rules:
    """Read the tables (the project's own when no folder is given) and keep what holds on `today`. Raises RulesError."""
    folder = folder or assets.ROOT / "checkup"
    table = folder / "thresholds.toml"
    thresholds = in_force(table, read_table(table, _ThresholdsFile).rules, today)
    return Rules(thresholds, _limits(folder / "deposit_insurance.toml", today), load_allocation(today, folder))


def _limits(path: Path, today: date) -> tuple[DepositLimit, ...]:
    """Each country's limit in force; a country whose first limit is yet to begin has none."""
    every = sorted(read_table(path, _LimitsFile).limits, key=lambda limit: limit.country)
    found = []
    for _, group in groupby(every, key=lambda limit: limit.country):
        limits = tuple(group)
        if any(limit.valid_from <= today for limit in limits):
            found.append(in_force(path, limits, today))
    return tuple(found)
