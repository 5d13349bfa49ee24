"""The real help desk for its benchmark: many kiosks and staff enrolled in fresh books, served by the real server."""

from __future__ import annotations

import asyncio
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from kiosk.bank.listening import BankServer
from kiosk.bank.parts import make_parts
from kiosk.bank.start_line import claimed
from kiosk.bank.store import Store, data_url, open_store
from kiosk.bank.tables import Device, Session, Staff
from kiosk.bank.tokens import token_hash


def kiosk_token(number: int) -> str:
    """The device token of a kiosk."""
    return f"device-token-of-kiosk-{number}"


def staff_tokens(number: int) -> tuple[str, str]:
    """Device and session token of a member of staff."""
    return f"device-token-of-lobby-{number}", f"session-token-of-staff-{number}"


async def enrol(store: Store, kiosks: int, staff: int) -> None:
    """Write them all."""
    now = datetime.now(UTC)
    devices = [
        {
            "id": f"k{n}",
            "kind": "branch",
            "place": f"K{n}",
            "branch": f"b{n % 20}",
            "token_hash": token_hash(kiosk_token(n)),
        }
        for n in range(kiosks)
    ] + [
        {
            "id": f"l{n}",
            "kind": "lobby",
            "place": "",
            "branch": f"b{n % 20}",
            "token_hash": token_hash(staff_tokens(n)[0]),
        }
        for n in range(staff)
    ]
    people = [
        {"id": f"s{n}", "badge": f"{n}", "names": {"en": f"S{n}"}, "look": {}, "role": "lobby", "pin_hash": ""}
        for n in range(staff)
    ]
    sessions = [
        {
            "token_hash": token_hash(staff_tokens(n)[1]),
            "device_id": f"l{n}",
            "staff_id": f"s{n}",
            "created_at": now,
            "last_used_at": now,
        }
        for n in range(staff)
    ]
    async with store.writing() as session:
        await session.execute(insert(Device), devices)
        await session.execute(insert(Staff), people)
        await session.execute(insert(Session), sessions)


async def main(folder: Path, kiosks: int, staff: int) -> None:
    """Serve on a free port, which is said in a line, until the input ends."""
    store = await open_store(data_url(folder))
    await enrol(store, kiosks, staff)
    with claimed("127.0.0.1", 0) as listener:
        listener.listen(2048)
        port = listener.getsockname()[1]
        server = BankServer(make_parts(store), lambda: print(port, flush=True))
        loop = asyncio.get_running_loop()

        def ended() -> None:
            sys.stdin.read()
            loop.call_soon_threadsafe(server.stop)

        threading.Thread(target=ended, daemon=True).start()
        await server.serve(sockets=[listener])
    await store.aclose()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
