"""How many of a hundred past years a mix lost money: counts are understood, percentages are not (CHECKUP.md 5)."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Annotated, Final

import msgspec
from msgspec import Meta

import assets
from kiosk.checkup.dated import in_force, read_table

HUNDRED: Final = 100
"""Always a hundred: other sizes make a risk look larger or smaller (Galesic et al. 2009)."""


class PastYearsTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Losing years of a country by how much of a mix is shares."""

    valid_from: date
    country: Annotated[str, Meta(pattern="^[A-Z]{2}$")]
    equity: tuple[Decimal, ...]
    lost: tuple[int, ...]
    of: tuple[int, ...]

    def __post_init__(self) -> None:
        if not len(self.equity) == len(self.lost) == len(self.of) or list(self.equity) != sorted(set(self.equity)):
            raise ValueError("shares must rise, with two numbers each")
        if self.equity[-1] != 1:
            raise ValueError("the last line is for shares alone")

    def lost_of_hundred(self, equity: Decimal) -> int:
        """Losing years of a hundred, for a share of one in shares; between two lines the riskier one holds [D]."""
        at = next((n for n, share in enumerate(self.equity) if equity <= share), len(self.equity) - 1)
        return int((Decimal(HUNDRED * self.lost[at]) / self.of[at]).quantize(Decimal(1), ROUND_HALF_UP))


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    tables: Annotated[tuple[PastYearsTable, ...], Meta(min_length=1)]


def load_past_years(today: date, folder: Path | None = None) -> PastYearsTable:
    """The table in force on `today`. Raises RulesError."""
    path = (folder or assets.ROOT / "checkup") / "past_years.toml"
    return in_force(path, read_table(path, _File).tables, today)
