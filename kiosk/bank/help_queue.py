"""Reading the help desk: places in the queue, tickets as the wire shows them, and what has happened since."""

from __future__ import annotations

from typing import Final

import msgspec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank.tables import Device, HelpTicket, Staff, TicketEvent
from kiosk.wire.kiosk_api import HelpTicketWire

OPEN: Final = ("waiting", "accepted")


class Happening(msgspec.Struct, frozen=True):
    """The newest event of a ticket with the ticket as it is now."""

    event_id: int
    ticket: HelpTicketWire


class Place(msgspec.Struct, frozen=True):
    """A ticket in the queue."""

    id: str
    device_id: str


async def next_number(session: AsyncSession) -> int:
    """A number above every ticket's before: each ticket has an event."""
    return (await session.scalar(select(func.max(TicketEvent.id))) or 0) + 1


async def waiting(session: AsyncSession) -> list[Place]:
    """The queue: who has waited longest comes first. Ids rise, so a clock that is set back does no harm."""
    query = select(HelpTicket.id, HelpTicket.device_id).where(HelpTicket.state == "waiting")
    rows = await session.execute(query.order_by(HelpTicket.id))
    return [Place(ticket_id, device_id) for ticket_id, device_id in rows]


async def wire(session: AsyncSession, ticket: HelpTicket) -> HelpTicketWire:
    """A ticket with its place in the queue, its kiosk's place in the branch and its helper's name."""
    device = await session.get_one(Device, ticket.device_id)
    helper = await session.get(Staff, ticket.staff_id) if ticket.staff_id else None
    return HelpTicketWire(
        id=ticket.id,
        state=ticket.state,
        topic=ticket.topic,
        screen=ticket.screen,
        mode=ticket.mode,
        lang=ticket.lang,
        where=device.place,
        created_at=ticket.created_at,
        version=ticket.version,
        position=await _position(session, ticket),
        helper=dict(helper.names) if helper else {},
        step=ticket.step,
        access=list(ticket.access),
    )


async def happened(session: AsyncSession, after: int, device_id: str | None) -> list[Happening]:
    """The tickets that have changed after an event, oldest change first; with a device, only its own.

    After 0, or a number that these books have not reached, it is the present state: every open ticket.
    """
    newest = await session.scalar(select(func.max(TicketEvent.id))) or 0
    fresh = after <= 0 or after > newest
    last = func.max(TicketEvent.id)
    query = select(HelpTicket, last).join(TicketEvent, TicketEvent.ticket_id == HelpTicket.id).group_by(HelpTicket.id)
    query = query.where(HelpTicket.state.in_(OPEN)) if fresh else query.where(TicketEvent.id > after)
    if device_id is not None:
        query = query.where(HelpTicket.device_id == device_id)
    rows = (await session.execute(query.order_by(last))).all()
    return [Happening(event_id, await wire(session, ticket)) for ticket, event_id in rows]


async def _position(session: AsyncSession, ticket: HelpTicket) -> int:
    if ticket.state != "waiting":
        return 0
    before = [HelpTicket.state == "waiting", HelpTicket.id < ticket.id]
    query = select(func.count()).select_from(HelpTicket).where(*before)
    return (await session.scalar(query) or 0) + 1
