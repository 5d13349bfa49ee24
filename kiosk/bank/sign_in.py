"""Signing in: card, customer's id or badge with a PIN. The answer never says which part was wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank import lockout
from kiosk.bank.auth import CUSTOMER_IDLE, STAFF_IDLE, Caller, Gate
from kiosk.bank.clock import Clock
from kiosk.bank.pins import PinChecker
from kiosk.bank.problems import Refusal
from kiosk.bank.store import Store
from kiosk.bank.tables import Card, Customer, Staff, UnknownSignIn
from kiosk.wire.kiosk_api import SessionGrant, SessionRequest, StaffGrant, StaffSessionRequest

UNKNOWN_KEPT: Final = 10_000
"""Of this many things that the bank does not have, the tries are counted; then the oldest are forgotten."""

Person = TypeVar("Person", Customer, Staff)


class SignIn:
    """Checks PINs, counts wrong ones, and begins sessions."""

    def __init__(self, store: Store, clock: Clock, pins: PinChecker, gate: Gate) -> None:
        self._store = store
        self._clock = clock
        self._pins = pins
        self._gate = gate

    async def customer(self, caller: Caller, asked: SessionRequest) -> SessionGrant:
        """Sign a customer in. Raises Refusal sign-in-refused, sign-in-locked or malformed, StoreError."""
        card = asked.card.replace(" ", "")
        if bool(card) == bool(asked.customer):
            raise Refusal("malformed", "either card or customer")
        at_home = caller.kind == "home"

        async def find(session: AsyncSession) -> Customer | None:
            if asked.customer:
                # Choosing oneself is for one's own device; elsewhere it looks like an unknown card.
                return await session.get(Customer, asked.customer, with_for_update=True) if at_home else None
            query = select(Customer).join(Card).where(Card.number == card)
            return await session.scalar(query.with_for_update(of=Customer))

        person = await self._checked(find, f"customer:{card or asked.customer}", asked.pin)
        token = await self._gate.grant(caller.id, customer_id=person.id)
        return SessionGrant(token, int(CUSTOMER_IDLE.total_seconds()))

    async def staff(self, caller: Caller, asked: StaffSessionRequest) -> StaffGrant:
        """Sign a member of staff in. Raises Refusal sign-in-refused or sign-in-locked, StoreError."""

        async def find(session: AsyncSession) -> Staff | None:
            return await session.scalar(select(Staff).where(Staff.badge == asked.badge).with_for_update())

        person = await self._checked(find, f"badge:{asked.badge}", asked.pin)
        token = await self._gate.grant(caller.id, staff_id=person.id)
        return StaffGrant(token, int(STAFF_IDLE.total_seconds()), dict(person.names), person.id, person.role)

    async def _checked(
        self, find: Callable[[AsyncSession], Awaitable[Person | None]], presented: str, pin: str
    ) -> Person:
        """The person, when the PIN is hers. An unknown one takes the same steps and the same time."""
        now = self._clock()
        async with self._store.writing() as session:
            person = await find(session)
            counted = person or await self._unknown(session, presented)
            if wait := lockout.wait_s(counted, now):
                raise Refusal("sign-in-locked", wait_s=wait)
            lockout.count_try(counted, now)
            wait = lockout.wait_s(counted, now)
            pin_hash = person.pin_hash if person is not None else await _anybodys_hash(session)
        right = await self._pins.right(pin_hash, pin)
        if person is None or not right:
            raise Refusal("sign-in-locked", wait_s=wait) if wait else Refusal("sign-in-refused")
        async with self._store.writing() as session:
            await session.execute(update(type(person)).where(type(person).id == person.id).values(lockout.FORGIVEN))
        return person

    async def _unknown(self, session: AsyncSession, presented: str) -> UnknownSignIn:
        """The count of something the bank does not have: it locks like a real one, or the lock would tell."""
        subject = hashlib.sha256(presented.encode()).hexdigest()
        row = await session.get(UnknownSignIn, subject)
        if row is None:
            await _make_room(session)
            row = UnknownSignIn(subject=subject, failed_pins=0, lock_count=0, locked_until=None)
            session.add(row)
        row.tried_at = self._clock()
        return row


async def _anybodys_hash(session: AsyncSession) -> str:
    """Somebody's hash, to spend the same time on; what it says is thrown away."""
    return await session.scalar(select(Customer.pin_hash).limit(1)) or ""


async def _make_room(session: AsyncSession) -> None:
    """Forget the oldest tries when there are too many."""
    count = await session.scalar(select(func.count()).select_from(UnknownSignIn)) or 0
    if count >= UNKNOWN_KEPT:
        oldest = select(UnknownSignIn.subject).order_by(UnknownSignIn.tried_at).limit(count - UNKNOWN_KEPT + 1)
        await session.execute(delete(UnknownSignIn).where(UnknownSignIn.subject.in_(oldest)))
