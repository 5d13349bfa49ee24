"""The composition root of the kiosk, first half: the first page stands before anything slow is loaded.

Everything that needs asyncio, httpx or babel is in `kiosk.runtime`, which is imported in a thread after the first
paint: some 100 ms during which the page already answers to touch (QT.md 2, DESIGN.md 5).
"""

from __future__ import annotations

import os
import sys
import threading
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, Signal
from PySide6.QtWidgets import QApplication

from accessibility.screen import with_frame
from accessibility.words import Words
from kiosk.appearance import eyes, theme_for
from kiosk.frame_labels import frame_labels
from kiosk.journeys.frame import FrameState, frame
from kiosk.journeys.welcome import welcome_screen
from kiosk.modes import ModeError, load_modes
from ui.fonts import load_fonts
from ui.window import KioskWindow

if TYPE_CHECKING:
    from kiosk.modes import Mode
    from kiosk.settings import Settings

CANNOT_START = 2
"""Exit code when a setting names something that is not there."""


def run(settings: Settings) -> int:
    """Open the kiosk and run it until its window is closed. The exit code."""
    try:
        modes = load_modes(settings.modes_dir)
        mode = modes[settings.mode]
    except ModeError as problem:
        print(f"This mode cannot be used: {problem}", file=sys.stderr)
        return CANNOT_START
    except KeyError:
        print(f"There is no mode '{settings.mode}'. There are: {', '.join(sorted(modes))}.", file=sys.stderr)
        return CANNOT_START
    app = QApplication(["anxin-kiosk"])
    app.setQuitOnLastWindowClosed(False)
    window = open_window(settings, mode)
    early: list[tuple[str, str]] = []
    remember = Remembering(early)
    window.acted.connect(remember.add)
    _wait_for_paint(window)
    if os.environ.get("ANXIN_EXIT_AFTER") == "first-paint":
        os._exit(0)  # for `make bench`: the time to here is what is measured
    runtime = _load_runtime()
    window.acted.disconnect(remember.add)
    code: int = runtime.run(app, window, settings, modes, early)
    return code


class Remembering(QObject):
    """Keeps what the customer does before the program is ready."""

    def __init__(self, early: list[tuple[str, str]]) -> None:
        super().__init__()
        self._early = early

    def add(self, action: str, typed: str) -> None:
        """Keep one action."""
        self._early.append((action, typed))


def open_window(settings: Settings, mode: Mode) -> KioskWindow:
    """The window with the welcome page on it, shown."""
    load_fonts()
    words = Words(settings.lang, mode.wording)
    screen = QApplication.primaryScreen().size()
    size = settings.window or (screen.width(), screen.height())
    machine = eyes(settings.mm_per_px, settings.viewing_distance_mm, (size[0], size[1]))
    window = KioskWindow(theme_for(mode, machine, colours="light", text_percent=100, lang=settings.lang))
    window.set_labels(frame_labels(words))
    window.setWindowTitle("Anxin Kiosk")
    window.show_screen(
        with_frame(welcome_screen(words, mode), frame(words, mode.key, FrameState(quieter=True, louder=True)))
    )
    if settings.fullscreen:
        window.showFullScreen()
    else:
        window.resize(*size)
        window.show()
    return window


def _wait_for_paint(window: KioskWindow) -> None:
    waiting = QEventLoop()
    window.painted.connect(waiting.quit)
    waiting.exec()


class _Loading(QObject):
    """Tells the GUI thread that the import thread is done."""

    done = Signal()


def _load_runtime() -> ModuleType:
    """Import the rest of the program in a thread, while the page stays alive."""
    loading, waiting = _Loading(), QEventLoop()
    loading.done.connect(waiting.quit)
    loaded: list[ModuleType] = []
    failed: list[BaseException] = []

    def load() -> None:
        try:
            import kiosk.runtime

            loaded.append(kiosk.runtime)
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
