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

FOOT = ("back", "home", "repeat", "hide", "help")
TOP = ("leave", "quieter", "louder", "language", "mode")
ASIDE = ("aloud", "pause")
"""At the right end of the caption bar; the last one, which holds the voice, on every page (EN-04)."""
HELP_SHARE = 1.3
"""Help is so much wider than the others."""
WORD_EM = 4.8
"""A small button has room for a word of so many Chinese characters."""


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
        """Give each place its rectangle."""
        self.above = above
        self._rects = rects
        for place, button in self.buttons.items():
            if place in rects:
                button.setGeometry(rects[place])
        self._fit()

    def in_order(self) -> list[Button]:
        """The visible buttons from left to right."""
        shown = (self.buttons[place] for place in self.places if place in self.buttons)
        return [button for button in shown if not button.isHidden()]

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

        Words and places are the same from page to page; then nothing is measured anew.
        """
        shown = [button for place, button in self.buttons.items() if place in self._rects and not button.isHidden()]
        fitted = (self.above, tuple((button, button.action.label, button.size()) for button in shown))
        if fitted == self._fitted:
            return
        self._fitted = fitted
        size, floor = self._size, min(self._size, self.kit.theme.floor)
        while True:
            for button in shown:
                button.bare = self.kit.theme.words_alone
                button.above = self.above
                button.set_size(size)
            if size <= floor or all(button.fits(button.width(), button.height()) for button in shown):
                break
            size = max(floor, size - max(1, size // 16))
        for button in shown:
            button.bare = button.bare or not button.fits(button.width(), button.height())
            button.refresh()


def foot_height(kit: Kit, width: int, height: int) -> tuple[int, bool]:
    """Height of the foot on a window of this size, and whether icons stand over words."""
    theme = kit.theme
    if theme.words_alone:
        return max(theme.main, round(theme.body * theme.spacing) + theme.gap), False
    beside = theme.mark + 4 * theme.body + theme.tight_pad
    if _foot_share(kit, width) >= beside:
        return max(theme.main, min(round(height * 0.095), round(theme.main * 1.28))), False
    return max(theme.main, theme.mark + round(theme.body * theme.spacing) + 2 * theme.gap), True


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
    word, mark = round(theme.frame * WORD_EM) + theme.border * 2, round(theme.frame * 1.1)
    if theme.words_alone:
        return word + theme.tight_pad, max(theme.small, round(theme.frame * theme.spacing) + theme.gap)
    if above:
        width = max(theme.small, word + theme.tight_pad)
        return width, max(theme.small, mark + round(theme.frame * theme.spacing) + theme.gap)
    return word + mark + 2 * theme.tight_pad, max(theme.small, round(theme.frame * theme.spacing) + theme.gap)


def top_rects(kit: Kit, cell: tuple[int, int], places: Sequence[str] = TOP) -> dict[str, QRect]:
    """The places at the top, from left to right."""
    width, height = cell
    return {place: QRect(n * (width + kit.theme.gap), 0, width, height) for n, place in enumerate(places)}


def _foot_share(kit: Kit, width: int) -> int:
    return int((width - 4 * kit.theme.gap) / (4 + HELP_SHARE))
