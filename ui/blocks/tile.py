"""A tile: one large choice, with its icon and its words."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QPainter

from accessibility.screen import Tile
from ui.controls.drawing import card, surface
from ui.controls.pressable import Pressable
from ui.kit import Kit
from ui.lines import Column, Lines

TITLE_EM = 5
"""A tile is at least so many of its title's characters wide."""
ROOMY_EM = 11
"""In a tile wider than so many of its title's characters the title grows,"""
TITLE_GROWS = 1.5
"""up to so many times;"""
ICON_EM = 7
"""and in one that is larger than this both ways, the icon,"""
ICON_GROWS = 1.8
"""up to so many times."""
LOUD = 1.3
"""How much larger than planned is the title of a tile that is nearly all there is on the page,"""
LOUDEST = 2.2
"""and how much at most, where the tile is high:"""
LOUD_SHARE = 0.24
"""of its height."""
SHORT = 4
"""So many characters of a title, such as a language's name, stand in one line, never one under the other."""
DISC = 0.22
"""Room around the icon on its disc, by the size of the icon."""
NO_ROOM = 1 << 20
"""Pixels of height that no page has: the words would be torn."""
FLAT_ICON = 1.4
"""An icon beside words, by the size of the title;"""
FLAT_SHARE = 0.38
"""in a tile higher than HIGH_EM titles up to such a share of its height."""
HIGH_EM = 6

Voice = Literal["plain", "modest", "loud"]
"""How much a tile asks for attention: modest beside something larger, loud where it is what the page is for."""


def _said(tile: Tile) -> str:
    return ", ".join(part for part in (tile.title.said, tile.hint.said) if part)


class TileButton(Pressable):
    """One choice: icon over words where the tile is tall, icon beside words where it is flat."""

    def __init__(self, kit: Kit, tile: Tile) -> None:
        super().__init__(kit, tile.key, _said(tile))
        self.anxin_role = QAccessible.Role.Button
        self.grows = 3
        self.tall = False
        """Icon over words; all tiles of a row alike."""
        self.voice: Voice = "plain"
        self._bare = False
        """In a crowded window the icon gives way where its words would else be torn."""
        self._aloft = 0
        """Pixels over the words for the check mark, where they need the whole width; 0 where it stands beside them."""
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
            theme.lead if self.voice == "loud" and not theme.crowded else theme.body,
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
        if not self.kit.theme.crowded:
            return min(self._needed_flat(width), self._needed_tall(width))
        self._bare = False
        self._bare = bool(self.tile.icon) and self._needed_flat(width) > self.kit.theme.page
        bare = self._needed_flat(width) if self._bare else NO_ROOM
        if bare < NO_ROOM:
            return bare  # without its icon it is always flat
        return min(self._needed_flat(width), self._needed_tall(width))

    def set_out(self) -> None:
        """Tall or flat, whichever the place suits."""
        pad, icon = self._pad(self.width()), self._icon_size()
        self._aloft = 0
        if self.tall:
            room = self.width() - 2 * pad
            disc = self._reach(icon)
            head = icon + 2 * disc + self.kit.theme.gap if icon else self._check_room()
            foot = self.height() - round(pad * 0.8)
            self._fit_title(room, self._roomy_title())
            height = self._shrink_to(room, foot - pad - head)
            self._corner, self._drawn = (pad + disc, pad + disc), icon
            self.column.place(pad, foot - height, room)
            return
        icon = self._roomy_icon() if icon else 0
        left, room, height = self._fit_beside(icon)
        if icon and (height > self.height() or self._small()):
            icon = 0  # the words come first
            left, room, _ = self._fit_beside(icon)
        height = self._shrink_to(room, self.height())
        if self._check_room() and self._small():
            left, room, height = self._fit_beside(icon, 0)
            self._aloft = (self.height() - height) // 2
        aside = max(0, room - max(lines.widest for lines in self.column.lines)) // 2 if self.voice == "loud" else 0
        self._corner, self._drawn = (pad + self._reach(icon) + aside, (self.height() - icon) // 2), icon
        self.column.place(left + aside, (self.height() - height) // 2, room - aside)

    def paint(self, painter: QPainter) -> None:
        """Surface, icon, words, and a check mark when it is the one in force."""
        theme, colours = self.kit.theme, self.kit.theme.colours
        chosen = bool(self.tile.selected) or self.isDown()
        edge = colours.brand if self.tile.filled or self.tile.selected else colours.line
        if self.isDown():
            edge = colours.ink
        surface(painter, self, self.kit, self._radius(), self._fill(), edge, theme.border * (2 if chosen else 1))
        self._draw_shape(painter)
        self.column.draw(painter)
        if self._drawn:
            self.kit.icons.draw(painter, self.tile.icon, "fill", *self._corner, self._drawn, self._ink())
        if self.tile.selected:
            mark, pad = self._check(), self._pad(self.width())
            top = pad if self.tall else (self.height() - mark) // 2
            if self._aloft:
                top = theme.ring + theme.ring_gap
                mark = min(mark, self._aloft - top)
            ink = colours.on_brand if self.tile.filled else colours.brand
            self.kit.icons.draw(painter, "check-circle", "fill", self.width() - pad - mark, top, mark, ink)

    def texts(self) -> list[Lines]:
        """Title and hint."""
        return self.column.lines

    def suits_tall(self, width: int, height: int) -> bool:
        """Whether a place of this size suits icon over words."""
        if self._bare or height < self._needed_tall(width):
            return False
        return width < height * 1.9 or self._needed_flat(width) > height

    def take(self, voice: Voice) -> None:
        """Ask for more or less attention."""
        if voice != self.voice:
            self.voice = voice
            self.show_tile(self.tile)

    def _radius(self) -> int:
        theme = self.kit.theme
        shapes = {"card": theme.radius, "bubble": round(theme.radius * 1.7), "ledger": theme.small_radius // 2}
        return min(shapes[theme.tiles], self.height() // 2)

    def _draw_shape(self, painter: QPainter) -> None:
        """What the mode's tiles have of their own: a disc behind the icon, or a stripe at the left."""
        theme, colours = self.kit.theme, self.kit.theme.colours
        if theme.tiles == "bubble" and self._drawn:
            free = theme.ring + theme.ring_gap  # the edge of the tile, and the ring of the focus
            reach = max(0, min(self._reach(self._drawn), self._corner[0] - free, self._corner[1] - free))
            left, top = self._corner[0] - reach, self._corner[1] - reach
            disc = QRect(left, top, self._drawn + 2 * reach, self._drawn + 2 * reach)
            card(painter, disc, disc.width() / 2, colours.on_brand if self.tile.filled else colours.tint)
        elif theme.tiles == "ledger" and not self.tile.filled:
            inset = theme.ring + theme.ring_gap
            stripe = QRect(inset, inset, max(theme.border * 2, theme.gap // 2), self.height() - 2 * inset)
            card(painter, stripe, stripe.width() / 2, colours.brand)

    def _ink(self) -> str:
        """Of the icon."""
        colours = self.kit.theme.colours
        on_disc = self.kit.theme.tiles == "bubble"
        return colours.on_brand if self.tile.filled and not on_disc else colours.brand

    def _title_size(self) -> int:
        theme = self.kit.theme
        sizes = {
            "plain": theme.title,
            "modest": (2 * theme.lead + theme.title) // 3,
            "loud": theme.title if theme.crowded else round(theme.title * LOUD),
        }
        return sizes[self.voice]

    def _needed_tall(self, width: int) -> int:
        disc = 1 + 2 * DISC if self.kit.theme.tiles == "bubble" else 1
        icon = round(self.kit.theme.icon * disc) + self.kit.theme.gap if self.tile.icon else self._check_room()
        return icon + self._usual.needed(width - 2 * self._pad(width)) + round(self._pad(width) * 1.8)

    def _needed_flat(self, width: int) -> int:
        room = width - 2 * self._pad(width) - self._beside() - self._check_room()
        if room < max(self.kit.theme.title * 2, self._longest()):
            return NO_ROOM
        pad = round(self._pad(width) * (0.6 if self.voice == "modest" else 1))
        return max(self.kit.theme.main, self._usual.needed(room) + pad, self._flat_icon() + pad)

    def _roomy_title(self) -> int:
        """The title grows in a roomy tile."""
        usual, title = self._title_size(), self.kit.theme.title
        if self.voice == "loud":
            return max(usual, min(round(title * LOUDEST), round(self.height() * LOUD_SHARE)))
        roomy = self.tall or self.height() > usual * HIGH_EM
        return round(usual * min(TITLE_GROWS, max(1.0, self.width() / (usual * ROOMY_EM)))) if roomy else usual

    def _roomy_icon(self) -> int:
        """Beside words: larger in a tile that is wide and high."""
        usual = round(self._roomy_title() * FLAT_ICON)
        if self.voice == "loud" or self.height() <= self._title_size() * HIGH_EM:
            return usual
        return max(usual, min(round(self.kit.theme.icon * ICON_GROWS), round(self.height() * FLAT_SHARE)))

    def _fit_title(self, room: int, size: int) -> None:
        """No word is torn: a title whose longest word is wider than the tile is set smaller."""
        usual, longest = self._title_size(), self._longest()
        if longest * size > room * usual:
            size = max(self.kit.theme.floor, usual * room // longest)
        self.column = self._usual
        if size != usual:
            lines = self.kit.lines(self.tile.title, size, self._title.colour, bold=True, ground=self._title.ground)
            self.column = Column((lines, 0), (self._hint, self.kit.theme.gap // 2))

    def _shrink_to(self, room: int, height: int) -> int:
        """A title that grew gives back what its tile has not got; returns the height the words need."""
        size = self.column.lines[0].font.pixelSize()
        while self.column.needed(room) > height and size > self._title_size():
            size = max(self._title_size(), size * 9 // 10)
            self._fit_title(room, size)
        return self.column.needed(room)

    def _small(self) -> bool:
        """Whether the title had to become smaller than sentences."""
        return self.column.lines[0].font.pixelSize() < self.kit.theme.body

    def _fit_beside(self, icon: int, check: int | None = None) -> tuple[int, int, int]:
        """Set the words for the place between icon and check mark: their left edge, width and height."""
        pad = self._pad(self.width())
        left = pad + (icon + 2 * self._reach(icon) + self.kit.theme.gap * 2 if icon else 0)
        room = self.width() - left - pad - (self._check_room() if check is None else check)
        self._fit_title(room, self._roomy_title())
        return left, room, self.column.needed(room)

    def _longest(self) -> int:
        """Width of the longest word that must not be torn; a few Chinese characters alone are one."""
        words = (word for word in self.tile.title.shown.split() if word.isascii() or len(word) <= SHORT)
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
        return round(self._title_size() * FLAT_ICON) if self.tile.icon and not self._bare else 0

    def _beside(self) -> int:
        icon = self._flat_icon()
        return icon + 2 * self._reach(icon) + self.kit.theme.gap * 2 if icon else 0

    def _reach(self, icon: int) -> int:
        """How far the disc behind an icon reaches beyond it."""
        return round(icon * DISC) if self.kit.theme.tiles == "bubble" else 0

    def _check(self) -> int:
        return round(self._title_size() * 0.9)

    def _check_room(self) -> int:
        return self._check() + self.kit.theme.gap if self.tile.selected is not None else 0
