"""How long a finger must stay down for a press to count, and how that is counted for the eye."""

from __future__ import annotations

from fractions import Fraction

HOLDS = {"off": 0.0, "short": 0.3, "medium": 0.6, "long": 1.0}
"""Seconds by the customer's choice. Off: a press of any length works (STANDARDS.md RS-07)."""
STEPS = 4
"""A ring is filled in so many steps: it counts, it does not move."""


def long_enough(down_s: float, up_s: float, hold_s: float) -> bool:
    """Whether a press from `down_s` to `up_s` was held for `hold_s`; all in seconds."""
    return up_s - down_s >= hold_s


def steps_done(since_s: float, now_s: float, whole_s: float) -> int:
    """How many of the ring's STEPS are filled at `now_s`, when it began at `since_s` and is full after `whole_s`."""
    if whole_s <= 0:
        return STEPS
    return min(STEPS, max(0, int(Fraction(now_s - since_s) / Fraction(whole_s) * STEPS)))
