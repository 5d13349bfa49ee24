"""The fixed frame around every screen: the same actions at the same places (STANDARDS.md WC-21, CN-21)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from accessibility.phrase import Phrase
from accessibility.screen import Action
from accessibility.words import Words
from i18n.languages import OWN_NAMES
from kiosk.model.profile import LEAST, MOST
from kiosk.modes import Mode

if TYPE_CHECKING:
    from kiosk.journeys.surroundings import Sitting  # the first page needs none of it


class FrameState(msgspec.Struct, frozen=True):
    """What the frame depends on."""

    at_root: bool = True
    """On the welcome or home page: there is nowhere to go back to."""
    signed_in: bool = False
    pristine: bool = True
    """Nobody has begun anything: there is nothing to leave."""
    has_private: bool = False
    """The page holds something that can be hidden."""
    hidden: bool = False
    can_say_aloud: bool = False
    """Private values on the page are not said until she agrees (EN-07)."""
    louder: bool = True
    quieter: bool = True
    speaks: bool = True
    """The voice is switched on."""
    held: bool = False
    """The voice is held in the middle of what it says."""


def frame_state(sitting: Sitting, *, at_root: bool, pristine: bool, has_private: bool, held: bool) -> FrameState:
    """What the frame depends on, in this sitting."""
    wishes, signed_in = sitting.preferences, sitting.profile is not None
    asked_already = sitting.may_say_private or sitting.hidden
    return FrameState(
        at_root=at_root,
        signed_in=signed_in,
        pristine=pristine,
        has_private=has_private,
        hidden=sitting.hidden,
        can_say_aloud=has_private and signed_in and wishes.speech and not asked_already,
        louder=wishes.volume < MOST,
        quieter=wishes.volume > LEAST,
        speaks=wishes.speech,
        held=held,
    )


def frame(words: Words, mode: Mode, state: FrameState) -> tuple[Action, ...]:
    """The frame's actions, all of them always there; what makes no sense now is disabled, never moved."""
    return (*_foot(words, state), *_top(words, mode, state))


def _foot(words: Words, state: FrameState) -> tuple[Action, ...]:
    hide = words.phrase("Show amounts") if state.hidden else words.phrase("Hide amounts")
    return (
        Action("back", words.phrase("Back"), "arrow-left", "back", enabled=not state.at_root),
        Action("home", words.phrase("Home"), "house", "home", enabled=not state.at_root),
        Action("repeat", words.phrase("Say again"), "arrow-counter-clockwise", "repeat"),
        Action(
            "hide",
            hide,
            "eye" if state.hidden else "eye-slash",
            "hide",
            enabled=state.has_private or state.hidden,
        ),
        Action("help", words.phrase("Ask a person"), "hand-waving", "help", kind="help"),
    )


def _top(words: Words, mode: Mode, state: FrameState) -> tuple[Action, ...]:
    own_name = OWN_NAMES[words.lang]
    return (
        Action("quieter", words.phrase("Quieter"), "speaker-low", "quieter", enabled=state.quieter),
        Action("louder", words.phrase("Louder"), "speaker-high", "louder", enabled=state.louder),
        # Translators: the button that opens the choice of language; {name} is the language in use.
        Action("language", Phrase(own_name, words.phrase("Language: {name}", name=own_name).said), "globe", "language"),
        Action("mode", mode.name.told(words.lang), "swap", "mode"),
        Action("leave", words.phrase("Leave"), "sign-out", "leave", enabled=not state.pristine),
        _pause(words, state),
        *((Action("aloud", words.phrase("Say amounts aloud"), "ear", "aloud"),) if state.can_say_aloud else ()),
    )


def _pause(words: Words, state: FrameState) -> Action:
    """Says what pressing it does, so that its state is known by ear and by eye without pressing it (EN-04, EN-23)."""
    if state.held:
        # Translators: the button that lets the voice go on after a pause
        return Action("pause", words.phrase("Go on"), "play", "pause", enabled=state.speaks, kind="primary")
    # Translators: the button that holds the voice for a moment
    return Action("pause", words.phrase("Pause"), "pause", "pause", enabled=state.speaks)
