"""Which of the things that touch the glass is the finger that means it. A palm, a sleeve, a resting hand are not."""

from __future__ import annotations

import math
from typing import Literal

import msgspec

PALM_MM = 24.0
"""A contact at least this wide is no fingertip (8 to 18 mm, a flat thumb)."""
TOGETHER_S = 0.1
"""What comes down this soon after something else came down with it: a hand that fell on the glass."""
APART_MM = 40.0
"""One finger does not get this far in TOGETHER_S."""

State = Literal["down", "move", "up"]
Deed = Literal["press", "move", "lift", "cancel"]


class Contact(msgspec.Struct, frozen=True):
    """One thing that touches the glass, in millimetres of the screen."""

    id: int
    state: State
    x_mm: float
    y_mm: float
    width_mm: float = 0.0
    """Its widest; 0 where the screen does not tell."""
    on_control: bool = True
    """Whether a control is there."""


class Fingers:
    """Follows at most one finger. Answers with what that finger did; nothing for all else."""

    def __init__(self) -> None:
        self._down: dict[int, float] = {}
        self._chosen: int | None = None
        self._on_control = False
        self._void_until_clear = False

    def touched(self, contacts: tuple[Contact, ...], now_s: float) -> tuple[tuple[Deed, Contact], ...]:
        """What the one finger did, in order."""
        deeds = [deed for contact in contacts for deed in self._one(contact, now_s)]
        if not self._down:
            self._void_until_clear = False
        return tuple(deeds)

    def forget(self) -> None:
        """The system took the touch away."""
        self._down.clear()
        self._chosen, self._void_until_clear = None, False

    def _one(self, contact: Contact, now_s: float) -> list[tuple[Deed, Contact]]:
        if contact.state == "down":
            return self._came(contact, now_s)
        if contact.state == "up":
            self._down.pop(contact.id, None)
        if contact.id != self._chosen:
            return []
        if contact.width_mm >= PALM_MM:
            return self._cancel(contact)
        if contact.state == "up":
            self._chosen = None
            return [("lift", contact)]
        return [("move", contact)]

    def _came(self, contact: Contact, now_s: float) -> list[tuple[Deed, Contact]]:
        together = any(now_s - since < TOGETHER_S for since in self._down.values())
        self._down[contact.id] = now_s
        if together or contact.width_mm >= PALM_MM:
            self._void_until_clear = self._void_until_clear or together
            return self._cancel(contact) if together else []
        if self._void_until_clear or (self._chosen is not None and self._on_control):
            return []
        before = self._cancel(contact)  # what rests beside every control gives way to a finger that means one
        self._chosen, self._on_control = contact.id, contact.on_control
        return [*before, ("press", contact)]

    def _cancel(self, contact: Contact) -> list[tuple[Deed, Contact]]:
        had, self._chosen = self._chosen, None
        return [("cancel", contact)] if had is not None else []


class Leaps:
    """The same for a screen that tells of one place only: a touch that leaps across it is no finger."""

    def __init__(self) -> None:
        self._at: tuple[float, float, float] | None = None

    def leaps(self, x_mm: float, y_mm: float, now_s: float) -> bool:
        """Whether this press, at `now_s`, is too soon and too far from the one before to be the same hand's finger."""
        before, self._at = self._at, (x_mm, y_mm, now_s)
        if before is None or now_s - before[2] >= TOGETHER_S:
            return False
        return math.hypot(x_mm - before[0], y_mm - before[1]) >= APART_MM
