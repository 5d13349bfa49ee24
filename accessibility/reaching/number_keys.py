"""The keys of a numeric keypad, as talking machines use them: 2 4 6 8 move, 5 chooses, # goes on, * goes back."""

from __future__ import annotations

from typing import Literal

import msgspec

Move = Literal[
    "up", "down", "left", "right", "choose", "next", "back", "again", "how",  # on a page
    "type", "hand_on", "correct",  # in a number field
    "any",  # what any key does here
]  # fmt: skip

FACES = "0123456789*#"
STEERS: dict[str, Move] = {
    "2": "up", "4": "left", "6": "right", "8": "down", "5": "choose", "#": "next", "*": "back", "0": "again",
}  # fmt: skip
"""Of a keypad with 1 2 3 in its top row, as on telephones and talking machines."""
UPSIDE_DOWN = {"2": "8", "8": "2"}
"""A computer's keypad has 7 8 9 in its top row."""
READER_S = 0.05
"""No hand strikes two keys this fast: what follows sooner is typed by a card reader."""
SWIPE_START, SWIPE_END = ";", "?"


class Where(msgspec.Struct, frozen=True):
    """What the customer stands before when she strikes a key."""

    types: bool = False
    """The focus is in a number field."""
    typed: int = 0
    """How many digits that holds."""
    complete: bool = False
    """They are enough to hand on."""
    any_key: bool = False
    """The page asks for any key."""


def move(face: str, where: Where, *, computer: bool = False) -> Move:
    """What a key means here; `face` is one of FACES. `computer`: 8 is over 5 on this keypad, not 2.

    In a number field digits type, # hands on what is complete (else goes to the next control) and * takes back what
    was typed (else goes back a page): so nobody is held in it, and twelve keys are enough for a PIN.
    """
    if where.types:
        return _in_field(face, where)
    if where.any_key and face != "#":
        return "any"
    return STEERS.get(UPSIDE_DOWN.get(face, face) if computer else face, "how")


def _in_field(face: str, where: Where) -> Move:
    if face == "#":
        return "hand_on" if where.complete else "next"
    if face == "*":
        return "correct" if where.typed else "back"
    return "type"


class Reader:
    """Tells the keys of a card reader, which types like a keyboard, from those of a hand."""

    def __init__(self) -> None:
        self._swiping = False
        self._last = float("-inf")

    def typed(self, text: str, now: float) -> bool:
        """Whether this key, at `now` in seconds, came from a reader."""
        soon, self._last = now - self._last < READER_S, now
        if text == SWIPE_START:
            self._swiping = True
        elif text in (SWIPE_END, "\r", "\n"):
            swiped, self._swiping = self._swiping, False
            return swiped or soon
        return self._swiping or soon
