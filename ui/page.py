"""The content of a screen: its blocks, set out for the place there is, in pages when they are too many for it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Action, Screen
from ui.arrangement import Arrangement
from ui.bands import Band, Placed, fill, height_of, heights
from ui.blocks import Part, View, view_of
from ui.blocks.field import FieldView
from ui.blocks.keypad import KeypadCard, KeypadView
from ui.controls.button import Button
from ui.controls.pressable import Pressable
from ui.kit import Kit

UP, DOWN = "page:up", "page:down"
CALM = 0.4
"""Of the height that a short page leaves over, this share stands above it."""


class ScrollButton(Button):
    """Up or down a page of content."""

    def __init__(self, kit: Kit, page: Page, key: str, label: Phrase, icon: str) -> None:
        super().__init__(kit, Action(key, label, icon))
        self._page = page
        self.above = True

    def chosen(self) -> None:
        """Turn the page."""
        self._page.turn(-1 if self.key == UP else 1)


class Page(QWidget):
    """Holds the pieces of one screen."""

    def __init__(self, kit: Kit, screen: Screen, up: Phrase = NOTHING, down: Phrase = NOTHING) -> None:
        super().__init__()
        self.kit = kit
        self.screen_key = screen.key
        self.spread = kit.theme.spread
        self._viewport = QWidget(self)
        self._canvas = QWidget(self._viewport)
        self.views: list[View] = [view_of(kit, block, number) for number, block in enumerate(screen.blocks)]
        for part in self.parts():
            part.setParent(self._canvas)
        self._up = ScrollButton(kit, self, UP, up, "caret-up")
        self._down = ScrollButton(kit, self, DOWN, down, "caret-down")
        for button in (self._up, self._down):
            button.setParent(self)
            button.hide()
        self._stops = [0]
        self._stop = 0

    def parts(self) -> list[Part]:
        """All pieces in reading order."""
        return [part for view in self.views for part in view.parts]

    def focusables(self) -> list[QWidget]:
        """What the keyboard can reach, in reading order."""
        found: list[QWidget] = []
        for part in self.parts():
            found.append(part)
            found += part.findChildren(QWidget)
        return [*found, self._up, self._down]

    def keypad(self) -> KeypadCard | None:
        """The pad of this page, when it has one."""
        return next((view.card for view in self.views if isinstance(view, KeypadView)), None)

    def adopt(self, screen: Screen) -> bool:
        """Show another value of the same screen with the pieces there are. False when the page must be built anew."""
        if len(screen.blocks) != len(self.views):
            return False
        if not all(view.adopt(block) for view, block in zip(self.views, screen.blocks, strict=True)):
            return False
        self.set_out()
        return True

    def keep(self, old: Page) -> None:
        """Take over what the customer typed on the page that this one replaces, and where she was in it."""
        pad, old_pad = self.keypad(), old.keypad()
        if pad and old_pad and pad.keypad.field == old_pad.keypad.field:
            pad.keep(old_pad)
        typed = {view.card.entry.key: view.card.entry.text() for view in old.views if isinstance(view, FieldView)}
        for view in self.views:
            if isinstance(view, FieldView) and view.card.entry.key in typed:
                view.card.entry.setText(typed[view.card.entry.key])
        self._stop = old._stop

    def turn(self, by: int) -> None:
        """Go so many pages down (up when negative)."""
        self._go(self._stop + by)

    def reveal(self, widget: QWidget) -> None:
        """Turn to the page that `widget` is on."""
        if not self._canvas.isAncestorOf(widget):
            return
        top = widget.mapTo(self._canvas, widget.rect().topLeft()).y()
        past = [number for number, stop in enumerate(self._stops) if stop <= top]
        self._go(past[-1] if past else 0)

    def in_view(self, widget: QWidget) -> bool:
        """Whether `widget` is on the part of the page that is on show."""
        if not self._canvas.isAncestorOf(widget):
            return False
        top = widget.mapTo(self._canvas, widget.rect().topLeft()).y() - self._stops[self._stop]
        return -widget.height() < top < self._viewport.height()

    def set_out(self) -> None:
        """Arrange everything for the present size."""
        width, height = self.width(), self.height()
        if width <= 0 or height <= 0:
            return
        arrangement = Arrangement(self.kit.theme, self.views, width, height, self.spread)
        bands = arrangement.bands()
        if height_of(bands) <= height:
            top = round(_left_over(bands, height) * CALM) if arrangement.calm else 0
            self._show_whole(fill(bands, top, height), width, height)
        else:
            self._show_paged(width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new size."""
        super().resizeEvent(event)
        self.set_out()

    def _show_whole(self, placed: list[Placed], width: int, height: int) -> None:
        self._up.hide()
        self._down.hide()
        self._stops = [0]
        self._viewport.setGeometry(0, 0, width, height)
        self._canvas.setGeometry(0, 0, width, height)
        self._put(placed)
        self._go(0)

    def _show_paged(self, width: int, height: int) -> None:
        gap = self.kit.theme.gap
        if width > height:
            aside = max(self.kit.theme.main * 3 // 2, *(self._word_width(b) for b in (self._up, self._down)))
            aside = min(aside, width // 4)
            view = QRect(0, 0, width - aside - gap, height)
            own = min(height // 2 - gap // 2, self.kit.theme.main * 2)
            for button in (self._up, self._down):
                button.above = own > self.kit.theme.main * 3 // 2
            self._up.setGeometry(view.right() + 1 + gap, 0, aside, own)
            self._down.setGeometry(view.right() + 1 + gap, height - own, aside, own)
        else:
            own = self.kit.theme.main + self.kit.theme.body
            view = QRect(0, 0, width, height - own - gap)
            share = (width - gap) // 2
            self._up.setGeometry(0, height - own, share, own)
            self._down.setGeometry(width - share, height - own, share, own)
        for button in (self._up, self._down):
            button.fit_word()
        bands = Arrangement(self.kit.theme, self.views, view.width(), view.height(), self.spread).bands()
        placed, foot = self._paged(bands, view.height())
        self._viewport.setGeometry(view)
        self._canvas.setFixedSize(view.width(), foot)
        self._put(placed)
        self._up.show()
        self._down.show()
        self._go(min(self._stop, len(self._stops) - 1))

    def _paged(self, bands: list[Band], height: int) -> tuple[list[Placed], int]:
        """Pages of whole bands, each page at its own place of the canvas."""
        placed: list[Placed] = []
        self._stops, top = [], 0
        for page in _pages(bands, height):
            own = height_of(page)
            placed += fill(page, top, max(own, height)) if own <= height else fill(page, top, own)
            step = max(1, height - 2 * self.kit.theme.body)
            self._stops += range(top, top + max(1, own - height + step), step) if own > height else [top]
            top += max(own, height) + self.spread
        return placed, top

    def _put(self, placed: list[Placed]) -> None:
        for part, rect in placed:
            if part.geometry() != rect:
                part.setGeometry(rect)
            else:
                part.set_out()

    def _go(self, stop: int) -> None:
        self._stop = max(0, min(stop, len(self._stops) - 1))
        self._canvas.move(0, -self._stops[self._stop])
        for button, usable in ((self._up, self._stop > 0), (self._down, self._stop < len(self._stops) - 1)):
            if button.isEnabled() != usable and not button.hasFocus():
                button.setEnabled(usable)

    def _word_width(self, button: Button) -> int:
        return button.natural() + 2 * self.kit.theme.border


def _left_over(bands: list[Band], height: int) -> int:
    """Height in pixels that the bands leave empty."""
    gaps = sum(band.gap for band in bands[1:])
    return max(0, height - sum(heights(bands, height)) - gaps)


def _pages(bands: list[Band], height: int) -> list[list[Band]]:
    pages: list[list[Band]] = []
    for band in bands:
        if pages and height_of([*pages[-1], band]) <= height:
            pages[-1].append(band)
        else:
            pages.append([band])
    return pages


def is_control(widget: QWidget) -> bool:
    """Whether it does something, rather than only telling."""
    return isinstance(widget, Pressable | QLineEdit | KeypadCard)
