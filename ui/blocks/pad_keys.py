"""The keys of a number pad: they type, or while the pad teaches they tell what they are."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QPainter

from accessibility.phrase import Phrase
from accessibility.screen import Action, Keypad
from ui.controls.button import Button
from ui.kit import Kit

CORRECT, CLEAR = "keypad:correct", "keypad:clear"
LISTENS = "speaker-high"
"""Stands on whatever tells instead of typing."""


class Pad(Protocol):
    """What a key belongs to."""

    keypad: Keypad

    def press(self, digit: str) -> None:
        """Take one digit."""

    def do(self, key: str) -> None:
        """Correct, clear or hand on."""


class PadKey(Button):
    """A key of the pad. While the pad teaches, it tells what it is, and looks it: another ground, and a loudspeaker."""

    def __init__(self, kit: Kit, pad: Pad, action: Action, size: int = 0) -> None:
        self._pad = pad
        super().__init__(kit, action, size=size)

    def chosen(self) -> None:
        """What it does, or what it is."""
        if self._pad.keypad.learning:
            self.kit.hands.asked(self.key)
        else:
            self.work()

    def work(self) -> None:
        """The pad does it."""
        self._pad.do(self.key)

    def paint(self, painter: QPainter) -> None:
        """As a button, with a loudspeaker in its corner while it teaches."""
        super().paint(painter)
        if self._pad.keypad.learning:
            theme, mark = self.kit.theme, round(self.kit.theme.body * 0.7)
            left = self.width() - mark - theme.gap
            self.kit.icons.draw(painter, LISTENS, "fill", left, theme.gap // 2, mark, theme.colours.watch)

    def _dress(self) -> tuple[str, str, str]:
        colours = self.kit.theme.colours
        if self._pad.keypad.learning:
            return colours.watch_tint, colours.ink if self.isDown() else colours.watch, colours.ink
        return super()._dress()


class DigitKey(PadKey):
    """A digit."""

    digit = True

    def __init__(self, kit: Kit, pad: Pad, face: str, label: Phrase) -> None:
        super().__init__(kit, pad, Action(f"keypad:{face}", Phrase(face)), kit.theme.title)
        self.setAccessibleName(label.said or face)
        self._face = face

    def work(self) -> None:
        """The digit goes into the pad, nowhere else."""
        self._pad.press(self._face)
