"""A kiosk's window in a process of its own, which shows pages as it is told.

`python -m tests.screen_reader.stage`: each line of its input is an `Order`, answered with a line when it is done.
It ends with its input.
"""

from __future__ import annotations

import sys
from typing import Literal

import msgspec
from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.appearance import Eyes, theme_for
from kiosk.frame_labels import frame_labels
from kiosk.modes import load_modes
from ui.fonts import load_fonts
from ui.window import KioskWindow

NAME = "anxin-kiosk-stage"
VIEWING_MM = 600.0
MM_PER_PX = 0.25


class Order(msgspec.Struct, frozen=True):
    """Something to be done."""

    do: Literal["show", "announce"]
    screen: Screen | None = None
    text: str = ""


class Stage(QObject):
    """One window for all pages."""

    def __init__(self) -> None:
        super().__init__()
        self._modes = load_modes()
        self._window: KioskWindow | None = None
        self._ears = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._ears.activated.connect(self._told)

    def _told(self) -> None:
        line = sys.stdin.buffer.readline()
        if not line:
            QApplication.quit()
            return
        order = msgspec.json.decode(line, type=Order)
        if order.screen:
            self._show(order.screen)
        elif self._window:
            self._window.announce(order.text, assertive=True)
        print("done", flush=True)

    def _show(self, screen: Screen) -> None:
        mode = self._modes[screen.mode]
        theme = theme_for(mode, Eyes(MM_PER_PX, VIEWING_MM), colours="light", text_percent=100, lang=screen.lang)
        labels = frame_labels(Words(screen.lang, mode.wording))
        if self._window is None:
            self._window = KioskWindow(theme)
            self._window.resize(1366, 768)
        self._window.show_screen(screen, theme=theme, labels=labels)
        self._window.show()
        self._window.activateWindow()


def main() -> None:
    """Show pages until the input ends."""
    app = QApplication([NAME])
    load_fonts()
    stage = Stage()
    app.exec()
    del stage


if __name__ == "__main__":
    main()
