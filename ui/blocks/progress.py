"""Something takes its time; always with words, and still (nothing moves by itself, WC-13)."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QPainter

from accessibility.screen import Block, Progress
from ui.blocks.card import Card
from ui.blocks.view import View
from ui.controls.drawing import card
from ui.kit import Kit
from ui.lines import Column


class ProgressCard(Card):
    """Words with an hourglass, and a bar once the share is known."""

    def __init__(self, kit: Kit, key: str, progress: Progress) -> None:
        super().__init__(kit, key, progress.text.said, role=QAccessible.Role.ProgressBar)
        self.show_progress(progress)

    def show_progress(self, progress: Progress) -> None:
        """Show other words or another share."""
        theme = self.kit.theme
        self.progress = progress
        self.setAccessibleName(progress.text.said)
        self.column = Column((self.kit.lines(progress.text, theme.lead, theme.colours.ink), 0))

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        pad = self.pad_at(width)
        bar = 0 if self.progress.share is None else 2 * self.kit.theme.gap
        return max(self.kit.theme.main, self.column.needed(self._room(width)) + bar + 2 * round(pad * 0.7))

    def set_out(self) -> None:
        """Words beside the hourglass, the bar under them."""
        pad = self.pad_at(self.width())
        bar = 0 if self.progress.share is None else 2 * self.kit.theme.gap
        room = self._room(self.width())
        top = (self.height() - bar - self.column.needed(room)) // 2
        self.column.place(self.width() - pad - room, top, room)

    def paint(self, painter: QPainter) -> None:
        """Card, hourglass, words, bar."""
        super().paint(painter)
        theme, colours, pad = self.kit.theme, self.kit.theme.colours, self.pad_at(self.width())
        words = self.column.lines[0].rect if self.column.lines else self.rect()
        top = words.top() + (words.height() - self._mark()) // 2
        self.kit.icons.draw(painter, "hourglass", "fill", pad, top, self._mark(), colours.brand)
        if self.progress.share is not None:
            bar = QRect(pad, words.bottom() + theme.gap, self.width() - 2 * pad, theme.gap)
            card(painter, bar, theme.gap / 2, colours.tint, colours.line, theme.hair)
            bar.setWidth(max(theme.gap, round(bar.width() * min(1.0, max(0.0, self.progress.share)))))
            card(painter, bar, theme.gap / 2, colours.brand)

    def _mark(self) -> int:
        return round(self.kit.theme.lead * 1.3)

    def _room(self, width: int) -> int:
        return width - 2 * self.pad_at(width) - self._mark() - self.kit.theme.gap


class ProgressView(View):
    """Draws progress as a card."""

    lead = True

    def __init__(self, kit: Kit, block: Progress, index: int) -> None:
        super().__init__(kit, block, index)
        self._card = ProgressCard(kit, self.key, block)
        self.parts = [self._card]

    def adopt(self, block: Block) -> bool:
        """Other words or another share."""
        if not isinstance(block, Progress):
            return False
        if block != self.block:
            self.block = block
            self._card.show_progress(block)
            self._card.refresh()
        return True
