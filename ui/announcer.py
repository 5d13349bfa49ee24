"""Telling a screen reader news that has no focus. Orca 43 speaks only a Notice that appears; newer readers this."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(window: QWidget, text: str, *, assertive: bool = False) -> None:
    """Hand `text` to whatever screen reader listens; `assertive` interrupts. The screen shows the same as a Notice."""
    event = QAccessibleAnnouncementEvent(window, text)
    polite = QAccessible.AnnouncementPoliteness
    event.setPoliteness(polite.Assertive if assertive else polite.Polite)
    QAccessible.updateAccessibility(event)
