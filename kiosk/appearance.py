"""How the kiosk looks for a sitting: the theme that mode, wishes, language and the machine's size make together."""

from __future__ import annotations

import re

import msgspec

from kiosk.modes import Mode, ModeError
from ui.theme.colours import PALETTES, SHAPE_PAIRS, TEXT_PAIRS, Colours, contrast
from ui.theme.making import make_theme
from ui.theme.tokens import Theme

OWN = "light"
"""The customer's wish that means: the mode's own colours."""
ASSUMED_SCREEN_MM = 476.0
"""Width of a 21.5-inch 16:9 screen, taken where the operator has not measured his."""


class Eyes(msgspec.Struct, frozen=True):
    """What the operator has said about the screen and where people stand."""

    mm_per_px: float
    viewing_mm: float


def eyes(mm_per_px: float | None, viewing_mm: float, window_size: tuple[int, int]) -> Eyes:
    """The machine's sizes; without a measured pixel the window's longer side is taken to span a 21.5-inch screen."""
    return Eyes(mm_per_px or ASSUMED_SCREEN_MM / max(window_size), viewing_mm)


def theme_for(mode: Mode, machine: Eyes, *, colours: str, text_percent: int, lang: str) -> Theme:
    """The theme; `colours` "light" means the mode's own."""
    return make_theme(
        own_colours(mode) if colours == OWN else PALETTES[colours],
        mode.type,
        mode.targets,
        mode.icon_size,
        mm_per_px=machine.mm_per_px,
        viewing_mm=machine.viewing_mm,
        text_percent=text_percent,
        lang=lang,
        tiles=mode.tiles,
    )


def own_colours(mode: Mode) -> Colours:
    """The mode's palette with its own colours in it."""
    return msgspec.structs.replace(PALETTES[mode.theme], **mode.colours)


def check_look(mode: Mode) -> None:
    """Refuse a mode whose colours cannot be told apart (WC-02, WC-03). Raises ModeError, which names the field."""
    if mode.theme not in PALETTES:
        raise ModeError(f"{mode.key}.toml: theme is {mode.theme!r}; there are {', '.join(PALETTES)}")
    for name, value in mode.colours.items():
        if name not in Colours.__struct_fields__:
            raise ModeError(f"{mode.key}.toml: colours.{name}: there is no such colour")
        if not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
            raise ModeError(f"{mode.key}.toml: colours.{name} is {value!r}; write it as #RRGGBB")
    if mode.colours:
        _check_contrast(mode, own_colours(mode))


def _check_contrast(mode: Mode, colours: Colours) -> None:
    for pairs, least in ((TEXT_PAIRS, 7), (SHAPE_PAIRS, 3)):
        for one, other in pairs:
            ratio = contrast(getattr(colours, one), getattr(colours, other))
            if ratio < least:
                raise ModeError(
                    f"{mode.key}.toml: colours.{one} on {other} has a contrast of {ratio:.1f}:1; at least {least}:1"
                )
