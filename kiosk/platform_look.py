"""What the platform asks for: dark colours or strong contrast, which a PC at home follows (STANDARDS.md EN-27)."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QGuiApplication

from kiosk.appearance import OWN

DARK_SCHEME = 2
"""Qt.ColorScheme.Dark, and"""
HIGH_CONTRAST = 1
"""Qt.ContrastPreference.HighContrast, as plain numbers: naming Qt's own builds a hundred enumerations (ui/keys.py)."""


class Hints(Protocol):
    """What is asked of Qt's style hints."""

    def colorScheme(self) -> object:
        """Whether the platform is light or dark."""

    def accessibility(self) -> object:
        """Where the wish for contrast stands."""


def platform_colours(hints: Hints | None = None, *, home: bool) -> str:
    """The palette to begin with: at home the platform's wish, in a branch always the mode's own.

    A branch's machine is closed (EN 301 549 5.1): nobody there can have set the platform for herself.
    """
    if not home:
        return OWN
    asked = hints or QGuiApplication.styleHints()
    contrast = getattr(asked.accessibility(), "contrastPreference", lambda: 0)()
    if _number(contrast) == HIGH_CONTRAST:
        return "contrast"
    return "dark" if _number(asked.colorScheme()) == DARK_SCHEME else OWN


def _number(value: object) -> int:
    return int(getattr(value, "value", value))  # type: ignore[call-overload,no-any-return]
