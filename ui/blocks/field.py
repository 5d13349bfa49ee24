"""One line of typed text, such as a search."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QColor, QFocusEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QLineEdit

from accessibility.screen import Block, Field
from ui.blocks.card import Card
from ui.blocks.view import View
from ui.controls.button import Button
from ui.controls.drawing import card
from ui.fonts import font_of
from ui.keys import DOWN, ESCAPE, UP
from ui.kit import Kit
from ui.lines import Column


class Entry(QLineEdit):
    """A plain line of text in the theme's colours."""

    takes_focus = True

    def __init__(self, kit: Kit, key: str) -> None:
        super().__init__()
        self.kit, self.key = kit, key
        theme = kit.theme
        self.setFrame(False)
        self.setFont(font_of(theme, theme.lead))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.colours.card))
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.colours.ink))
        palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(theme.colours.soft))
        palette.setColor(QPalette.ColorRole.Highlight, QColor(theme.colours.brand))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(theme.colours.on_brand))
        self.setPalette(palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Typing; up and down leave the line."""
        self.kit.hands.keyed()
        if event.key() in (UP, DOWN):
            self.kit.hands.moved(self, event.key())
        elif event.key() == ESCAPE:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came here; the box around the line shows it."""
        super().focusInEvent(event)
        self._box_changed()
        if self.kit.hands.steered():
            self.kit.hands.focused(self.key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The box shows it no more."""
        super().focusOutEvent(event)
        self._box_changed()

    def _box_changed(self) -> None:
        box = self.parentWidget()
        if box is not None:
            box.update()


class FieldCard(Card):
    """Name, line, and the button that takes it."""

    def __init__(self, kit: Kit, key: str, field: Field) -> None:
        super().__init__(kit, key, field.label.said, role=QAccessible.Role.Grouping)
        self.edge = kit.theme.colours.hair
        self.entry = Entry(kit, field.key)
        self.entry.setParent(self)
        self.entry.setText(field.value)
        self.entry.returnPressed.connect(self._submit)
        self.button = Button(kit, field.accept) if field.accept else None
        if self.button:
            self.button.setParent(self)
            self.button.chosen = self._submit  # type: ignore[method-assign]
        self.show_field(field)

    def show_field(self, field: Field) -> None:
        """Take on other words; what is typed stays."""
        theme, colours = self.kit.theme, self.kit.theme.colours
        self.field = field
        self.column = Column((self.kit.lines(field.label, theme.body, colours.soft), 0))
        self._error = self.kit.lines(field.error, theme.body, colours.act)
        self.entry.setPlaceholderText(field.hint.shown)
        self.entry.setAccessibleName(field.label.said)
        self.entry.setAccessibleDescription(" ".join(part.said for part in (field.error, field.hint) if part.said))
        if self.button and field.accept:
            self.button.adopt(field.accept)

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        theme = self.kit.theme
        room = width - 2 * theme.tight_pad
        words = self.column.needed(room) + self._error.needed(room)
        return words + self._line_height(width) + theme.gap // 2 + 2 * theme.gap

    def set_out(self) -> None:
        """Name over the line, the button at its right."""
        theme = self.kit.theme
        room = self.width() - 2 * theme.tight_pad
        top = self.column.place(theme.tight_pad, theme.gap, room) + theme.gap // 2
        height = self._line_height(self.width())
        share = self._button_width()
        self._box = (theme.tight_pad, top, room - share, height)
        inset, edge = theme.border + theme.gap, self._edge()
        self.entry.setGeometry(theme.tight_pad + inset, top + edge, room - share - 2 * inset, height - 2 * edge)
        if self.button:
            width = share - theme.gap
            self.button.setGeometry(self.width() - theme.tight_pad - width, top, width, height)
        self._error.place(theme.tight_pad, top + height, room)

    def paint(self, painter: QPainter) -> None:
        """Card, box, words."""
        super().paint(painter)
        theme, colours = self.kit.theme, self.kit.theme.colours
        box = self.rect()
        box.setRect(*self._box)
        focused = self.entry.hasFocus()
        edge, thick = (colours.focus, self._edge()) if focused else (colours.line, theme.border)
        card(painter, box, theme.small_radius, colours.card, edge, thick)
        self._error.draw(painter)

    def _submit(self) -> None:
        key = self.field.accept.key if self.field.accept else self.field.key
        self.kit.hands.acted(key, self.entry.text())

    def _line_height(self, width: int) -> int:
        own = self.button.needed(self._button_width()) if self.button else 0
        line = round(self.kit.theme.lead * self.kit.theme.spacing) + 2 * self._edge()
        return max(self.kit.theme.main, own, line) if width else 0

    def _edge(self) -> int:
        """Pixels of the box that the line leaves free: the ring shows beside the border, all round."""
        return self.kit.theme.border + self.kit.theme.ring

    def _button_width(self) -> int:
        return max(self.button.natural(), self.kit.theme.main) + self.kit.theme.gap if self.button else 0


class FieldView(View):
    """Draws a field as a card."""

    def __init__(self, kit: Kit, block: Field, index: int) -> None:
        super().__init__(kit, block, index)
        self.card = FieldCard(kit, self.key, block)
        self.parts = [self.card]

    def adopt(self, block: Block) -> bool:
        """Other words around the same line."""
        if not isinstance(block, Field) or block.key != self.card.field.key:
            return False
        if (block.accept is None) != (self.card.button is None):
            return False
        if block != self.block:
            self.block = block
            self.card.show_field(block)
            self.card.refresh()
        return True
