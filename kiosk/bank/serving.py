"""The bank as a process: beside the kiosk as its child (`--embedded`), or on its own (`kiosk bank`)."""

from __future__ import annotations

import argparse
import asyncio
import socket
import sys
from pathlib import Path
from typing import Final

import msgspec

from kiosk.bank import enrolment, start_line
from kiosk.bank.address import AddressFile
from kiosk.bank.enrolment import Enrolment
from kiosk.bank.help_limits import Limits
from kiosk.bank.logs import log_to
from kiosk.bank.manager_line import ManagerLine
from kiosk.bank.parent import end_with_parent
from kiosk.bank.start_line import CannotStart

COULD_NOT_START: Final = 3
"""Exit code."""
STANDALONE_PORT: Final = 8088


class Wanted(msgspec.Struct, frozen=True):
    """How to serve."""

    data_dir: Path
    host: str
    port: int
    database_url: str | None
    embedded: bool
    limits: Limits | None


def serve(
    *,
    data_dir: Path,
    host: str = "127.0.0.1",
    port: int = 0,
    device_token: str | None = None,
    watch_stdin: bool = False,
    database_url: str | None = None,
    limits: Limits | None = None,
    manager: ManagerLine | None = None,
) -> int:
    """Serve until told to stop; gives the exit code: 0, or 3 when the bank could not start.

    With `watch_stdin` it is the kiosk's child: it says one JSON line on standard output and ends with its parent.
    Otherwise it says plain sentences, and a `device_token` left out is made once and kept in `data_dir`.
    `limits` are the escalation clock's, `manager` is whom it calls in the end; the kiosk's child is told by its parent.
    """
    wanted = Wanted(data_dir, host, port, database_url, watch_stdin, limits)
    say = start_line.Json(sys.stdout) if watch_stdin else start_line.Plain(sys.stdout, sys.stderr)
    try:
        if watch_stdin:
            enrol = enrolment.from_parent(sys.stdin.buffer.readline(), device_token)
        else:
            enrol = enrolment.standalone(data_dir, device_token, manager)
        with start_line.claimed(host, port) as listener:
            log_to(data_dir)
            asyncio.run(_run(wanted, enrol, listener, say))
    except asyncio.CancelledError:
        return 0  # the parent is gone
    except CannotStart as problem:
        say.cannot(problem)
        return COULD_NOT_START
    return 0


async def _run(wanted: Wanted, enrol: Enrolment, listener: socket.socket, say: start_line.Say) -> None:
    """Open the books, answer calls, and close the books. Raises CannotStart."""
    # Imported only now: a taken port or a wrong folder is told without waiting for the database's library.
    from kiosk.bank.listening import BankServer, opened

    if wanted.embedded:
        _watch_parent()
    port: int = listener.getsockname()[1]
    url = f"http://{wanted.host}:{port}"
    address = AddressFile(wanted.data_dir / "bank.json")
    async with opened(wanted.data_dir, wanted.database_url, enrol, wanted.limits) as (parts, staff_token):

        def ready() -> None:
            # Signals are caught by now, so the file is removed however it ends short of kill -9.
            with start_line.writable(wanted.data_dir):
                address.write(url, enrol.lobby_token, staff_token)
            say.ready(port, url, wanted.data_dir)

        try:
            await BankServer(parts, ready).serve(sockets=[listener])
        finally:
            address.remove()


def _watch_parent() -> None:
    """Cancel this task when the parent is gone, also while the demo books are still being written."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()

    def gone() -> None:
        if task is not None and not loop.is_closed():
            loop.call_soon_threadsafe(task.cancel)

    end_with_parent(sys.stdin.fileno(), gone)


def main(arguments: list[str] | None = None) -> int:
    """The entry of the child process."""
    parser = argparse.ArgumentParser(prog="kiosk bank", description="Serve the bank's books to kiosks.")
    parser.add_argument("--embedded", action="store_true", help="run as the kiosk's child: secrets come on stdin")
    parser.add_argument("--data-dir", type=Path, required=True, help="the folder of the books")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
    parser.add_argument("--port", type=int, help=f"0 for any free one; {STANDALONE_PORT} unless embedded")
    parser.add_argument("--database-url", help="books elsewhere, such as a PostgreSQL server")
    given = parser.parse_args(arguments)
    usual = 0 if given.embedded else STANDALONE_PORT
    return serve(
        data_dir=given.data_dir,
        host=given.host,
        port=usual if given.port is None else given.port,
        watch_stdin=given.embedded,
        database_url=given.database_url,
    )


if __name__ == "__main__":
    sys.exit(main())
