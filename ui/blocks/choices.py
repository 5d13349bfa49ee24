"""Large tiles to choose from."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from accessibility.screen import Block, Choices, Tile
from ui.blocks.view import View
from ui.controls.drawing import surface
from ui.controls.label import Label
from ui.controls.pressable import Pressable
from ui.kit import Kit
from ui.lines import Column, Lines

TITLE_EM = 5
"""A tile is at least so many of its title's characters wide."""


def _said(tile: Tile) -> str:
    return ", ".join(part for part in (tile.title.said, tile.hint.said) if part)


class TileButton(Pressable):
    """One choice: icon over words where the tile is tall, icon beside words where it is flat."""

    def __init__(self, kit: Kit, tile: Tile) -> None:
        super().__init__(kit, tile.key, _said(tile))
        self.grows = 3
        self.tall = False
        """Icon over words; all tiles of a row alike."""
        self.modest = False
        """Beside something larger, where its title is smaller."""
        self.show_tile(tile)

    def show_tile(self, tile: Tile) -> None:
        """Show the choice as it is now."""
        theme, colours = self.kit.theme, self.kit.theme.colours
        self.tile, self.key = tile, tile.key
        ground = self._fill()
        self._title = self.kit.lines(
            tile.title, self._title_size(), colours.on_brand if tile.filled else colours.ink, bold=True, ground=ground
        )
        self._hint = self.kit.lines(
            tile.hint, theme.body, colours.on_brand if tile.filled else colours.soft, ground=ground
        )
        self.column = Column((self._title, 0), (self._hint, theme.gap // 2))
        self.setAccessibleName(_said(tile))
        self.setCheckable(tile.selected is not None)
        self.setChecked(bool(tile.selected))

    def least_width(self) -> int:
        """Below this width its words would look torn."""
        return max(min(self._title.natural, self._title_size() * TITLE_EM), self._longest()) + 2 * self._pad(0)

    def needed(self, width: int) -> int:
        """Height in pixels at `width`: the smaller of its two shapes."""
        return min(self._needed_flat(width), self._needed_tall(width))

    def set_out(self) -> None:
        """Tall or flat, whichever the place suits."""
        pad, icon = self._pad(self.width()), self._icon_size()
        if self.tall:
            room = self.width() - 2 * pad
            self._corner = (pad, pad)
            self._fit_title(room)
            foot = self.height() - self.column.needed(room) - round(pad * 0.8)
            self.column.place(pad, foot, room)
            return
        left = pad + self._beside()
        room = self.width() - left - pad - self._check_room()
        self._fit_title(room)
        self._corner = (pad, (self.height() - icon) // 2)
        self.column.place(left, (self.height() - self.column.needed(room)) // 2, room)

    def paint(self, painter: QPainter) -> None:
        """Surface, icon, words, and a check mark when it is the one in force."""
        theme, colours = self.kit.theme, self.kit.theme.colours
        chosen = bool(self.tile.selected) or self.isDown()
        edge = colours.brand if self.tile.filled or self.tile.selected else colours.line
        if self.isDown():
            edge = colours.ink
        surface(painter, self, self.kit, theme.radius, self._fill(), edge, theme.border * (2 if chosen else 1))
        self.column.draw(painter)
        if self.tile.icon:
            ink = colours.on_brand if self.tile.filled else colours.brand
            self.kit.icons.draw(painter, self.tile.icon, "fill", *self._corner, self._icon_size(), ink)
        if self.tile.selected:
            mark, pad = theme.mark, self._pad(self.width())
            top = pad if self.tall else (self.height() - mark) // 2
            ink = colours.on_brand if self.tile.filled else colours.brand
            self.kit.icons.draw(painter, "check-circle", "fill", self.width() - pad - mark, top, mark, ink)

    def texts(self) -> list[Lines]:
        """Title and hint."""
        return self.column.lines

    def suits_tall(self, width: int, height: int) -> bool:
        """Whether a place of this size suits icon over words."""
        return height >= self._needed_tall(width) and width < height * 1.9

    def be_modest(self, *, modest: bool) -> None:
        """Take the smaller title, or the usual one."""
        if modest != self.modest:
            self.modest = modest
            self.show_tile(self.tile)

    def _title_size(self) -> int:
        theme = self.kit.theme
        return (theme.lead + theme.title) // 2 if self.modest else theme.title

    def _needed_tall(self, width: int) -> int:
        icon = self._icon_size() + self.kit.theme.gap if self.tile.icon else 0
        return icon + self.column.needed(width - 2 * self._pad(width)) + round(self._pad(width) * 1.8)

    def _needed_flat(self, width: int) -> int:
        room = width - 2 * self._pad(width) - self._beside() - self._check_room()
        if room < max(self.kit.theme.title * 2, self._longest()):
            return 1 << 20
        words = self.column.needed(room)
        return max(self.kit.theme.main, words + self._pad(width), self._icon_size() + self._pad(width))

    def _fit_title(self, room: int) -> None:
        """No word is torn: a title whose longest word is wider than the tile is set smaller."""
        longest = self._longest()
        if longest > room:
            size = max(self.kit.theme.floor, self._title_size() * room // longest)
            lines = self.kit.lines(self.tile.title, size, self._title.colour, bold=True, ground=self._title.ground)
            self._title = lines
            self.column = Column((self._title, 0), (self._hint, self.kit.theme.gap // 2))

    def _longest(self) -> int:
        """Width of the longest word that must not be torn."""
        words = (word for word in self.tile.title.shown.split() if word.isascii())
        return max((self.kit.lines(word, self._title_size(), "", bold=True).natural for word in words), default=0)

    def _fill(self) -> str:
        colours = self.kit.theme.colours
        if self.tile.filled:
            return colours.brand
        return colours.tint if self.tile.selected else colours.card

    def _pad(self, width: int) -> int:
        theme = self.kit.theme
        return theme.pad if width >= theme.column * 0.6 else round((theme.pad + theme.tight_pad) / 2)

    def _icon_size(self) -> int:
        theme = self.kit.theme
        return min(theme.icon, round(theme.title * 1.7)) if self.tile.icon else 0

    def _beside(self) -> int:
        return self._icon_size() + self.kit.theme.gap * 2 if self.tile.icon else 0

    def _check_room(self) -> int:
        return self.kit.theme.mark + self.kit.theme.gap if self.tile.selected is not None else 0


class ChoicesView(View):
    """Draws choices as a grid of tiles; the page decides how many stand side by side."""

    def __init__(self, kit: Kit, block: Choices, index: int) -> None:
        super().__init__(kit, block, index)
        self.columns = block.columns
        self.heading: Label | None = None
        if block.heading.shown:
            self.heading = Label(kit, self.key, block.heading, kit.theme.lead, bold=True)
        self.tiles = [TileButton(kit, tile) for tile in block.tiles]
        self.parts = [*([self.heading] if self.heading else []), *self.tiles]

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
        return True

    def _same_shape(self, block: Choices) -> bool:
        same_tiles = [tile.key for tile in block.tiles] == [button.key for button in self.tiles]
        return same_tiles and block.columns == self.columns and bool(block.heading.shown) == bool(self.heading)
