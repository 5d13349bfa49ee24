"""An account of a customer and what has moved on it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

import msgspec

from kiosk.model.money import Money

AccountKind = Literal["current", "savings", "fixed", "loan", "card", "other"]


class Account(msgspec.Struct, frozen=True):
    """One account as the customer knows it. `None` means "not known", which is said so and never shown as zero."""

    id: str
    kind: AccountKind
    name: str
    """The bank's or the customer's own name for it, in the bank's words; may be empty."""
    tail: str
    """The last four digits of its number; the full number is not kept."""
    currency: str
    available: Money | None
    """What the customer may use; borrowed money is never in it (API.md 1). Negative on a loan: what is owed."""
    booked: Money | None = None
    credit_line: Money | None = None
    """Money the bank would lend on it; kept apart."""
    matures_on: date | None = None
    as_of: datetime | None = None


class Transaction(msgspec.Struct, frozen=True):
    """One movement. Positive is money in."""

    account_id: str
    at: datetime
    amount: Money | None
    text: str
    """The bank's words for it."""
    category: str = "other"
    """A stable code such as pension, rent, market, hospital: words are made at the screen."""
    party: str = ""
    pending: bool = False
    balance_after: Money | None = None
    id: str = ""
    day_known: bool = True
    """False where the bank's date could not be read: `at` is then the first moment of the month asked for."""
