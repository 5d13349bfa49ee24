"""One process's share of an audit: takes combinations from the queue until there are none."""

from __future__ import annotations

import os
import time
from multiprocessing.queues import Queue
from pathlib import Path

from tools.audit.combination import Combination

SCREENS, RESULTS = "screens", "results"


def work(out: Path, todo: Queue[Combination | None], done: Queue[str], only_screens: tuple[str, ...]) -> None:
    """Runs in a child. Puts a line into `done` for each combination; ends at None."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    from PySide6.QtWidgets import QApplication

    from kiosk.modes import load_modes
    from tools.audit.measuring import measure
    from tools.audit.pictures import Pictures
    from tools.audit.recording import load
    from tools.audit.result import Entry, Result, write
    from tools.audit.stage import Stage
    from ui.fonts import load_fonts

    app = QApplication(["anxin-kiosk-audit"])
    app.setQuitOnLastWindowClosed(False)
    load_fonts()
    stage, pictures = Stage(app, load_modes()), Pictures(out)
    while combination := todo.get():
        began = time.monotonic()
        pages = load(out / SCREENS, combination.mode, combination.lang)
        pages = [page for page in pages if not only_screens or page.screen.key in only_screens]
        measured = measure(stage, combination, pages)
        entries = tuple(
            Entry(each.page.name, each.stop, each.violation, pictures.of(
                combination, each.page.name, each.violation, each.picture))
            for each in measured.found
        )  # fmt: skip
        sheet = pictures.sheet(combination, measured.first)
        took = round(time.monotonic() - began, 1)
        write(out / RESULTS, Result(combination, len(pages), measured.parts, took, entries, sheet))
        done.put(f"{combination.name}: {len(pages)} pages, {measured.parts} parts, {len(entries)} violations, {took} s")
