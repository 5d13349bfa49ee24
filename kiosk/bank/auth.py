"""Who is calling: the device, and the customer or member of staff at it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Literal

import msgspec
from sqlalchemy import delete, select, update

from kiosk.bank.clock import Clock
from kiosk.bank.problems import Refusal
from kiosk.bank.store import Store, StoreError
from kiosk.bank.tables import Device, Session
from kiosk.bank.tokens import new_token, token_hash

CUSTOMER_IDLE: Final = timedelta(minutes=5)
"""RTS 2018/389 Art. 4(3)(d)."""
STAFF_IDLE: Final = timedelta(minutes=15)
"""PCI DSS 8.2.8 (STANDARDS.md TO-05)."""
NOTED_EVERY: Final = timedelta(seconds=10)
"""How often a use is written down; between, this process remembers it, so that reading does not mean writing."""


class Caller(msgspec.Struct, frozen=True):
    """An enrolled device."""

    id: str
    kind: str
    place: str


class Sitting(msgspec.Struct, frozen=True):
    """A token in use. Exactly one of the two ids is set."""

    token_hash: str
    customer_id: str | None
    staff_id: str | None


class Gate:
    """Checks device and bearer tokens. Sessions live in the store, so they outlive a restart."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._used: dict[str, datetime] = {}
        self._held: set[str] = set()

    async def caller(self, token: str) -> Caller:
        """The device of a token. Raises Refusal device-unknown for an unknown or revoked one, StoreError."""
        query = select(Device).where(Device.token_hash == token_hash(token), Device.revoked_at.is_(None))
        async with self._store.reading() as session:
            device = await session.scalar(query)
        if not token or device is None:
            raise Refusal("device-unknown")
        return Caller(device.id, device.kind, device.place)

    async def sitting(
        self, token: str, caller: Caller, who: Literal["customer", "staff", "anyone"], *, listening: bool = False
    ) -> Sitting:
        """The session of a bearer token at this device, which this call keeps alive unless it only listens.

        Raises Refusal not-signed-in for an unknown, idle or other device's token, not-allowed for the wrong kind.
        """
        row = await self._session(token_hash(token)) if token else None
        if row is None or row.device_id != caller.id or self._idle(row):
            raise Refusal("not-signed-in")
        if who not in ("anyone", "staff" if row.customer_id is None else "customer"):
            raise Refusal("not-allowed")
        if not listening or row.token_hash in self._held:
            await self._note_use(row)
        return Sitting(row.token_hash, row.customer_id, row.staff_id)

    async def grant(self, device_id: str, *, customer_id: str | None = None, staff_id: str | None = None) -> str:
        """Begin a session and give its token, which is seen only now. Old ones are swept out. Raises StoreError."""
        token, now = new_token(), self._clock()
        async with self._store.writing() as session:
            idle = delete(Session).where(Session.last_used_at < now - STAFF_IDLE)
            await session.execute(idle.where(Session.token_hash.not_in(self._held)))
            session.add(
                Session(
                    token_hash=token_hash(token),
                    device_id=device_id,
                    customer_id=customer_id,
                    staff_id=staff_id,
                    created_at=now,
                    last_used_at=now,
                )
            )
        return token

    async def end(self, sitting: Sitting) -> None:
        """End a session. Raises StoreError."""
        self._used.pop(sitting.token_hash, None)
        async with self._store.writing() as session:
            await session.execute(delete(Session).where(Session.token_hash == sitting.token_hash))

    def hold(self, token: str) -> None:
        """This token does not go idle while this process runs: the lobby's own, kept in a private file."""
        self._held.add(token_hash(token))

    async def _session(self, hashed: str) -> Session | None:
        async with self._store.reading() as session:
            return await session.get(Session, hashed)

    def _idle(self, row: Session) -> bool:
        if row.token_hash in self._held:
            return False
        last = max(row.last_used_at, self._used.get(row.token_hash, row.last_used_at))
        limit = CUSTOMER_IDLE if row.customer_id is not None else STAFF_IDLE
        return self._clock() - last >= limit

    async def _note_use(self, row: Session) -> None:
        """Remember this use; a full disk must not sign anybody out, so writing it down may fail."""
        now = self._clock()
        self._used[row.token_hash] = now
        if now - row.last_used_at < NOTED_EVERY:
            return
        change = update(Session).where(Session.token_hash == row.token_hash).values(last_used_at=now)
        try:
            async with self._store.writing() as session:
                await session.execute(change)
        except StoreError:
            return
        self._used = {hashed: used for hashed, used in self._used.items() if now - used < STAFF_IDLE}
