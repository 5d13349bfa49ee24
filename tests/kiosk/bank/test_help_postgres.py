"""Several servers on one PostgreSQL: what one changes, the streams of the others tell. Skipped without its binaries."""

from __future__ import annotations

import asyncio
import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.bank.bell import Bell
from kiosk.bank.help_desk import Move
from kiosk.bank.help_notices import Notices
from kiosk.bank.parts import Parts, make_parts
from kiosk.bank.problems import Refusal
from kiosk.bank.store import open_store
from kiosk.bank.tables import Device, Staff
from kiosk.wire.help import HelpRequestWire, HelpTicketWire

pytest.importorskip("asyncpg")
BINARIES = max(Path("/usr/lib/postgresql").glob("*/bin/initdb"), default=Path("/nowhere/initdb")).parent
pytestmark = pytest.mark.skipif(not BINARIES.is_dir(), reason="no PostgreSQL here")
ASKED = HelpRequestWire("come", "home", "elder", "zh_CN")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL of one's own; gives the URL of its books."""
    folder = Path("/tmp") / tmp_path_factory.mktemp("pg").name if os.geteuid() == 0 else tmp_path_factory.mktemp("pg")
    folder.mkdir(exist_ok=True)
    user = _plain_user(folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = folder / "data"
    run = {"user": user, "cwd": folder, "check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([BINARIES / "initdb", "-D", data, "-U", "bank", "-A", "trust", "-N", "-E", "UTF8"], **run)  # type: ignore[call-overload]
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    subprocess.run([BINARIES / "pg_ctl", "-D", data, "-o", options, "-w", "start"], **run)  # type: ignore[call-overload]
    try:
        yield f"postgresql+asyncpg://bank@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([BINARIES / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"], **run)  # type: ignore[call-overload]
        shutil.rmtree(folder, ignore_errors=True)


def _plain_user(folder: Path) -> str | None:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    shutil.chown(folder, "postgres", pwd.getpwnam("postgres").pw_gid)
    return "postgres"


@asynccontextmanager
async def bank(url: str) -> AsyncIterator[Parts]:
    """One of several servers, without its HTTP side."""
    store = await open_store(url)
    parts = make_parts(store)
    parts.watch.begin()
    try:
        yield parts
    finally:
        parts.bell.close()
        await parts.watch.end()
        await store.aclose()


@pytest.fixture
async def pair(server: str) -> AsyncIterator[tuple[Parts, Parts]]:
    async with bank(server) as one, bank(server) as other:
        async with one.store.writing() as session:
            for table in ("ticket_events", "idempotency_keys", "help_screens", "help_tickets"):
                await session.execute(text(f"DELETE FROM {table}"))
            await session.merge(Device(id="k", kind="branch", place="A", token_hash="h"))
            await session.merge(Staff(id="s", badge="1", names={"en": "Zhou"}, look={}, pin_hash="", role="lobby"))
        yield one, other


async def ask(parts: Parts, key: str) -> HelpTicketWire:
    return await parts.desk.ask("k", key, ASKED)


async def test_what_one_server_takes_the_other_tells(pair: tuple[Parts, Parts]) -> None:
    one, other = pair
    with other.feed.listen(None) as ears:
        await asyncio.sleep(0)
        ticket = await ask(one, "k1")
        heard = b""
        async with asyncio.timeout(10):
            while ticket.id.encode() not in heard:
                heard += b"".join(each.whole for each in await ears.next(10))
        assert (await other.desk.ticket(ticket.id, "k")).state == "waiting"


async def test_two_servers_make_one_ticket_of_one_key_and_one_claim_wins(pair: tuple[Parts, Parts]) -> None:
    made = await asyncio.gather(*(ask(parts, "k1") for parts in pair * 5), return_exceptions=True)
    ids = {each.id for each in made if isinstance(each, HelpTicketWire)}
    assert len(ids) == 1
    move = Move("claim", "s", 1)
    claims = await asyncio.gather(
        *(parts.desk.move(next(iter(ids)), move) for parts in pair * 5), return_exceptions=True
    )
    assert sum(isinstance(each, HelpTicketWire) for each in claims) == 1
    assert {each.kind for each in claims if isinstance(each, Refusal)} == {"version-mismatch"}


async def test_events_of_many_writers_are_all_told(pair: tuple[Parts, Parts]) -> None:
    one, other = pair
    with other.feed.listen(None) as ears:
        made = await asyncio.gather(*(ask(parts, f"k{at}") for at, parts in enumerate(pair * 20)))
        wanted, heard = {each.id.encode() for each in made}, b""
        async with asyncio.timeout(20):
            while not all(each in heard for each in wanted):
                heard += b"".join(each.whole for each in await ears.next(5))
    assert len({each.id for each in made}) == 40
    assert len(await one.desk.open_tickets()) == 40


async def test_a_broken_listener_comes_back(server: str, pair: tuple[Parts, Parts]) -> None:
    bell = Bell()
    notices = Notices(server, bell, pause_s=0.05)
    task = asyncio.create_task(notices.run())
    try:
        async with asyncio.timeout(20):
            await notices.standing.wait()
            await _break_listeners(pair[0])
            while notices.standing.is_set():
                await asyncio.sleep(0.01)
            await notices.standing.wait()
            with bell.listen() as rung:
                await ask(pair[0], "k1")
                await rung.wait()
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _break_listeners(parts: Parts) -> None:
    async with parts.store.reading() as session:
        query = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND state = 'idle'"
        await session.execute(text(query))
