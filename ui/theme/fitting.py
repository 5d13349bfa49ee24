"""A theme for a small window: the same running text and targets, less air between them."""

from __future__ import annotations

import msgspec

from ui.theme.tokens import Theme

ROOM = 11
"""A window has room when both its sides hold so many main targets."""
LEAST_SPACING = 1.3
"""CN-04."""
SMALLER = 0.8
"""Of icons and of what is larger than running text."""


def fitted(theme: Theme, width: int, height: int) -> Theme:
    """The theme for a window of this size: as it is where there is room."""
    if min(width, height) >= theme.main * ROOM:
        return theme
    return msgspec.structs.replace(
        theme,
        spacing=min(theme.spacing, LEAST_SPACING),
        amount=max(theme.title, round(theme.amount * SMALLER)),
        lead=max(theme.body, round(theme.lead * 0.88)),
        title=max(theme.lead, round(theme.title * SMALLER)),
        heading=max(theme.lead, round(theme.heading * SMALLER)),
        icon=round(theme.icon * SMALLER),
        margin=theme.tight_margin,
        pad=round(theme.tight_pad * 1.2),
        spread=theme.gap,
    )
