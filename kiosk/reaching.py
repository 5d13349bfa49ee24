"""How a customer's wishes, and what the operator said of the machine, become her way of reaching."""

from __future__ import annotations

from typing import get_args

import msgspec

from accessibility.reaching.band import Standing, low_band
from accessibility.reaching.hold import HOLDS
from accessibility.reaching.reach import PRESS, Choosing, Keys, Reach
from kiosk.model.profile import Preferences
from ui.theme.tokens import Theme

AGAIN_S = {"short": 0.25, "usual": 0.5, "long": 1.0}
"""Seconds in which the same button does not act again (STANDARDS.md EN-25)."""
PACES_S = {1: 4.0, 2: 3.0, 3: 2.0, 4: 1.5, 5: 1.0}
"""Seconds a choice is offered, by the customer's tempo."""
RESTS_S = {1: 3.0, 2: 2.0, 3: 1.5, 4: 1.0, 5: 0.7}
"""Seconds a pointer rests."""
POINTERS_MM = {1: 0.0, 2: 12.0, 3: 22.0}
"""Height of the pointer; 0 for the system's own."""
LEFT, LOW = ("left", "low_left"), ("low", "low_left")


def reach_of(wishes: Preferences, keys: Keys) -> Reach:
    """Her way of reaching, on a kiosk with this number pad. A wish that is not known here is the usual."""
    choosing: Choosing = PRESS
    for known in get_args(Choosing):
        choosing = known if known == wishes.choosing else choosing
    return Reach(
        choosing=choosing,
        hold_s=HOLDS.get(wishes.hold, 0.0),
        again_s=AGAIN_S.get(wishes.again, AGAIN_S["usual"]),
        pace_s=PACES_S[wishes.tempo],
        rest_s=RESTS_S[wishes.tempo],
        pointer_mm=POINTERS_MM[wishes.pointer],
        number_keys=keys,
    )


def placed(theme: Theme, place: str, standing: Standing | None) -> Theme:
    """The theme with everything on the side and at the height she wishes."""
    band = low_band(standing) if place in LOW else None
    within = (band.top, band.bottom) if band else (0.0, 1.0)
    return msgspec.structs.replace(theme, mirrored=place in LEFT, band=within)
