"""From a kiosk's request to every staff screen, many connected: `python -m benchmarks.help_desk`.

The same load goes to a bare asyncio server in the same run; each rate's ratio is p99 against p99. The knee is the
first rate at which the 99th percentile is over the line.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from benchmarks.help_served import kiosk_token, staff_tokens

LINE_MS = 250.0
RATES = (20, 40, 60, 80, 120, 160)
PATH = "/kiosk/v1/help-tickets"
_SEEN = re.compile(rb'"about":\s?"n:(\d+)"')


class Rate(NamedTuple):
    """What came of one rate."""

    delays_ms: list[float]
    """From each request to each staff screen, sorted."""
    lost: int
    """Never shown."""
    answered_ms: list[float]
    """From each request to the bank's answer, sorted."""


class Watch:
    """When each request was sent and each staff screen first showed it."""

    def __init__(self) -> None:
        self.sent: dict[int, float] = {}
        self.seen: dict[int, dict[int, float]] = {}

    def shown(self, staff: int, data: bytes) -> None:
        """What came down one stream."""
        now = time.perf_counter()
        for number in _SEEN.findall(data):
            self.seen.setdefault(int(number), {}).setdefault(staff, now)

    def delays_ms(self, numbers: Sequence[int], staff: int) -> tuple[list[float], int]:
        """Of every request to every screen, and how many never came."""
        found = [1000 * (at - self.sent[number]) for number in numbers for at in self.seen.get(number, {}).values()]
        return sorted(found), len(numbers) * staff - len(found)


async def listen(port: int, headers: str, told: Watch | None, staff: int, stands: asyncio.Event) -> None:
    """One stream, until it is cancelled. A line cut in two is put together."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(f"GET {PATH}/events HTTP/1.1\r\nhost: bank\r\n{headers}\r\n".encode())
        left = b""
        while data := await reader.read(262144):
            stands.set()
            if told is not None:
                whole, _, left = (left + data).rpartition(b"\n")
                told.shown(staff, whole)
    finally:
        writer.close()


class Caller:
    """One kept connection for requests, one after another."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._lock = asyncio.Lock()
        self._ends: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def post(self, path: str, headers: str, body: bytes) -> bytes:
        """The answer's body."""
        async with self._lock:
            if self._ends is None:
                self._ends = await asyncio.open_connection("127.0.0.1", self._port)
            reader, writer = self._ends
            head = f"POST {path} HTTP/1.1\r\nhost: bank\r\ncontent-length: {len(body)}\r\n{headers}\r\n"
            writer.write(head.encode() + body)
            answer = await reader.readuntil(b"\r\n\r\n")
            length = int(answer.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
            return await reader.readexactly(length)


def kiosk_headers(number: int) -> str:
    """As a kiosk."""
    return f"x-kiosk-device-token: {kiosk_token(number)}\r\n"


def staff_headers(number: int) -> str:
    """As a member of staff."""
    device, session = staff_tokens(number)
    return f"x-kiosk-device-token: {device}\r\nAuthorization: Bearer {session}\r\n"


class Load:
    """Requests at a rate; each is claimed and ended half a second later, so that the queue stays as in a branch."""

    def __init__(self, port: int, kiosks: int, staff: int, *, real: bool) -> None:
        self._callers = [Caller(port) for _ in range(32)]
        self._kiosks, self._staff, self._real = kiosks, staff, real
        self.watch = Watch()
        self.answered_ms: list[float] = []
        """How long each request took to be answered, since the last rate began."""
        self._next = 0

    async def run(self, rate: float, seconds: float) -> Rate:
        """So many requests a second, for so long."""
        self.answered_ms.clear()
        numbers, tasks, began = [], [], time.perf_counter()
        for at in range(int(rate * seconds)):
            await asyncio.sleep(max(0.0, began + at / rate - time.perf_counter()))
            self._next += 1
            numbers.append(self._next)
            tasks.append(asyncio.create_task(self._one(self._next)))
        await asyncio.gather(*tasks)
        await asyncio.sleep(1.0)
        return Rate(*self.watch.delays_ms(numbers, self._staff), sorted(self.answered_ms))

    async def _one(self, number: int) -> None:
        caller = self._callers[number % len(self._callers)]
        asked = {"topic": "come", "screen": "home", "mode": "elder", "lang": "zh_CN", "about": f"n:{number}"}
        body = json.dumps(asked).encode()
        headers = kiosk_headers(number % self._kiosks) + f'Idempotency-Key: "n{number}-{os.getpid()}"\r\n'
        self.watch.sent[number] = time.perf_counter()
        ticket = json.loads(await caller.post(PATH, headers, body))
        self.answered_ms.append(1000 * (time.perf_counter() - self.watch.sent[number]))
        if not self._real:
            return
        await asyncio.sleep(0.5)
        version = ticket["version"]
        for verb, word in (("claim", b""), ("resolve", b"{}")):
            moving = staff_headers(number % self._staff) + f'If-Match: "{version}"\r\n'
            version = json.loads(await caller.post(f"{PATH}/{ticket['id']}/{verb}", moving, word))["version"]


@contextmanager
def child(*command: str) -> Iterator[int]:
    """A server in a process of its own; gives its port."""
    process = subprocess.Popen(
        [sys.executable, "-m", *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield int(process.stdout.readline())
    finally:
        process.stdin.close()
        process.wait(20)


async def measure(
    port: int, kiosks: int, staff: int, rates: Sequence[int], seconds: float, *, real: bool
) -> dict[int, Rate]:
    """Delays at each rate, with everybody connected; stops after the knee."""
    load = Load(port, kiosks, staff, real=real)
    streams = []
    for number in range(kiosks + staff):
        at_desk = number >= kiosks
        headers = staff_headers(number - kiosks) if at_desk else kiosk_headers(number)
        told = load.watch if at_desk else None
        stands = asyncio.Event()
        streams.append(asyncio.create_task(listen(port, headers, told, number - kiosks, stands)))
        if number % 10 == 9:
            await asyncio.wait_for(stands.wait(), 60)
    await asyncio.wait_for(stands.wait(), 60)
    await asyncio.sleep(3.0)
    found = {}
    try:
        await load.run(rates[0], 2.0)
        for rate in rates:
            found[rate] = await load.run(rate, seconds)
            if percentile(found[rate].delays_ms, 99) > 2 * LINE_MS:
                break
    finally:
        for stream in streams:
            stream.cancel()
        await asyncio.gather(*streams, return_exceptions=True)
    return found


def percentile(ordered: Sequence[float], percent: float) -> float:
    """Nearest rank; infinite without any."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))] if ordered else float("inf")


def main() -> int:
    """Measure both, print a table; always 0: figures are for reading, the machine may be busy."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kiosks", type=int, default=1000)
    parser.add_argument("--staff", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--rates", type=int, nargs="+", default=RATES)
    given = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 65536) if most > 0 else 65536, most))
    with child("benchmarks.help_bare") as port:
        bare = asyncio.run(measure(port, given.kiosks, given.staff, given.rates, given.seconds, real=False))
    with (
        tempfile.TemporaryDirectory(prefix="anxin-help-") as folder,
        child("benchmarks.help_served", folder, str(given.kiosks), str(given.staff)) as port,
    ):
        real = asyncio.run(measure(port, given.kiosks, given.staff, given.rates, given.seconds, real=True))
    print(
        f"{given.kiosks} kiosks, {given.staff} staff connected; load {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores\n"
    )
    print(
        "| tickets/s | median ms | p99 ms | worst ms | not shown | answered, p99 ms | bare p99 ms | ratio |\n"
        "|---|---|---|---|---|---|---|---|"
    )
    knee = None
    for rate, (delays, lost, answered) in real.items():
        p99, floor = percentile(delays, 99), percentile(bare[rate].delays_ms, 99) if rate in bare else float("nan")
        knee = rate if knee is None and p99 > LINE_MS else knee
        row = (percentile(delays, 50), p99, percentile(delays, 100), lost, percentile(answered, 99))
        print(f"| {rate} | {' | '.join(f'{each:.0f}' for each in row)} | {floor:.1f} | {p99 / floor:.1f} |")
    print(
        f"\nknee: {knee or 'not reached'} tickets/s (p99 over {LINE_MS:.0f} ms); each ticket is also claimed and ended"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
