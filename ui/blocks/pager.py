"""The way to earlier and later parts of a list."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QPainter

from accessibility.screen import Action, Rows
from ui.controls.button import Button
from ui.controls.piece import Piece
from ui.kit import Kit
from ui.lines import Lines


class Pager(Piece):
    """Earlier, where we are, later: always in the same places."""

    def __init__(self, kit: Kit, rows: Rows) -> None:
        super().__init__(kit, "pager", rows.position.said, QAccessible.Role.StaticText)
        self.grows = 1
        self.buttons: list[Button | None] = [
            self._button(rows.earlier, "caret-left"), self._button(rows.later, "caret-right"),
        ]  # fmt: skip
        self.show_rows(rows)

    def show_rows(self, rows: Rows) -> None:
        """Take on other words."""
        theme = self.kit.theme
        self._position = self.kit.lines(
            rows.position, theme.body, theme.colours.soft, align="centre", ground=theme.colours.paper
        )
        self.setAccessibleName(rows.position.said)
        for button, action in zip(self.buttons, (rows.earlier, rows.later), strict=True):
            if button and action:
                button.adopt(_with_icon(action, button.action.icon))

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        if self._upright(width):
            words = self._position.needed(width) + 2 * self.kit.theme.gap
            return words + sum(button.needed(width) for button in self.buttons if button)
        share = self._share(width)
        heights = [button.needed(share) for button in self.buttons if button]
        return max(self._position.needed(self._middle(width)), *heights, self.kit.theme.main)

    def set_out(self) -> None:
        """Earlier at the left (or top), later at the right (or bottom)."""
        if self._upright(self.width()):
            self._set_upright()
            return
        share, height = self._share(self.width()), self.height()
        for button, left in zip(self.buttons, (0, self.width() - share), strict=True):
            if button:
                button.above = False
                button.setGeometry(left, 0, share, height)
                button.fit_word()
        room = self._middle(self.width())
        self._position.place(share + self.kit.theme.gap, (height - self._position.needed(room)) // 2, room)

    def paint(self, painter: QPainter) -> None:
        """Where we are."""
        self._position.draw(painter)

    def texts(self) -> list[Lines]:
        """Where we are."""
        return [self._position] if self._position.text else []

    def _upright(self, width: int) -> bool:
        """Narrow: one under the other."""
        theme = self.kit.theme
        return theme.crowded or width < theme.body * 16

    def _set_upright(self) -> None:
        gap, width, height = self.kit.theme.gap, self.width(), self.height()
        words = self._position.needed(width)
        count = sum(button is not None for button in self.buttons)
        own = min((height - words - count * gap) // max(1, count), self.kit.theme.main * 2)
        for button, top in zip(self.buttons, (0, height - own), strict=True):
            if button:
                button.above = not self.kit.theme.crowded
                button.setGeometry(0, top, width, own)
                button.fit_word()
        head, foot = (own + gap if button else 0 for button in self.buttons)
        self._position.place(0, head + (height - head - foot - words) // 2, width)

    def _share(self, width: int) -> int:
        return (width - 2 * self.kit.theme.gap) * 36 // 100

    def _middle(self, width: int) -> int:
        return width - 2 * self._share(width) - 2 * self.kit.theme.gap

    def _button(self, action: Action | None, icon: str) -> Button | None:
        if action is None:
            return None
        button = Button(self.kit, _with_icon(action, icon))
        button.setParent(self)
        return button


def _with_icon(action: Action, icon: str) -> Action:
    return action if action.icon else Action(action.key, action.label, icon, enabled=action.enabled, kind=action.kind)
