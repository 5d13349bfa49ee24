"""The bank's database: opened, migrated and lent out one transaction at a time."""

from __future__ import annotations

import asyncio
import errno
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from kiosk.bank.migrations import upgrade

# StoreError
#  ├─ StorageFull       the disk, or the space the bank may use, is full
#  ├─ StorageReadOnly   the folder or file may not be written, or is no folder at all
#  ├─ StorageBusy       somebody else held the books for longer than BUSY_S
#  └─ StorageBroken     damaged, not a database, or the disk failed

FILE_NAME = "bank.sqlite3"
BUSY_S = 5.0
"""How long a writer waits for another process that holds the books, in seconds."""
SQLITE_IOERR_SHMSIZE = 4874
"""The disk had no room for the index of the write-ahead log."""


class StoreError(Exception):
    """The books could not be read or written. The open transaction was rolled back: nothing half done is kept."""


class StorageFull(StoreError):
    """There is no room left."""


class StorageReadOnly(StoreError):
    """The place of the books may not be written."""


class StorageBusy(StoreError):
    """Another program holds the books."""


class StorageBroken(StoreError):
    """The books are damaged, or the disk is."""


class Store:
    """An open database. Close it with `aclose`; a writer never meets another writer half way."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._writing_engine = engine.execution_options(anxin_writing=True)
        sqlite = engine.dialect.name == "sqlite"
        self._one_writer = asyncio.Lock() if sqlite else None
        """SQLite has one writer: waiting here is fair and quick, waiting in SQLite is polling."""

    @property
    def url(self) -> str:
        """Where the books are, password included."""
        return self._engine.url.render_as_string(hide_password=False)

    @property
    def several_servers(self) -> bool:
        """Other servers may work on the same books: a PostgreSQL."""
        return self._engine.dialect.name == "postgresql"

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A session that sees one unchanging state of the books. Raises StoreError."""
        with _mapped():
            async with AsyncSession(self._engine, expire_on_commit=False) as session:
                yield session

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """A session in one transaction: committed at the end, rolled back on any error. Raises StoreError."""
        with _mapped():
            async with (
                self._one_writer or nullcontext(),
                AsyncSession(self._writing_engine, expire_on_commit=False) as session,
                session.begin(),
            ):
                yield session

    async def aclose(self) -> None:
        """Close every connection. The store cannot be used afterwards."""
        await self._engine.dispose()


def data_url(data_dir: Path) -> str:
    """The URL of the books kept in a folder."""
    return f"sqlite+aiosqlite:///{(data_dir / FILE_NAME).as_posix()}"


async def open_store(url: str) -> Store:
    """Open the books at a SQLAlchemy URL (async driver), making folder and tables as needed. Raises StoreError."""
    _make_folder(url)
    engine = create_async_engine(url, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    store = Store(engine)
    try:
        async with store.writing() as session:
            await (await session.connection()).run_sync(upgrade)
    except BaseException:
        await store.aclose()
        raise
    return store


def _make_folder(url: str) -> None:
    """Make the folder of a SQLite file. Raises StorageFull or StorageReadOnly."""
    parts = make_url(url)
    if parts.get_backend_name() != "sqlite" or not parts.database or parts.database == ":memory:":
        return
    try:
        Path(parts.database).parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        kind = StorageFull if problem.errno in (errno.ENOSPC, errno.EDQUOT) else StorageReadOnly
        raise kind(f"the folder of the books cannot be made: {problem.strerror}") from problem


def _prepare_sqlite(engine: AsyncEngine) -> None:
    """Set each new connection up, and say ourselves when a transaction begins."""

    def connected(dbapi: Any, _record: object) -> None:
        dbapi.isolation_level = None  # the driver's own idea of when to begin would leave reads outside
        cursor = dbapi.cursor()
        for pragma in (
            f"busy_timeout={int(BUSY_S * 1000)}",
            "journal_mode=WAL",
            "synchronous=NORMAL",
            "foreign_keys=ON",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    def begun(connection: Connection) -> None:
        # IMMEDIATE takes the write lock at once: two writers that both began by reading would deadlock.
        writing = connection.get_execution_options().get("anxin_writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    event.listen(engine.sync_engine, "connect", connected)
    event.listen(engine.sync_engine, "begin", begun)


class _mapped:  # noqa: N801 - reads as a clause: with _mapped()
    """Turns the database's own words into a StoreError; everything else passes."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, problem: BaseException | None, _trace: object) -> None:
        if isinstance(problem, DBAPIError | sqlite3.Error) and (found := store_error(problem)) is not None:
            raise found from problem


def store_error(problem: BaseException) -> StoreError | None:
    """The StoreError that a database error means, or None when it is not about storage (such as a broken rule)."""
    code = _sqlite_code(problem)
    if code is None:
        return None
    kind = StorageFull if code == SQLITE_IOERR_SHMSIZE else _KINDS.get(code & 0xFF)
    return kind(f"{kind.__doc__} (sqlite {code})") if kind else None


_KINDS: dict[int, type[StoreError]] = {
    sqlite3.SQLITE_FULL: StorageFull,
    sqlite3.SQLITE_READONLY: StorageReadOnly,
    sqlite3.SQLITE_CANTOPEN: StorageReadOnly,
    sqlite3.SQLITE_PERM: StorageReadOnly,
    sqlite3.SQLITE_BUSY: StorageBusy,
    sqlite3.SQLITE_LOCKED: StorageBusy,
    sqlite3.SQLITE_IOERR: StorageBroken,
    sqlite3.SQLITE_CORRUPT: StorageBroken,
    sqlite3.SQLITE_NOTADB: StorageBroken,
}


def _sqlite_code(problem: BaseException | None) -> int | None:
    """SQLite's extended result code somewhere in a chain of causes."""
    while problem is not None:
        code = getattr(problem, "sqlite_errorcode", None)
        if isinstance(code, int):
            return code
        problem = getattr(problem, "orig", None) or problem.__cause__
    return None
