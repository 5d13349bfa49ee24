"""One or two sentences."""

from __future__ import annotations

from accessibility.screen import Block, Paragraph
from ui.blocks.view import View
from ui.controls.label import Label
from ui.kit import Kit


class ParagraphView(View):
    """A sentence on the paper, in one of three sizes."""

    lead = True

    def __init__(self, kit: Kit, block: Paragraph, index: int) -> None:
        super().__init__(kit, block, index)
        size = kit.theme.lead if block.size == "lead" else kit.theme.body
        colour = kit.theme.colours.soft if block.size == "quiet" else kit.theme.colours.ink
        self._label = Label(kit, self.key, block.text, size, colour=colour)
        self.parts = [self._label]

    def adopt(self, block: Block) -> bool:
        """Other words in the same size."""
        if not isinstance(block, Paragraph) or not isinstance(self.block, Paragraph) or block.size != self.block.size:
            return False
        self.block = block
        self._label.say(block.text)
        return True
