"""The content of a screen: its blocks, set out for the place there is, in pages when they are too many for it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Action, Paragraph, Screen
from ui.arrangement import Arrangement
from ui.bands import Band, Placed, fill, height_of, heights
from ui.blocks import Part, View, view_of
from ui.blocks.choices import ChoicesView
from ui.blocks.field import FieldView
from ui.blocks.keypad import KeypadCard, KeypadView
from ui.blocks.paragraph import HEADING, HeadingView, ParagraphView
from ui.breaks import stops
from ui.controls.button import Button
from ui.controls.pressable import Pressable
from ui.head import heading_beside
from ui.illustration import Illustration
from ui.kit import Kit

UP, DOWN = "page:up", "page:down"
PAGER, NARROW_PAGER = 4, 5
"""What turns a page takes at most such a share of its width; less of it where letters are very large."""
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
        self.anxin_role = QAccessible.Role.Grouping
        self.setAccessibleName(_introduction(screen))
        self.kit = kit
        self.screen_key = screen.key
        self.picture = screen.picture
        self.spread = kit.theme.spread
        self._viewport = QWidget(self)
        self._canvas = QWidget(self._viewport)
        self._heading = _heading(kit, screen)
        self._quiet = _quiet_lines(kit, screen)
        self._blocks: list[View] = [view_of(kit, block, number) for number, block in enumerate(screen.blocks)]
        self.views: list[View] = [*self._heading, *self._quiet, *self._blocks]
        for part in self.parts():
            part.setParent(self._canvas)
        self._picture = _picture(kit, screen)
        if self._picture and not self._adopted(self._picture):
            self._picture.setParent(self._canvas)
        self._up = ScrollButton(kit, self, UP, up, "caret-up")
        self._down = ScrollButton(kit, self, DOWN, down, "caret-down")
        for button in (self._up, self._down):
            button.setParent(self)
            button.hide()
        self._stops, self._ends, self._tall = [0], [0], [False]
        """Where each page begins and ends on the canvas, and whether it is higher than there is room."""
        self._stop = 0
        self._order: list[Part] = []
        """The pieces as they stand on the page, which is the order in which the keyboard meets them."""

    def _adopted(self, picture: Illustration) -> bool:
        """Whether a number pad has taken the picture on: it shows it where it has room."""
        pad = self.keypad()
        if pad:
            pad.show_picture(picture)
        return pad is not None

    def parts(self) -> list[Part]:
        """All pieces in reading order."""
        return [part for view in self.views for part in view.parts]

    def focusables(self) -> list[QWidget]:
        """What the keyboard can reach, in reading order."""
        found: list[QWidget] = []
        for part in self._order or self.parts():
            found.append(part)
            found += part.findChildren(QWidget)
        return [*found, self._up, self._down]

    def keypad(self) -> KeypadCard | None:
        """The pad of this page, when it has one."""
        return next((view.card for view in self.views if isinstance(view, KeypadView)), None)

    def adopt(self, screen: Screen) -> bool:
        """Show another value of the same screen with the pieces there are. False when the page must be built anew."""
        quiet = [view.block for view in (*_heading(self.kit, screen), *_quiet_lines(self.kit, screen))]
        if (
            screen.picture != self.picture
            or len(screen.blocks) != len(self._blocks)
            or len(quiet) + len(self._blocks) != len(self.views)
        ):
            return False
        both = zip(self.views, [*quiet, *screen.blocks], strict=True)
        if not all(view.adopt(block) for view, block in both):
            return False
        self.setAccessibleName(_introduction(screen))
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
        spread, close = self.spread, self.kit.theme.gap
        beside = self._picture if self._picture and self._picture.parent() is self._canvas else None
        for picture in (beside, None) if beside else (None,):
            if self._fits(spread, quiet=False, picture=picture):
                return
        if not self._fits(close, quiet=True, picture=None):  # closer rather than in pages
            self._show_paged(width, height)

    def _fits(self, spread: int, *, quiet: bool, picture: Illustration | None) -> bool:
        """Show the whole page this way, if there is room for it."""
        width, height = self.width(), self.height()
        arrangement = Arrangement(self.kit.theme, self.views, width, height, spread, quiet=quiet, picture=picture)
        bands = arrangement.bands()
        if height_of(bands) > height:
            return False
        if self._picture and self._picture.parent() is self._canvas:
            self._picture.setVisible(picture is not None)
        top = round(_left_over(bands, height) * CALM) if arrangement.calm else 0
        self._show_whole(fill(bands, top, height), width, height)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the new size."""
        super().resizeEvent(event)
        self.set_out()

    def _show_whole(self, placed: list[Placed], width: int, height: int) -> None:
        self._up.hide()
        self._down.hide()
        self._stops, self._ends = [0], [height]
        self._viewport.setGeometry(0, 0, width, height)
        self._canvas.setFixedSize(width, height)  # as in pages: a fixed size outlasts any geometry
        self._put(placed)
        self._go(0)

    def _show_paged(self, width: int, height: int) -> None:
        if self._picture and self._picture.parent() is self._canvas:
            self._picture.hide()
        gap, mirrored = self.kit.theme.gap, self.kit.theme.mirrored
        if width > height:
            aside = max(self.kit.theme.main * 3 // 2, *(self._word_width(b) for b in (self._up, self._down)))
            aside = min(aside, width // (NARROW_PAGER if self.kit.theme.crowded else PAGER))
            view = QRect(aside + gap if mirrored else 0, 0, width - aside - gap, height)
            beside = 0 if mirrored else view.right() + 1 + gap
            own = min(height // 2 - gap // 2, self.kit.theme.main * 2)
            for button in (self._up, self._down):
                button.above = own > self.kit.theme.main * 3 // 2
            self._up.setGeometry(beside, 0, aside, own)
            self._down.setGeometry(beside, height - own, aside, own)
        else:
            own = self.kit.theme.main + self.kit.theme.body
            view = QRect(0, 0, width, height - own - gap)
            share = (width - gap) // 2
            self._up.setGeometry(0, height - own, share, own)
            self._down.setGeometry(width - share, height - own, share, own)
        for button in (self._up, self._down):
            button.fit_word()
        views = [*self._heading, *self._blocks, *self._quiet]  # what the page is for comes first
        if self._heading and any(isinstance(view, ChoicesView) and view.filled for view in self._blocks):
            views = [*self._blocks, *self._heading, *self._quiet]
        bands = Arrangement(self.kit.theme, views, view.width(), view.height(), self.spread).bands()
        placed, foot = self._paged(bands, view.height())
        self._viewport.setGeometry(view)
        self._canvas.setFixedSize(view.width(), foot)
        self._put(placed)
        self._break_tall(view.height())
        self._up.show()
        self._down.show()
        self._go(min(self._stop, len(self._stops) - 1))

    def _paged(self, bands: list[Band], height: int) -> tuple[list[Placed], int]:
        """Pages of whole bands, each page at its own place of the canvas."""
        placed: list[Placed] = []
        self._tall, top = [], 0
        self._stops = []
        for page in _pages(bands, height):
            own = height_of(page)
            placed += fill(page, top, max(own, height))
            self._stops.append(top)
            self._tall.append(own > height)
            top += max(own, height) + self.spread
        return placed, top

    def _break_tall(self, height: int) -> None:
        """What is higher than the page is turned at the space between two of its lines."""
        found: list[tuple[int, int]] = []
        for part in self.parts() if any(self._tall) else ():
            part.set_out()  # a page that is not shown yet has not been told its size
        for stop, tall, end in zip(self._stops, self._tall, [*self._stops[1:], self._canvas.height()], strict=True):
            found += (
                stops(self._canvas, self.parts(), stop, end - self.spread, height) if tall else [(stop, stop + height)]
            )
        self._stops = [top for top, _ in found]
        self._ends = [bottom for _, bottom in found]

    def _put(self, placed: list[Placed]) -> None:
        self._order = [part for part, _ in placed]
        for part, rect in placed:
            if part.geometry() != rect:
                part.setGeometry(rect)
            else:
                part.set_out()

    def _go(self, stop: int) -> None:
        self._stop = max(0, min(stop, len(self._stops) - 1))
        top, bottom = self._stops[self._stop], self._ends[self._stop]
        self._viewport.resize(self._viewport.width(), bottom - top)
        self._canvas.move(0, -top)
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


def _picture(kit: Kit, screen: Screen) -> Illustration | None:
    """The page's illustration. In a crowded window there is no room for one."""
    return Illustration(kit, screen.picture) if screen.picture and not kit.theme.crowded else None


def _heading(kit: Kit, screen: Screen) -> list[ParagraphView]:
    """A heading for which there is no room beside the small buttons is the first line of the page."""
    if heading_beside(kit, screen):
        return []
    return [HeadingView(kit, Paragraph(screen.heading), HEADING)]


def _quiet_lines(kit: Kit, screen: Screen) -> list[ParagraphView]:
    """In a crowded window the quiet lines under the heading come first on the page."""
    lines = (screen.step, screen.quiet) if kit.theme.crowded else ()
    return [ParagraphView(kit, Paragraph(line, "quiet"), -1 - at) for at, line in enumerate(lines) if line.shown]


def _introduction(screen: Screen) -> str:
    """What a screen reader says when the focus comes onto the page: readers that are older speak no announcement."""
    return " ".join(phrase.said for phrase in (screen.heading, screen.step, screen.quiet) if phrase.said)


def is_control(widget: QWidget) -> bool:
    """Whether it does something, rather than only telling."""
    return isinstance(widget, Pressable | QLineEdit | KeypadCard)
