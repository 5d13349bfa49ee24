"""The part of a bank process that needs the books: opening them, and uvicorn over them."""

from __future__ import annotations

import signal
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from types import FrameType

import uvicorn
from sqlalchemy import func, select
from uvicorn.server import HANDLED_SIGNALS

from kiosk.bank.clock import bank_day, utc_now
from kiosk.bank.enrolment import KIOSK, LOBBY, Enrolment
from kiosk.bank.help_limits import Limits
from kiosk.bank.manager_call import ManagerCall
from kiosk.bank.parts import Parts, make_parts
from kiosk.bank.server import build_app
from kiosk.bank.start_line import CannotStart, Trouble
from kiosk.bank.store import StorageFull, StorageReadOnly, Store, StoreError, data_url, open_store
from kiosk.bank.tables import Customer, Device, Staff
from kiosk.bank.tokens import token_hash
from kiosk.notify import ChildNotifier


@asynccontextmanager
async def opened(
    data_dir: Path, database_url: str | None, enrol: Enrolment, limits: Limits | None = None
) -> AsyncIterator[tuple[Parts, str]]:
    """The bank's parts over open books that hold at least the demo, and a staff token for the lobby.

    Raises CannotStart.
    """
    try:
        store = await open_store(database_url or data_url(data_dir))
    except StoreError as problem:
        raise cannot_start(problem, data_dir) from problem
    try:
        parts, staff_token = await _prepared(store, data_dir, enrol, limits)
        async with parts.settling.running():
            yield parts, staff_token
    finally:
        await store.aclose()


async def _prepared(store: Store, data_dir: Path, enrol: Enrolment, limits: Limits | None) -> tuple[Parts, str]:
    second = ManagerCall(ChildNotifier(), enrol.manager) if enrol.manager.address else None
    parts = make_parts(store, limits=limits, second=second)
    try:
        await ensure_books(store)
        await enrol_devices(store, enrol)
        return parts, await lobby_token(parts)
    except StoreError as problem:
        raise cannot_start(problem, data_dir) from problem


def cannot_start(problem: StoreError, data_dir: Path) -> CannotStart:
    """Trouble with the books in the words of the start line."""
    known: dict[type[StoreError], Trouble] = {StorageFull: "disk-full", StorageReadOnly: "data-dir-not-writable"}
    return CannotStart(known.get(type(problem), "storage-broken"), f"{data_dir} ({problem})")


async def ensure_books(store: Store) -> None:
    """Write the demo books when there is no customer yet; the generator is only loaded for that. Raises StoreError."""
    async with store.reading() as session:
        if await session.scalar(select(func.count()).select_from(Customer)):
            return
    from kiosk.bank.demo.writing import ensure_demo_books

    await ensure_demo_books(store, bank_day(utc_now()))


async def enrol_devices(store: Store, enrol: Enrolment) -> None:
    """The kiosk and the lobby with the secrets of this start; their ids stay, so sessions do. Raises StoreError."""
    wanted = {KIOSK: (enrol.kind, enrol.place, enrol.device_token), LOBBY: ("lobby", "", enrol.lobby_token)}
    async with store.writing() as session:
        for device_id, (kind, place, token) in wanted.items():
            device = await session.get(Device, device_id) or Device(id=device_id)
            device.kind, device.place, device.token_hash = kind, place, token_hash(token)
            device.floor, device.branch = enrol.floor, enrol.branch
            device.revoked_at = None
            session.add(device)


async def lobby_token(parts: Parts) -> str:
    """A staff token for the lobby's PC on this machine, good while this process runs; empty without staff."""
    query = select(Staff.id).where(Staff.role == "lobby").order_by(Staff.id).limit(1)
    async with parts.store.reading() as session:
        staff_id = await session.scalar(query)
    if staff_id is None:
        return ""
    token = await parts.gate.grant(LOBBY, staff_id=staff_id)
    parts.gate.hold(token)
    return token


class BankServer(uvicorn.Server):
    """uvicorn that says when it is ready, lets event streams end, and leaves the exit code to us."""

    def __init__(self, parts: Parts, on_ready: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                build_app(parts),
                loop="asyncio",
                http="h11",
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                timeout_keep_alive=75,  # longer than any client's: it, not we, decides when a connection is old
                timeout_graceful_shutdown=2,
            )
        )
        self._bell, self._watch = parts.bell, parts.watch
        self._on_ready = on_ready

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        """Begin to answer, and say so."""
        self._watch.begin()
        await super().startup(sockets)  # type: ignore[arg-type]
        self._on_ready()

    async def shutdown(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        """End, with all that the help desk does by itself."""
        await super().shutdown(sockets)  # type: ignore[arg-type]
        await self._watch.end()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Event streams would keep the server open for ever: end them first."""
        self._bell.close()
        super().handle_exit(sig, frame)

    def stop(self) -> None:
        """End well; to be called in the server's own loop."""
        self._bell.close()
        self.should_exit = True

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """As uvicorn's, but without dying of the signal afterwards: the address file is still to be removed."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self.handle_exit) for number in HANDLED_SIGNALS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
