"""A block on the page: the pieces it is drawn with, and how it takes on a new value."""

from __future__ import annotations

from accessibility.screen import Block
from ui.controls.piece import Piece
from ui.controls.pressable import Pressable
from ui.kit import Kit

Part = Piece | Pressable


class View:
    """Base of the block renderers: builds pieces for one block."""

    lead = False
    """Words that belong over what follows, across the whole page."""
    beside = False
    """May stand beside another where the page has several columns."""

    def __init__(self, kit: Kit, block: Block, index: int) -> None:
        self.kit = kit
        self.block = block
        self.index = index
        self.parts: list[Part] = []
        """Its pieces in reading order."""

    @property
    def key(self) -> str:
        """Key of the block itself: what `focused` reports for a display that has no action."""
        return f"block:{self.index}"

    def stand(self, *, alone: bool) -> None:
        """Be told whether it stands alone in its place or as one of several."""

    def adopt(self, block: Block) -> bool:
        """Show another value of the same block with the pieces there are. False when other pieces are needed."""
        return block == self.block
