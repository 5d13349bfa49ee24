"""How her money might be spread: the target for stage and level, and the ceiling for shares (CHECKUP.md 2)."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_FLOOR, Decimal
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

import assets
from kiosk.checkup.assessment import Level
from kiosk.checkup.dated import in_force, read_table
from kiosk.checkup.household import Stage

Percent = Annotated[int, Meta(ge=0, le=100)]
HUNDRED = Decimal(100)
CENT = Decimal("0.01")
PARTS = ("equity", "bonds", "cash")
STAGES: tuple[Stage, ...] = ("S0", "S1", "S2", "S3", "S4")


class StageRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Shares and cash of a life stage, in percent; the rest is bonds."""

    equity: Percent
    cash: Percent

    def __post_init__(self) -> None:
        if self.equity + self.cash > 100:
            raise ValueError("shares and cash are more than everything")


class GlidePath(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Most in shares by age; between two ages a straight line, outside them the nearest."""

    ages: tuple[int, ...]
    equity: tuple[Decimal, ...]

    def __post_init__(self) -> None:
        if not self.ages or len(self.ages) != len(self.equity) or list(self.ages) != sorted(set(self.ages)):
            raise ValueError("ages must rise, one number each")

    def at(self, age: int) -> Decimal:
        """Percent at an age."""
        if age <= self.ages[0]:
            return self.equity[0]
        for left, right, low, high in zip(self.ages, self.ages[1:], self.equity, self.equity[1:], strict=False):
            if age <= right:
                return low + (high - low) * (age - left) / (right - left)
        return self.equity[-1]


class Allocation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One set of tables, in force from a day on."""

    version: Annotated[str, Meta(min_length=1)]
    valid_from: date
    caps: tuple[Percent, Percent, Percent, Percent, Percent]
    stages: dict[Stage, StageRule]
    path: GlidePath

    def __post_init__(self) -> None:
        if set(self.stages) != set(STAGES):
            raise ValueError("every stage S0 to S4 needs a line")
        if list(self.caps) != sorted(self.caps):
            raise ValueError("caps must not fall from level to level")

    def cap(self, level: Level, *, no_loss: bool = False) -> Decimal:
        """Most in shares at a level, as a share of one."""
        return Decimal(0 if no_loss else self.caps[level - 1]) / HUNDRED

    def ceiling(self, level: Level, age: int, *, no_loss: bool = False) -> Decimal:
        """The smaller of cap and path: above it W11 says so. A share of one."""
        return min(self.cap(level, no_loss=no_loss), self.path.at(age) / HUNDRED)


class Mix(msgspec.Struct, frozen=True):
    """Shares, bonds (at C1 only what is safe: deposits, treasury, money funds) and cash; together one."""

    equity: Decimal
    bonds: Decimal
    cash: Decimal


class _AllocationsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    allocations: Annotated[tuple[Allocation, ...], Meta(min_length=1)]


def load_allocation(today: date, folder: Path | None = None) -> Allocation:
    """The tables in force on `today`. Raises RulesError."""
    path = (folder or assets.ROOT / "checkup") / "allocation.toml"
    return in_force(path, read_table(path, _AllocationsFile).allocations, today)


def stage_of(told: Stage | None, age: int, senior_age: int, *, retired: bool = False) -> Stage | None:
    """The stage she told us; only being retired or of senior age forces one (CHECKUP.md 2.3)."""
    return "S4" if retired or age >= senior_age else told


def target(
    table: Allocation, stage: Stage, level: Level, *, no_loss: bool = False, reserve: Decimal = Decimal(0)
) -> Mix:
    """What the mix might be. `reserve` is the emergency money as a share of all financial assets, 0 to 1.

    The reserve comes first: what cash lacks is taken from shares, then from bonds [D].
    """
    rule = table.stages[stage]
    equity = min(Decimal(rule.equity) / HUNDRED, table.cap(level, no_loss=no_loss))
    cash = Decimal(rule.cash) / HUNDRED
    bonds = 1 - equity - cash
    lacking = max(Decimal(0), min(Decimal(1), reserve) - cash)
    from_equity = min(equity, lacking)
    return Mix(equity - from_equity, bonds - (lacking - from_equity), cash + lacking)


def in_money(mix: Mix, total: Decimal) -> dict[Literal["equity", "bonds", "cash"], Decimal]:
    """The mix in money, to the cent; the parts add up to the total exactly (largest remainder, ties to the first)."""
    exact = {"equity": mix.equity * total, "bonds": mix.bonds * total, "cash": mix.cash * total}
    rounded = {part: amount.quantize(CENT, ROUND_FLOOR) for part, amount in exact.items()}
    left = int((total - sum(rounded.values(), Decimal(0))) / CENT)
    order = sorted(exact, key=lambda part: (rounded[part] - exact[part], PARTS.index(part)))
    for part in order[:left]:
        rounded[part] += CENT
    return {"equity": rounded["equity"], "bonds": rounded["bonds"], "cash": rounded["cash"]}
