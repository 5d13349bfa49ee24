"""The album of a tour: every named page is written down, group by group."""

from __future__ import annotations

from pathlib import Path

from accessibility.screen import Screen
from kiosk.tour.record import write_page
from kiosk.tour.sheet import Page
from ui.window import KioskWindow


class Album:
    """Takes pages down below a folder."""

    def __init__(self, out: Path) -> None:
        self.pages: list[Page] = []
        self._out = out
        self._group = Path()
        self._count = 0

    def open(self, group: Path) -> None:
        """Begin a group: a mode, a language and a size."""
        self._group, self._count = group, 0

    def take(self, name: str, window: KioskWindow, screen: Screen) -> None:
        """Write a page down, unless the tour only passes by."""
        if name:
            self._count += 1
            self.pages.append(write_page(self._out, self._group, f"{self._count:02d}-{name}", window, screen))
