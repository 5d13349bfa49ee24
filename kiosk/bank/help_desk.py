"""The help desk: tickets, their states, the queue, and the numbered events of every change.

    waiting ──claim──▶ accepted ──resolve──▶ done
       └───cancel───▶ cancelled ◀──cancel──┘

Each change is one transaction: the ticket, its event, and an event for every waiting ticket that moves up.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import Final

import msgspec
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank import help_queue
from kiosk.bank.bell import Bell
from kiosk.bank.clock import Clock
from kiosk.bank.problems import Refusal
from kiosk.bank.store import Store
from kiosk.bank.tables import HelpTicket, IdempotencyKey, TicketEvent
from kiosk.wire.kiosk_api import HelpRequestWire, HelpTicketWire

KEY_LENGTH: Final = 64


class HelpDesk:
    """Takes, hands on and ends requests for a person."""

    def __init__(self, store: Store, clock: Clock, bell: Bell) -> None:
        self._store = store
        self._clock = clock
        self._bell = bell
        self._in_hand: set[tuple[str, str]] = set()

    async def ask(self, device_id: str, key: str, asked: HelpRequestWire) -> HelpTicketWire:
        """Take a request once for each key; the same key and body give the same ticket again.

        Raises Refusal idempotency-key-reused for another body and still-in-progress (draft-ietf-httpapi-idempotency-
        key-header-07), StoreError.
        """
        intent = (device_id, key)
        if intent in self._in_hand:
            raise Refusal("still-in-progress")
        self._in_hand.add(intent)
        try:
            ticket = await self._ask_once(device_id, key, asked)
        except IntegrityError as problem:  # another server on the same books has the key in hand
            raise Refusal("still-in-progress") from problem
        finally:
            self._in_hand.discard(intent)
        self._bell.ring()
        return ticket

    async def ticket(self, ticket_id: str, device_id: str | None) -> HelpTicketWire:
        """A ticket as it is now; with a device, only one of its own. Raises Refusal not-found, StoreError."""
        async with self._store.reading() as session:
            return await help_queue.wire(session, await _found(session, ticket_id, device_id))

    async def open_tickets(self) -> list[HelpTicketWire]:
        """What is waiting, in the order of the queue, and what is being seen to. Raises StoreError."""
        query = select(HelpTicket).where(HelpTicket.state.in_(help_queue.OPEN))
        async with self._store.reading() as session:
            tickets = await session.scalars(query.order_by(HelpTicket.id))
            return [await help_queue.wire(session, ticket) for ticket in tickets.all()]

    async def cancel(self, ticket_id: str, device_id: str) -> HelpTicketWire:
        """The customer no longer needs anybody; twice is once. Raises Refusal not-found or wrong-state, StoreError."""
        async with self._store.writing() as session:
            ticket = await _found(session, ticket_id, device_id)
            if ticket.state != "cancelled":
                await self._move(session, ticket, help_queue.OPEN, "cancelled")
            seen = await help_queue.wire(session, ticket)
        self._bell.ring()
        return seen

    async def claim(self, ticket_id: str, staff_id: str, version: int) -> HelpTicketWire:
        """Somebody comes. Raises Refusal not-found, version-mismatch (another was first), wrong-state, StoreError."""
        return await self._by_staff(ticket_id, staff_id, version, ("waiting",), "accepted")

    async def resolve(self, ticket_id: str, staff_id: str, version: int) -> HelpTicketWire:
        """It is done. A colleague may say so too: the helper's name stays. Raises as `claim`."""
        return await self._by_staff(ticket_id, staff_id, version, ("accepted",), "done")

    async def _by_staff(
        self, ticket_id: str, staff_id: str, version: int, from_states: tuple[str, ...], state: str
    ) -> HelpTicketWire:
        async with self._store.writing() as session:
            ticket = await _found(session, ticket_id, None)
            if ticket.version != version:
                raise Refusal("version-mismatch")
            ticket.staff_id = ticket.staff_id or staff_id
            await self._move(session, ticket, from_states, state)
            seen = await help_queue.wire(session, ticket)
        self._bell.ring()
        return seen

    async def _ask_once(self, device_id: str, key: str, asked: HelpRequestWire) -> HelpTicketWire:
        body_hash = hashlib.sha256(msgspec.json.encode(asked)).hexdigest()
        known = select(IdempotencyKey).where(IdempotencyKey.device_id == device_id, IdempotencyKey.key == key)
        async with self._store.writing() as session:
            if (used := await session.scalar(known)) is not None:
                if used.body_hash != body_hash:
                    raise Refusal("idempotency-key-reused")
                return await help_queue.wire(session, await _found(session, used.ticket_id or "", device_id))
            ticket = self._new(await help_queue.next_number(session), device_id, asked)
            session.add(ticket)
            await session.flush()
            session.add(
                IdempotencyKey(
                    device_id=device_id, key=key, body_hash=body_hash, ticket_id=ticket.id, created_at=ticket.created_at
                )
            )
            session.add(TicketEvent(ticket_id=ticket.id, device_id=device_id, at=ticket.created_at))
            await session.flush()
            return await help_queue.wire(session, ticket)

    def _new(self, number: int, device_id: str, asked: HelpRequestWire) -> HelpTicket:
        now = self._clock()
        return HelpTicket(
            id=f"t{number:010}-{secrets.token_hex(4)}",
            device_id=device_id,
            state="waiting",
            topic=asked.topic,
            screen=asked.screen,
            step=asked.step,
            mode=asked.mode,
            lang=asked.lang,
            access=list(asked.access),
            version=1,
            created_at=now,
            updated_at=now,
        )

    async def _move(self, session: AsyncSession, ticket: HelpTicket, from_states: tuple[str, ...], state: str) -> None:
        """Change the state and write the events of all who notice. Raises Refusal wrong-state."""
        if ticket.state not in from_states:
            raise Refusal("wrong-state", ticket.state)
        before = await help_queue.waiting(session)
        ticket.state = state
        ticket.version += 1
        ticket.updated_at = self._clock()
        await session.flush()
        after = await help_queue.waiting(session)
        places = {seen.id: place for place, seen in enumerate(before)}
        moved = [seen for place, seen in enumerate(after) if places.get(seen.id) != place]
        for seen in (help_queue.Place(ticket.id, ticket.device_id), *moved):
            session.add(TicketEvent(ticket_id=seen.id, device_id=seen.device_id, at=ticket.updated_at))
            await session.flush()  # one by one: their numbers are the order in which they are told


async def _found(session: AsyncSession, ticket_id: str, device_id: str | None) -> HelpTicket:
    ticket = await session.get(HelpTicket, ticket_id, with_for_update=True)
    if ticket is None or device_id not in (None, ticket.device_id):
        raise Refusal("not-found")
    return ticket
