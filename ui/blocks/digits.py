"""The digits typed on a pad: kept for as short a time as can be, never in a repr."""

from __future__ import annotations

from accessibility.screen import Keypad

FRAME_START, FRAME_END, FRAME_SPLIT = ";", "?", "="
"""Track 2 of a card, as a reader that acts like a keyboard types it: ;number=more?"""
DOT = "●"
EMPTY = "○"


class Digits:
    """What is typed, and what of it may be seen."""

    def __init__(self, keypad: Keypad) -> None:
        self.keypad = keypad
        self._typed = ""
        self._framed = self._past_number = False

    @property
    def count(self) -> int:
        """How many digits there are."""
        return len(self._typed)

    @property
    def complete(self) -> bool:
        """Enough to hand on."""
        return len(self._typed) == self.keypad.length if self.keypad.length else bool(self._typed)

    @property
    def shown(self) -> str:
        """Dots for a secret, groups of four for a long number."""
        if self.keypad.secret:
            return " ".join(DOT * self.count + EMPTY * max(0, self.keypad.length - self.count))
        return " ".join(self._typed[start : start + 4] for start in range(0, len(self._typed), 4))

    def add(self, digit: str) -> bool:
        """Take one digit; False when there is no room for it."""
        if self.count >= (self.keypad.length or self.keypad.at_most):
            return False
        self._typed += digit
        return True

    def type(self, text: str) -> bool:
        """Take what a key typed: a digit, or a card reader's framing. False when it means nothing here."""
        if len(text) != 1:
            return False
        if text in "0123456789":
            return self.skips or self.add(text) or True
        if text == FRAME_START:
            self._framed, self._past_number = True, False
            self._typed = self._typed if self.keypad.secret else ""
        elif text == FRAME_SPLIT:
            # A frame whose beginning was missed has only the end of a number in it.
            self._typed = self._typed if self._framed else ""
            self._past_number = True
        elif text == FRAME_END:
            self.end_frame()
        return text in (FRAME_START, FRAME_SPLIT, FRAME_END)

    @property
    def skips(self) -> bool:
        """What comes now is of a card: past its number, or where a secret is asked for, which no card holds."""
        return self._past_number or (self._framed and self.keypad.secret)

    def end_frame(self) -> None:
        """The card has been read."""
        self._framed = self._past_number = False

    def drop(self) -> None:
        """Forget the last digit."""
        self._typed = self._typed[:-1]

    def put(self, digits: str) -> None:
        """Hold these digits, from a pad that this one replaces."""
        self._typed = digits

    def take(self) -> str:
        """Hand over what is typed and forget it."""
        typed, self._typed = self._typed, ""
        self.end_frame()
        return typed
