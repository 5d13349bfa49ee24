"""The part of a standing screen that an arm reaches from a wheelchair, or a short one from the floor."""

from __future__ import annotations

import msgspec

LOW_MM, HIGH_MM = 800.0, 1100.0
"""Controls stand between these heights above the floor in the low layout. Narrower than STANDARDS.md EN-28 asks."""
LEAST_MM = 150.0
"""A band narrower than this holds no page: then the screen stands too high or too low, and is used as it is."""


class Standing(msgspec.Struct, frozen=True):
    """How a screen stands, as the operator has measured it."""

    bottom_mm: float
    """Height of its lower edge above the floor."""
    height_mm: float
    """Its own height."""


class Band(msgspec.Struct, frozen=True):
    """Part of a screen, as shares of its height from the top: 0 to 1."""

    top: float
    bottom: float


def low_band(standing: Standing | None) -> Band | None:
    """The part between LOW_MM and HIGH_MM; None where it is unknown, all of the screen, or too narrow for a page."""
    if standing is None or standing.height_mm <= 0:
        return None
    high = min(HIGH_MM, standing.bottom_mm + standing.height_mm)
    low = max(LOW_MM, standing.bottom_mm)
    whole = high - low >= standing.height_mm
    if whole or high - low < LEAST_MM:
        return None
    upper_edge = standing.bottom_mm + standing.height_mm
    return Band((upper_edge - high) / standing.height_mm, (upper_edge - low) / standing.height_mm)
