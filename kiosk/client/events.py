"""The changes of help tickets, told until closed: by a stream of events, or by polls where none gets through."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from datetime import datetime
from typing import Literal

import httpx
import msgspec
from httpx_sse import EventSource, SSEError

from kiosk.client import faults, help_facts
from kiosk.client.errors import BankAway, BankError, BankRefused, TooMany
from kiosk.client.help_asking import HeldBack, HelpAsking, reference
from kiosk.client.line import Line
from kiosk.model.help import HelpTicket
from kiosk.wire.help import HelpTicketWire

_LOG = logging.getLogger(__name__)
Link = Literal["standing", "broken"]

_REMEMBERED = 2000
"""Tickets whose last change is remembered."""
_LASTED_S = 15.0
"""A stream that stood so long was a good one, though nothing happened on it."""
_STREAMS_TRIED = 3
"""After so many failures in a row a poll is tried in between: what refuses a stream may let a question through."""
_POLLED_S = 300.0
"""For so long it is polled before a stream is tried again."""


class Newest:
    """What was told last of each ticket: the bank tells at least once, and a network may turn the order round."""

    def __init__(self) -> None:
        self._known: dict[str, HelpTicket] = {}

    def news(self, ticket: HelpTicket) -> bool:
        """Remember it. False for what was told already, and for what is older than what is known."""
        known = self._known.get(ticket.id)
        if known is not None and (ticket == known or _age(ticket) < _age(known)):
            return False
        self._known.pop(ticket.id, None)
        self._known[ticket.id] = ticket
        if len(self._known) > _REMEMBERED:
            self._known.pop(next(iter(self._known)))
        return True


def _age(ticket: HelpTicket) -> tuple[int, datetime]:
    """Rises with each change of a ticket (`changed_at` is the bank's clock, which it never lets fall back)."""
    return ticket.version, ticket.changed_at or ticket.created_at


class HelpEvents:
    """Tells each change of a help ticket once, in order; after a break it goes on where it was (Last-Event-ID).

    Where something on the way holds a stream back, or refuses it again and again, the bank is asked by polls that wait
    for their answer (API.md 2); after some minutes a stream is tried again.
    """

    def __init__(
        self, line: Line, token: Callable[[], str] = lambda: "", linked: Callable[[Link], None] = lambda _: None
    ) -> None:
        """`token` is asked at each connection; `linked` is told when the bank is heard and when that broke."""
        self._line, self._linked = line, linked
        self._asking = HelpAsking(line, token)
        self._last_id = ""
        self._failures = 0
        self._polls = False
        self._newest = Newest()

    async def tickets(self) -> AsyncGenerator[HelpTicket, None]:
        """Tickets as they change, until the line is closed.

        Raises what waiting does not heal: DeviceRefused, SessionEnded, NotAllowed. Close it with `aclosing`.
        """
        while not self._line.closed:
            pause_s = 0.0
            try:
                async with aclosing(self._polled() if self._polls else self._one_stream()) as told:
                    async for ticket in told:
                        yield ticket
                self._polls = False
            except BankError as error:
                if isinstance(error, BankRefused) and not isinstance(error, TooMany):
                    raise
                pause_s = self._broken(error)
            if self._line.closed:
                return
            await asyncio.sleep(pause_s)

    def _broken(self, error: BankError) -> float:
        """Decide how it goes on, and return after how many seconds."""
        _LOG.info("the help stream broke: %s", type(error).__name__)
        self._linked("broken")
        self._failures += 1
        held_back = isinstance(error, HeldBack)
        self._polls = not self._polls and (held_back or self._failures % _STREAMS_TRIED == 0)
        return 0.0 if held_back else self._line.patience.stream_pause(self._failures)

    async def _one_stream(self) -> AsyncGenerator[HelpTicket, None]:
        """One connection, until the bank ends it, which is a break, too. Raises BankError."""
        response = await self._asking.stream(self._last_id)
        opened_at = self._line.clock()
        try:
            self._linked("standing")
            async with aclosing(EventSource(response).aiter_sse()) as events:
                async for event in events:
                    self._failures = 0
                    ticket = _read(event.data)
                    if ticket is not None and self._newest.news(ticket):
                        yield ticket
                    # Only now: an event that was not taken is told again on the next connection.
                    self._last_id = event.id or self._last_id
        except httpx.RequestError as error:
            raise faults.as_bank_error(error, reference(response)) from None
        except SSEError:
            raise BankAway("not a stream", reference=reference(response)) from None
        finally:
            await response.aclose()
            if self._line.clock() - opened_at > _LASTED_S:
                self._failures = 0
        raise BankAway("the stream ended", reference=reference(response))

    async def _polled(self) -> AsyncGenerator[HelpTicket, None]:
        """Poll after poll, until it is time to try a stream again. Raises BankError."""
        until = self._line.clock() + _POLLED_S
        while self._line.clock() < until and not self._line.closed:
            changed, newest = await self._asking.poll(self._last_id)
            self._failures = 0
            self._linked("standing")
            for wire in changed.tickets:
                ticket = help_facts.help_ticket(wire)
                if self._newest.news(ticket):
                    yield ticket
            self._last_id = newest


def _read(data: str) -> HelpTicket | None:
    """A ticket; None for a heartbeat, and for what cannot be read."""
    if not data:
        return None
    try:
        return help_facts.help_ticket(msgspec.json.decode(data, type=HelpTicketWire))
    except (msgspec.DecodeError, UnicodeEncodeError):
        _LOG.warning("an event of the help stream could not be read")
        return None
