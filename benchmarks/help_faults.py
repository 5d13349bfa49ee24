"""Help tickets through every fault: `python -m benchmarks.help_faults --tickets 10000`. A short form is in the suite.

The bank is killed with -9 and starts again; answers and connections are lost, slow; events come twice and turned round;
kiosks have wrong clocks and are killed at any step; two members of staff race for each ticket. Then it is counted.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import signal
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import aclosing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from kiosk.bank.demo.people import LI, ZHOU
from kiosk.client.bank import Bank
from kiosk.client.desk import Desk
from kiosk.client.errors import BankError, Conflict, SessionEnded
from kiosk.client.found import FoundBank
from kiosk.client.resilience import Patience
from kiosk.embedded import EmbeddedBank
from kiosk.model.help import HelpRequest, HelpTicket

QUICK = Patience(first_pause_s=0.02, longest_pause_s=0.2, stream_longest_pause_s=0.3, fault_s=3.0)
MOST_OPEN = 60
"""Nobody asks while so many wait: the trial is of faults, not of load."""
ENDED = ("done", "cancelled")


class Turned(httpx.AsyncByteStream):
    """A stream of events that come twice, in another order, or break off."""

    def __init__(self, inner: httpx.AsyncByteStream, dice: random.Random) -> None:
        self._inner, self._dice = inner, dice

    async def __aiter__(self) -> AsyncIterator[bytes]:
        left = b""
        async for data in self._inner:
            *frames, left = (left + data).split(b"\n\n")
            told = [frame + b"\n\n" for frame in frames]
            told += [frame for frame in told if self._dice.random() < 0.3]
            if self._dice.random() < 0.5:
                self._dice.shuffle(told)
            for frame in told:
                yield frame
            if self._dice.random() < 0.02:
                raise httpx.ReadError("the stream broke")

    async def aclose(self) -> None:
        await self._inner.aclose()


class Faulty(httpx.AsyncHTTPTransport):
    """The network: cut before, cut after, slow."""

    def __init__(self, dice: random.Random) -> None:
        super().__init__()
        self._dice = dice
        self.well = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Pass the request on, or not, or lose its answer."""
        chance = 1.0 if self.well else self._dice.random()
        if chance < 0.05:
            raise httpx.ConnectError("cut before")
        if chance < 0.10:
            await asyncio.sleep(self._dice.random() * 0.2)
        response = await super().handle_async_request(request)
        if request.url.path.endswith("/events"):
            if not self.well and isinstance(response.stream, httpx.AsyncByteStream):
                response.stream = Turned(response.stream, self._dice)
        elif 0.10 <= chance < 0.15:
            await response.aclose()
            raise httpx.ReadError("cut after")
        return response


@dataclass
class Counted:
    """What is known in the end."""

    intents: int
    tickets: int
    doubled: int
    lost: int
    claims_won: Counter[str] = field(default_factory=Counter)
    untrue: list[str] = field(default_factory=list)

    @property
    def well(self) -> bool:
        """None lost, doubled or claimed twice; every kiosk shows what is so."""
        return (
            self.tickets == self.intents
            and not (self.doubled or self.lost or self.untrue)
            and max(self.claims_won.values(), default=0) <= 1
        )


class Trial:
    """One bank, so many tickets, and all that can go wrong."""

    def __init__(self, folder: Path, tickets: int, kills: int, seed: int) -> None:
        self._folder, self._count, self._kills, self._dice = folder, tickets, kills, random.Random(seed)
        self._transports: list[Faulty] = []
        self._shown: dict[str, HelpTicket] = {}
        self._ids: dict[str, str] = {}
        self._won: Counter[str] = Counter()
        self._asking = True
        self._over: set[str] = set()
        self.asked_after = 0

    async def run(self) -> Counted:
        """Go through it and count."""
        embedded = EmbeddedBank(self._folder, pauses_s=(0.0, 0.1))
        await embedded.start()
        await embedded.address()
        kiosk = self._kiosk(embedded)
        workers = [asyncio.create_task(self._staff(helper.badge, helper.pin)) for helper in (ZHOU, LI) * 3]
        watching = asyncio.create_task(self._watch(kiosk))
        killing = asyncio.create_task(self._kill(embedded))
        try:
            gate = asyncio.Semaphore(8)
            await asyncio.gather(*(self._ask(embedded, f"i{number}", gate) for number in range(self._count)))
            await killing
            self._asking = False
            await asyncio.gather(*workers)
            await self._settle(kiosk)
        finally:
            for task in (watching, killing, *workers):
                task.cancel()
            await asyncio.gather(watching, killing, *workers, return_exceptions=True)
            await kiosk.aclose()
            await embedded.stop()
        return self._counted()

    def _network(self) -> Faulty:
        made = Faulty(random.Random(self._dice.random()))
        self._transports.append(made)
        return made

    def _kiosk(self, embedded: EmbeddedBank) -> Bank:
        skew = timedelta(hours=self._dice.uniform(-30, 30))
        return Bank(
            embedded.address, lang=lambda: "en", transport=self._network(), patience=QUICK,
            now=lambda: datetime.now(UTC) + skew,
        )  # fmt: skip

    async def _ask(self, embedded: EmbeddedBank, intent: str, gate: asyncio.Semaphore) -> None:
        """As the outbox does: the intent is kept, and sent until it is answered; the kiosk may be killed meanwhile."""
        request = HelpRequest("come", "home", "elder", "zh_CN", urgent=self._dice.random() < 0.1)
        async with gate:
            while len(self._ids) - len(self._over) > MOST_OPEN:
                await asyncio.sleep(0.05)
            while intent not in self._ids:
                kiosk = self._kiosk(embedded)
                try:
                    async with asyncio.timeout(0.05 if self._dice.random() < 0.1 else 10):  # killed, or not
                        ticket = await kiosk.ask_for_help(request, intent)
                        self._ids[intent] = ticket.id
                        if self._dice.random() < 0.1:
                            await kiosk.cancel_help(ticket.id)
                except (BankError, TimeoutError):
                    await asyncio.sleep(0.02)
                finally:
                    await kiosk.aclose()
                    self._transports = self._transports[-8:] if len(self._transports) > 64 else self._transports

    async def _staff(self, badge: str, pin: str) -> None:
        """Claim whatever waits, end whatever is mine, until nothing is left."""
        found = FoundBank(self._folder)

        desk = Desk(found.where, lang=lambda: "en", transport=self._network(), patience=QUICK)
        try:
            while True:
                try:
                    if not desk.signed_in:
                        await desk.sign_in(badge, pin)
                    open_now = list(await desk.tickets())
                    if self._dice.random() < 0.7:  # else they race for the same ones in the same order
                        self._dice.shuffle(open_now)
                    if not open_now and not self._asking:
                        return
                    for ticket in open_now[:40]:
                        await self._serve(desk, ticket)
                except SessionEnded:
                    continue
                except BankError:
                    await asyncio.sleep(0.05)
                await asyncio.sleep(0.02)
        finally:
            await desk.aclose()

    async def _serve(self, desk: Desk, ticket: HelpTicket) -> None:
        with suppress(Conflict):
            if ticket.state == "waiting":
                taken = await desk.claim(ticket.id, ticket.version)
                self._won[f"{ticket.id}/{ticket.version}"] += 1
                await desk.resolve(taken.id, taken.version)
            else:
                await desk.resolve(ticket.id, ticket.version)

    async def _watch(self, kiosk: Bank) -> None:
        """What the customer's screen shows."""
        async with aclosing(kiosk.help_events()) as events:
            async for ticket in events:
                self._shown[ticket.id] = ticket
                if ticket.state in ENDED:
                    self._over.add(ticket.id)

    async def _kill(self, embedded: EmbeddedBank) -> None:
        for _ in range(self._kills):
            await asyncio.sleep(self._dice.uniform(1.0, 3.0) if self._count < 1000 else self._dice.uniform(4.0, 20.0))
            await embedded.address()
            if embedded.pid is not None:
                os.kill(embedded.pid, signal.SIGKILL)
            await asyncio.sleep(0.2)

    async def _settle(self, kiosk: Bank) -> None:
        """The faults end; screens have five seconds to be right."""
        for transport in self._transports:
            transport.well = True
        for _ in range(50):
            if len(self._shown) >= self._count and all(each.state in ENDED for each in self._shown.values()):
                return
            await asyncio.sleep(0.1)
        # A kiosk that shows something open asks after it, as it does when it comes back to the help page.
        known = self._shown
        for ticket_id in [key for key in self._ids.values() if key not in known or known[key].state not in ENDED]:
            self.asked_after += 1
            known[ticket_id] = await kiosk.help_ticket(ticket_id)

    def _counted(self) -> Counted:
        books = sqlite3.connect(self._folder / "bank.sqlite3")
        states = dict(books.execute("SELECT id, state FROM help_tickets").fetchall())
        keys = books.execute("SELECT key, count(*), min(ticket_id) FROM idempotency_keys GROUP BY key").fetchall()
        books.close()
        kept = {key: ticket_id for key, _, ticket_id in keys}
        return Counted(
            intents=self._count,
            tickets=len(states),
            doubled=sum(count > 1 for _, count, _ in keys),
            lost=sum(kept.get(intent) != ticket_id for intent, ticket_id in self._ids.items()),
            claims_won=self._won,
            untrue=[key for key, ticket in self._shown.items() if states.get(key) != ticket.state],
        )


async def trial(folder: Path, tickets: int, kills: int, seed: int = 7) -> Counted:
    """Run one trial in a folder of its own."""
    return await Trial(folder, tickets, kills, seed).run()


def main() -> int:
    """Run, print, and say by the exit code whether it held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tickets", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="anxin-faults-") as folder:
        counted = asyncio.run(trial(Path(folder), given.tickets, given.kills, given.seed))
    print(
        f"{counted.intents} intents, {counted.tickets} tickets, {counted.doubled} doubled, {counted.lost} lost, "
        f"{max(counted.claims_won.values(), default=0)} claims won at most of one version, "
        f"{len(counted.untrue)} screens untrue: {'holds' if counted.well else 'BROKEN'}"
    )
    return 0 if counted.well else 1


if __name__ == "__main__":
    sys.exit(main())
