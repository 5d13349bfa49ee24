"""A list of rows, with the way to earlier and later ones."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QPainter

from accessibility.screen import Block, Row, Rows
from ui.blocks.pager import Pager
from ui.blocks.row_face import RowFace, said_row
from ui.blocks.view import View
from ui.controls.drawing import surface
from ui.controls.label import Label
from ui.controls.piece import Piece
from ui.controls.pressable import Pressable
from ui.kit import Kit
from ui.lines import Lines


class RowButton(Pressable):
    """A row that can be chosen."""

    def __init__(self, kit: Kit, row: Row) -> None:
        super().__init__(kit, row.action, said_row(row))
        self.grows = 1
        self.flat = 0
        self.show_row(row)

    def show_row(self, row: Row) -> None:
        """Show other words."""
        self.row, self.key, self._face = row, row.action, RowFace(self.kit, row, flat=self.flat)
        self.setAccessibleName(said_row(row))

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        return self._face.needed(width)

    def set_out(self) -> None:
        """Arrange for the present size."""
        self._face.place(self.width(), self.height())

    def paint(self, painter: QPainter) -> None:
        """A card with the row on it."""
        theme, colours = self.kit.theme, self.kit.theme.colours
        fill, edge = (colours.tint, colours.ink) if self.isDown() else (colours.card, colours.line)
        surface(painter, self, self.kit, theme.small_radius, fill, edge, theme.border)
        self._face.draw(painter, self.width(), self.height())

    def texts(self) -> list[Lines]:
        """Its words."""
        return self._face.texts()


class RowLine(Piece):
    """A row that only tells."""

    def __init__(self, kit: Kit, key: str, row: Row) -> None:
        super().__init__(kit, key, said_row(row), QAccessible.Role.ListItem, focusable=True)
        self.grows = 1
        self.flat = 0
        self.show_row(row)

    def show_row(self, row: Row) -> None:
        """Show other words."""
        self.row, self._face = row, RowFace(self.kit, row, flat=self.flat)
        self.setAccessibleName(said_row(row))

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        return self._face.needed(width)

    def set_out(self) -> None:
        """Arrange for the present size."""
        self._face.place(self.width(), self.height())

    def paint(self, painter: QPainter) -> None:
        """A borderless card: what has no border cannot be pressed."""
        theme = self.kit.theme
        surface(painter, self, self.kit, theme.small_radius, theme.colours.card, theme.colours.hair, theme.hair)
        self._face.draw(painter, self.width(), self.height())

    def texts(self) -> list[Lines]:
        """Its words."""
        return self._face.texts()


class RowsView(View):
    """Draws rows one under the other."""

    def __init__(self, kit: Kit, block: Rows, index: int) -> None:
        super().__init__(kit, block, index)
        theme = kit.theme
        self.heading = Label(kit, self.key, block.heading, theme.lead, bold=True) if block.heading.shown else None
        self._rows: list[RowButton | RowLine] = [self._row(number, row) for number, row in enumerate(block.rows)]
        self._empty = None if block.rows else Label(kit, self.key, block.empty, theme.body, colour=theme.colours.soft)
        self.pager = Pager(kit, block) if block.earlier or block.later else None
        parts = [self.heading, *self._rows, self._empty, self.pager]
        self.parts = [part for part in parts if part is not None]

    def adopt(self, block: Block) -> bool:
        """Other words on as many rows of the same kind."""
        if (
            not isinstance(block, Rows)
            or not isinstance(self.block, Rows)
            or self._shape(block) != self._shape(self.block)
        ):
            return False
        self.block = block
        if self.heading:
            self.heading.say(block.heading)
        if self._empty:
            self._empty.say(block.empty)
        for piece, row in zip(self._rows, block.rows, strict=True):
            if row != piece.row:
                piece.show_row(row)
                piece.refresh()
        if self.pager:
            self.pager.show_rows(block)
            self.pager.refresh()
        return True

    def title_width(self) -> int:
        """Width in pixels of its longest title on one line, with the space after it."""
        lines = (self.kit.lines(row.row.title, self.kit.theme.lead, "", bold=True) for row in self._rows)
        return max((each.natural for each in lines), default=0) + self.kit.theme.gap * 2

    def be_flat(self, title: int) -> None:
        """Rows of one line, their details beside titles of this width; 0 for rows of two lines."""
        for piece in self._rows:
            if piece.flat != title:
                piece.flat = title
                piece.show_row(piece.row)
        if self.heading:
            self.heading.middle = title > 0

    def _row(self, number: int, row: Row) -> RowButton | RowLine:
        return RowButton(self.kit, row) if row.action else RowLine(self.kit, f"row:{self.index}:{number}", row)

    @staticmethod
    def _shape(block: Rows) -> tuple[object, ...]:
        keys = tuple(row.action for row in block.rows)
        return keys, bool(block.heading.shown), block.earlier is None, block.later is None
