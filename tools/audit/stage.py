"""The stage: one window that shows recorded pages in any look, and hands over what is on the glass."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import msgspec
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPaintDevice
from PySide6.QtWidgets import QApplication, QWidget

from accessibility.audit.seen import ControlRecord, IconRecord, Rect, Seen
from accessibility.audit.text_spacing import LETTER, LINE, PARAGRAPH, WORD
from accessibility.caption import Caption
from accessibility.narration import Line, narration
from accessibility.role_words import role_words
from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.appearance import Eyes, theme_for
from kiosk.frame_labels import frame_labels
from kiosk.modes import Mode
from tools.audit.combination import SHAPES, Combination
from tools.audit.glass import Glass, grab
from ui.survey import Glyphs, focus_numbers, icons, record, survey
from ui.theme import Theme
from ui.theme.making import ELDER_BODY_PT
from ui.window import KioskWindow

VIEWING_MM = 600.0
"""As in the settings."""
MOST_GROWTH = 2.0
"""WC-04: letters grow to twice their size without loss."""
MOST_STOPS = 40
PATIENCE_S = 10.0
AROUND = 24
"""Pixels around a control in which its focus may show."""


class Part(NamedTuple):
    """What is on the glass, as records and as pixels."""

    seen: Seen
    pixels: Glass

    @property
    def picture(self) -> QImage:
        """What it looks like."""
        return self.pixels.picture


class Focused(NamedTuple):
    """A control that the keyboard came to, without and with the focus."""

    control: ControlRecord
    without: Glass
    with_focus: Glass
    room: Rect
    """Where the page's content stands."""


class Stage:
    """Builds one window and uses it for everything: building is what costs."""

    def __init__(self, app: QApplication, modes: Mapping[str, Mode]) -> None:
        self._app = app
        self._modes = modes
        self._glyphs = Glyphs()
        self._window: KioskWindow | None = None
        self._combination = Combination("", "", 0, "", "")
        self._lines: tuple[Line, ...] = ()

    def dress(self, combination: Combination, *, spaced: bool = False) -> None:
        """Look as the combination asks, its words with the usual spacing or with that of WC-05."""
        self._combination = combination
        shape, mode = SHAPES[combination.shape], self._modes[combination.mode]
        theme = theme_for(
            mode,
            Eyes(shape.mm_per_px, VIEWING_MM),
            colours=combination.colours,
            text_percent=combination.percent,
            lang=combination.lang,
        )
        if spaced:
            theme = spaced_out(theme)
        if self._window is None:
            self._window = KioskWindow(theme)
        self._window.resize(shape.width, shape.height)
        self._window.set_theme(theme)
        self._window.set_labels(frame_labels(Words(combination.lang, mode.wording)))

    @property
    def window(self) -> KioskWindow:
        """The window. Raises LookupError before it was dressed."""
        if self._window is None:
            raise LookupError("dress the stage first")
        return self._window

    @property
    def lines(self) -> tuple[Line, ...]:
        """What the voice tells of the page on show, with consent."""
        return self._lines

    def show(self, screen: Screen) -> None:
        """Show a page, with the longest of its sentences as the caption, its first words in progress."""
        self.window.show_screen(screen)
        self._lines = narration(screen, role_words(Words(screen.lang)))
        longest = max((line for line in self._lines), key=lambda line: len(line.said), default=None)
        if longest:
            self.window.show_caption(Caption(longest.said, 0, max(2, len(longest.said) // 8), longest.lang))
        if not self.window.isActiveWindow():
            self.window.show()
            self.window.activateWindow()
            _until(self._app, self.window.isActiveWindow)
        self._app.processEvents()

    def parts(self, *, pictured: bool = True) -> list[Part]:
        """The page on show, part by part where it holds more than fits. Without pictures it is many times quicker."""
        page = self.window.page
        if page is None:
            return []
        page.turn(-MOST_STOPS)
        found = [self.look(0, pictured=pictured)]
        for stop in range(1, MOST_STOPS):
            page.turn(1)
            now = self.look(stop, pictured=pictured)
            if now.seen.controls == found[-1].seen.controls:
                break
            found.append(now)
        page.turn(-MOST_STOPS)
        return found

    def look(self, stop: int, *, pictured: bool = True) -> Part:
        """What is on the glass now."""
        pixels, drawn = self._grab() if pictured else (grab(self.window, QRect()), ())
        mode, shape = self._modes[self._combination.mode], SHAPES[self._combination.shape]
        growth = min(MOST_GROWTH, self._combination.percent / 100)
        screen = self.window.screen_shown
        seen = Seen(
            screen=screen.key if screen else "", mode=mode.key, lang=self._combination.lang,
            elder=mode.key == "elder" or mode.type.body >= ELDER_BODY_PT, theme=self._combination.colours,
            text_percent=self._combination.percent, least_body_pt=mode.type.body * growth,
            own_body_pt=mode.type.body,
            width=shape.width, height=shape.height, mm_per_px=shape.mm_per_px, viewing_mm=VIEWING_MM, stop=stop,
            controls=tuple(survey(self.window, self._glyphs)), icons=drawn, order=focus_numbers(self.window),
        )  # fmt: skip
        return Part(seen, pixels)

    def _grab(self) -> tuple[Glass, tuple[IconRecord, ...]]:
        """The whole window, and the icons that were drawn on it."""
        drawn: list[tuple[str, QPaintDevice, QRectF]] = []
        self.window.icons.watched = drawn
        pixels = grab(self.window, self.window.rect())
        self.window.icons.watched = None
        return pixels, icons(self.window, drawn)

    def focus_walk(self, known: set[object]) -> Iterator[Focused]:
        """Go round the page with Tab; what is in `known` already is passed by, and what is new is put there."""
        window = self.window
        for _ in window.focus_order():
            window.focusNextPrevChild(True)  # noqa: FBT003 - Qt's own argument
            widget = window.focusWidget()
            control = record(window, widget) if widget else None
            if widget is None or control is None:
                continue
            screen = window.screen_shown
            news = screen is not None and screen.alert is not None
            likeness = _likeness(control), news  # under a band of news the same button may be out of sight
            if likeness in known:
                continue
            known.add(likeness)
            yield self._focused(widget, control)

    def _focused(self, widget: QWidget, control: ControlRecord) -> Focused:
        around = QRect(*(round(side) for side in _sides(control.rect_px)))
        around = around.adjusted(-AROUND, -AROUND, AROUND, AROUND).intersected(self.window.rect())
        with_focus = grab(self.window, around)
        widget.clearFocus()
        without = grab(self.window, around)
        widget.setFocus()
        page = self.window.page
        room = page.geometry() if page and control.part == "page" else self.window.rect()
        return Focused(control, without, with_focus, Rect(room.x(), room.y(), room.width(), room.height()))


def _until(app: QApplication, reached: Callable[[], bool]) -> None:
    """Let Qt work until something is so. Raises TimeoutError when it does not come about."""
    end = time.monotonic() + PATIENCE_S
    while not reached():
        if time.monotonic() > end:
            raise TimeoutError("the window does not become active: without it no focus is shown")
        app.processEvents()


def _likeness(control: ControlRecord) -> object:
    """Two controls alike in this have the same focus mark."""
    size = control.rect_px.width, control.rect_px.height
    words = tuple((text.text, text.font_px) for text in control.texts)
    whole = control.visible_px.holds(control.rect_px, 1)
    return control.kind, control.key, size, words, control.enabled, control.checked, whole


def _sides(rect: Rect) -> tuple[float, float, float, float]:
    return rect.x, rect.y, rect.width, rect.height


def spaced_out(theme: Theme) -> Theme:
    """The look with its words as far apart as WC-05 asks."""
    return msgspec.structs.replace(
        theme, spacing=LINE, tightest=LINE, apart=PARAGRAPH / LINE, letters_apart=LETTER, words_apart=WORD
    )
