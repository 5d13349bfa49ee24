"""A relative who may be told, and what she agreed to."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

Scope = Literal["help", "urgent"]
"""Told of every request for help · told only of what is urgent."""
LONGEST_DAYS = 366
"""Consent is asked for anew at least once a year."""


class Relative(msgspec.Struct, frozen=True):
    """Somebody of the family. The address by which they are told is a secret and is not in here."""

    id: str
    name: str
    """What she calls them, such as "小丽"."""
    lang: str
    """The language they are written to in."""
    scope: Scope = "help"
    until: date | None = None
    """The last day of her consent; None while she has not agreed on the screen yet."""

    def agreed(self, today: date) -> bool:
        """Whether her consent holds today."""
        return self.until is not None and today <= self.until

    def wants(self, *, urgent: bool) -> bool:
        """Whether this is something they are told of."""
        return urgent or self.scope == "help"
