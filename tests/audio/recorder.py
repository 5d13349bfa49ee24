"""Records what a sink plays, and knows when each sample was heard."""

from __future__ import annotations

import asyncio
import bisect
import os
import subprocess
import sys
import threading
import time
from array import array
from collections.abc import Mapping, Sequence

from tests.audio.sound_server import RATE
from tests.audio.waves import AUDIBLE, first_audible, last_audible

NEAR_S = 2.0
"""The clock of the recording is set by its most punctual block within so many seconds."""
SOON_S, LOST_S = 0.3, 0.015
"""Should the least delay of the blocks so near differ by so much, the server lost its time."""
BLOCK = RATE // 200
"""Five milliseconds."""
BYTES = 2
SETTLES_S = 3.0
"""A null sink renders up to 2 s ahead before it heeds its first quick client (VOICE.md 4)."""


class RecorderEnded(Exception):
    """The sound server has gone and nothing more will be recorded."""


class Recorder:
    """Reads the monitor of a sink in a thread of its own; times are `time.monotonic()`.

    A block may be read late but never early, so a sample's time is told by the least delayed block near it; that is
    right within some 5 ms. While it runs it also keeps the null sink from rendering ahead (VOICE.md 4, trap).
    """

    def __init__(self, environment: Mapping[str, str], sink: str = "kiosk") -> None:
        command = ("parec", "-d", f"{sink}.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1", "--raw")
        self._process = subprocess.Popen(
            (*command, "--latency-msec=5"),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | dict(environment),
        )
        self._started = time.monotonic()
        self._bytes = bytearray()
        self._forgotten = 0
        """So many samples at the front were let go."""
        self._ends: list[int] = []
        self._read_at: list[float] = []
        """Where each block ended, and when it was read."""
        self._lock = threading.Lock()
        self._waiting: tuple[asyncio.AbstractEventLoop, asyncio.Event] | None = None
        self._thread = threading.Thread(target=self._read, name=f"recorder of {sink}", daemon=True)
        self._thread.start()

    @property
    def heard(self) -> int:
        """Samples recorded so far."""
        return self._ends[-1] if self._ends else 0

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        self._thread.join()
        if self._process.stdout:
            self._process.stdout.close()

    def time_of(self, sample: int) -> float:
        """When a sample was heard."""
        with self._lock:
            return sample / RATE + self._delay(self._ends, sample, NEAR_S * RATE)

    def sample_at(self, when: float) -> int:
        """The sample heard at a time; it may be yet to come."""
        with self._lock:
            return max(0, round((when - self._delay(self._read_at, when, NEAR_S)) * RATE))

    def samples(self, first: int, last: int | None = None) -> array[int]:
        """Samples from one to before another, or all there are."""
        with self._lock:
            whole = len(self._bytes) // BYTES
            start = min(whole, max(0, first - self._forgotten))
            end = whole if last is None else min(whole, max(start, last - self._forgotten))
            found = array("h", bytes(self._bytes[start * BYTES : end * BYTES]))
        if sys.byteorder == "big":
            found.byteswap()
        return found

    def between(self, start: float, end: float) -> array[int]:
        """What was heard between two times."""
        return self.samples(self.sample_at(start), self.sample_at(end))

    def steady(self, start: float, end: float) -> bool:
        """True when the server kept time meanwhile: a starved one drops samples, or renders ahead (VOICE.md 4)."""
        places = [start + SOON_S * number for number in range(int((end - start) / SOON_S) + 1)]
        with self._lock:
            delays = [self._delay(self._read_at, when, SOON_S) for when in places]
        return max(delays) - min(delays) < LOST_S

    def forget(self) -> None:
        """Let go what was recorded so far; the clock goes on."""
        with self._lock:
            self._forgotten += len(self._bytes) // BYTES
            self._bytes = self._bytes[len(self._bytes) // BYTES * BYTES :]
            recent = max(0, len(self._ends) - round(2 * NEAR_S * RATE / BLOCK))
            del self._ends[:recent], self._read_at[:recent]

    def first_loud(self, after: float, before: float | None = None, threshold: int = AUDIBLE) -> float | None:
        """When something was first heard in that time."""
        start = self.sample_at(after)
        found = first_audible(self.samples(start, None if before is None else self.sample_at(before)), threshold)
        return None if found is None else self.time_of(start + found)

    def last_loud(self, after: float, before: float | None = None, threshold: int = AUDIBLE) -> float | None:
        """When something was last heard in that time."""
        start = self.sample_at(after)
        found = last_audible(self.samples(start, None if before is None else self.sample_at(before)), threshold)
        return None if found is None else self.time_of(start + found)

    async def until_loud(self, after: float | None = None, threshold: int = AUDIBLE) -> float:
        """Wait until something is heard; when that was."""
        place = self.heard if after is None else self.sample_at(after)
        while True:
            found = first_audible(fresh := self.samples(place), threshold)
            if found is not None:
                return self.time_of(place + found)
            place += len(fresh)
            await self._more()

    async def until_quiet(self, seconds: float = 0.5, threshold: int = AUDIBLE) -> None:
        """Wait until nothing has been heard for so long, counted from now on."""
        place, still = self.heard, 0
        while still < seconds * RATE:
            last = last_audible(fresh := self.samples(place), threshold)
            still = still + len(fresh) if last is None else len(fresh) - 1 - last
            place += len(fresh)
            await self._more()

    async def until_settled(self) -> None:
        """Wait until the sink no longer renders ahead: three seconds after the start of this recorder."""
        while time.monotonic() < self._started + SETTLES_S:
            await self._more()

    async def until_recorded(self, when: float) -> None:
        """Wait until everything heard before a time is here."""
        while self.heard < self.sample_at(when) + 2 * BLOCK:
            await self._more()

    async def _more(self) -> None:
        """Wait for the next block. Raises RecorderEnded when none will come."""
        if not self._thread.is_alive():
            raise RecorderEnded
        event = asyncio.Event()
        with self._lock:
            self._waiting = (asyncio.get_running_loop(), event)
        await event.wait()

    def _delay(self, scale: Sequence[float], place: float, near: float) -> float:
        """The least delay of the blocks near a place, which is a sample or a time: seconds from sample 0 on."""
        first = min(bisect.bisect_left(scale, place - near), max(0, len(scale) - 1))
        last = max(first + 1, bisect.bisect_right(scale, place + near))
        delays = [
            read - end / RATE for end, read in zip(self._ends[first:last], self._read_at[first:last], strict=True)
        ]
        return min(delays, default=time.monotonic())

    def _read(self) -> None:
        assert self._process.stdout
        source = self._process.stdout.fileno()
        while block := os.read(source, 65536):
            self._take(block, time.monotonic())
        self._wake()

    def _take(self, block: bytes, now: float) -> None:
        with self._lock:
            self._bytes += block
            end = self._forgotten + len(self._bytes) // BYTES
            self._ends.append(end)
            self._read_at.append(now)
        self._wake()

    def _wake(self) -> None:
        with self._lock:
            waiting, self._waiting = self._waiting, None
        if waiting:
            loop, event = waiting
            loop.call_soon_threadsafe(event.set)
