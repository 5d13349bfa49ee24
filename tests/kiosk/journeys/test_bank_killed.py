"""The bank's process is killed at bad moments: nothing the customer did is lost, nothing happens twice."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from kiosk.bank.demo.people import WANG
from kiosk.client.address import Address
from kiosk.client.bank import Bank
from kiosk.client.desk import Desk
from kiosk.client.outbox import Outbox
from kiosk.embedded import EmbeddedBank
from kiosk.model.help import HelpTicket
from kiosk.modes import Mode
from tests.kiosk.journeys.conftest import HURRIED
from tests.kiosk.journeys.customer import Customer
from tests.kiosk.journeys.promises import text


@dataclass
class Machine:
    """One kiosk with its own bank child."""

    embedded: EmbeddedBank
    her: Customer
    folder: Path
    moved: asyncio.Event

    async def kill(self) -> None:
        """End the child as a crash would, and wait until the next one answers."""
        assert self.embedded.pid is not None
        before = self.embedded.state.starts
        os.kill(self.embedded.pid, signal.SIGKILL)
        while self.embedded.state.starts == before:
            await self.moved.wait()
            self.moved.clear()

    async def tickets(self) -> tuple[HelpTicket, ...]:
        """The requests that the lobby sees."""
        found = msgspec.json.decode((self.folder / "bank.json").read_bytes())
        desk = Desk(
            Address(found["url"], found["lobby_token"]), lang=lambda: "en", token=found["staff_token"], patience=HURRIED
        )
        try:
            return tuple(await desk.tickets())
        finally:
            await desk.aclose()


@pytest.fixture
async def machine(tmp_path: Path, modes: dict[str, Mode]) -> AsyncIterator[Machine]:
    """A kiosk that has just been switched on, with Mrs Wang signed in."""
    moved = asyncio.Event()
    embedded = EmbeddedBank(tmp_path / "books", place="Kiosk 1", floor="2", branch="West", changed=moved.set)
    await embedded.start()
    bank = Bank(embedded.address, lang=lambda: "en")
    her = Customer(bank, Outbox(tmp_path / "outbox"), modes)
    try:
        await her.sign_in(WANG)
        yield Machine(embedded, her, tmp_path / "books", moved)
    finally:
        await her.leave()
        await bank.aclose()
        await embedded.stop()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
async def test_killed_while_she_looks_and_while_she_waits(machine: Machine) -> None:
    her = machine.her
    await her.go("balances")
    await machine.kill()
    page = await her.press("account:0")
    assert "12,345.60" in text(page)
    await machine.kill()
    await her.go("help", "balances.account")
    await her.press("topic:come")
    page = await her.until(lambda screen: screen.key == "help.waiting")
    assert "You are next." in text(page)
    await machine.kill()
    assert (await her.press("cancel")).key == "help.cancelled"
    assert await machine.tickets() == ()
    await her.press("again")
    await her.until(lambda screen: screen.key == "help.waiting")
    [seen] = await machine.tickets()
    assert (seen.where, seen.floor, seen.branch) == ("Kiosk 1", "2", "West")
    assert her.around.outbox.pending() == ()
