"""Large tiles to choose from."""

from __future__ import annotations

from PySide6.QtGui import QAccessible

from accessibility.screen import Block, Choices
from ui.blocks.tile import TileButton
from ui.blocks.view import View
from ui.controls.label import Label
from ui.kit import Kit


class ChoicesView(View):
    """Draws choices as a grid of tiles; the page decides how many stand side by side."""

    def __init__(self, kit: Kit, block: Choices, index: int) -> None:
        super().__init__(kit, block, index)
        self.columns = block.columns
        self.heading: Label | None = None
        if block.heading.shown:
            self.heading = Label(kit, self.key, block.heading, kit.theme.lead, bold=True)
        self.tiles = [TileButton(kit, tile) for tile in block.tiles]
        self._tell_kind()
        self.parts = [*([self.heading] if self.heading else []), *self.tiles]

    @property
    def lone(self) -> bool:
        """Whether there is only one thing to choose."""
        return len(self.tiles) == 1

    @property
    def filled(self) -> bool:
        """Whether the most likely next step is among them."""
        return any(button.tile.filled for button in self.tiles)

    def adopt(self, block: Block) -> bool:
        """Other words and states on the same tiles."""
        if not isinstance(block, Choices) or not self._same_shape(block):
            return False
        self.block = block
        if self.heading:
            self.heading.say(block.heading)
        for button, tile in zip(self.tiles, block.tiles, strict=True):
            if tile != button.tile:
                button.show_tile(tile)
                button.refresh()
        self._tell_kind()
        return True

    def _tell_kind(self) -> None:
        """A screen reader is told which keep a state: one of several is in force, one alone is on or off."""
        role, several = QAccessible.Role, sum(button.tile.selected is not None for button in self.tiles) > 1
        for button in self.tiles:
            stateful = role.RadioButton if several else role.CheckBox
            button.anxin_role = role.Button if button.tile.selected is None else stateful

    def _same_shape(self, block: Choices) -> bool:
        same_tiles = [tile.key for tile in block.tiles] == [button.key for button in self.tiles]
        return same_tiles and block.columns == self.columns and bool(block.heading.shown) == bool(self.heading)
