"""Real banks for tests: as a child process, as the kiosk starts it, or in a thread with a clock of our own."""

from __future__ import annotations

import asyncio
import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx

from kiosk.bank.demo.people import ZHOU, DemoHelper, DemoPerson
from kiosk.bank.enrolment import Enrolment
from kiosk.bank.listening import BankServer, enrol_devices
from kiosk.bank.parts import Parts, make_parts
from kiosk.bank.pins import PinChecker
from kiosk.bank.start_line import claimed
from kiosk.bank.store import data_url, open_store
from kiosk.wire.accounts import BASE_PATH
from kiosk.wire.kiosk_api import DEVICE_HEADER

ROOT = Path(__file__).parents[3]
DEVICE = "device-token-of-a-test-kiosk"
LOBBY = "lobby-token-of-a-test-lobby"
PLACE = "A-03"
HELP = {"topic": "come", "screen": "home", "mode": "elder", "lang": "zh_CN", "access": ["speech"]}


class Caller:
    """Calls a bank as one device, with or without a bearer token."""

    def __init__(self, url: str, device: str = DEVICE, token: str = "") -> None:
        headers = {DEVICE_HEADER: device} | ({"Authorization": f"Bearer {token}"} if token else {})
        self.url = url
        self.device = device
        self.http = httpx.Client(base_url=url, headers=headers, timeout=20)

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.http.get(path if path.startswith(("http", "/")) else f"{BASE_PATH}/{path}", **more)

    def own(self, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
        """A call of /kiosk/v1."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.http.request(method, f"/kiosk/v1/{path}", json=body, headers=named)

    def try_pin(self, card: str, pin: str) -> httpx.Response:
        return self.own("POST", "session", {"card": card, "pin": pin})

    def signed_in(self, person: DemoPerson) -> Caller:
        answer = self.try_pin(person.card, person.pin)
        assert answer.status_code == 201, answer.text
        return Caller(self.url, self.device, answer.json()["token"])

    def staff(self, helper: DemoHelper = ZHOU) -> Caller:
        """The lobby's PC with a member of staff."""
        with Caller(self.url, LOBBY) as lobby:
            answer = lobby.own("POST", "staff-session", {"badge": helper.badge, "pin": helper.pin})
        assert answer.status_code == 201, answer.text
        return Caller(self.url, LOBBY, answer.json()["token"])

    def ask(self, key: str, **change: Any) -> httpx.Response:
        return self.own("POST", "help-tickets", HELP | change, Idempotency_Key=key)

    def close(self) -> None:
        self.http.close()

    def __enter__(self) -> Caller:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class ChildBank:
    """`python -m kiosk.bank.serving` as the kiosk starts it."""

    def __init__(self, data_dir: Path, *args: str, line: dict[str, str] | None = None) -> None:
        secrets = {"device_token": DEVICE, "lobby_token": LOBBY, "place": PLACE, "kind": "branch"} | (line or {})
        command = [sys.executable, "-m", "kiosk.bank.serving", "--embedded", "--data-dir", str(data_dir), *args]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.write(json.dumps(secrets) + "\n")
            self.process.stdin.flush()
        self.said: dict[str, Any] = json.loads(self.process.stdout.readline())

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.said['port']}"

    def caller(self) -> Caller:
        return Caller(self.url)

    def end_input(self) -> int:
        """Do as if the parent had died; gives the exit code."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(20)

    def kill(self) -> None:
        """kill -9, and let go of the pipes."""
        self.process.kill()
        self.process.wait(20)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


class TestClock:
    """A clock that moves only when told."""

    __test__ = False

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **span: float) -> None:
        self.now += timedelta(**span)


class ThreadBank:
    """A bank on a real socket in a thread of this process."""

    def __init__(self, url: str, parts: Parts, loop: asyncio.AbstractEventLoop) -> None:
        self.url = url
        self.parts = parts
        self._loop = loop

    def caller(self) -> Caller:
        return Caller(self.url)

    def run(self, work: Callable[[Parts], Awaitable[Any]]) -> Any:
        """Do something in the bank's own loop."""

        async def done() -> Any:
            return await work(self.parts)

        return asyncio.run_coroutine_threadsafe(done(), self._loop).result(20)


@contextlib.contextmanager
def thread_bank(
    data_dir: Path,
    clock: Callable[[], datetime],
    heartbeat_s: float = 15.0,
    kind: str = "branch",
    pins: type[PinChecker] = PinChecker,
) -> Iterator[ThreadBank]:
    """Serve the books of a folder until the block ends."""
    ready = threading.Event()
    found: dict[str, Any] = {}

    async def main() -> None:
        store = await open_store(data_url(data_dir))
        try:
            await enrol_devices(store, Enrolment(DEVICE, LOBBY, PLACE, kind))  # type: ignore[arg-type]
            found["parts"] = make_parts(store, clock, heartbeat_s, pins())
            found["loop"] = asyncio.get_running_loop()
            found["server"] = BankServer(found["parts"], ready.set)
            await found["server"].serve(sockets=[listener])
        finally:
            await store.aclose()
            ready.set()

    with claimed("127.0.0.1", 0) as listener:
        thread = threading.Thread(target=lambda: asyncio.run(main()), daemon=True)
        thread.start()
        assert ready.wait(20)
        try:
            yield ThreadBank(f"http://127.0.0.1:{listener.getsockname()[1]}", found["parts"], found["loop"])
        finally:
            found["loop"].call_soon_threadsafe(found["server"].stop)
            thread.join(20)
        assert not thread.is_alive()
