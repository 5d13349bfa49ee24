"""Calls of the second channel that are owed: kept in the books until they are made, so that a restart loses none."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta
from typing import Final, Protocol

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank.bell import Bell
from kiosk.bank.help_books import HelpBooks
from kiosk.bank.help_limits import CLOCKED, MANAGER, Limits
from kiosk.bank.help_queue import HelpQueue
from kiosk.bank.store import StoreError
from kiosk.bank.tables import HelpCall, HelpTicket
from kiosk.wire.help import HelpTicketWire

LOG: Final = logging.getLogger(__name__)
TRIES: Final = 5
LEASE_S: Final = 60.0
"""A server that has begun a call and is heard of no more has died with it: another makes it. Longer than a call."""
PAUSE_S: Final = 10.0
"""After a call that failed; so many times longer with every try."""


class SecondFailed(Exception):
    """The second channel could not be reached; it is tried again."""


class Second(Protocol):
    """A channel beside the staff windows: a message to the manager."""

    async def call(self, ticket: HelpTicketWire, /) -> None:
        """Tell of a ticket that nobody has taken. Raises SecondFailed."""


class LoggedSecond:
    """Writes the call in the log and counts it: where no other channel is set up."""

    def __init__(self) -> None:
        self.calls = 0

    async def call(self, ticket: HelpTicketWire) -> None:
        """Write it down."""
        self.calls += 1
        LOG.warning("help ticket %s at %s is still without anybody: the manager is called", ticket.id, ticket.where)


class HelpCalls:
    """Makes the calls that are due, each by one server. `run` is its task; a slow channel holds nobody else up."""

    def __init__(self, books: HelpBooks, queue: HelpQueue, bell: Bell, second: Second, limits: Limits) -> None:
        self._books, self._queue, self._bell, self._second, self._limits = books, queue, bell, second, limits
        self._calling: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Until the bell is closed."""
        try:
            while not self._bell.closed:
                try:
                    await self.look()
                except StoreError:
                    LOG.warning("the calls that are owed could not be read")
                await asyncio.sleep(self._limits.every_s)
        finally:
            for task in self._calling:
                task.cancel()

    async def look(self) -> None:
        """Begin what is due now. Raises StoreError."""
        for ticket_id, tries in await self._due():
            task = asyncio.create_task(self._call(ticket_id, tries), name="second channel")
            self._calling.add(task)
            task.add_done_callback(self._calling.discard)

    async def settled(self) -> None:
        """Wait until every call that was begun has ended."""
        await asyncio.gather(*self._calling)

    async def _due(self) -> Sequence[tuple[str, int]]:
        query = select(HelpCall.ticket_id, HelpCall.tries).where(HelpCall.due_at <= self._books.clock())
        async with self._books.store.reading() as session:
            return [(row.ticket_id, row.tries) for row in (await session.execute(query)).all()]

    async def _call(self, ticket_id: str, tries: int) -> None:
        try:
            seen = await self._mine(ticket_id, tries)
            if seen is not None:
                await self._made(ticket_id, tries, told=await self._tell(seen))
        except StoreError:
            LOG.warning("a call of the second channel could not be written down; it is made again")

    async def _mine(self, ticket_id: str, tries: int) -> HelpTicketWire | None:
        """The ticket, for the one server that is to tell of it; nothing where somebody has gone meanwhile."""
        async with self._books.store.writing() as session:
            until = self._books.clock() + timedelta(seconds=LEASE_S)
            rule = update(HelpCall).where(HelpCall.ticket_id == ticket_id, HelpCall.tries == tries)
            done = await session.execute(rule.values(tries=tries + 1, due_at=until))
            if done.rowcount != 1:  # type: ignore[attr-defined]
                return None
            ticket = await session.get(HelpTicket, ticket_id)
            if ticket is None or ticket.state not in CLOCKED or ticket.level < MANAGER:
                await _forget(session, ticket_id)
                return None
            return await self._queue.wire(session, ticket)

    async def _tell(self, seen: HelpTicketWire) -> bool:
        try:
            await self._second.call(seen)
        except SecondFailed:
            return False
        return True

    async def _made(self, ticket_id: str, tries: int, *, told: bool) -> None:
        async with self._books.store.writing() as session:
            if told or tries + 1 >= TRIES:
                await _forget(session, ticket_id)
            else:
                due = self._books.clock() + timedelta(seconds=PAUSE_S * (tries + 1))
                await session.execute(update(HelpCall).where(HelpCall.ticket_id == ticket_id).values(due_at=due))
        if not told:
            level = logging.ERROR if tries + 1 >= TRIES else logging.WARNING
            LOG.log(level, "the second channel failed for help ticket %s, try %d of %d", ticket_id, tries + 1, TRIES)


async def _forget(session: AsyncSession, ticket_id: str) -> None:
    await session.execute(delete(HelpCall).where(HelpCall.ticket_id == ticket_id))
