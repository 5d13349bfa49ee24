"""A white card with words on it: the base of most blocks."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QPainter

from ui.controls.drawing import surface
from ui.controls.piece import Piece
from ui.kit import Kit
from ui.lines import Column, Lines


class Card(Piece):
    """A card with a column of words. Subclasses fill `column`; some put controls under or beside it."""

    def __init__(
        self, kit: Kit, key: str, name: str, *, role: QAccessible.Role = QAccessible.Role.StaticText,
        focusable: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(kit, key, name, role, focusable=focusable)
        self.column = Column()
        self.fill = kit.theme.colours.card
        self.edge = kit.theme.colours.line

    def pad_at(self, width: int) -> int:
        """Space inside a card of `width`."""
        theme = self.kit.theme
        return theme.pad if width >= theme.column else round((theme.pad + theme.tight_pad) / 2)

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        pad = self.pad_at(width)
        return self.column.needed(width - 2 * pad) + 2 * round(pad * 0.7)

    def set_out(self) -> None:
        """The words stand in the middle of the height."""
        pad = self.pad_at(self.width())
        room = self.width() - 2 * pad
        self.column.place(pad, (self.height() - self.column.needed(room)) // 2, room)

    def paint(self, painter: QPainter) -> None:
        """Surface and words."""
        surface(painter, self, self.kit, self.kit.theme.radius, self.fill, self.edge, self.kit.theme.border)
        self.column.draw(painter)

    def texts(self) -> list[Lines]:
        """Its words."""
        return self.column.lines
