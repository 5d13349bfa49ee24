"""A change at the help desk as one transaction: in order with all others, told to every server, its events numbered."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Final

from sqlalchemy import delete, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank.bell import Bell
from kiosk.bank.clock import Clock
from kiosk.bank.problems import Refusal
from kiosk.bank.store import Store
from kiosk.bank.tables import HelpScreen, HelpTicket, TicketEvent

CHANNEL: Final = "anxin_help"
"""What servers on one PostgreSQL listen to."""
_ONE_AT_A_TIME: Final = 0x616E78696E
"""Key of PostgreSQL's advisory lock: events must be committed in the order of their numbers, or a reader who has seen
a later one would never see the earlier."""


class HelpBooks:
    """Lends out transactions of the help desk and rings the bell after each."""

    def __init__(self, store: Store, clock: Clock, bell: Bell) -> None:
        self.store, self.clock = store, clock
        self._bell = bell

    @asynccontextmanager
    async def changing(self) -> AsyncIterator[AsyncSession]:
        """One change, alone; at its end every server hears of it. Raises StoreError."""
        async with self.store.writing() as session:
            several = self.store.several_servers
            if several:
                await session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
            yield session
            if several:
                await session.execute(text("SELECT pg_notify(:channel, '')"), {"channel": CHANNEL})
        self._bell.ring()

    async def changed(self, session: AsyncSession, ticket: HelpTicket) -> None:
        """Number this change. Its time rises, also when the clock is set back."""
        ticket.updated_at = max(self.clock(), ticket.updated_at + timedelta(microseconds=1))
        session.add(TicketEvent(ticket_id=ticket.id, device_id=ticket.device_id, at=ticket.updated_at))
        await session.flush()


async def next_number(session: AsyncSession) -> int:
    """A number above every ticket's before: each ticket has an event."""
    return (await session.scalar(select(func.max(TicketEvent.id))) or 0) + 1


async def found(session: AsyncSession, ticket_id: str, device_id: str | None) -> HelpTicket:
    """A ticket, held against others; with a device, only one of its own. Raises Refusal not-found."""
    ticket = await session.get(HelpTicket, ticket_id, with_for_update=True)
    if ticket is None or device_id not in (None, ticket.device_id):
        raise Refusal("not-found")
    return ticket


async def forget_screens(session: AsyncSession, ticket: HelpTicket) -> None:
    """The ticket is over: no copy of her page is kept, nobody looks or points any longer."""
    ticket.assisting, ticket.pointed, ticket.board = False, "", ""
    await session.execute(delete(HelpScreen).where(HelpScreen.ticket_id == ticket.id))
