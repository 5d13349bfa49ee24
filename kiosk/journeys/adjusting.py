"""Louder, quieter, slower, faster: one step at a time, by key and by touch, on every page (EN-09, EN-11, RS-17)."""

from __future__ import annotations

import msgspec

from kiosk.model.profile import Preferences

LEAST, MOST = 1, 5
"""Steps of both scales."""
_STEPS = {"louder": ("volume", 1), "quieter": ("volume", -1), "faster": ("rate", 1), "slower": ("rate", -1)}


def adjusted(wishes: Preferences, action: str) -> Preferences | None:
    """The wishes one step on, or as they are at the end of the scale; None for an action that is no such step."""
    if action not in _STEPS:
        return None
    scale, by = _STEPS[action]
    step = min(MOST, max(LEAST, getattr(wishes, scale) + by))
    return msgspec.structs.replace(wishes, **{scale: step})
