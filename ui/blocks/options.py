"""A setting: its name and its values side by side, exactly one in force."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QPainter

from accessibility.screen import Block, Option, Options
from ui.blocks.card import Card
from ui.blocks.view import View
from ui.controls.drawing import surface
from ui.controls.pressable import Pressable
from ui.kit import Kit
from ui.lines import Column, Lines


class OptionButton(Pressable):
    """One value: the one in force has a check mark and a heavier border as well as its colour (CN-06)."""

    def __init__(self, kit: Kit, option: Option) -> None:
        super().__init__(kit, option.key, option.label.said)
        self.anxin_role = QAccessible.Role.RadioButton
        self.setCheckable(True)
        self.large = False
        self.show_option(option)

    def show_option(self, option: Option) -> None:
        """Show the value as it is now."""
        colours = self.kit.theme.colours
        self.option, self.key = option, option.key
        ground = colours.tint if option.selected else colours.card
        ink = colours.brand if option.selected else colours.ink
        bold = option.selected or self.large
        self._lines = self.kit.lines(option.label, self._size(), ink, bold=bold, ground=ground, align="centre")
        self.setAccessibleName(option.label.said)
        self.setChecked(option.selected)

    def natural(self) -> int:
        """Width in pixels with its words on one line, bold or not."""
        bold = self.kit.lines(self.option.label, self._size(), "", bold=True).natural
        return bold + 2 * self._beside() + self.kit.theme.gap

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        least = self.kit.theme.main if self.large else self.kit.theme.small
        return max(least, self._lines.needed(self._room(width)) + self.kit.theme.gap)

    def set_out(self) -> None:
        """Words in the middle; the check mark's room is kept, so that nothing moves when it comes."""
        room = self._room(self.width())
        left = (self.width() - room) // 2
        self._lines.place(left, (self.height() - self._lines.needed(room)) // 2, room)

    def paint(self, painter: QPainter) -> None:
        """Surface, check mark, words."""
        theme, colours = self.kit.theme, self.kit.theme.colours
        chosen = self.option.selected
        edge = colours.ink if self.isDown() else colours.brand if chosen else colours.line
        fill = colours.tint if chosen or self.isDown() else colours.card
        surface(painter, self, self.kit, theme.small_radius, fill, edge, theme.border * (2 if chosen else 1))
        self._lines.draw(painter)
        if chosen:
            words = min(self._lines.natural, self._lines.rect.width())
            left = (self.width() - words) // 2 - self._beside()
            top = (self.height() - self._mark()) // 2
            self.kit.icons.draw(painter, "check", "bold", max(theme.gap // 2, left), top, self._mark(), colours.brand)

    def texts(self) -> list[Lines]:
        """Its words."""
        return [self._lines]

    def be_large(self, *, large: bool) -> None:
        """Letters as on a tile, or as in a sentence."""
        if large != self.large:
            self.large = large
            self.show_option(self.option)

    def _size(self) -> int:
        return self.kit.theme.title if self.large else self.kit.theme.body

    def _mark(self) -> int:
        return round(self._size() * 0.9)

    def _beside(self) -> int:
        return self._mark() + self.kit.theme.gap // 2

    def _room(self, width: int) -> int:
        return max(1, width - 2 * self._beside() - self.kit.theme.gap)


class OptionsCard(Card):
    """The name over (or beside) its values."""

    def __init__(self, kit: Kit, key: str, options: Options) -> None:
        super().__init__(kit, key, options.label.said, role=QAccessible.Role.Grouping)
        self.buttons = [OptionButton(kit, option) for option in options.options]
        for button in self.buttons:
            button.setParent(self)
        self.edge = kit.theme.colours.hair
        self.grows = 1
        self.alone = False
        """All there is on the page: its values are large, and the page's heading says its name."""
        self.show_options(options)

    def show_options(self, options: Options) -> None:
        """Take on other words and another value in force."""
        theme = self.kit.theme
        self.setAccessibleName(options.label.said)
        self.column = Column((self.kit.lines(options.label, theme.lead, theme.colours.ink, bold=True), 0))
        for button, option in zip(self.buttons, options.options, strict=True):
            if option != button.option:
                button.show_option(option)
                button.refresh()

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        theme = self.kit.theme
        label, room, rows = self._split(width)
        grid = self._grid_height(room, rows)
        if self.alone:
            return grid
        if label:
            return max(self.column.needed(label), grid) + 2 * theme.gap
        return self.column.needed(room) + theme.gap // 2 + grid + 2 * theme.gap

    def set_out(self) -> None:
        """Name and values."""
        theme = self.kit.theme
        label, room, rows = self._split(self.width())
        left, top, foot = theme.tight_pad, theme.gap, theme.gap
        if self.alone:
            left, top, foot = 0, 0, 0
        elif label:
            self.column.place(left, (self.height() - self.column.needed(label)) // 2, label)
            left += label + theme.gap
        else:
            top = self.column.place(left, top, room) + theme.gap // 2
        across = -(-len(self.buttons) // rows)
        share, height = self._share(room, across), (self.height() - top - foot + theme.gap) // rows - theme.gap
        for number, button in enumerate(self.buttons):
            row, column = divmod(number, across)
            button.setGeometry(left + column * (share + theme.gap), top + row * (height + theme.gap), share, height)

    def paint(self, painter: QPainter) -> None:
        """The card and the name on it; neither where it is all there is."""
        if not self.alone:
            super().paint(painter)

    def texts(self) -> list[Lines]:
        """The name, where it is shown."""
        return [] if self.alone else super().texts()

    def _split(self, width: int) -> tuple[int, int, int]:
        """Width of the name when it stands beside its values (else 0), width of the values, and their rows."""
        theme = self.kit.theme
        inner = width if self.alone else width - 2 * theme.tight_pad
        widest = max((button.natural() for button in self.buttons), default=1)
        all_of_them = len(self.buttons) * (widest + theme.gap) - theme.gap
        label = theme.lead * 7
        if self.alone and inner >= all_of_them:
            return 0, inner, 1
        if not self.alone and inner - label - theme.gap >= all_of_them:
            return label, inner - label - theme.gap, 1
        across = max(1, min(len(self.buttons), (inner + theme.gap) // (widest + theme.gap)))
        return 0, inner, -(-len(self.buttons) // across)

    def _share(self, room: int, across: int) -> int:
        return (room - (across - 1) * self.kit.theme.gap) // max(1, across)

    def _row_height(self, room: int, across: int) -> int:
        share = self._share(room, across)
        return max((button.needed(share) for button in self.buttons), default=0)

    def _grid_height(self, room: int, rows: int) -> int:
        across = -(-len(self.buttons) // rows)
        return rows * (self._row_height(room, across) + self.kit.theme.gap) - self.kit.theme.gap


class OptionsView(View):
    """Draws a setting as a card."""

    beside = True

    def __init__(self, kit: Kit, block: Options, index: int) -> None:
        super().__init__(kit, block, index)
        self._card = OptionsCard(kit, self.key, block)
        self.parts = [self._card]

    def stand(self, *, alone: bool) -> None:
        """Alone its values fill the page."""
        self._card.alone = alone
        for button in self._card.buttons:
            button.be_large(large=alone)

    def adopt(self, block: Block) -> bool:
        """Another value in force."""
        keys = [button.key for button in self._card.buttons]
        if not isinstance(block, Options) or [option.key for option in block.options] != keys:
            return False
        if block != self.block:
            self.block = block
            self._card.show_options(block)
            self._card.refresh()
        return True
