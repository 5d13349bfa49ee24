"""A fact: its label and its value; the large amount of a page has its words under it."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from accessibility.screen import Block, Fact
from ui.blocks.card import Card
from ui.blocks.view import View
from ui.controls.drawing import divider
from ui.kit import Kit
from ui.lines import Column, Lines

LARGER = 1.3
"""How much larger than planned an amount becomes where there is room."""


def name_of(fact: Fact) -> str:
    """What a screen reader says of it: label, value, words, note."""
    parts = (fact.label.said, fact.value.said, fact.words.said, fact.note.said)
    return ", ".join(dict.fromkeys(part for part in parts if part))


class FactCard(Card):
    """A focusable display (an amount in a line edit is misread by screen readers, QT.md 3)."""

    def __init__(self, kit: Kit, key: str, fact: Fact) -> None:
        super().__init__(kit, key, name_of(fact), focusable=True)
        self.grows = 2 if fact.large else 1
        self._fit_width = -1
        self._value = kit.lines(fact.value, kit.theme.title, kit.theme.colours.ink, bold=True)
        self.show_fact(fact)

    def show_fact(self, fact: Fact) -> None:
        """Show other words."""
        theme, colours = self.kit.theme, self.kit.theme.colours
        self.fact = fact
        self.setAccessibleName(name_of(fact))
        label_size = theme.lead if fact.large else theme.body
        self._label = self.kit.lines(fact.label, label_size, colours.soft)
        self._words = self.kit.lines(fact.words, label_size, colours.soft)
        self._note = self.kit.lines(fact.note, theme.body, colours.ink if fact.large else colours.soft)
        self._fit_width = -1
        self._set_value(theme.amount if fact.large else theme.title)

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        room = width - 2 * self.pad_at(width)
        self._fit(room)
        return self.column.needed(room) + 2 * round(self.pad_at(width) * 0.7)

    def set_out(self) -> None:
        """Label above, value in the middle, note below, when there is height for it."""
        pad = self.pad_at(self.width())
        room = self.width() - 2 * pad
        self._fit(room)
        spare = self.height() - self.needed(self.width())
        if not self.fact.large or spare < self.kit.theme.gap * 4:
            super().set_out()
            return
        self._enlarge(room, spare)
        top, foot = pad, self.height() - pad - self._note.needed(room)
        top = self._label.place(pad, top, room)
        self._note.place(pad, foot, room)
        middle = Column((self._value, 0), (self._words, self.kit.theme.gap // 2))
        floor = foot - (self.kit.theme.gap * 2 if self._note.text else 0)
        middle.place(pad, top + max(0, (floor - top - middle.needed(room)) // 2), room)

    def paint(self, painter: QPainter) -> None:
        """Card, words, and a line over the note."""
        super().paint(painter)
        if self.fact.large and self._note.text:
            pad, theme = self.pad_at(self.width()), self.kit.theme
            divider(painter, pad, self._note.rect.top() - theme.gap, self.width() - 2 * pad, theme)

    def _fit(self, room: int) -> None:
        """Make the value as large as one line allows, never smaller than a heading."""
        if room == self._fit_width:
            return
        self._fit_width = room
        theme = self.kit.theme
        size, least = (theme.amount, theme.heading) if self.fact.large else (theme.title, theme.lead)
        self._set_value(size)
        if self._value.natural > room:
            self._set_value(max(least, size * room // self._value.natural - 1))

    def _enlarge(self, room: int, spare: int) -> None:
        """Where there is room to spare, the amount takes some of it."""
        size = self._value.font.pixelSize()
        most = min(round(size * LARGER), size * room // max(1, self._value.natural), size + spare // 3)
        if most > size and size >= self.kit.theme.amount:
            self._value = self.kit.lines(self.fact.value, most, self.kit.theme.colours.ink, bold=True)
            self.column = Column((self._label, 0), (self._value, 0), (self._words, 0), (self._note, 0))
            self._fit_width = -1

    def _set_value(self, size: int) -> None:
        gap = self.kit.theme.gap
        self._value = self.kit.lines(self.fact.value, size, self.kit.theme.colours.ink, bold=True)
        self.column = Column(
            (self._label, 0), (self._value, 0), (self._words, gap // 2), (self._note, gap * 2 if self.fact.large else 0)
        )

    def texts(self) -> list[Lines]:
        """Its words."""
        return self.column.lines


class FactView(View):
    """Draws a fact as a card."""

    def __init__(self, kit: Kit, block: Fact, index: int) -> None:
        super().__init__(kit, block, index)
        self.beside = not block.large
        self._card = FactCard(kit, self.key, block)
        self.parts = [self._card]

    def adopt(self, block: Block) -> bool:
        """Another value in the same card."""
        if not isinstance(block, Fact) or block.large == self.beside:
            return False
        if block != self.block:
            self.block = block
            self._card.show_fact(block)
            self._card.refresh()
        return True
