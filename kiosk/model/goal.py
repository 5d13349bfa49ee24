"""A savings goal as the bank keeps it."""

from __future__ import annotations

from datetime import date

import msgspec

from kiosk.model.money import Money


class SavingsGoal(msgspec.Struct, frozen=True):
    """What it is for, by its code, how much, how much is put aside, and by when."""

    kind: str
    amount: Money
    saved: Money
    due: date
    weekly: Money
    """What she wants to put aside each week."""
