"""Large tiles to choose from."""

from __future__ import annotations

from typing import Literal

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
ROOMY_EM = 11
"""In a tile wider than so many of its title's characters the title grows,"""
TITLE_GROWS = 1.3
"""up to so many times;"""
ICON_EM = 9
"""and in one that is larger than this both ways, the icon,"""
ICON_GROWS = 1.6
"""up to so many times."""
LOUD = 1.3
"""How much larger than planned is the title of a tile that is nearly all there is on the page,"""
LOUDEST = 2.2
"""and how much at most, where the tile is high:"""
LOUD_SHARE = 0.24
"""of its height."""
FLAT_ICON = 1.4
"""An icon beside words, by the size of the title."""

Voice = Literal["plain", "modest", "loud"]
"""How much a tile asks for attention: modest beside something larger, loud where it is what the page is for."""


def _said(tile: Tile) -> str:
    return ", ".join(part for part in (tile.title.said, tile.hint.said) if part)


class TileButton(Pressable):
    """One choice: icon over words where the tile is tall, icon beside words where it is flat."""

    def __init__(self, kit: Kit, tile: Tile) -> None:
        super().__init__(kit, tile.key, _said(tile))
        self.grows = 3
        self.tall = False
        """Icon over words; all tiles of a row alike."""
        self.voice: Voice = "plain"
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
            tile.hint,
            theme.lead if self.voice == "loud" else theme.body,
            colours.on_brand if tile.filled else colours.soft,
            ground=ground,
        )
        self._usual = Column((self._title, 0), (self._hint, theme.gap // 2))
        self.column = self._usual
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
            self._fit_title(room, self._roomy_title())
            self._corner, self._drawn = (pad, pad), icon
            foot = self.height() - self.column.needed(room) - round(pad * 0.8)
            self.column.place(pad, foot, room)
            return
        icon = round(self._roomy_title() * FLAT_ICON) if icon else 0
        left = pad + (icon + self.kit.theme.gap * 2 if icon else 0)
        room = self.width() - left - pad - self._check_room()
        self._fit_title(room, self._roomy_title())
        height = self.column.needed(room)
        aside = max(0, room - max(lines.widest for lines in self.column.lines)) // 2 if self.voice == "loud" else 0
        self._corner, self._drawn = (pad + aside, (self.height() - icon) // 2), icon
        self.column.place(left + aside, (self.height() - height) // 2, room - aside)

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
            self.kit.icons.draw(painter, self.tile.icon, "fill", *self._corner, self._drawn, ink)
        if self.tile.selected:
            mark, pad = self._check(), self._pad(self.width())
            top = pad if self.tall else (self.height() - mark) // 2
            ink = colours.on_brand if self.tile.filled else colours.brand
            self.kit.icons.draw(painter, "check-circle", "fill", self.width() - pad - mark, top, mark, ink)

    def texts(self) -> list[Lines]:
        """Title and hint."""
        return self.column.lines

    def suits_tall(self, width: int, height: int) -> bool:
        """Whether a place of this size suits icon over words."""
        return height >= self._needed_tall(width) and width < height * 1.9

    def take(self, voice: Voice) -> None:
        """Ask for more or less attention."""
        if voice != self.voice:
            self.voice = voice
            self.show_tile(self.tile)

    def _title_size(self) -> int:
        theme = self.kit.theme
        sizes = {"plain": theme.title, "modest": (2 * theme.lead + theme.title) // 3, "loud": round(theme.title * LOUD)}
        return sizes[self.voice]

    def _needed_tall(self, width: int) -> int:
        icon = self.kit.theme.icon + self.kit.theme.gap if self.tile.icon else 0
        return icon + self._usual.needed(width - 2 * self._pad(width)) + round(self._pad(width) * 1.8)

    def _needed_flat(self, width: int) -> int:
        room = width - 2 * self._pad(width) - self._beside() - self._check_room()
        if room < max(self.kit.theme.title * 2, self._longest()):
            return 1 << 20
        pad = round(self._pad(width) * (0.6 if self.voice == "modest" else 1))
        return max(self.kit.theme.main, self._usual.needed(room) + pad, self._flat_icon() + pad)

    def _roomy_title(self) -> int:
        """The title grows in a roomy tile."""
        usual, title = self._title_size(), self.kit.theme.title
        if self.voice == "loud":
            return max(usual, min(round(title * LOUDEST), round(self.height() * LOUD_SHARE)))
        return round(usual * min(TITLE_GROWS, max(1.0, self.width() / (usual * ROOMY_EM)))) if self.tall else usual

    def _fit_title(self, room: int, size: int) -> None:
        """No word is torn: a title whose longest word is wider than the tile is set smaller."""
        usual, longest = self._title_size(), self._longest()
        if longest * size > room * usual:
            size = max(self.kit.theme.floor, usual * room // longest)
        self.column = self._usual
        if size != usual:
            lines = self.kit.lines(self.tile.title, size, self._title.colour, bold=True, ground=self._title.ground)
            self.column = Column((lines, 0), (self._hint, self.kit.theme.gap // 2))

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
        if not self.tile.icon or not self.tall:
            return self._flat_icon()
        theme = self.kit.theme
        roomy = min(self.width(), self.height()) / (theme.title * ICON_EM)
        return round(theme.icon * min(ICON_GROWS, max(1.0, roomy)))

    def _flat_icon(self) -> int:
        return round(self._title_size() * FLAT_ICON) if self.tile.icon else 0

    def _beside(self) -> int:
        return self._flat_icon() + self.kit.theme.gap * 2 if self.tile.icon else 0

    def _check(self) -> int:
        return round(self._title_size() * 0.9)

    def _check_room(self) -> int:
        return self._check() + self.kit.theme.gap if self.tile.selected is not None else 0


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

    @property
    def lone(self) -> bool:
        """Whether there is only one thing to choose."""
        return len(self.tiles) == 1

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
