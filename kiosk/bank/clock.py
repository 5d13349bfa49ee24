"""What time it is: handed in, so that tests can let five minutes pass at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

from kiosk.bank.ledger import BANK_ZONE

Clock = Callable[[], datetime]
"""Gives the present moment with its zone."""


def utc_now() -> datetime:
    """The machine's clock."""
    return datetime.now(UTC)


def bank_day(moment: datetime) -> date:
    """The bank's day that a moment falls on."""
    return moment.astimezone(BANK_ZONE).date()
