"""What the frame changes in a sitting at once: steps of the voice, what is hidden, what may be heard, what was noticed.

Louder, quieter, slower, faster go one step at a time, by key and by touch, on every page (EN-09, EN-11, RS-17).
"""

from __future__ import annotations

import msgspec

from accessibility.phrase import NOTHING, Phrase
from accessibility.phrases import number
from accessibility.words import Words
from kiosk.journeys.surroundings import Sitting
from kiosk.model.profile import LEAST, MOST, Preferences

NOTICED = "noticed"
"""She has seen that somebody comes."""
_STEPS = {"louder": ("volume", 1), "quieter": ("volume", -1), "faster": ("rate", 1), "slower": ("rate", -1)}


def adjusted(wishes: Preferences, action: str) -> Preferences | None:
    """The wishes one step on, or as they are at the end of the scale; None for an action that is no such step."""
    if action not in _STEPS:
        return None
    scale, by = _STEPS[action]
    step = min(MOST, max(LEAST, getattr(wishes, scale) + by))
    return msgspec.structs.replace(wishes, **{scale: step})


def adjust(sitting: Sitting, action: str) -> bool:
    """Do it; False for an action that changes nothing of this kind."""
    match action:
        case "hide":
            sitting.hidden = not sitting.hidden
        case "aloud":
            sitting.consent_aloud = True
        case "switch:on" | "switch:off" | "listen:on" | "listen:off":  # held for three seconds (EN-20)
            choosing = {"switch:on": "one_switch", "listen:on": "hear_first"}.get(action, "press")
            sitting.preferences = msgspec.structs.replace(sitting.preferences, choosing=choosing)
        case "headset:on" | "headset:off":
            sitting.wears_headset = action == "headset:on"
        case _ if action == NOTICED:
            if sitting.help_line:
                sitting.help_line.noticed = True
        case _:
            wishes = adjusted(sitting.preferences, action)
            sitting.preferences = wishes or sitting.preferences
            return wishes is not None
    return True


def step_words(words: Words, wishes: Preferences, action: str) -> Phrase:
    """The step now in force, such as "Loudness 4 of 5"; nothing for an action that is no such step."""
    if action in ("louder", "quieter"):
        # Translators: how loud the voice is, such as "Loudness 4 of 5".
        return words.phrase("Loudness {step} of {most}", step=number(words, wishes.volume), most=number(words, MOST))
    if action in ("slower", "faster"):
        # Translators: how fast the voice speaks, such as "Speed 4 of 5".
        return words.phrase("Speed {step} of {most}", step=number(words, wishes.rate), most=number(words, MOST))
    return NOTHING
