"""The page that stands while the bank takes its time: words within 300 ms, and a way out."""

from __future__ import annotations

from accessibility.screen import Paragraph, Progress, Screen
from accessibility.words import Words
from kiosk.modes import Mode

KEY = "waiting"


def waiting_screen(words: Words, mode: Mode) -> Screen:
    """One moment."""
    return Screen(
        key=KEY,
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("One moment"),
        blocks=(
            Progress(words.phrase("We are asking the bank.")),
            Paragraph(words.phrase("You can wait, go back, or ask a person.")),
        ),
        live=True,
    )
