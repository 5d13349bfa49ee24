"""Things the kiosk tells on whatever page is open."""

from __future__ import annotations

from accessibility.screen import Notice
from accessibility.words import Words


def no_sound(words: Words) -> Notice:
    """The machine has no loudspeaker that works: said once, everything goes on in writing (EN-17)."""
    return Notice(
        words.phrase("There is no sound just now."),
        "warning",
        words.phrase("You can read everything at the bottom."),
    )
