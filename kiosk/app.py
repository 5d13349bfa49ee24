"""The composition root of the kiosk, first half: the first page stands before anything slow is loaded.

The order is measured (QT.md 2, `make bench`): Qt, then the font in a thread while Python imports what the first page
needs, then the page. Everything that needs asyncio, httpx or Babel is in `kiosk.runtime`, which is imported in a thread
after the first paint: some 100 ms during which the page already answers to touch (DESIGN.md 5). So imports wait here,
and in no other file but the command line.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, Signal
from PySide6.QtWidgets import QApplication

from kiosk.early import Early
from ui.font_file import load_font_file
from ui.plain_imports import restore_plain_imports

if TYPE_CHECKING:
    from kiosk.modes import Mode
    from kiosk.settings import Settings
    from ui.window import KioskWindow

CANNOT_START = 2
"""Exit code when a setting names something that is not there."""
Runtime = Callable[[QApplication, "KioskWindow", "Settings", "Mapping[str, Mode]", "Early"], int]


def run(settings: Settings) -> int:
    """Open the kiosk and run it until its window is closed. The exit code."""
    restore_plain_imports()
    app = QApplication(["anxin-kiosk"])
    app.setQuitOnLastWindowClosed(False)
    fonts = threading.Thread(target=load_font_file, name="fonts", daemon=True)
    fonts.start()
    from kiosk.appearance import check_look
    from kiosk.first_page import first_mode, open_window
    from kiosk.modes import ModeError, listed, load_modes

    try:
        mode = first_mode(settings)
        fonts.join()
        window = open_window(settings, mode)
        if os.environ.get("ANXIN_EXIT_AFTER") == "first-paint":
            os._exit(0)  # for `make bench`: the time to here is what is measured
        modes = listed(load_modes(settings.modes_dir), settings.modes, settings.mode)
        for each in modes.values():
            check_look(each)
    except ModeError as problem:
        print(f"This mode cannot be used. {problem}", file=sys.stderr)
        return CANNOT_START
    early = Early(window)
    return _load_runtime()(app, window, settings, modes, early)


class _Loading(QObject):
    """Tells the GUI thread that the import thread is done."""

    done = Signal()


def _load_runtime() -> Runtime:
    """Import the rest of the program in a thread, while the page stays alive."""
    loading, waiting = _Loading(), QEventLoop()
    loading.done.connect(waiting.quit)
    loaded: list[Runtime] = []
    failed: list[ImportError] = []

    def load() -> None:
        try:
            from kiosk.runtime import run

            loaded.append(run)
        except ImportError as problem:
            failed.append(problem)
        finally:
            loading.done.emit()

    thread = threading.Thread(target=load, name="imports", daemon=True)
    thread.start()
    waiting.exec()
    thread.join()
    if failed:
        raise failed[0]
    return loaded[0]
