"""What a customer sees and hears of a window, without looking behind it: pages as they come, and the caption bar."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from accessibility.screen import Screen
from tests.kiosk.journeys.promises import text
from ui.controls.piece import Piece
from ui.window import KioskWindow

SOON_S = 20.0
"""A page that has not come by then never will; two busy cores are slow."""
TELLING = (QEvent.Type.Paint, QEvent.Type.UpdateRequest, QEvent.Type.ActivationChange)


@dataclass(frozen=True)
class Seen:
    """A page, and when it came (seconds since 1970)."""

    screen: Screen
    at: float


class Watch(QObject):
    """Keeps every page and every caption of a window, and wakes whoever waits when something was drawn."""

    def __init__(self, window: KioskWindow) -> None:
        super().__init__()
        self._window = window
        self._news = asyncio.Event()
        self.pages: list[Seen] = []
        self.captions: list[str] = []
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Something was drawn."""
        if event.type() in TELLING and isinstance(watched, QWidget) and watched.window() is self._window:
            self._look()
            self._news.set()
        return False

    async def until(self, true: Callable[[], bool], what: str) -> None:
        """Wait until it is true. Raises AssertionError that says what was waited for and what stands there."""
        try:
            async with asyncio.timeout(SOON_S):
                while not true():
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            shown = self._window.screen_shown
            raise AssertionError(
                f"waited for {what}; there is {shown and shown.key}: {shown and text(shown)}"
            ) from None

    @property
    def caption(self) -> str:
        """The words at the foot of the page."""
        bars = [piece for piece in self._window.findChildren(Piece) if piece.key == "caption"]
        return bars[-1].accessibleName() if bars else ""

    def end(self) -> None:
        """Watch no longer."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def _look(self) -> None:
        screen, caption = self._window.screen_shown, self.caption
        if screen and (not self.pages or self.pages[-1].screen != screen):
            self.pages.append(Seen(screen, time.time()))
        if caption and (not self.captions or self.captions[-1] != caption):
            self.captions.append(caption)
