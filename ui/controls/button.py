"""A button with an icon and a word: the way on, the pages of a list, the way back to the top."""

from __future__ import annotations

from typing import Literal

from PySide6.QtGui import QPainter

from accessibility.phrase import Phrase
from accessibility.screen import Action
from ui.controls.drawing import surface
from ui.controls.pressable import Pressable
from ui.icons import Cut
from ui.kit import Kit
from ui.lines import Lines

Kind = Literal["plain", "primary", "help", "small"]


class Button(Pressable):
    """An action with its word, and an icon beside it (or above it, where the place is narrow)."""

    def __init__(self, kit: Kit, action: Action, *, kind: Kind | None = None, cut: Cut = "bold", size: int = 0) -> None:
        super().__init__(kit, action.key, action.label.said)
        self.action = action
        self.kind: Kind = kind or action.kind
        self.cut: Cut = cut
        self.above = False
        """The icon stands above the word."""
        self.bare = False
        """The icon gives way, because the word needs the room."""
        self._size = size or kit.theme.body
        self._lines = self._made(self._size)
        self._show_state()

    def adopt(self, action: Action) -> None:
        """Show the action as it is now."""
        if action == self.action:
            return
        self.action = action
        self.key = action.key
        self._lines = self._made(self._lines.font.pixelSize())
        self.setAccessibleName(action.label.said)
        self._show_state()
        self.refresh()

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        theme = self.kit.theme
        return max(theme.main, self._lines.needed(self._room(width)) + 2 * (theme.tight_pad // 2 + theme.border))

    def natural(self) -> int:
        """Width in pixels with the word on one line."""
        theme = self.kit.theme
        return self._lines.natural + self._beside() + 2 * theme.tight_pad

    def fits(self, width: int, height: int) -> bool:
        """Whether icon and word fit a place of this size at the present type size."""
        theme = self.kit.theme
        words = self._lines.needed(self._room(width))
        if self.above:
            words += self._mark() + theme.border
        longest = max(
            self._made(self._lines.font.pixelSize(), word).natural for word in self._lines.text.split() or [""]
        )
        return words + 2 * theme.border <= height and longest <= self._room(width)

    def fit_word(self) -> None:
        """Make the word as large as the present place allows; the icon gives way before the word gets too small.

        With its icon it is no smaller than sentences are at 100 percent, without it no smaller than the floor.
        """
        floor = min(self._size, self.kit.theme.floor)
        self.bare = not self._shrunk(min(self._size, max(floor, self.kit.theme.least)), bare=False)
        if self.bare:
            self._shrunk(floor, bare=True)
        self.refresh()

    def set_size(self, size: int) -> None:
        """Set the word in another type size."""
        if size != self._lines.font.pixelSize():
            self._lines = self._made(size)
            self.refresh()

    def set_out(self) -> None:
        """Icon and word stand together in the middle."""
        room = self._room(self.width())
        height = self._lines.needed(room)
        if self.above:
            top = (self.height() - height - self._mark()) // 2 + self._mark()
            self._lines.place((self.width() - room) // 2, top, room)
            return
        words = min(self._lines.widest, room)
        height = self._lines.needed(words)
        left = (self.width() - words - self._beside()) // 2 + self._beside()
        self._lines.place(left, (self.height() - height) // 2, words)

    def paint(self, painter: QPainter) -> None:
        """Surface, icon, word."""
        theme = self.kit.theme
        fill, edge, ink = self._dress()
        surface(painter, self, self.kit, theme.small_radius, fill, edge, theme.border)
        self._lines.draw(painter, ink)
        if self._icon():
            mark, words = self._mark(), self._lines.rect
            left = (self.width() - mark) // 2 if self.above else words.left() - self._beside()
            top = words.top() - mark if self.above else (self.height() - mark) // 2
            self.kit.icons.draw(painter, self._icon(), self.cut, left, top, mark, ink)

    def texts(self) -> list[Lines]:
        """Its word."""
        fill, _, ink = self._dress()
        self._lines.colour, self._lines.ground = ink, fill
        return [self._lines]

    def _shrunk(self, least: int, *, bare: bool) -> bool:
        """Set the word as large as the place allows, down to `least`; whether it fits."""
        self.bare, size = bare, self._size
        self.set_size(size)
        while not self.fits(self.width(), self.height()) and size > least:
            size = max(least, size - 2)
            self.set_size(size)
        return self.fits(self.width(), self.height())

    def _icon(self) -> str:
        if self.bare:
            return ""
        return "check-circle" if self.action.pressed else self.action.icon

    def _show_state(self) -> None:
        self.setEnabled(self.action.enabled)
        self.setCheckable(self.action.pressed is not None)
        self.setChecked(bool(self.action.pressed))

    def _mark(self) -> int:
        return round(self._lines.font.pixelSize() * 1.1) if self._icon() else 0

    def _beside(self) -> int:
        return self._mark() + self.kit.theme.tight_pad // 2 if self._icon() and not self.above else 0

    def _room(self, width: int) -> int:
        if self.above:
            return width - 2 * (self.kit.theme.gap // 3 + self.kit.theme.border)
        return width - self._beside() - 2 * (self.kit.theme.tight_pad // 2 + self.kit.theme.border)

    def _dress(self) -> tuple[str, str, str]:
        """Surface, edge and ink."""
        colours = self.kit.theme.colours
        if not self.isEnabled():
            return colours.paper, colours.hair, colours.faint
        if self.kind == "help":
            return colours.help, colours.help if not self.isDown() else colours.ink, colours.on_help
        if self.kind == "primary":
            return colours.brand, colours.brand if not self.isDown() else colours.ink, colours.on_brand
        if self.kind == "small":
            return colours.tint, colours.brand, colours.brand
        return colours.tint if self.isDown() or self.action.pressed else colours.card, colours.line, colours.ink

    def _made(self, size: int, text: str | None = None) -> Lines:
        phrase: Phrase | str = self.action.label if text is None else text
        return self.kit.lines(phrase, size, self.kit.theme.colours.ink, bold=True, align="centre")
