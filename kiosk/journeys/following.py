"""Going where a step leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from kiosk.journeys.journey import Back, Home, Journey, Leave, Open, SignedIn, Step
from kiosk.journeys.stack import Stack
from kiosk.journeys.surroundings import Surroundings
from kiosk.model.profile import Preferences, Profile
from kiosk.modes import Mode, proposed


def _as_here(profile: Profile, theme: str) -> Profile:
    """At home, who has not chosen other colours keeps those of her own PC (EN-27)."""
    wishes = msgspec.structs.replace(profile.preferences, theme=theme)
    return msgspec.structs.replace(profile, preferences=wishes)


async def follow(
    step: Step, stack: Stack, around: Surroundings, modes: Mapping[str, Mode], leave: Callable[[], None]
) -> Journey | None:
    """Go there; answers with the journey that is to be entered now, if any. `leave` is called to end the sitting."""
    match step:
        case Open(journey, argument):
            await stack.clear_of(journey)
            return stack.push(journey, around, argument)
        case Back():
            await stack.pop()
        case Home():
            return await to_start(stack, around)
        case SignedIn(profile):
            mode = proposed(modes, profile.mode, profile.age_band)
            known = msgspec.structs.replace(profile, mode=mode)
            if around.home_device and known.preferences.theme == Preferences().theme:
                known = _as_here(known, around.sitting.preferences.theme)
            around.sitting.know(known, modes)
            return await to_start(stack, around)
        case Leave():
            leave()
    return None


async def to_start(stack: Stack, around: Surroundings) -> Journey:
    """To the home page; to the welcome page while nobody is signed in."""
    return await stack.to_root("home" if around.sitting.profile else "welcome", around)
