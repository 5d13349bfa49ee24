"""What a customer told the bank of herself: kept as JSON beside her, every part optional."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import msgspec


class ToldGoal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Money she wants on a day."""

    amount: Decimal
    due: date


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Amounts are in the bank's own currency. `None` means that nobody asked, or that she would not say."""

    goals: tuple[ToldGoal, ...] | None = None
    life_cover: Decimal | None = None
    protective_premiums: Decimal | None = None
    """A year."""
    savings_premiums: Decimal | None = None
    """A year."""
    medical_cover: bool | None = None
    foreign_spending_share: Decimal | None = None


def read_told(kept: dict[str, Any]) -> Told:
    """What is kept of her, checked; nothing when it cannot be read, so that an old row never stops a check-up."""
    try:
        return msgspec.convert(kept, Told, strict=False)
    except msgspec.ValidationError:
        return Told()
