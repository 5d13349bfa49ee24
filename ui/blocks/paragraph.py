"""One or two sentences."""

from __future__ import annotations

from PySide6.QtGui import QAccessible

from accessibility.screen import Block, Paragraph
from ui.blocks.view import View
from ui.controls.board import Board
from ui.controls.label import Label
from ui.kit import Kit
from ui.theme.tokens import Theme

HEADING = -9
"""Number of the heading among the blocks, where it is on the page."""


def size_of(theme: Theme, block: Paragraph) -> int:
    """Its type size in pixels."""
    return {"lead": theme.lead, "board": theme.amount}.get(block.size, theme.body)


class ParagraphView(View):
    """A sentence on the paper, in one of four sizes."""

    lead = True

    def __init__(self, kit: Kit, block: Paragraph, index: int) -> None:
        super().__init__(kit, block, index)
        self.gap = kit.theme.paragraph_gap(max(kit.theme.lead, size_of(kit.theme, block)))
        """Pixels over it at least, when another paragraph stands there."""
        self._label = self._made(kit, block)
        self.parts = [self._label]

    def _made(self, kit: Kit, block: Paragraph) -> Label:
        size = size_of(kit.theme, block)
        if block.size == "board":
            return Board(kit, self.key, block.text, size)
        colour = kit.theme.colours.soft if block.size == "quiet" else kit.theme.colours.ink
        return Label(kit, self.key, block.text, size, colour=colour)

    def adopt(self, block: Block) -> bool:
        """Other words in the same size."""
        if not isinstance(block, Paragraph) or not isinstance(self.block, Paragraph) or block.size != self.block.size:
            return False
        self.block = block
        self._label.say(block.text)
        return True


class HeadingView(ParagraphView):
    """The page's heading, where there is no room for it over the page."""

    @property
    def key(self) -> str:
        """As in the head."""
        return "heading"

    def _made(self, kit: Kit, block: Paragraph) -> Label:
        role = QAccessible.Role.Heading
        return Label(kit, self.key, block.text, kit.theme.heading, bold=True, role=role, focusable=True)
