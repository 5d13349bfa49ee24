"""The customer lets staff look and rates them; staff point and write large. They never act for her."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank import chain
from kiosk.bank.help_books import HelpBooks, found
from kiosk.bank.help_queue import HelpQueue
from kiosk.bank.help_states import OPEN
from kiosk.bank.problems import Refusal
from kiosk.bank.tables import HelpScreen, HelpTicket
from kiosk.wire.help import AssistWire, HelpTicketWire


class HelpAssist:
    """Each change raises Refusal not-found, wrong-state or not-allowed, and StoreError."""

    def __init__(self, books: HelpBooks, queue: HelpQueue) -> None:
        self._books, self._queue = books, queue

    async def assist(self, ticket_id: str, device_id: str, asked: AssistWire) -> HelpTicketWire:
        """She lets staff look at a masked copy, which may come anew any time; off takes it away."""
        async with self._books.changing() as session:
            ticket = await _open(session, ticket_id, device_id)
            screen = await session.get(HelpScreen, ticket.id) or HelpScreen(ticket_id=ticket.id, asked="")
            screen.live = asked.masked if asked.on else ""
            session.add(screen)
            changes = ticket.assisting != asked.on
            ticket.assisting = asked.on
            ticket.pointed = ticket.pointed if asked.on else ""
            if changes:  # a new copy of the page is no new step
                await self._record(session, ticket, f"device:{device_id}", "assist", on="yes" if asked.on else "no")
            return await self._told(session, ticket)

    async def rate(self, ticket_id: str, device_id: str, rating: int) -> HelpTicketWire:
        """How it was, once somebody came or it is done."""
        async with self._books.changing() as session:
            ticket = await found(session, ticket_id, device_id)
            if ticket.state not in ("arrived", "done"):
                raise Refusal("wrong-state", ticket.state)
            ticket.rating = rating
            return await self._told(session, ticket)

    async def screen(self, ticket_id: str) -> str:
        """The newest masked copy: the live one while she lets staff look, else the page she asked from."""
        async with self._books.store.reading() as session:
            ticket = await session.get(HelpTicket, ticket_id)
            if ticket is None:
                raise Refusal("not-found")
            if ticket.state not in OPEN:
                raise Refusal("wrong-state", ticket.state)
            screen = await session.get(HelpScreen, ticket_id)
            if screen is None:
                return ""
            return (screen.live if ticket.assisting else "") or screen.asked

    async def point(self, ticket_id: str, staff_id: str, key: str) -> HelpTicketWire:
        """An arrow at a control, only while she lets staff look."""
        async with self._books.changing() as session:
            ticket = await _open(session, ticket_id, None)
            if not ticket.assisting:
                raise Refusal("wrong-state", "not assisting")
            ticket.pointed = key
            await self._record(session, ticket, f"staff:{staff_id}", "point", key=key)
            return await self._told(session, ticket)

    async def board(self, ticket_id: str, staff_id: str, words: str) -> HelpTicketWire:
        """Words shown very large, by whoever holds the ticket."""
        async with self._books.changing() as session:
            ticket = await found(session, ticket_id, None)
            if ticket.state not in ("accepted", "arrived"):
                raise Refusal("wrong-state", ticket.state)
            if ticket.staff_id != staff_id:
                raise Refusal("not-allowed", "another holds it")
            ticket.board = words
            await self._record(session, ticket, f"staff:{staff_id}", "board", words=words)
            return await self._told(session, ticket)

    async def _record(self, session: AsyncSession, ticket: HelpTicket, who: str, step: str, **facts: str) -> None:
        about = f"help:{ticket.id}"
        await chain.append(session, self._books.clock(), kind=f"help.{step}", who=who, about=about, facts=facts)

    async def _told(self, session: AsyncSession, ticket: HelpTicket) -> HelpTicketWire:
        await self._books.changed(session, ticket)
        return await self._queue.wire(session, ticket)


async def _open(session: AsyncSession, ticket_id: str, device_id: str | None) -> HelpTicket:
    ticket = await found(session, ticket_id, device_id)
    if ticket.state not in OPEN:
        raise Refusal("wrong-state", ticket.state)
    return ticket
