"""A whole kiosk standing in a test: the real window, program, voice and bank; only the loudspeaker is quicker."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtWidgets import QApplication

from accessibility.speech.jack.fixed_jack import FixedJack
from accessibility.speech.jack.jack import Jack
from accessibility.speech.player import Player
from accessibility.speech.recording_player import RecordingPlayer
from accessibility.speech_log import LogLine
from kiosk.appearance import eyes, theme_for
from kiosk.bank.store import FILE_NAME
from kiosk.client.desk import Desk
from kiosk.client.found import FoundBank
from kiosk.early import Early
from kiosk.model.help import HelpTicket
from kiosk.modes import Mode, load_modes
from kiosk.runtime import Kiosk
from kiosk.settings import Settings
from tests.journeys.customer import Customer, Hand
from tests.journeys.watch import SOON_S, Watch
from ui.window import KioskWindow

SIZE = (1920, 1080)
QUICK = 40.0
"""The voice speaks so many times faster than an ear could follow; the pauses between its sentences stay."""


@dataclass
class Stand:
    """One kiosk, and the customer before it."""

    window: KioskWindow
    kiosk: Kiosk
    her: Customer
    watch: Watch
    folder: Path
    speech_log: Path
    living: asyncio.Task[None]

    def said(self) -> list[LogLine]:
        """The speech log so far, without what was dropped before its first word."""
        lines = self.speech_log.read_bytes().splitlines()
        return [line for line in (msgspec.json.decode(raw, type=LogLine) for raw in lines) if line.start is not None]


def with_books(books: Path, folder: Path) -> Path:
    """A data folder whose bank has its demo books already."""
    folder.mkdir(parents=True)
    shutil.copy(books / FILE_NAME, folder)
    return folder


@asynccontextmanager
async def standing(
    folder: Path,
    speech_log: Path | None = None,
    *,
    player: Player | None = None,
    jack: Jack | None = None,
    pause_ms: int | None = None,
    **settings: Any,
) -> AsyncIterator[Stand]:
    """Switch a kiosk on in `folder`; at the end its window is closed as the operator would.

    It has no loudspeaker but a quick recorder, and feels no headset of this machine's, unless they are given.
    `pause_ms` is the rest between two facts, the mode's own when None.
    """
    speech_log = speech_log or folder / "speech.log"
    wanted = Settings(data_dir=folder, speech_log=speech_log, place="Kiosk 1", **settings)
    modes, hand = _resting(load_modes(), pause_ms), Hand()
    theme = theme_for(modes[wanted.mode], eyes(None, 600.0, SIZE), colours="light", text_percent=100, lang=wanted.lang)
    window = KioskWindow(theme, clock=hand)
    watch = Watch(window)
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    kiosk = Kiosk(window, wanted, modes, player or RecordingPlayer(QUICK), jack or FixedJack())
    living = asyncio.create_task(kiosk.live(Early(window)))
    try:
        await watch.until(lambda: window.screen_shown is not None or living.done(), "the first page")
        await watch.until(window.isActiveWindow, "the window to be in front")
        yield Stand(window, kiosk, Customer(window, watch, hand), watch, folder, speech_log, living)
    finally:
        window.close()
        await living
        watch.end()
        window.deleteLater()
        QApplication.sendPostedEvents()


def _resting(modes: Mapping[str, Mode], pause_ms: int | None) -> Mapping[str, Mode]:
    """The modes with another rest between two facts."""
    if pause_ms is None:
        return modes
    replace = msgspec.structs.replace
    return {key: replace(mode, speech=replace(mode.speech, pause_ms=pause_ms)) for key, mode in modes.items()}


class Lobby:
    """The lobby's side of the same bank, for asking what staff are told."""

    def __init__(self, folder: Path) -> None:
        found = FoundBank(folder)
        self.desk = Desk(found.where, lang=lambda: "en", token=found.staff_token)

    async def tickets(self) -> list[HelpTicket]:
        """Everything on the list."""
        return list(await self.desk.tickets())

    async def until(self, count: int) -> list[HelpTicket]:
        """Wait until so many tickets are there, told by the bank and not by the clock."""
        async with asyncio.timeout(SOON_S), aclosing(self.desk.events()) as events:
            known = {ticket.id: ticket for ticket in await self.tickets()}
            while len(known) < count:
                ticket = await anext(events)
                known[ticket.id] = ticket
            return list(known.values())

    async def aclose(self) -> None:
        """Go home."""
        with suppress(RuntimeError):
            await self.desk.aclose()
