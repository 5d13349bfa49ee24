"""A list of rows, with the way to earlier and later ones."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QPainter

from accessibility.screen import Action, Block, Row, Rows
from ui.blocks.view import View
from ui.controls.button import Button
from ui.controls.drawing import surface
from ui.controls.label import Label
from ui.controls.piece import Piece
from ui.controls.pressable import Pressable
from ui.icons import Cut
from ui.kit import Kit
from ui.lines import Column, Lines

FLOWS = {"in": "arrow-down-left", "out": "arrow-up-right"}


def said_row(row: Row) -> str:
    """What a screen reader says of a row."""
    return ", ".join(part for part in (row.title.said, row.detail.said, row.value.said) if part)


class RowFace:
    """How a row looks, whether it can be chosen or not: mark, title over detail, value at the right."""

    def __init__(self, kit: Kit, row: Row) -> None:
        theme, colours = kit.theme, kit.theme.colours
        self.kit, self.row = kit, row
        self.icon = FLOWS.get(row.flow, row.icon)
        self.left = Column(
            (kit.lines(row.title, theme.lead, colours.ink, bold=True), 0),
            (kit.lines(row.detail, theme.body, colours.soft), 0),
        )
        self.value = kit.lines(row.value, theme.lead, self._value_colour(), bold=True, align="right")

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        words, value = self._rooms(width)
        if self._under(width):
            height = self.left.needed(words) + self.value.needed(words)
        else:
            height = max(self.left.needed(words), self.value.needed(value))
        return max(self.kit.theme.main, height + self.kit.theme.gap)

    def place(self, width: int, height: int) -> None:
        """Arrange for a row of this size."""
        words, value = self._rooms(width)
        left = self._edge() + self._beside()
        if self._under(width):
            both = self.left.needed(words) + self.value.needed(words)
            foot = self.left.place(left, (height - both) // 2, words)
            self.value.place(left, foot, words)
            return
        self.left.place(left, (height - self.left.needed(words)) // 2, words)
        self.value.place(width - self._edge() - self._after() - value, (height - self.value.needed(value)) // 2, value)

    def draw(self, painter: QPainter, width: int, height: int) -> None:
        """Draw mark, words, value, and the arrow of a row that leads somewhere."""
        theme, colours = self.kit.theme, self.kit.theme.colours
        mark = self._mark()
        top = (height - mark) // 2
        if self.icon:
            colour = {"in": colours.good, "out": colours.soft}.get(self.row.flow, colours.brand)
            cut: Cut = "bold" if self.row.flow else "fill"
            self.kit.icons.draw(painter, self.icon, cut, self._edge(), top, mark, colour)
        self.left.draw(painter)
        self.value.draw(painter)
        if self.row.action:
            size = round(theme.body * 0.9)
            left = width - self._edge() - size
            self.kit.icons.draw(painter, "caret-right", "bold", left, (height - size) // 2, size, colours.soft)

    def texts(self) -> list[Lines]:
        """Its words."""
        return [*self.left.lines, *([self.value] if self.value.text else [])]

    def _value_colour(self) -> str:
        colours = self.kit.theme.colours
        return colours.good if self.row.flow == "in" else colours.ink

    def _under(self, width: int) -> bool:
        """The value stands under the words where it would squeeze them."""
        inner = width - 2 * self._edge() - self._beside() - self._after()
        return bool(self.value.text) and self.value.natural > inner * 0.55

    def _rooms(self, width: int) -> tuple[int, int]:
        inner = width - 2 * self._edge() - self._beside() - self._after()
        if not self.value.text or self._under(width):
            return inner, 0
        value = self.value.natural
        return inner - value - self.kit.theme.gap, value

    def _edge(self) -> int:
        return self.kit.theme.tight_pad

    def _mark(self) -> int:
        return round(self.kit.theme.lead * 1.25)

    def _beside(self) -> int:
        return self._mark() + self.kit.theme.gap if self.icon else 0

    def _after(self) -> int:
        return round(self.kit.theme.body * 0.9) + self.kit.theme.gap if self.row.action else 0


class RowButton(Pressable):
    """A row that can be chosen."""

    def __init__(self, kit: Kit, row: Row) -> None:
        super().__init__(kit, row.action, said_row(row))
        self.grows = 1
        self.show_row(row)

    def show_row(self, row: Row) -> None:
        """Show other words."""
        self.row, self.key, self._face = row, row.action, RowFace(self.kit, row)
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
        self.show_row(row)

    def show_row(self, row: Row) -> None:
        """Show other words."""
        self.row, self._face = row, RowFace(self.kit, row)
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


class Pager(Piece):
    """Earlier, where we are, later: always in the same places."""

    def __init__(self, kit: Kit, rows: Rows) -> None:
        super().__init__(kit, "pager", rows.position.said, QAccessible.Role.StaticText)
        self.grows = 1
        self.buttons: list[Button | None] = [
            self._button(rows.earlier, "caret-left"), self._button(rows.later, "caret-right"),
        ]  # fmt: skip
        self.show_rows(rows)

    def show_rows(self, rows: Rows) -> None:
        """Take on other words."""
        theme = self.kit.theme
        self._position = self.kit.lines(
            rows.position, theme.body, theme.colours.soft, align="centre", ground=theme.colours.paper
        )
        self.setAccessibleName(rows.position.said)
        for button, action in zip(self.buttons, (rows.earlier, rows.later), strict=True):
            if button and action:
                button.adopt(_with_icon(action, button.action.icon))

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        if self._upright(width):
            words = self._position.needed(width) + 2 * self.kit.theme.gap
            return words + sum(button.needed(width) for button in self.buttons if button)
        share = self._share(width)
        heights = [button.needed(share) for button in self.buttons if button]
        return max(self._position.needed(self._middle(width)), *heights, self.kit.theme.main)

    def set_out(self) -> None:
        """Earlier at the left (or top), later at the right (or bottom)."""
        if self._upright(self.width()):
            self._set_upright()
            return
        share, height = self._share(self.width()), self.height()
        for button, left in zip(self.buttons, (0, self.width() - share), strict=True):
            if button:
                button.above = False
                button.setGeometry(left, 0, share, height)
        room = self._middle(self.width())
        self._position.place(share + self.kit.theme.gap, (height - self._position.needed(room)) // 2, room)

    def paint(self, painter: QPainter) -> None:
        """Where we are."""
        self._position.draw(painter)

    def texts(self) -> list[Lines]:
        """Where we are."""
        return [self._position] if self._position.text else []

    def _upright(self, width: int) -> bool:
        """Narrow: one under the other."""
        theme = self.kit.theme
        return width < theme.body * 16

    def _set_upright(self) -> None:
        gap, width, height = self.kit.theme.gap, self.width(), self.height()
        words = self._position.needed(width)
        own = min((height - words - 2 * gap) // 2, self.kit.theme.main * 2)
        for button, top in zip(self.buttons, (0, height - own), strict=True):
            if button:
                button.above = True
                button.setGeometry(0, top, width, own)
        self._position.place(0, (height - words) // 2, width)

    def _share(self, width: int) -> int:
        return (width - 2 * self.kit.theme.gap) * 36 // 100

    def _middle(self, width: int) -> int:
        return width - 2 * self._share(width) - 2 * self.kit.theme.gap

    def _button(self, action: Action | None, icon: str) -> Button | None:
        if action is None:
            return None
        button = Button(self.kit, _with_icon(action, icon))
        button.setParent(self)
        return button


def _with_icon(action: Action, icon: str) -> Action:
    return action if action.icon else Action(action.key, action.label, icon, enabled=action.enabled, kind=action.kind)


class RowsView(View):
    """Draws rows one under the other."""

    def __init__(self, kit: Kit, block: Rows, index: int) -> None:
        super().__init__(kit, block, index)
        theme = kit.theme
        self._heading = Label(kit, self.key, block.heading, theme.lead, bold=True) if block.heading.shown else None
        self._rows: list[RowButton | RowLine] = [self._row(number, row) for number, row in enumerate(block.rows)]
        self._empty = None if block.rows else Label(kit, self.key, block.empty, theme.body, colour=theme.colours.soft)
        self.pager = Pager(kit, block) if block.earlier or block.later else None
        parts = [self._heading, *self._rows, self._empty, self.pager]
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
        if self._heading:
            self._heading.say(block.heading)
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

    def _row(self, number: int, row: Row) -> RowButton | RowLine:
        return RowButton(self.kit, row) if row.action else RowLine(self.kit, f"row:{self.index}:{number}", row)

    @staticmethod
    def _shape(block: Rows) -> tuple[object, ...]:
        keys = tuple(row.action for row in block.rows)
        return keys, bool(block.heading.shown), block.earlier is None, block.later is None
