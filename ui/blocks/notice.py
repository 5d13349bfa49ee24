"""News the customer must not miss: a banner with the role that screen readers speak."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter

from accessibility.screen import Block, Notice, Status
from ui.blocks.card import Card
from ui.blocks.finding import SHAPES, light
from ui.blocks.view import View
from ui.controls.button import Button
from ui.kit import Kit
from ui.lines import Column, Lines

LIGHTS: dict[str, Status] = {"info": "info", "good": "good", "warning": "watch", "error": "act"}


def said_notice(notice: Notice) -> str:
    """What a screen reader says of it."""
    return " ".join(part.said for part in (notice.text, notice.next_step) if part.said)


class NoticeCard(Card):
    """A tinted banner: shape, words, what to do next, and a button for it."""

    def __init__(self, kit: Kit, key: str, notice: Notice) -> None:
        super().__init__(kit, key, said_notice(notice), role=QAccessible.Role.Notification)
        self.button = Button(kit, notice.action) if notice.action else None
        if self.button:
            self.button.setParent(self)
        self.show_notice(notice)

    def show_notice(self, notice: Notice) -> None:
        """Show other words."""
        theme, colours = self.kit.theme, self.kit.theme.colours
        self.notice = notice
        ink, self.fill = light(colours, LIGHTS[notice.kind])
        self.edge, self._ink = ink, ink
        self.setAccessibleName(said_notice(notice))
        self.column = Column(
            (self.kit.lines(notice.text, theme.lead, colours.ink, bold=True, ground=self.fill), 0),
            (
                self.kit.lines(notice.next_step, theme.body, colours.ink, ground=self.fill),
                theme.paragraph_gap(theme.lead),
            ),
        )
        if self.button and notice.action:
            self.button.adopt(notice.action)

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        words, beside = self._rooms(width)
        height = max(self.column.needed(words), self._mark())
        if self.button:
            own = self.button.needed(beside or words)
            height = max(height, own) if beside else height + self.kit.theme.gap + own
        return max(self.kit.theme.main, height + 2 * self.kit.theme.gap)

    def set_out(self) -> None:
        """Shape at the left, words, the button at the right or under them."""
        theme = self.kit.theme
        words, beside = self._rooms(self.width())
        left = theme.tight_pad + self._mark() + theme.gap
        if not self.button or beside:
            self.column.place(left, (self.height() - self.column.needed(words)) // 2, words)
        else:
            foot = max(self.column.place(left, theme.gap, words), theme.gap + self._mark())
            self.button.setGeometry(left, foot + theme.gap, words, self.button.needed(words))
        if self.button and beside:
            height = self.button.needed(beside)
            self.button.setGeometry(
                self.width() - beside - theme.tight_pad, (self.height() - height) // 2, beside, height
            )

    def paint(self, painter: QPainter) -> None:
        """Banner, shape, words."""
        super().paint(painter)
        first: Lines = self.column.lines[0]
        top = first.rect.top() + (first.pitch - self._mark()) // 2
        shape = SHAPES[LIGHTS[self.notice.kind]]
        self.kit.icons.draw(painter, shape, "fill", self.kit.theme.tight_pad, top, self._mark(), self._ink)

    def _mark(self) -> int:
        return round(self.kit.theme.lead * 1.3)

    def _rooms(self, width: int) -> tuple[int, int]:
        theme = self.kit.theme
        inner = width - 2 * theme.tight_pad - self._mark() - theme.gap
        if not self.button:
            return inner, 0
        beside = max(self.button.natural(), theme.main * 2)
        words = inner - beside - theme.gap
        return (words, beside) if words >= theme.body * 12 else (inner, 0)


class NoticeView(View):
    """Draws a notice as a banner."""

    lead = True

    def __init__(self, kit: Kit, block: Notice, index: int) -> None:
        super().__init__(kit, block, index)
        self._card = NoticeCard(kit, self.key, block)
        self.parts = [self._card]

    def adopt(self, block: Block) -> bool:
        """Other words in the same banner."""
        if not isinstance(block, Notice) or (block.action is None) != (self._card.button is None):
            return False
        if block != self.block:
            said, self.block = self._card.accessibleName(), block
            self._card.show_notice(block)
            self._card.refresh()
            if said != self._card.accessibleName():  # to a reader other news are a notice that has just appeared
                QAccessible.updateAccessibility(QAccessibleEvent(self._card, QAccessible.Event.ObjectShow))
        return True
