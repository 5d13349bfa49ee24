"""What stands beside the keys of a number pad: its name, what is typed, the error; while learning, the lesson."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from accessibility.screen import Keypad
from ui.blocks.digits import EMPTY
from ui.blocks.pad_keys import LISTENS
from ui.controls.drawing import card
from ui.kit import Kit
from ui.lines import Column, Lines

BOX, LOW_BOX = 1.3, 1.1
"""Height of a low box beside the letters in it, and where letters are very large."""


class PadDisplay:
    """Words and the box for the digits. The lesson stands where box and error stand else, so that nothing moves.

    Where the place is low, the name stands beside the box rather than over it, so that the error has its room too.
    """

    def __init__(self, kit: Kit, keypad: Keypad) -> None:
        self.kit = kit
        self._box = QRect()
        self.low = False
        """The pad stands beside it, so that its height is the pad's."""
        self.show_digits("")
        self.show_keypad(keypad)

    def show_keypad(self, keypad: Keypad) -> None:
        """Take on other words."""
        theme = self.kit.theme
        self._keypad = keypad
        size = theme.body if theme.compact else theme.lead
        self._name = Column((self.kit.lines(keypad.label, size, theme.colours.ink, bold=True), 0))
        self._error = self._error_lines(theme.body)
        self._lesson = self._lesson_lines(theme.body)

    def show_digits(self, shown: str) -> None:
        """Show what is typed; a secret is dots."""
        theme = self.kit.theme
        self._digits = self.kit.lines(shown, theme.title, theme.colours.ink, bold=True, align="centre")

    def needed(self, room: int) -> int:
        """Height in pixels at width `room`. A long error may be set in smaller letters."""
        return self._under(room) if self.low and self._fits_beside(room) else self._over(room)

    def place(self, place: QRect) -> None:
        """Set name, box and error out."""
        theme, room = self.kit.theme, place.width()
        top = self._name.place(place.left(), place.top(), room) + theme.gap
        if self._keypad.learning:
            self._place_lesson(QRect(place.left(), top, room, place.bottom() + 1 - top))
            return
        beside = self._over(room) > place.height() and self._fits_beside(room)
        aside = self._aside(room) if beside else 0
        self._box = QRect(place.left() + aside, place.top() if beside else top, room - aside, self._box_height())
        if beside:
            self._name.place(place.left(), self._box.center().y() - self._name.needed(aside) // 2, aside)
        self._place_digits(room - aside - 2 * theme.gap)
        start = self._box.bottom() + theme.gap // 2
        self._error = self._fitted(self._error_lines, room, place.bottom() + 1 - start)
        self._error.place(place.left(), start, room)

    @property
    def foot(self) -> int:
        """Bottom edge of the box."""
        return self._box.bottom() + 1

    def draw(self, painter: QPainter) -> None:
        """Name, box, and what belongs into and under it."""
        theme, colours = self.kit.theme, self.kit.theme.colours
        self._name.draw(painter)
        if self._keypad.learning:
            card(painter, self._box, theme.small_radius, colours.watch_tint, colours.watch, theme.border * 2)
            self._lesson.draw(painter)
            top = self._box.center().y() - theme.mark // 2
            self.kit.icons.draw(painter, LISTENS, "fill", self._box.left() + theme.gap, top, theme.mark, colours.watch)
            return
        edge = colours.act if self._keypad.error.shown else colours.brand
        card(painter, self._box, theme.small_radius, colours.card, edge, theme.border * 2)
        self._digits.draw(painter)
        self._error.draw(painter)

    def texts(self) -> list[Lines]:
        """Its words, in reading order."""
        told = (self._lesson,) if self._keypad.learning else (self._digits, self._error)
        return [*self._name.lines, *(lines for lines in told if lines.text)]

    def _place_digits(self, room: int) -> None:
        """A long number is set smaller."""
        theme, size = self.kit.theme, self.kit.theme.title
        while size > self._least() and (self._digits.natural > room or self._digits.needed(room) > self._box.height()):
            size = max(self._least(), size * 9 // 10)
            self._digits = self.kit.lines(self._digits.text, size, theme.colours.ink, bold=True, align="centre")
        top = self._box.top() + (self._box.height() - self._digits.needed(room)) // 2
        self._digits.place(self._box.left() + theme.gap, top, room)

    def _place_lesson(self, place: QRect) -> None:
        theme = self.kit.theme
        self._box = place
        room = place.width() - theme.mark - 3 * theme.gap
        self._lesson = self._fitted(self._lesson_lines, room, place.height() - 2 * theme.border)
        top = place.top() + (place.height() - self._lesson.needed(room)) // 2
        self._lesson.place(place.left() + theme.mark + 2 * theme.gap, top, room)

    def _over(self, room: int) -> int:
        """Height with the name over the box."""
        return self._name.needed(room) + self.kit.theme.gap + self._under(room)

    def _under(self, room: int) -> int:
        """Height of the box and of what stands under it."""
        error = self._error_lines(self._least())
        return self._box_height() + self.kit.theme.gap // 2 + max(error.needed(room), error.pitch)

    def _aside(self, room: int) -> int:
        """Width of the name beside the box, with the gap after it."""
        return min(room, max(lines.natural for lines in self._name.lines)) + self.kit.theme.gap

    def _fits_beside(self, room: int) -> bool:
        """Whether the box beside the name still holds as many digits as may be typed."""
        pad = self._keypad
        count = pad.length or pad.at_most
        longest = f"{EMPTY} " * count if pad.secret else "0000 " * -(-count // 4)
        digits = self.kit.lines(longest.strip(), self._least(), "", bold=True)
        return self._aside(room) + digits.natural + 2 * self.kit.theme.gap <= room

    def _box_height(self) -> int:
        title = self.kit.theme.title
        if not self.low:
            return max(self.kit.theme.main, round(title * 1.6))
        low = min(title, round(self.kit.theme.body * 1.2))
        return round(low * (LOW_BOX if self.kit.theme.crowded else BOX))

    def _fitted(self, made: Callable[[int], Lines], room: int, height: int) -> Lines:
        """Words in letters that fit."""
        size, least = self.kit.theme.body, self._least()
        while made(size).needed(room) > height and size > least:
            size = max(least, size - 2)
        return made(size)

    def _least(self) -> int:
        """The smallest letters of an error or a lesson: those that sentences have at 100 percent."""
        return min(self.kit.theme.least, self.kit.theme.body)

    def _error_lines(self, size: int) -> Lines:
        return self.kit.lines(self._keypad.error, size, self.kit.theme.colours.act, bold=True)

    def _lesson_lines(self, size: int) -> Lines:
        colours = self.kit.theme.colours
        return self.kit.lines(self._keypad.lesson, size, colours.ink, bold=True, ground=colours.watch_tint)
