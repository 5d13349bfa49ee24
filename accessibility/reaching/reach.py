"""How a customer reaches the controls: what the window is told of her hands, in seconds and sizes."""

from __future__ import annotations

from typing import Literal

import msgspec

Choosing = Literal["press", "hear_first", "rest", "one_switch", "two_switches"]
"""Press it · press to hear it, press again to do it · rest the pointer on it · one switch · two switches."""

Keys = Literal["phone", "computer", "none"]
"""A keypad with 1 2 3 at the top · with 7 8 9 at the top · none."""

PRESS: Choosing = "press"
STANDS_STILL_S = 3.0
"""Whoever holds a key or a finger this long starts choosing with one switch, or ends it (STANDARDS.md EN-20)."""


class Reach(msgspec.Struct, frozen=True):
    """What touches, keys, switches and the pointer do. As it is here, nothing is asked of anybody."""

    choosing: Choosing = PRESS
    hold_s: float = 0.0
    """Seconds a finger must stay down before lifting it chooses (STANDARDS.md RS-07); 0 for any press."""
    again_s: float = 0.5
    """Seconds in which the same control does not act again (STANDARDS.md EN-25)."""
    pace_s: float = 2.0
    """Seconds a choice stands while they are offered one after another."""
    rest_s: float = 1.5
    """Seconds a pointer rests on a control before that is chosen."""
    pointer_mm: float = 0.0
    """Height of the pointer in millimetres; 0 for the system's own."""
    number_keys: Keys = "none"
    """Whether digits, # and * of a numeric keypad move and choose, and which digits stand in its top row."""

    @property
    def scans(self) -> bool:
        """Choices are offered one after another, and a switch takes the one that is offered."""
        return self.choosing in ("one_switch", "two_switches")
