"""What the routes work with: the parts of one running bank, built once and handed in."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.bank.auth import Gate
from kiosk.bank.bell import Bell
from kiosk.bank.clock import Clock, utc_now
from kiosk.bank.help_assist import HelpAssist
from kiosk.bank.help_books import HelpBooks
from kiosk.bank.help_calls import HelpCalls, LoggedSecond, Second
from kiosk.bank.help_desk import HelpDesk
from kiosk.bank.help_escalation import Escalation
from kiosk.bank.help_feed import HelpFeed
from kiosk.bank.help_limits import Limits
from kiosk.bank.help_notices import Notices
from kiosk.bank.help_queue import HelpQueue
from kiosk.bank.help_watch import HelpWatch
from kiosk.bank.orders import Orders
from kiosk.bank.orders_settling import Settling
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
    assist: HelpAssist
    queue: HelpQueue
    feed: HelpFeed
    watch: HelpWatch
    """Begun and ended with the server."""
    orders: Orders
    settling: Settling
    heartbeat_s: float = HEARTBEAT_S


def make_parts(
    store: Store,
    clock: Clock = utc_now,
    heartbeat_s: float = HEARTBEAT_S,
    pins: PinChecker | None = None,
    *,
    limits: Limits | None = None,
    second: Second | None = None,
) -> Parts:
    """Build the parts around open books. `limits` are the escalation clock's, `second` is whom it calls in the end."""
    gate, bell, queue = Gate(store, clock), Bell(), HelpQueue(clock)
    books, feed = HelpBooks(store, clock, bell), HelpFeed(store, queue, bell)
    escalation = Escalation(books, bell, limits or Limits())
    calls = HelpCalls(books, queue, bell, second or LoggedSecond(), limits or Limits())
    notices = [Notices(store.url, bell).run] if store.several_servers else []
    return Parts(
        store=store,
        clock=clock,
        gate=gate,
        sign_in=SignIn(store, clock, pins or PinChecker(), gate),
        bell=bell,
        orders=Orders(store, clock),
        settling=Settling(store, clock),
        desk=HelpDesk(books, queue),
        assist=HelpAssist(books, queue),
        queue=queue,
        feed=feed,
        watch=HelpWatch(feed.run, escalation.run, calls.run, *notices),
        heartbeat_s=heartbeat_s,
    )
