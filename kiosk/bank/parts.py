"""What the routes work with: the parts of one running bank, built once and handed in."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.bank.auth import Gate
from kiosk.bank.bell import Bell
from kiosk.bank.clock import Clock, utc_now
from kiosk.bank.help_desk import HelpDesk
from kiosk.bank.pins import PinChecker
from kiosk.bank.sign_in import SignIn
from kiosk.bank.store import Store

HEARTBEAT_S = 15.0
"""Seconds between signs of life on a silent event stream (API.md 2)."""


@dataclass(frozen=True)
class Parts:
    """One bank: its books, its clock, its doors and its help desk."""

    store: Store
    clock: Clock
    gate: Gate
    sign_in: SignIn
    bell: Bell
    desk: HelpDesk
    heartbeat_s: float = HEARTBEAT_S


def make_parts(
    store: Store, clock: Clock = utc_now, heartbeat_s: float = HEARTBEAT_S, pins: PinChecker | None = None
) -> Parts:
    """Build the parts around open books."""
    gate, bell = Gate(store, clock), Bell()
    return Parts(
        store=store,
        clock=clock,
        gate=gate,
        sign_in=SignIn(store, clock, pins or PinChecker(), gate),
        bell=bell,
        desk=HelpDesk(store, clock, bell),
        heartbeat_s=heartbeat_s,
    )
