"""Which page has which illustration: where a picture helps to see at a glance what is going on."""

from __future__ import annotations

import msgspec

from accessibility.screen import Screen

PICTURES = {
    "sign_in.card": "card",
    "sign_in.pin": "pin",
    "trouble": "away",
    "help.waiting": "waiting",
    "help.held": "waiting",
    "help.accepted": "coming",
    "help.arrived": "together",
    "help.done": "thanks",
    "help.cancelled": "tea",
    "still_there": "tea",
    "farewell": "goodbye",
    "adopt.done": "thanks",
    "adopt.declined": "tea",
    "adopt.closed": "tea",
    "checkup.history": "empty",
    "orders": "empty",
    "take_home.none": "empty",
    "family": "empty",
}
"""Name of the illustration in assets/illustrations, by the key of the page."""


def pictured(screen: Screen) -> Screen:
    """The screen with its illustration, if it has one."""
    return msgspec.structs.replace(screen, picture=PICTURES.get(screen.key, ""))
