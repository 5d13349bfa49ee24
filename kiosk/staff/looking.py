"""The page while no kiosk's bank is found on this machine."""

from __future__ import annotations

from accessibility.screen import Action, Paragraph, Progress, Screen
from accessibility.words import Words


def looking_screen(words: Words) -> Screen:
    """Looking for the bank, and what would help."""
    return Screen(
        key="staff.looking",
        lang=words.lang,
        mode="staff",
        heading=words.phrase("Looking for the kiosk"),
        blocks=(
            Progress(words.phrase("No kiosk is running on this computer yet.")),
            Paragraph(words.phrase("Start the kiosk, or name the bank's address with --bank-url.")),
        ),
        actions=(Action("language", words.phrase("Change language"), "globe", "language"),),
        live=True,
    )
