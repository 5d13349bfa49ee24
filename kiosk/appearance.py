"""How the kiosk looks for a sitting: the theme that mode, wishes, language and the machine's size make together."""

from __future__ import annotations

import msgspec

from kiosk.modes import Mode
from ui.theme.making import make_theme
from ui.theme.tokens import Theme

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
        mode.theme if colours == "light" else colours,
        mode.type,
        mode.targets,
        mode.icon_size,
        mm_per_px=machine.mm_per_px,
        viewing_mm=machine.viewing_mm,
        text_percent=text_percent,
        lang=lang,
    )
