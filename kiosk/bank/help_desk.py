"""The help desk: takes, hands on and ends requests for a person. What may follow what is in `help_states`."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime
from typing import Final

import msgspec
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank import chain, help_states
from kiosk.bank.auth import CUSTOMER_IDLE
from kiosk.bank.help_books import HelpBooks, forget_screens, found, next_number
from kiosk.bank.help_queue import HelpQueue
from kiosk.bank.problems import Refusal
from kiosk.bank.tables import Customer, HelpScreen, HelpTicket, IdempotencyKey, Session, Staff, TicketEvent
from kiosk.wire.help import HelpRequestWire, HelpTicketWire

KEY_LENGTH: Final = 64
MANAGERS_TOPIC: Final = "checkup"
"""With this topic her relationship manager is named."""

RECORDED: Final = ("claim", "resume", "hand_to")
"""What makes somebody a ticket's helper stands in the audit chain."""


class Move(msgspec.Struct, frozen=True):
    """What a member of staff does with a ticket of a version."""

    verb: str
    """One of `help_states.VERBS`."""
    staff_id: str
    version: int
    word: str = ""
    """The reason of a hold, the outcome, or the colleague's id: a code."""


class HelpDesk:
    """Every change is one transaction with its event; the bell rings after it."""

    def __init__(self, books: HelpBooks, queue: HelpQueue) -> None:
        self._books, self._queue = books, queue
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
            return await self._ask_once(device_id, key, asked)
        except IntegrityError as problem:  # another server on the same books has the key in hand
            raise Refusal("still-in-progress") from problem
        finally:
            self._in_hand.discard(intent)

    async def ticket(self, ticket_id: str, device_id: str | None) -> HelpTicketWire:
        """A ticket as it is now; with a device, only one of its own. Raises Refusal not-found, StoreError."""
        async with self._books.store.reading() as session:
            ticket = await session.get(HelpTicket, ticket_id)
            if ticket is None or device_id not in (None, ticket.device_id):
                raise Refusal("not-found")
            return await self._queue.wire(session, ticket)

    async def open_tickets(self) -> list[HelpTicketWire]:
        """What is waiting or being seen to, the urgent first, then who has waited longest. Raises StoreError."""
        query = select(HelpTicket).where(HelpTicket.state.in_(help_states.OPEN))
        async with self._books.store.reading() as session:
            tickets = await session.scalars(query.order_by(HelpTicket.urgent.desc(), HelpTicket.id))
            return await self._queue.wires(session, tickets.all())

    async def cancel(self, ticket_id: str, device_id: str) -> HelpTicketWire:
        """The customer no longer needs anybody; twice is once. Raises Refusal not-found or wrong-state, StoreError."""
        async with self._books.changing() as session:
            ticket = await found(session, ticket_id, device_id)
            if ticket.state != "cancelled":
                await self._step(session, ticket, Move("cancel", "", ticket.version))
            return await self._queue.wire(session, ticket)

    async def move(self, ticket_id: str, move: Move) -> HelpTicketWire:
        """Staff do something with a ticket. A colleague may: the helper's name stays.

        Raises Refusal not-found (ticket or colleague), version-mismatch (another was first), wrong-state, StoreError.
        """
        async with self._books.changing() as session:
            ticket = await found(session, ticket_id, None)
            if ticket.version != move.version:
                raise Refusal("version-mismatch")
            if move.verb == "hand_to" and await session.get(Staff, move.word) is None:
                raise Refusal("not-found", "no such colleague")
            await self._step(session, ticket, move)
            return await self._queue.wire(session, ticket)

    async def _ask_once(self, device_id: str, key: str, asked: HelpRequestWire) -> HelpTicketWire:
        body_hash = hashlib.sha256(msgspec.json.encode(asked)).hexdigest()
        known = select(IdempotencyKey).where(IdempotencyKey.device_id == device_id, IdempotencyKey.key == key)
        async with self._books.changing() as session:
            if (used := await session.scalar(known)) is not None:
                if used.body_hash != body_hash:
                    raise Refusal("idempotency-key-reused")
                return await self._queue.wire(session, await found(session, used.ticket_id or "", device_id))
            now = self._books.clock()
            ticket = _new(await next_number(session), device_id, asked, now)
            if asked.topic == MANAGERS_TOPIC:
                ticket.manager_id = await _manager(session, device_id, now)
            session.add(ticket)
            await session.flush()
            intent = IdempotencyKey(device_id=device_id, key=key, body_hash=body_hash, ticket_id=ticket.id)
            intent.created_at = now
            session.add_all((intent, TicketEvent(ticket_id=ticket.id, device_id=device_id, at=now)))
            if asked.masked:
                session.add(HelpScreen(ticket_id=ticket.id, asked=asked.masked))
            await session.flush()
            return await self._queue.wire(session, ticket)

    async def _step(self, session: AsyncSession, ticket: HelpTicket, move: Move) -> None:
        """Raises Refusal wrong-state."""
        state = help_states.after(ticket.state, move.verb)
        if state is None:
            raise Refusal("wrong-state", ticket.state)
        now = self._books.clock()
        ticket.state = state
        ticket.version += 1
        _note(ticket, move, now)
        if state in help_states.OPEN:
            # Whoever is called is called anew; with her, nobody needs to be.
            ticket.level, ticket.called_from = 0, None if state == "arrived" else now
        else:
            ticket.called_from, ticket.ended_at = None, now
            await forget_screens(session, ticket)
        if move.verb == "arrive":
            self._queue.forget()
        await self._books.changed(session, ticket)
        if move.verb in RECORDED:
            about, who = f"help:{ticket.id}", f"staff:{move.staff_id}"
            await chain.append(session, now, kind=f"help.{move.verb}", who=who, about=about, facts={"state": state})


def _note(ticket: HelpTicket, move: Move, now: datetime) -> None:
    """What a move leaves on the ticket beside its state."""
    ticket.held = move.word if move.verb == "hold" else ""
    match move.verb:
        case "claim" | "resume":
            ticket.staff_id = move.staff_id
            ticket.claimed_at = ticket.claimed_at or now
        case "arrive":
            ticket.arrived_at = ticket.arrived_at or now
        case "hand_over":
            ticket.staff_id, ticket.pointed, ticket.board = None, "", ""
        case "hand_to":
            ticket.staff_id, ticket.pointed, ticket.board = move.word, "", ""
        case "resolve":
            ticket.outcome = move.word
        case "reopen":
            ticket.staff_id, ticket.outcome, ticket.rating, ticket.ended_at = None, "", 0, None


def _new(number: int, device_id: str, asked: HelpRequestWire, now: datetime) -> HelpTicket:
    return HelpTicket(
        id=f"t{number:010}-{secrets.token_hex(4)}",
        device_id=device_id,
        state="waiting",
        topic=asked.topic,
        about=asked.about,
        urgent=asked.urgent,
        screen=asked.screen,
        step=asked.step,
        mode=asked.mode,
        lang=asked.lang,
        access=list(asked.access),
        version=1,
        level=0,
        called_from=now,
        created_at=now,
        updated_at=now,
    )


async def _manager(session: AsyncSession, device_id: str, now: datetime) -> str:
    """Who looks after the one customer signed in at the device; nobody when there is none, or more than one."""
    query = select(Customer.id, Customer.manager_id).join(Session, Session.customer_id == Customer.id).distinct()
    query = query.where(Session.device_id == device_id, Session.last_used_at > now - CUSTOMER_IDLE)
    signed_in = (await session.execute(query)).all()
    return str(signed_in[0][1]) if len(signed_in) == 1 else ""
