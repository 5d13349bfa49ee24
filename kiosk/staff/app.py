"""The composition root of the staff window: a process of its own, beside the kiosk or on another PC."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from platformdirs import user_downloads_dir
from PySide6.QtWidgets import QApplication

from accessibility.screen import Screen
from accessibility.speech.player import choose_player
from accessibility.words import Words
from kiosk.appearance import Eyes, theme_for
from kiosk.client.address import Address
from kiosk.client.found import FoundBank
from kiosk.folders import data_folder
from kiosk.frame_labels import frame_labels
from kiosk.modes import Mode, load_modes
from kiosk.qt_loop import qt_runner
from kiosk.settings import Settings
from kiosk.staff.ringing import LobbyBell
from kiosk.staff.room import Room
from ui.fonts import load_fonts
from ui.theme.tokens import Theme
from ui.window import KioskWindow

MM_PER_PX = 0.265
"""A desk monitor (24 inches, 96 dpi) where the operator has not measured his (STANDARDS.md 0)."""
DESK_DISTANCE_MM = 600.0


def run(settings: Settings) -> int:
    """Open the staff window and run it until it is closed. The exit code."""
    address = Address(settings.bank_url, settings.bank_device_token) if settings.bank_url else None
    app = QApplication(["anxin-kiosk-staff"])
    app.setQuitOnLastWindowClosed(False)
    load_fonts()
    with qt_runner(app) as runner:
        runner.run(StaffWindow(settings, load_modes()).live(address))
    return 0


class StaffWindow:
    """The window with its room."""

    def __init__(self, settings: Settings, modes: Mapping[str, Mode]) -> None:
        self._settings = settings
        self._modes = modes
        self._mode = modes["staff"]
        self._bell = LobbyBell(choose_player())
        self._machine = Eyes(settings.mm_per_px or MM_PER_PX, DESK_DISTANCE_MM)
        self._lang = settings.lang
        self._window = KioskWindow(self._theme())
        self._window.setWindowTitle("Anxin Kiosk · Lobby")
        self._actions: asyncio.Queue[tuple[str, str]] = asyncio.Queue()

    async def live(self, address: Address | None) -> None:
        """Until the window is closed."""
        room = self._room(address)
        closed = asyncio.Event()
        self._window.closed.connect(closed.set)
        self._window.acted.connect(lambda action, typed: self._actions.put_nowait((action, typed)))
        self._dress()
        room.refresh()
        self._window.resize(*(self._settings.window or (1280, 800)))
        self._window.show()
        tasks = [asyncio.create_task(work) for work in (room.live(), self._carry(room), _wait(closed))]
        done, running = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        await self._bell.aclose()
        for task in done:
            task.result()

    def _room(self, address: Address | None) -> Room:
        folder = self._settings.data_dir or data_folder()

        def show(screen: Screen) -> None:
            self._show(screen)

        return Room(
            bank=address or FoundBank(folder),
            badge=self._settings.badge,
            lang=self._lang,
            show=show,
            now=lambda: datetime.now().astimezone(),
            ring=self._ring,
            save=save_table,
        )

    def _show(self, screen: Screen) -> None:
        """Her own page is drawn in her own mode and language, all else in the lobby's."""
        mode = self._modes.get(screen.mode, self._modes["staff"])
        if (screen.lang, mode) == (self._lang, self._mode):
            self._window.show_screen(screen)
            return
        self._lang, self._mode = screen.lang, mode
        labels = frame_labels(Words(self._lang, mode.wording))
        self._window.show_screen(screen, theme=self._theme(), labels=labels)

    def _ring(self) -> None:
        """For the ear, and for whoever works in another window."""
        self._bell.ring()
        QApplication.alert(self._window)

    async def _carry(self, room: Room) -> None:
        while True:
            await room.act(*await self._actions.get())

    def _dress(self) -> None:
        self._window.set_labels(frame_labels(Words(self._lang, self._mode.wording)))
        self._window.set_theme(self._theme())

    def _theme(self) -> Theme:
        return theme_for(self._mode, self._machine, colours="light", text_percent=100, lang=self._lang)


def save_table(name: str, text: str) -> str:
    """Write a table for a spreadsheet into the user's downloads, or the data folder; "" when it cannot be written."""
    downloads = Path(user_downloads_dir())
    path = (downloads if downloads.is_dir() else data_folder()) / name
    try:
        path.write_text(text, encoding="utf-8-sig")  # the mark tells spreadsheets that it is UTF-8
    except OSError:
        return ""
    return str(path)


async def _wait(closed: asyncio.Event) -> None:
    await closed.wait()
