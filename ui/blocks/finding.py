"""One result of the check-up: a light with its word and shape, a sentence, and a next step."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from accessibility.screen import Block, Finding, Status
from ui.blocks.card import Card
from ui.blocks.view import View
from ui.controls.button import Button
from ui.controls.drawing import card
from ui.kit import Kit
from ui.lines import Column, Lines
from ui.theme.colours import Colours

SHAPES: dict[Status, str] = {
    "good": "check-circle", "watch": "warning", "act": "hand-palm", "unknown": "question-square", "info": "info",
}  # fmt: skip
"""Each light has its own shape (CN-06, RS-14)."""

LEAST_EM = 12
"""Words beside reasons or a button are at least so many characters wide."""


def light(colours: Colours, status: Status) -> tuple[str, str]:
    """Colour of a light and of what is behind its word."""
    name = "unknown" if status == "info" else status
    return getattr(colours, name), getattr(colours, name + "_tint")


def said_finding(finding: Finding) -> str:
    """What a screen reader says of it."""
    parts = (finding.word, finding.title, finding.sentence, finding.next_step, *finding.reasons)
    return ", ".join(part.said for part in parts if part.said)


class FindingCard(Card):
    """A card that leads with its light."""

    def __init__(self, kit: Kit, key: str, finding: Finding) -> None:
        super().__init__(kit, key, said_finding(finding), focusable=True)
        self.button = Button(kit, finding.action) if finding.action else None
        if self.button:
            self.button.setParent(self)
        self.grows = 1
        self.alone = False
        """The only finding of its page."""
        self.show_finding(finding)

    def show_finding(self, finding: Finding) -> None:
        """Show other words."""
        theme, colours, gap = self.kit.theme, self.kit.theme.colours, self.kit.theme.gap
        self.finding = finding
        self._ink, self._tint = light(colours, finding.status)
        self.setAccessibleName(said_finding(finding))
        self._word = self.kit.lines(finding.word, theme.lead, self._ink, bold=True, ground=self._tint)
        self._reasons = Column(
            *((self.kit.lines(each, theme.body, colours.soft), gap // 3) for each in finding.reasons)
        )
        self._columns: dict[bool, Column] = {}
        self._set_words(large=False)
        if self.button and finding.action:
            self.button.adopt(finding.action)

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        self._set_words(large=False)
        return self._height(width)

    def set_out(self) -> None:
        """Light, words, reasons and the button under or beside them."""
        theme, pad = self.kit.theme, self.pad_at(self.width())
        height = self._choose_words()
        words, beside = self._rooms(self.width())
        top = (self.height() - height) // 2 + round(pad * 0.7)
        left = pad + theme.tight_pad // 2 + self._shape() + theme.gap // 2
        room = self.width() - pad - theme.tight_pad - left
        self._word.place(left, top + self._inset(), min(room, self._word.natural))
        top += self._pill() + theme.gap
        foot = self.column.place(pad, top, words)
        if beside and self.finding.reasons:
            self._reasons.place(self.width() - pad - beside, top, beside)
        elif self.finding.reasons:
            foot = self._reasons.place(pad, foot + theme.gap // 2, words)
        if self.button and beside and not self.finding.reasons:
            own = self.button.needed(beside)
            self.button.setGeometry(self.width() - pad - beside, (self.height() - own) // 2, beside, own)
        elif self.button:
            foot = max(foot, self._reasons.lines[-1].rect.bottom() + 1) if self.finding.reasons else foot
            self.button.setGeometry(pad, foot + theme.gap, self.width() - 2 * pad, self.button.needed(words))

    def paint(self, painter: QPainter) -> None:
        """Card, light, words."""
        super().paint(painter)
        theme, pad = self.kit.theme, self.pad_at(self.width())
        pill = self._word.rect.adjusted(0, -self._inset(), 0, self._inset())
        pill.setLeft(pad)
        pill.setRight(self._word.rect.left() + self._word.natural + theme.tight_pad)
        card(painter, pill, pill.height() / 2, self._tint, self._ink, max(2, theme.hair))
        top = pill.top() + (pill.height() - self._shape()) // 2
        shape = SHAPES[self.finding.status]
        self.kit.icons.draw(painter, shape, "fill", pad + theme.tight_pad // 2, top, self._shape(), self._ink)
        self._word.draw(painter)
        self._reasons.draw(painter)

    def texts(self) -> list[Lines]:
        """Its words."""
        return [self._word, *self.column.lines, *self._reasons.lines]

    def _set_words(self, *, large: bool) -> None:
        if large not in self._columns:
            self._columns[large] = self._made(large=large)
        self.column = self._columns[large]

    def _made(self, *, large: bool) -> Column:
        theme, colours = self.kit.theme, self.kit.theme.colours
        title, body = (theme.title, theme.lead) if large else (theme.lead, theme.body)
        finding = self.finding
        return Column(
            (self.kit.lines(finding.title, title, colours.ink, bold=True), 0),
            (self.kit.lines(finding.sentence, body, colours.ink), theme.gap // 2),
            (
                self.kit.lines(finding.next_step, body, colours.brand, bold=True),
                max(theme.gap // (1 if large else 2), theme.paragraph_gap(body)),
            ),
        )

    def _choose_words(self) -> int:
        """Where it stands alone the words are as large as there is room for; returns the height needed."""
        if self.alone:
            self._set_words(large=True)
            if self._height(self.width()) <= self.height():
                return self._height(self.width())
        return self.needed(self.width())

    def _height(self, width: int) -> int:
        theme = self.kit.theme
        words, beside = self._rooms(width)
        height, reasons = self.column.needed(words), self._reasons.needed(beside or words)
        if reasons:
            height = max(height, reasons) if beside else height + theme.gap // 2 + reasons
        height += self._pill() + theme.gap
        if self.button and (reasons or not beside):
            height += theme.gap + self.button.needed(words)
        return height + 2 * round(self.pad_at(width) * 0.7)

    def _shape(self) -> int:
        return round(self.kit.theme.lead * 1.2)

    def _inset(self) -> int:
        return self.kit.theme.gap // 3

    def _pill(self) -> int:
        return self._word.pitch + 2 * self._inset()

    def _rooms(self, width: int) -> tuple[int, int]:
        """Width for the words, and for reasons or a button beside them (0: they stand under them)."""
        theme = self.kit.theme
        inner = width - 2 * self.pad_at(width)
        if self.finding.reasons:
            beside = max(lines.natural for lines in self._reasons.lines)
        elif self.button and not self.alone:
            beside = max(self.button.natural(), theme.main * 3)
        else:
            return inner, 0
        words = inner - beside - theme.gap * 2
        return (words, beside) if words >= theme.body * LEAST_EM else (inner, 0)


class FindingView(View):
    """Draws a finding as a card."""

    beside = True

    def __init__(self, kit: Kit, block: Finding, index: int) -> None:
        super().__init__(kit, block, index)
        self._card = FindingCard(kit, self.key, block)
        self.parts = [self._card]

    def stand(self, *, alone: bool) -> None:
        """Alone its words are larger."""
        self._card.alone = alone

    def adopt(self, block: Block) -> bool:
        """Other words in the same card."""
        if not isinstance(block, Finding) or (block.action is None) != (self._card.button is None):
            return False
        if block != self.block:
            self.block = block
            self._card.show_finding(block)
            self._card.refresh()
        return True
