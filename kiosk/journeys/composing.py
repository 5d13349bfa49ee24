"""A whole screen from a journey's bare one: news above it, the frame around it, covered while amounts are hidden."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from accessibility.masking import has_private, masked
from accessibility.screen import Block, Screen, with_frame
from accessibility.words import Words
from kiosk.journeys.amounts import while_hidden
from kiosk.journeys.frame import frame, frame_state
from kiosk.journeys.help_pages import help_alert
from kiosk.journeys.surroundings import Sitting
from kiosk.modes import Mode


def composed(
    bare: Screen,
    words: Words,
    mode: Mode,
    sitting: Sitting,
    told: Iterable[Block | None],
    *,
    at_root: bool,
    pristine: bool,
    held: bool,
) -> Screen:
    """The screen as it is shown. `told`: news in order, None for none; `held`: the customer's pause holds the voice."""
    notices = tuple(notice for notice in told if notice)
    alert = help_alert(words, sitting.help_line)
    whole = msgspec.structs.replace(bare, blocks=(*notices, *bare.blocks), alert=alert)
    private = has_private(whole)
    if sitting.hidden:
        whole = masked(whole, while_hidden(words))
    state = frame_state(sitting, at_root=at_root, pristine=pristine, has_private=private, held=held)
    return with_frame(whole, frame(words, mode, state))
