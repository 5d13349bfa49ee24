"""The dated tables the check-up judges by: thresholds and deposit insurance limits (assets/checkup)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import Meta

import assets


class RulesError(ValueError):
    """A table cannot be used, or none holds on that day; says which and why."""


class Checked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every number of a table is above zero."""

    def __post_init__(self) -> None:
        for name in self.__struct_fields__:
            number = getattr(self, name)
            if isinstance(number, Decimal) and number <= 0:
                raise ValueError(f"{name} must be above zero")


class EmergencyMoneyRule(Checked, frozen=True):
    """W01, in months of essential spending."""

    good_months: Decimal
    watch_months: Decimal
    plenty_months: Decimal
    senior_months: Decimal
    senior_gap_months: Decimal
    senior_floor_months: Decimal


class DebtPaymentsRule(Checked, frozen=True):
    """W02, in shares of after-tax income."""

    good_share: Decimal
    watch_share: Decimal
    senior_good_share: Decimal


class SolvencyRule(Checked, frozen=True):
    """W03, in shares of what is owned."""

    good_share: Decimal
    watch_share: Decimal


class CostlyDebtRule(Checked, frozen=True):
    """W04: a debt above this share a year is costly."""

    yearly_rate: Decimal


class Thresholds(Checked, frozen=True):
    """One set of thresholds, in force from a day on."""

    version: Annotated[str, Meta(min_length=1)]
    valid_from: date
    senior_age: Annotated[int, Meta(ge=50, le=100)]
    emergency_money: EmergencyMoneyRule
    debt_payments: DebtPaymentsRule
    solvency: SolvencyRule
    costly_debt: CostlyDebtRule


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

    @property
    def version(self) -> str:
        """Names the thresholds and the newest limit used, so that a report tells what it was judged by."""
        newest = max((limit.valid_from for limit in self.limits), default=self.thresholds.valid_from)
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
    thresholds = [rule for rule in _read(folder / "thresholds.toml", _ThresholdsFile).rules if rule.valid_from <= today]
    if not thresholds:
        raise RulesError(f"{folder / 'thresholds.toml'}: nothing holds on {today.isoformat()}")
    in_force: dict[str, DepositLimit] = {}
    for limit in sorted(_read(folder / "deposit_insurance.toml", _LimitsFile).limits, key=lambda each: each.valid_from):
        if limit.valid_from <= today:
            in_force[limit.country] = limit
    return Rules(max(thresholds, key=lambda rule: rule.valid_from), tuple(in_force.values()))


_File = TypeVar("_File", _ThresholdsFile, _LimitsFile)


def _read(path: Path, shape: type[_File]) -> _File:
    try:
        table = msgspec.toml.decode(path.read_bytes(), type=shape)
    except (OSError, msgspec.DecodeError) as problem:
        raise RulesError(f"{path}: {problem}") from problem
    days = [_begins(entry) for entry in (table.rules if isinstance(table, _ThresholdsFile) else table.limits)]
    if len(set(days)) != len(days):
        raise RulesError(f"{path}: two entries begin on the same day")
    return table


def _begins(entry: Thresholds | DepositLimit) -> tuple[str, date]:
    return (entry.country if isinstance(entry, DepositLimit) else "", entry.valid_from)
