"""The audit chain: whole from its first record on, kept by the database, and safe with several servers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank import chain, chain_check
from kiosk.bank.chain import append, verify
from kiosk.bank.store import Store, data_url, open_store
from kiosk.cli import main

NOW = datetime(2026, 11, 23, 9, 30, 0, 123456, UTC)
Work = Callable[[Store], Awaitable[None]]


def in_books(folder: Path, work: Work) -> None:
    """Do something with open, empty books."""

    async def done() -> None:
        store = await open_store(data_url(folder))
        try:
            await work(store)
        finally:
            await store.aclose()

    asyncio.run(done())


async def write(store: Store, number: int) -> None:
    async with store.writing() as session:
        facts = {"amount": f"{number}.00", "said": "您好，王阿姨"}
        await append(session, NOW, kind="order.requested", who="customer:wang", about=f"order:{number}", facts=facts)


async def tamper(store: Store, change: str) -> None:
    """What somebody with the database in his hands could do."""
    async with store.writing() as session:
        for trigger in ("audit_is_not_changed", "audit_is_not_removed"):
            await session.execute(text(f"DROP TRIGGER {trigger}"))
        await session.execute(text(change))


def test_each_record_holds_the_hash_of_the_one_before(tmp_path: Path) -> None:
    async def work(store: Store) -> None:
        for number in range(1, 4):
            await write(store, number)
        async with store.reading() as session:
            records = await chain.after(session, 0, 10)
            assert [record.number for record in records] == [1, 2, 3]
            assert [record.before for record in records] == [chain.FIRST, records[0].hash, records[1].hash]
            assert records[0].at == NOW
            found = await verify(session)
            assert (found.records, found.head, found.broken_at) == (3, records[2].hash, 0)

    in_books(tmp_path, work)


@pytest.mark.parametrize(
    ("change", "at", "why"),
    [
        ('UPDATE audit SET facts = \'{"amount": "1.00"}\' WHERE number = 2', 2, "changed"),
        ("UPDATE audit SET at = '2026-11-23 09:31:00' WHERE number = 3", 3, "changed"),
        ("UPDATE audit SET who = 'customer:chen' WHERE number = 1", 1, "changed"),
        ("DELETE FROM audit WHERE number = 2", 3, "gap"),
        ("UPDATE audit SET before = hash WHERE number = 4", 4, "unlinked"),
    ],
)
def test_what_was_changed_or_removed_is_found(tmp_path: Path, change: str, at: int, why: str) -> None:
    async def work(store: Store) -> None:
        for number in range(1, 5):
            await write(store, number)
        await tamper(store, change)
        async with store.reading() as session:
            found = await verify(session)
        assert (found.broken_at, found.why) == (at, why)

    in_books(tmp_path, work)


@pytest.mark.parametrize("change", ["UPDATE audit SET who = 'nobody'", "DELETE FROM audit"])
def test_the_database_itself_refuses_a_change(tmp_path: Path, change: str) -> None:
    async def work(store: Store) -> None:
        await write(store, 1)
        with pytest.raises(IntegrityError, match="append-only"):
            async with store.writing() as session:
                await session.execute(text(change))

    in_books(tmp_path, work)


def test_what_is_rolled_back_leaves_no_record(tmp_path: Path) -> None:
    async def half(store: Store) -> None:
        async with store.writing() as session:
            await append(session, NOW, kind="order.requested", who="customer:wang", about="order:1", facts={})
            raise LookupError

    async def work(store: Store) -> None:
        with pytest.raises(LookupError):
            await half(store)
        await write(store, 1)
        async with store.reading() as session:
            assert (await verify(session)).records == 1

    in_books(tmp_path, work)


def test_a_number_that_another_server_took_is_not_taken_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest record as this server last saw it, while another has written since."""
    real = chain._next
    stale = [True]

    async def late(session: AsyncSession, *more: object) -> object:
        record = await real(session, *more)  # type: ignore[arg-type]
        if stale.pop() if stale else False:
            record.number, record.before = 1, chain.FIRST
            record.hash = chain.hash_of(record)
        return record

    async def work(store: Store) -> None:
        await write(store, 1)
        monkeypatch.setattr(chain, "_next", late)
        await write(store, 2)
        async with store.reading() as session:
            found = await verify(session)
        assert (found.records, found.broken_at) == (2, 0)

    in_books(tmp_path, work)


def test_two_servers_at_once_make_one_chain(tmp_path: Path) -> None:
    async def work(store: Store) -> None:
        other = await open_store(data_url(tmp_path))
        try:
            await asyncio.gather(*(write(each, number) for number in range(20) for each in (store, other)))
        finally:
            await other.aclose()
        async with store.reading() as session:
            found = await verify(session)
        assert (found.records, found.broken_at) == (40, 0)

    in_books(tmp_path, work)


@pytest.mark.parametrize("name", ["pin", "PIN", "token", "card"])
def test_no_secret_is_kept(tmp_path: Path, name: str) -> None:
    async def work(store: Store) -> None:
        with pytest.raises(ValueError, match="keeps no"):
            async with store.writing() as session:
                await append(session, NOW, kind="sign-in", who="bank", about="", facts={name: "135790"})

    in_books(tmp_path, work)


def test_the_command_line_says_how_the_chain_stands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "--verify", "--data-dir", str(tmp_path)]) == chain_check.CANNOT

    async def begin(store: Store) -> None:
        for number in range(1, 4):
            await write(store, number)

    in_books(tmp_path, begin)
    assert main(["audit", "--verify", "--data-dir", str(tmp_path)]) == 0
    assert "whole: 3 records" in capsys.readouterr().out

    async def change(store: Store) -> None:
        await tamper(store, "UPDATE audit SET who = 'customer:chen' WHERE number = 2")

    in_books(tmp_path, change)
    assert main(["audit", "--verify", "--data-dir", str(tmp_path)]) == chain_check.BROKEN
    assert "Record 2 is not good" in capsys.readouterr().out
