"""What a journey is handed: the bank, the sitting it belongs to, and a way to say that something changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.model.profile import Preferences, Profile

if TYPE_CHECKING:
    from kiosk.client.bank import Bank
    from kiosk.client.outbox import Outbox


@dataclass
class Sitting:
    """One customer's time at the kiosk. Dropped whole when she leaves: nothing outlives it."""

    mode: str
    lang: str
    preferences: Preferences = field(default_factory=Preferences)
    profile: Profile | None = None
    hidden: bool = False
    """Amounts are hidden."""
    consent_aloud: bool = False
    """She agreed that private values may be said on the loudspeaker in this sitting (EN-07)."""
    previous: Preferences | None = None
    """The preferences before the last change, for undoing it."""


@dataclass(frozen=True)
class Surroundings:
    """Handed to each journey when it starts."""

    bank: Bank
    sitting: Sitting
    outbox: Outbox
    changed: Callable[[], None]
    """Call it when the screen may have changed without an action of the customer."""
    now: Callable[[], datetime]
    """Local time, with zone."""
    place: str = ""
    """Where this kiosk stands, in the operator's words."""
    home_device: bool = False
    """A PC at home: customers choose themselves instead of reading a card."""
