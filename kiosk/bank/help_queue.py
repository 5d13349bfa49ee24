"""Reading the help desk: places in the queue, tickets as the wire shows them, and what has happened since."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, TypeVar

import msgspec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank.auth import STAFF_IDLE
from kiosk.bank.clock import Clock
from kiosk.bank.help_states import OPEN
from kiosk.bank.help_wait import wait_range
from kiosk.bank.tables import Device, HelpTicket, Session, Staff, TicketEvent
from kiosk.wire.help import HelpTicketWire

LATELY: Final = timedelta(hours=4)
"""Waits of so long ago still tell something about now."""
SAMPLES: Final = 200
KEPT_S: Final = 5.0
"""For so long the figures of a branch are good enough for another estimate."""
Row = TypeVar("Row", Device, Staff)
OVERLAP: Final = 64
"""Events that are told once more to a stream that comes back: what a network lost or turned round is healed."""


class Happening(msgspec.Struct, frozen=True):
    """The newest event of a ticket with the ticket as it is now."""

    event_id: int
    ticket: HelpTicketWire
    device_id: str


class Branch(msgspec.Struct, frozen=True):
    """What an estimate needs to know of a branch."""

    samples: tuple[float, ...]
    """Seconds from asking to arriving, lately."""
    staff: int
    """How many are signed in."""


class HelpQueue:
    """Shows tickets as they are now. Keeps a branch's figures for some seconds."""

    def __init__(self, clock: Clock, kept_s: float = KEPT_S) -> None:
        self._clock, self._kept_s = clock, kept_s
        self._branches: dict[str, tuple[float, Branch]] = {}

    def forget(self) -> None:
        """Somebody arrived: the figures are no longer the newest."""
        self._branches.clear()

    async def wire(self, session: AsyncSession, ticket: HelpTicket) -> HelpTicketWire:
        """One ticket."""
        return (await self.wires(session, [ticket]))[0]

    async def wires(self, session: AsyncSession, tickets: Sequence[HelpTicket]) -> list[HelpTicketWire]:
        """Tickets with their places in the queue, their kiosks' places in the branch and their helpers."""
        if not tickets:
            return []
        devices = await _by_id(session, Device, {each.device_id for each in tickets})
        helpers = {each.staff_id for each in tickets} | {each.manager_id for each in tickets}
        people = await _by_id(session, Staff, {key for key in helpers if key})
        some_wait = any(each.state == "waiting" for each in tickets)
        places = await places_of(session) if some_wait else {}
        shown = []
        for ticket in tickets:
            device, place = devices[ticket.device_id], places.get(ticket.id, 0)
            wait = await self._wait(session, ticket, device.branch, place) if place else []
            shown.append(_wire(ticket, device, people, place, wait))
        return shown

    async def happened(
        self, session: AsyncSession, after: int, device_id: str | None, overlap: int = 0
    ) -> list[Happening]:
        """The tickets that have changed after an event, oldest change first; with a device, only its own.

        After 0, or a number that these books have not reached, it is the present state: every open ticket. What a
        device has open is always told, for its place in the queue changes without an event.
        """
        newest = await newest_event(session)
        last = func.max(TicketEvent.id)
        query = select(HelpTicket, last).join(TicketEvent, TicketEvent.ticket_id == HelpTicket.id)
        query = query.group_by(HelpTicket.id)
        since = last > max(0, after - overlap)
        if after <= 0 or after > newest:
            query = query.where(HelpTicket.state.in_(OPEN))
        elif device_id is not None and overlap:
            query = query.having(since | HelpTicket.state.in_(OPEN))
        else:
            query = query.where(TicketEvent.id > max(0, after - overlap))
        if device_id is not None:
            query = query.where(HelpTicket.device_id == device_id)
        rows = (await session.execute(query.order_by(last))).all()
        shown = await self.wires(session, [ticket for ticket, _ in rows])
        return [Happening(row[1], wire, row[0].device_id) for row, wire in zip(rows, shown, strict=True)]

    async def _wait(self, session: AsyncSession, ticket: HelpTicket, branch: str, place: int) -> list[int]:
        known = await self._branch(session, branch)
        waited = max(0.0, (self._clock() - ticket.created_at).total_seconds())
        return wait_range(known.samples, place, known.staff, waited)

    async def _branch(self, session: AsyncSession, branch: str) -> Branch:
        read_at, known = self._branches.get(branch, (-self._kept_s, None))
        if known is None or time.monotonic() - read_at >= self._kept_s:
            known = Branch(await _samples(session, branch, self._clock()), await _staff(session, branch, self._clock()))
            self._branches[branch] = time.monotonic(), known
        return known


async def newest_event(session: AsyncSession) -> int:
    """The number of the newest event; 0 without any."""
    return await session.scalar(select(func.max(TicketEvent.id))) or 0


async def places_of(session: AsyncSession) -> dict[str, int]:
    """Each waiting ticket's place in its branch's queue: the urgent first, then who has waited longest.

    Ids rise, so a clock that is set back does no harm.
    """
    query = select(HelpTicket.id, Device.branch).join(Device, Device.id == HelpTicket.device_id)
    query = query.where(HelpTicket.state == "waiting").order_by(HelpTicket.urgent.desc(), HelpTicket.id)
    counts: dict[str, int] = {}
    places = {}
    for ticket_id, branch in await session.execute(query):
        counts[branch] = places[ticket_id] = counts.get(branch, 0) + 1
    return places


async def _samples(session: AsyncSession, branch: str, now: datetime) -> tuple[float, ...]:
    query = select(HelpTicket.created_at, HelpTicket.arrived_at).join(Device, Device.id == HelpTicket.device_id)
    query = query.where(HelpTicket.arrived_at.is_not(None), HelpTicket.created_at >= now - LATELY)
    query = query.where(Device.branch == branch).order_by(HelpTicket.id.desc()).limit(SAMPLES)
    return tuple(max(0.0, (came - asked).total_seconds()) for asked, came in await session.execute(query) if came)


async def _staff(session: AsyncSession, branch: str, now: datetime) -> int:
    query = select(func.count(func.distinct(Session.staff_id))).join(Device, Device.id == Session.device_id)
    query = query.where(Session.last_used_at > now - STAFF_IDLE, Device.branch == branch)
    return await session.scalar(query) or 0


async def _by_id(session: AsyncSession, table: type[Row], ids: set[str]) -> dict[str, Row]:
    rows = await session.scalars(select(table).where(table.id.in_(ids))) if ids else ()
    return {row.id: row for row in rows}


def _wire(ticket: HelpTicket, device: Device, people: dict[str, Staff], place: int, wait: list[int]) -> HelpTicketWire:
    helper = people.get(ticket.staff_id or "")
    manager = people.get(ticket.manager_id)
    return HelpTicketWire(
        id=ticket.id, state=ticket.state, topic=ticket.topic, screen=ticket.screen, mode=ticket.mode,
        lang=ticket.lang, where=device.place, created_at=ticket.created_at, version=ticket.version,
        position=place, helper=dict(helper.names) if helper else {}, step=ticket.step, access=list(ticket.access),
        about=ticket.about, urgent=ticket.urgent, floor=device.floor, branch=device.branch, level=ticket.level,
        wait_s=wait, look=dict(helper.look) if helper else {}, manager=dict(manager.names) if manager else {},
        held=ticket.held, outcome=ticket.outcome, rating=ticket.rating, assisting=ticket.assisting,
        pointed=ticket.pointed, board=ticket.board, changed_at=ticket.updated_at, arrived_at=ticket.arrived_at,
    )  # fmt: skip
