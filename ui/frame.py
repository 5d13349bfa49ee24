"""The fixed frame: buttons whose places never move, whatever the screen, the language or the customer (WC-21)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from accessibility.phrase import Phrase
from accessibility.screen import Action
from ui.controls.button import Button, Kind
from ui.icons import Cut
from ui.keys import KEEPS_TALKING
from ui.kit import Kit
from ui.theme import fitting

FOOT = ("back", "home", "repeat", "hide", "help")
TOP = ("leave", "quieter", "louder", "language", "mode")
ASIDE = ("aloud", "pause")
"""At the right end of the caption bar; the last one, which holds the voice, on every page (EN-04)."""
HELP_SHARE = 1.3
"""Help is so much wider than the others."""
KEEP_ICON = 0.8
"""Words of a crowded frame keep their icons where that makes them no smaller than this share."""


class Frame(QWidget):
    """A row of fixed places, each with its button, or empty while the screen has no such action."""

    def __init__(self, kit: Kit, places: tuple[str, ...], size: int) -> None:
        super().__init__()
        self.kit = kit
        self.places = places
        self.buttons: dict[str, Button] = {}
        self.above = False
        """Icons stand over their words."""
        self._size = size
        self._rects: dict[str, QRect] = {}
        self._fitted: tuple[bool, tuple[tuple[Button, Phrase, QSize], ...]] | None = None
        """What the type size was last measured for."""

    def show_actions(self, actions: tuple[Action, ...]) -> None:
        """Show the actions that belong here; an absent one leaves its place empty."""
        here = {action.place: action for action in actions if action.place in self.places}
        for place, button in self.buttons.items():
            button.setVisible(place in here)
        for place, action in here.items():
            self._show(place, action)
        self._fit()

    def set_rects(self, rects: dict[str, QRect], *, above: bool) -> None:
        """Give each place its rectangle; mirrored for a left hand, where they are those of the foot."""
        if self.kit.theme.mirrored and self.places is FOOT:
            width = self.width()
            rects = {place: rect.translated(width - rect.left() - rect.right() - 1, 0) for place, rect in rects.items()}
        self.above = above
        self._rects = rects
        for place, button in self.buttons.items():
            if place in rects:
                button.setGeometry(rects[place])
        self._fit()

    def in_order(self) -> list[Button]:
        """The visible buttons from left to right."""
        shown = (self.buttons[place] for place in self.places if place in self.buttons)
        there = [button for button in shown if not button.isHidden()]
        return there[::-1] if self.kit.theme.mirrored and self.places is FOOT else there

    def _show(self, place: str, action: Action) -> None:
        kind: Kind = "help" if place == "help" else "small" if place == "mode" else action.kind
        if place in self.buttons:
            self.buttons[place].kind = kind
            self.buttons[place].adopt(action)
            return
        cut: Cut = "fill" if place == "help" else "bold"
        button = Button(self.kit, action, kind=kind, cut=cut, size=self._size)
        button.keeps_talking = place == KEEPS_TALKING
        button.setParent(self)
        if place in self._rects:
            button.setGeometry(self._rects[place])
        button.show()
        self.buttons[place] = button

    def _fit(self) -> None:
        """One type size for the whole row: as large as the longest word allows, not below the floor.

        Icons give way where the words would have to shrink much for them. Words and places are the same from page to
        page; then nothing is measured anew.
        """
        shown = [button for place, button in self.buttons.items() if place in self._rects and not button.isHidden()]
        fitted = (self.above, tuple((button, button.action.label, button.size()) for button in shown))
        if fitted == self._fitted:
            return
        self._fitted = fitted
        size = self._largest(shown, bare=False)
        if size < self._size and self.kit.theme.compact:
            bare = self._largest(shown, bare=True)
            if size < bare * KEEP_ICON:
                size = bare
            else:
                self._set(shown, size, bare=False)
        for button in shown:
            button.bare = button.bare or not button.fits(button.width(), button.height())
            button.refresh()

    def _largest(self, shown: list[Button], *, bare: bool) -> int:
        """The type size at which all words fit, with or without their icons; the floor when none does."""
        size, floor = self._size, min(self._size, self.kit.theme.floor)
        while True:
            self._set(shown, size, bare=bare)
            if size <= floor or all(button.fits(button.width(), button.height()) for button in shown):
                return size
            size = max(floor, size - max(1, size // 16))

    def _set(self, shown: list[Button], size: int, *, bare: bool) -> None:
        for button in shown:
            button.bare = bare
            button.above = self.above
            button.set_size(size)


def foot_height(kit: Kit, width: int, height: int) -> tuple[int, bool]:
    """Height of the foot on a window of this size, and whether icons stand over words."""
    theme = kit.theme
    if theme.crowded:
        return fitting.foot_height(theme, height), False
    beside = theme.mark + 4 * theme.body + theme.tight_pad
    if _foot_share(kit, width) >= beside:
        return max(theme.main, fitting.two_lines(theme), min(round(height * 0.095), round(theme.main * 1.28))), False
    return max(theme.main, theme.mark + round(theme.foot * theme.spacing) + 2 * theme.gap), True


def foot_rects(kit: Kit, width: int, height: int) -> dict[str, QRect]:
    """The places of the foot: equal shares, help wider."""
    gap, share = kit.theme.gap, _foot_share(kit, width)
    rects = {place: QRect(number * (share + gap), 0, share, height) for number, place in enumerate(FOOT)}
    start = rects["help"].left()
    rects["help"] = QRect(start, 0, width - start, height)
    return rects


def top_cell(kit: Kit, *, above: bool) -> tuple[int, int]:
    """Width and height of one small button at the top."""
    theme = kit.theme
    word, mark = fitting.word_width(theme) + theme.border * 2, round(theme.frame * 1.1)
    if theme.compact:
        return fitting.top_width(theme), fitting.top_height(theme)
    least = fitting.top_height(theme)
    if above:
        width = max(theme.small, word + theme.tight_pad)
        return width, max(least, mark + round(theme.frame * theme.spacing) + theme.gap)
    return word + mark + 2 * theme.tight_pad, max(least, round(theme.frame * theme.spacing) + theme.gap)


def top_rects(kit: Kit, cell: tuple[int, int], places: Sequence[str] = TOP, rows: int = 1) -> dict[str, QRect]:
    """The places at the top, from left to right and in so many rows."""
    (width, height), gap, across = cell, kit.theme.gap, -(-len(places) // rows)
    at = (divmod(number, across) for number in range(len(places)))
    rects = (QRect(column * (width + gap), row * (height + gap), width, height) for row, column in at)
    return dict(zip(places, rects, strict=True))


def _foot_share(kit: Kit, width: int) -> int:
    return int((width - 4 * kit.theme.gap) / (4 + HELP_SHARE))
