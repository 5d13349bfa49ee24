"""Who a customer is, as far as the kiosk needs to know."""

from __future__ import annotations

from typing import Literal

import msgspec

AgeBand = Literal["child", "adult", "senior"]
"""Under 18, 18 to 64, 65 and over."""

LEAST, MOST = 1, 5
"""Steps of loudness and of speed."""


class Preferences(msgspec.Struct, frozen=True):
    """Seeing and hearing: how this customer wants the kiosk to be. Follows her to any kiosk."""

    text_size: int = 100
    """Percent of the mode's own size: 100, 125, 150, 175 or 200."""
    theme: str = "light"
    """light, dark, contrast or warm."""
    speech: bool = True
    rate: int = 3
    """1 slowest to 5 quickest; 3 is the mode's own."""
    volume: int = 3
    """1 to 5."""
    sounds: bool = True
    """Short tones beside the voice: for the focus, a choice taken, a mistake, help on its way, a key."""
    choosing: str = "press"
    """press, hear_first, rest, one_switch or two_switches (see `accessibility.reaching.reach`)."""
    tempo: int = 3
    """How fast choices are offered, or how short a pointer rests: 1 slowest to 5 quickest."""
    hold: str = "off"
    """How long a press must last: off, short, medium or long."""
    again: str = "usual"
    """How long the same button does not act again: short, usual or long."""
    place: str = "right"
    """Where help and the main action stand: right, left, or low for whoever sits or is short; low_left."""
    pointer: int = 1
    """Of a mouse, at home: 1 the system's own, 2 large, 3 very large."""
    consent_aloud: bool = False
    """Never stored by the bank; only for this sitting: private values may be said on the loudspeaker."""


class Profile(msgspec.Struct, frozen=True):
    """The signed-in customer."""

    customer_id: str
    greeting: dict[str, str]
    """The name to greet her by, by language: {"zh_CN": "王阿姨", "en": "Mrs Wang"}."""
    age_band: AgeBand = "adult"
    entitlements: tuple[str, ...] = ()
    """What she may do, decided by the bank: balances, checkup, help."""
    mode: str = ""
    lang: str = ""
    preferences: Preferences = Preferences()
