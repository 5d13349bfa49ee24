"""Wrong PINs: five in a row lock for a time that grows with each lock. Pure rules over anything that keeps count."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from typing import Final, Protocol

TRIES: Final = 5
LOCKS: Final = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 60, 240, 1440))
"""How long the first, second, … lock lasts; the last one repeats."""
FORGIVEN: Final = {"failed_pins": 0, "lock_count": 0, "locked_until": None}
"""What a right PIN puts in the row: it starts from nothing again."""


class Counted(Protocol):
    """A row that counts wrong PINs: a customer, a member of staff, or something the bank does not have."""

    failed_pins: int
    lock_count: int
    locked_until: datetime | None


def wait_s(row: Counted, now: datetime) -> int:
    """For how many seconds it is still locked; 0 when it is not."""
    if row.locked_until is None or row.locked_until <= now:
        return 0
    return math.ceil((row.locked_until - now).total_seconds())


def count_try(row: Counted, now: datetime) -> None:
    """Count a try before its PIN is looked at, so that neither a crash nor many tries at once give one for free."""
    row.failed_pins += 1
    if row.failed_pins >= TRIES:
        row.locked_until = now + LOCKS[min(row.lock_count, len(LOCKS) - 1)]
        row.lock_count += 1
        row.failed_pins = 0
