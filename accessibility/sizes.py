"""Physical sizes of a mode: points and millimetres, as its file states them (STANDARDS.md 0)."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

Points = Annotated[float, Meta(ge=6, le=200)]
Millimetres = Annotated[float, Meta(ge=0, le=100)]

MM_PER_POINT = 25.4 / 72


class TypeSizes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Type sizes in physical points."""

    caption: Points
    body: Points
    lead: Points
    title: Points
    """On tiles."""
    heading: Points
    amount: Points
    """The one large amount of a page."""
    line_spacing: Annotated[float, Meta(ge=1.0, le=2.5)] = 1.35
    """Line pitch as a multiple of the type size (CN-04: at least 1.3)."""


class TargetSizes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is touched, in millimetres."""

    main: Millimetres
    """Tiles, keys and the foot: height."""
    small: Millimetres
    """Any other target."""
    gap: Millimetres
    """Between two targets (RS-04)."""
    slop: Millimetres
    """How far outside its edge a lift still counts (RS-06, RS-07)."""


def pixels(millimetres: float, mm_per_px: float) -> int:
    """Whole pixels that are at least so many millimetres."""
    return max(1, -int(-millimetres / mm_per_px // 1))


def type_pixels(points: float, mm_per_px: float) -> int:
    """Type size in whole pixels for a physical size in points, rounded up so that a minimum holds."""
    return pixels(points * MM_PER_POINT, mm_per_px)
