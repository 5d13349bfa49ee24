"""Recording: the real kiosk is walked once for each mode and language, and every page it shows is kept as a value."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QApplication

from accessibility.screen import Screen
from kiosk.embedded import EmbeddedBank
from kiosk.modes import load_modes
from kiosk.qt_loop import qt_runner
from kiosk.tour.walk import Walk
from ui.fonts import load_fonts
from ui.window import KioskWindow

SIZE = (1366, 768)


class Recorded(msgspec.Struct, frozen=True):
    """One page that was met."""

    name: str
    """Of the tour's stop, or the screen's key where the tour passed by."""
    screen: Screen


def record(app: QApplication, folder: Path, walks: Iterable[tuple[str, str]]) -> None:
    """Walk modes and languages and write the pages of each into `folder`. A walk that fails is raised."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="anxin-audit-") as bank, qt_runner(app) as runner:
        runner.run(_record(folder, Path(bank), list(walks)))


def record_all(folder: Path, walks: Iterable[tuple[str, str]]) -> None:
    """The whole of a child process: record, and end."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication(["anxin-kiosk-audit"])
    app.setQuitOnLastWindowClosed(False)
    load_fonts()
    record(app, folder, walks)


def load(folder: Path, mode: str, lang: str) -> list[Recorded]:
    """The pages of a mode and language as they were recorded."""
    return msgspec.json.decode(_path(folder, mode, lang).read_bytes(), type=list[Recorded])


async def _record(folder: Path, books: Path, walks: list[tuple[str, str]]) -> None:
    bank = EmbeddedBank(books)
    await bank.start()
    try:
        for mode, lang in walks:
            met: dict[Screen, str] = {}

            def take(name: str, _window: KioskWindow, screen: Screen, met: dict[Screen, str] = met) -> None:
                if screen.mode != "staff" and not screen.key.startswith("staff."):  # her page, in the lobby's window
                    met.setdefault(screen, name or screen.key)

            walk = Walk(where=bank.address, folder=books, modes=load_modes(), mode=mode, lang=lang, size=SIZE)
            await walk.go(take)
            pages = [Recorded(name, screen) for screen, name in met.items()]
            _path(folder, mode, lang).write_bytes(msgspec.json.encode(pages))
    finally:
        await bank.stop()


def _path(folder: Path, mode: str, lang: str) -> Path:
    return folder / f"{mode}-{lang}.json"
