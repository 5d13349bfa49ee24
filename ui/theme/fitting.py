"""A theme for a small window: the same running text and targets, less air between them."""

from __future__ import annotations

import msgspec

from ui.theme.tokens import Theme

ROOM = 11
"""A window has room when both its sides hold so many main targets,"""
EMS = 22
"""and so many characters of running text."""
FEW_EMS = 18
"""With fewer characters than this, only running text has room: the customer chose very large words."""
LEAST_SPACING = 1.3
"""CN-04."""
CAPTION = 0.7
"""Of the caption's letters where only running text has room: so it still shows two lines beside a page."""
SMALLER = 0.8
"""Of icons and of what is larger than running text."""


def fitted(theme: Theme, width: int, height: int) -> Theme:
    """The theme for a window of this size: as it is where there is room."""
    side = min(width, height)
    if side >= theme.main * ROOM and side >= theme.body * EMS:
        return theme
    share = SMALLER if side >= theme.body * FEW_EMS else 0.0

    crowded = share == 0.0 and width > height

    def smaller(size: int, least: int) -> int:
        return min(size, max(least, round(size * share)))

    return msgspec.structs.replace(
        theme,
        words_alone=crowded,
        caption=max(theme.floor, round(theme.caption * CAPTION)) if crowded else theme.caption,
        spacing=min(theme.spacing, LEAST_SPACING),
        amount=smaller(theme.amount, theme.body),
        lead=smaller(theme.lead, theme.body),
        title=smaller(theme.title, theme.body),
        heading=smaller(theme.heading, theme.body),
        icon=smaller(theme.icon, theme.body),
        margin=theme.tight_margin,
        pad=round(theme.tight_pad * 1.2),
        spread=theme.gap,
    )
