"""How fast the voice speaks: five steps now, three in banks and kiosks of before. Both travel, and agree."""

from __future__ import annotations

from kiosk.wire.kiosk_api import PreferencesWire

PACES = {1: 2, 2: 3, 3: 4}
"""Each of the three rates as the step of five that comes nearest to it: 0.8, 1 and 1.25 of the mode's own."""
RATES = {1: 1, 2: 1, 3: 2, 4: 3, 5: 3}


def pace_of(wishes: PreferencesWire) -> int:
    """The step, 1 to 5; from the rate where only that is known."""
    return wishes.pace or PACES[wishes.rate]


def rate_of(pace: int) -> int:
    """The rate, 1 to 3, that stands for a step where only rates are known."""
    return RATES[pace]
