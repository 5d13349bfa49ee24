"""The database: migrations, one transaction at a time, and what a full or forbidden disk does."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from kiosk.bank.store import (
    StorageBroken,
    StorageBusy,
    StorageFull,
    StorageReadOnly,
    Store,
    data_url,
    open_store,
    store_error,
)
from kiosk.bank.tables import Card, Device, Table

ROOT = Path(__file__).parents[3]


def device(key: str = "kiosk-1", revoked_at: datetime | None = None, place: str = "") -> Device:
    return Device(id=key, kind="branch", place=place, token_hash=f"hash of {key}", revoked_at=revoked_at)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await open_store(data_url(tmp_path))
    yield opened
    await opened.aclose()


async def devices(store: Store) -> int:
    async with store.reading() as session:
        return await session.scalar(select(func.count()).select_from(Device)) or 0


async def pragma(store: Store, name: str) -> object:
    async with store.reading() as session:
        return await session.scalar(text(f"PRAGMA {name}"))


async def test_the_migrations_build_exactly_the_tables(store: Store) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Table.metadata))

    async with store.reading() as session:
        assert await (await session.connection()).run_sync(differences) == []


async def test_opening_again_keeps_everything(tmp_path: Path) -> None:
    for _ in range(2):
        store = await open_store(data_url(tmp_path))
        if await devices(store) == 0:
            async with store.writing() as session:
                session.add(device())
        await store.aclose()
    store = await open_store(data_url(tmp_path))
    assert await devices(store) == 1
    await store.aclose()


async def test_the_folder_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "百 分%之"
    await (await open_store(data_url(folder))).aclose()
    assert (folder / "bank.sqlite3").exists()


async def test_sqlite_is_set_up_to_survive_a_kill(store: Store) -> None:
    assert await pragma(store, "journal_mode") == "wal"
    assert await pragma(store, "synchronous") == 1
    assert await pragma(store, "foreign_keys") == 1
    assert await pragma(store, "busy_timeout") == 5000


async def test_a_moment_comes_back_in_utc(store: Store) -> None:
    moment = datetime(2026, 11, 23, 9, 30, 15, 250, tzinfo=timezone(timedelta(hours=8)))
    async with store.writing() as session:
        session.add(device(revoked_at=moment))
    async with store.reading() as session:
        kept = (await session.scalars(select(Device))).one().revoked_at
    assert kept == moment
    assert kept is not None
    assert kept.tzinfo is UTC


async def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(StatementError, match="needs its zone"):
        async with store.writing() as session:
            session.add(device(revoked_at=datetime(2026, 11, 23, 9, 30)))
    assert await devices(store) == 0


async def test_an_error_rolls_back_the_whole_transaction(store: Store) -> None:
    async def write_and_fail() -> None:
        async with store.writing() as session:
            session.add(device())
            await session.flush()
            raise LookupError

    with pytest.raises(LookupError):
        await write_and_fail()
    assert await devices(store) == 0


async def test_a_broken_rule_is_no_storage_error(store: Store) -> None:
    with pytest.raises(IntegrityError):
        async with store.writing() as session:
            session.add(Card(number="1", customer_id="nobody"))
    async with store.writing() as session:
        session.add(device())
    assert await devices(store) == 1


async def test_writers_that_read_first_do_not_lose_each_others_work(store: Store) -> None:
    async with store.writing() as session:
        session.add(device(place="0"))

    async def add_one(own: Store) -> None:
        async with own.writing() as session:
            found = (await session.scalars(select(Device))).one()
            found.place = str(int(found.place) + 1)

    other = await open_store(str(store._engine.url))
    await asyncio.gather(*(add_one(own) for own in (store, other) * 10))
    await other.aclose()
    async with store.reading() as session:
        assert (await session.scalars(select(Device))).one().place == "20"


async def test_a_reader_sees_one_state_while_somebody_writes(store: Store) -> None:
    async with store.reading() as session:
        before = await session.scalar(select(func.count()).select_from(Device))
        async with store.writing() as writer:
            writer.add(device())
        assert await session.scalar(select(func.count()).select_from(Device)) == before
    assert await devices(store) == 1


async def test_a_cancelled_writer_leaves_nothing_and_blocks_nobody(store: Store) -> None:
    written = asyncio.Event()

    async def write_and_wait() -> None:
        async with store.writing() as session:
            session.add(device())
            await session.flush()
            written.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(write_and_wait())
    await written.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await devices(store) == 0
    async with store.writing() as session:
        session.add(device())
    assert await devices(store) == 1


KILLED_WHILE_WRITING = """
import asyncio, sys
from kiosk.bank.store import open_store
from kiosk.bank.tables import Device

async def main():
    store = await open_store(sys.argv[1])
    async with store.writing() as session:
        session.add_all([Device(id=f"k{n}", kind="branch", place="x" * 60, token_hash=f"h{n}") for n in range(9000)])
        await session.flush()
        print("written", flush=True)
        await asyncio.Event().wait()

asyncio.run(main())
"""


async def test_a_killed_bank_leaves_nothing_half_done(store: Store, tmp_path: Path) -> None:
    async with store.writing() as session:
        session.add(device())
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", KILLED_WHILE_WRITING, data_url(tmp_path), stdout=asyncio.subprocess.PIPE, cwd=ROOT
    )
    assert child.stdout is not None
    assert (await child.stdout.readline()).strip() == b"written"
    child.kill()
    await child.wait()
    assert await devices(store) == 1
    async with store.writing() as session:
        session.add(device("after"))
    assert await devices(store) == 2


async def test_a_full_disk_is_said_and_loses_nothing(store: Store) -> None:
    async with store.writing() as session:
        session.add(device("first"))
        pages = await session.scalar(text("PRAGMA page_count"))
        await session.execute(text(f"PRAGMA max_page_count = {pages + 2}"))
    with pytest.raises(StorageFull):
        async with store.writing() as session:
            session.add_all([device(f"kiosk-{number}", place="x" * 60) for number in range(500)])
    assert await devices(store) == 1
    async with store.reading() as session:
        assert await session.scalar(text("PRAGMA integrity_check")) == "ok"


async def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(StorageReadOnly):
        await open_store(data_url(tmp_path / "data"))


async def test_a_database_that_may_not_be_written_is_said(store: Store) -> None:
    async with store.reading() as session:
        await session.execute(text("PRAGMA query_only = ON"))
    with pytest.raises(StorageReadOnly):
        async with store.writing() as session:
            session.add(device())
    assert await devices(store) == 0


async def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    if os.access(folder, os.W_OK):
        pytest.skip("this user may write everywhere, as root may")
    with pytest.raises(StorageReadOnly):
        await open_store(data_url(folder))


async def test_a_damaged_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "bank.sqlite3").write_bytes(b"this is no database" * 500)
    with pytest.raises(StorageBroken):
        await open_store(data_url(tmp_path))


async def test_a_book_held_by_somebody_else_is_said(store: Store, tmp_path: Path) -> None:
    async with store.reading() as session:
        await session.execute(text("PRAGMA busy_timeout = 1"))
    other = sqlite3.connect(tmp_path / "bank.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageBusy):
        async with store.writing() as session:
            session.add(device())
    other.execute("ROLLBACK")
    other.close()
    async with store.writing() as session:
        session.add(device())
    assert await devices(store) == 1


def test_other_errors_are_not_called_storage() -> None:
    assert store_error(ValueError("nothing to do with a disk")) is None
