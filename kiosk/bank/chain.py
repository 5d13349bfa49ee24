"""The audit chain: what happened, written once. Each record holds the hash of the one before it.

A record is never changed or removed: the database refuses it (migration r0004), and whoever goes around the database
breaks the chain, which `verify` finds. Records that were cut off at the end leave a whole chain behind: who watches
over the bank keeps the newest hash elsewhere (`Verified.head`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

import msgspec
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank.tables import AuditRecord

FIRST: Final = "0" * 64
"""What the first record has in the place of a hash before it."""
ATTEMPTS: Final = 20
"""How often a number is tried that another server took first."""
SECRETS: Final = frozenset({"pin", "token", "password", "card"})
"""No fact has such a name."""
AT_ONCE: Final = 500
"""Records read at a time."""


class Verified(msgspec.Struct, frozen=True):
    """How the chain stands."""

    records: int
    """Good ones, from the first on."""
    head: str
    """Hash of the newest good record."""
    broken_at: int = 0
    """Number of the first record that does not fit; 0 when all do."""
    why: str = ""
    """gap, unlinked or changed."""


async def append(
    session: AsyncSession, now: datetime, *, kind: str, who: str, about: str, facts: Mapping[str, str]
) -> AuditRecord:
    """Write a record in the caller's transaction: it is there exactly when what it tells of is.

    `kind` names what happened ("order.requested"), `who` who did it ("customer:…", "staff:…", "bank"), `about` what it
    is about ("order:o-17"). `facts` are codes, and what was shown and said; amounts are allowed, secrets are not.
    Several servers may write at once: the number is unique, and who comes second takes the next. Write it last in the
    transaction, so that nobody waits for the number longer than it takes to commit.
    Raises ValueError for a fact named like a secret, IntegrityError when the number was taken `ATTEMPTS` times.
    """
    if found := SECRETS & {name.lower() for name in facts}:
        raise ValueError(f"the audit chain keeps no {sorted(found)[0]}")
    for attempt in range(ATTEMPTS):
        record = await _next(session, now, kind, who, about, facts)
        try:
            async with session.begin_nested():
                session.add(record)
                await session.flush()
        except IntegrityError:
            if attempt + 1 == ATTEMPTS:
                raise
        else:
            return record
    raise AssertionError("unreachable")


async def _next(
    session: AsyncSession, now: datetime, kind: str, who: str, about: str, facts: Mapping[str, str]
) -> AuditRecord:
    newest = (
        await session.execute(select(AuditRecord.number, AuditRecord.hash).order_by(AuditRecord.number.desc()).limit(1))
    ).first()
    number, before = (newest.number + 1, newest.hash) if newest else (1, FIRST)
    record = AuditRecord(
        number=number, at=now.astimezone(UTC), kind=kind, who=who, about=about, facts=dict(facts), before=before
    )
    record.hash = hash_of(record)
    return record


def hash_of(record: AuditRecord) -> str:
    """SHA-256, in hex, over the record's canonical form, which holds the hash before it."""
    return hashlib.sha256(canonical(record)).hexdigest()


def canonical(record: AuditRecord) -> bytes:
    """A record as bytes: one JSON list in UTF-8, the facts by name, the time in UTC to the microsecond."""
    at = record.at.astimezone(UTC).isoformat(timespec="microseconds")
    fields = [record.number, at, record.kind, record.who, record.about, dict(record.facts), record.before]
    return msgspec.json.encode(fields, order="sorted")


async def verify(session: AsyncSession) -> Verified:
    """Go through the whole chain from its first record. Reads `AT_ONCE` records at a time."""
    good = Verified(0, FIRST)
    while True:
        records = await after(session, good.records, AT_ONCE)
        for record in records:
            if why := _misfit(record, good):
                return msgspec.structs.replace(good, broken_at=record.number, why=why)
            good = Verified(record.number, record.hash)
        session.expunge_all()
        if len(records) < AT_ONCE:
            return good


def _misfit(record: AuditRecord, good: Verified) -> str:
    if record.number != good.records + 1:
        return "gap"
    if record.before != good.head:
        return "unlinked"
    return "" if record.hash == hash_of(record) else "changed"


async def after(session: AsyncSession, number: int, at_most: int) -> list[AuditRecord]:
    """The records that follow a number, oldest first."""
    query = select(AuditRecord).where(AuditRecord.number > number).order_by(AuditRecord.number).limit(at_most)
    return list(await session.scalars(query))
