"""The bank as the kiosk's child process: started beside it, started again when it dies, ended with it.

The child gets its secrets on standard input, which stays open: when the kiosk dies, however it dies, the child reads
the end of it and goes too. It says one line on standard output: ready with its port, or why it could not start.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

import msgspec

from accessibility.speech.child import ask_child_to_end, end_child
from kiosk.client.address import Address
from kiosk.client.errors import BankAway, BankError, BankFailed, PortTaken, StorageFull, StorageReadOnly

_LOG = logging.getLogger(__name__)

Phase = Literal["resting", "starting", "serving", "waiting", "stopped"]
"""Not started; child started; child answers; child died and the next one waits; ended for good."""
PAUSES_S = (0.0, 0.5, 1.0, 2.0, 5.0, 10.0)
"""Before each start after the first; the last one is used from then on."""
LONGEST_LINE = 4096
_PROBLEMS: Mapping[str, type[BankError]] = {
    "port-taken": PortTaken,
    "data-dir-not-writable": StorageReadOnly,
    "disk-full": StorageFull,
    "storage-broken": BankFailed,
}


class EmbeddedState(msgspec.Struct, frozen=True):
    """What the child is doing."""

    phase: Phase
    problem: str = ""
    """Why the last start failed: port-taken, data-dir-not-writable, disk-full, storage-broken, what else the child
    said, cannot-run, or silent when one child after another ends without a word; else empty."""
    starts: int = 0
    """How many children there were, the present one included."""


class _Ready(msgspec.Struct):
    """The child's one line."""

    ready: bool
    port: int = 0
    problem: str = ""
    detail: str = ""


class _Secrets(msgspec.Struct):
    """The line the child is given. Made once, so that a new child knows the tokens of the old one."""

    device_token: str
    lobby_token: str
    place: str
    floor: str
    branch: str
    kind: str
    manager_call: str = ""
    manager_words: str = ""


class EmbeddedBank:
    """Keeps one bank child alive between `start` and `stop`. Its repr and its command line show no secret."""

    def __init__(
        self,
        data_dir: Path,
        *,
        place: str = "",
        floor: str = "",
        branch: str = "",
        kind: Literal["branch", "home"] = "branch",
        manager: tuple[str, str] = ("", ""),
        changed: Callable[[], None] = lambda: None,
        command: Sequence[str] | None = None,
        pauses_s: Sequence[float] = PAUSES_S,
        ready_within_s: float = 60.0,
        steady_after_s: float = 10.0,
        stop_within_s: float = 3.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`changed` is called whenever `state` changes. `manager` is whom the bank calls in the end, and the words.

        A child that served for `steady_after_s` begins the pauses anew. `ready_within_s` has to allow for the first
        start of a new data folder, which writes the demo books.
        """
        self._command = tuple(command) if command else _command(data_dir)
        own, lobby = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        self._secrets = _Secrets(own, lobby, place, floor, branch, kind, *manager)
        self._changed, self._pauses, self._clock = changed, tuple(pauses_s), clock
        self._ready_within, self._steady_after, self._stop_within = ready_within_s, steady_after_s, stop_within_s
        self._state = EmbeddedState("resting")
        self._address: Address | None = None
        self._process: asyncio.subprocess.Process | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._failures = 0
        """Children in a row that did not serve for long."""
        self._moved = asyncio.Event()
        """Set, and replaced, at each change of state."""

    @property
    def state(self) -> EmbeddedState:
        """What the child is doing now."""
        return self._state

    @property
    def pid(self) -> int | None:
        """The child's process id while there is one."""
        return self._process.pid if self._process else None

    async def start(self) -> None:
        """Start the first child; does not wait until it answers. A second call does nothing."""
        if self._keeper is None:
            self._keeper = asyncio.get_running_loop().create_task(self._keep(), name="embedded bank")

    async def address(self) -> Address:
        """Where the bank is, as soon as it answers.

        Waits while a child starts or is about to, at most `ready_within_s` for each. Raises StorageFull,
        StorageReadOnly, BankFailed or BankAway when the last start failed with that problem, and BankAway when it was
        stopped or never started.
        """
        while self._address is None:
            if self._state.problem:
                raise _PROBLEMS.get(self._state.problem, BankAway)(self._state.problem)
            if self._state.phase == "stopped" or self._keeper is None or self._keeper.done():
                raise BankAway("the embedded bank is not running")
            await self._moved.wait()
        return self._address

    async def next_state(self) -> EmbeddedState:
        """Wait for a change of state. Several quick changes may be seen as one."""
        await self._moved.wait()
        return self._state

    async def stop(self) -> None:
        """End the child and wait until it is gone. Never raises for a child that went by itself."""
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.cancel()
            await asyncio.wait((keeper,))
            if not keeper.cancelled() and (error := keeper.exception()):
                _LOG.error("the keeper of the bank had failed", exc_info=error)
        self._become("stopped")

    async def _keep(self) -> None:
        """One child after another."""
        while True:
            self._become("starting", starts=self._state.starts + 1, problem=self._state.problem)
            served_s = await self._one_child()
            self._failures = 1 if served_s >= self._steady_after else self._failures + 1
            self._become("waiting", problem=self._state.problem)
            await asyncio.sleep(self._pauses[min(self._failures, len(self._pauses)) - 1])

    async def _one_child(self) -> float:
        """A whole life of a child. Gives the seconds for which it answered."""
        try:
            process = await self._spawn()
        except OSError as error:
            _LOG.error("the bank could not be started: %s", error.strerror)
            self._become("starting", problem="cannot-run")
            return 0.0
        self._process = process
        drain: asyncio.Task[None] | None = None
        try:
            said = await self._first_line(process)
            drain = asyncio.get_running_loop().create_task(_drain(process), name="embedded bank output")
            if not said.ready:
                self._become("starting", problem=said.problem or ("silent" if self._failures > 1 else ""))
                return 0.0
            began = self._clock()
            self._address = Address(
                f"http://127.0.0.1:{said.port}", self._secrets.device_token, customer_ip="127.0.0.1"
            )
            self._become("serving")
            code = await process.wait()
            _LOG.warning("the bank ended with code %s", code)
            return self._clock() - began
        finally:
            self._address = None
            await self._end(process, drain)

    async def _spawn(self) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            limit=LONGEST_LINE,
            creationflags=_NO_CONSOLE,
        )

    async def _first_line(self, process: asyncio.subprocess.Process) -> _Ready:
        """Tell the secrets, and hear that the child is ready, or is not. A child without a word is not ready."""
        if process.stdin is None or process.stdout is None:
            return _Ready(ready=False)
        process.stdin.write(msgspec.json.encode(self._secrets) + b"\n")
        with suppress(ConnectionError):  # it died at once; its silence will tell
            await process.stdin.drain()
        try:
            async with asyncio.timeout(self._ready_within):
                return msgspec.json.decode(await process.stdout.readline(), type=_Ready)
        except (TimeoutError, ValueError, UnicodeDecodeError) as error:
            # msgspec's errors, and a line that is too long, are ValueErrors.
            _LOG.error("the bank did not say that it is ready: %s", type(error).__name__)
            return _Ready(ready=False)

    async def _end(self, process: asyncio.subprocess.Process, drain: asyncio.Task[None] | None) -> None:
        """Ask the child to go, insist, and wait: no process and no pipe is left. Runs to its end when cancelled."""
        ending = asyncio.get_running_loop().create_task(self._end_child(process, drain), name="embedded bank end")
        cancelled = False
        while not ending.done():
            try:
                await asyncio.shield(ending)
            except asyncio.CancelledError:
                cancelled = True
        self._process = None
        if cancelled:
            raise asyncio.CancelledError

    async def _end_child(self, process: asyncio.subprocess.Process, drain: asyncio.Task[None] | None) -> None:
        if process.stdin is not None:
            process.stdin.close()
        ask_child_to_end(process)
        try:
            async with asyncio.timeout(self._stop_within):
                await process.wait()
        except TimeoutError:
            end_child(process)
            await process.wait()
        drain = drain or asyncio.get_running_loop().create_task(_drain(process))
        await asyncio.wait((drain,), timeout=self._stop_within)
        drain.cancel()  # still reading only when a stranger holds the pipe's other end

    def _become(self, phase: Phase, *, problem: str = "", starts: int | None = None) -> None:
        state = EmbeddedState(phase, problem, self._state.starts if starts is None else starts)
        if state == self._state:
            return
        self._state = state
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()
        self._changed()


async def _drain(process: asyncio.subprocess.Process) -> None:
    """Read away what the child says after its first line, so that it never waits for us."""
    while process.stdout is not None and await process.stdout.read(LONGEST_LINE):
        pass


def _command(data_dir: Path) -> tuple[str, ...]:
    return (sys.executable, "-m", "kiosk.bank.serving", "--embedded", "--data-dir", str(data_dir))


_NO_CONSOLE: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows: no black window flashes up beside the kiosk."""
