"""Plain words on the page."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QPainter

from accessibility.phrase import Phrase
from ui.controls.drawing import card, ringed
from ui.controls.piece import Piece
from ui.kit import Kit
from ui.lines import Lines


class Label(Piece):
    """Words without a card: a heading, a sentence, a quiet line."""

    def __init__(
        self,
        kit: Kit,
        key: str,
        phrase: Phrase,
        size: int,
        *,
        colour: str = "",
        bold: bool = False,
        role: QAccessible.Role = QAccessible.Role.StaticText,
        focusable: bool = False,
    ) -> None:
        super().__init__(kit, key, phrase.said, role, focusable=focusable)
        self.middle = False
        """The words stand in the middle of the height."""
        self._size, self._colour, self._bold = size, colour or kit.theme.colours.ink, bold
        self._lines = self._made(phrase)

    def say(self, phrase: Phrase) -> None:
        """Show other words."""
        if phrase.shown != self._lines.text or phrase.said != self.accessibleName():
            self._lines = self._made(phrase)
            self.setAccessibleName(phrase.said)
            self.refresh()

    def natural(self) -> int:
        """Width in pixels on one line."""
        return self._lines.natural

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        return self._lines.needed(min(width, self.kit.theme.measure))

    def set_out(self) -> None:
        """The words fill the widget, at most a comfortable line long."""
        room = min(self.width(), self.kit.theme.measure)
        self._lines.place(0, (self.height() - self._lines.needed(room)) // 2 if self.middle else 0, room)

    def paint(self, painter: QPainter) -> None:
        """Words, and the ring when focused."""
        self._lines.draw(painter)
        if ringed(self, self.kit):
            theme = self.kit.theme
            card(painter, self.rect(), theme.small_radius, "", theme.colours.focus, theme.ring)

    def texts(self) -> list[Lines]:
        """Its words."""
        return [self._lines]

    def _made(self, phrase: Phrase) -> Lines:
        return self.kit.lines(phrase, self._size, self._colour, bold=self._bold, ground=self.kit.theme.colours.paper)
