"""At home the kiosk begins as the platform is set; in a branch as its mode is; and she may choose otherwise."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.platform_look import DARK_SCHEME, HIGH_CONTRAST, platform_colours


class Hints:
    """A platform that is set so."""

    def __init__(self, scheme: int, contrast: int) -> None:
        self._scheme, self._contrast = scheme, contrast

    def colorScheme(self) -> int:
        return self._scheme

    def accessibility(self) -> Hints:
        return self

    def contrastPreference(self) -> int:
        return self._contrast


def test_the_numbers_are_those_of_qt() -> None:
    assert Qt.ColorScheme.Dark.value == DARK_SCHEME
    assert Qt.ContrastPreference.HighContrast.value == HIGH_CONTRAST


@pytest.mark.parametrize(
    ("scheme", "contrast", "colours"),
    [(0, 0, "light"), (1, 0, "light"), (2, 0, "dark"), (2, 1, "contrast"), (1, 1, "contrast")],
)
def test_at_home_the_platform_is_followed(scheme: int, contrast: int, colours: str) -> None:
    assert platform_colours(Hints(scheme, contrast), home=True) == colours
    assert platform_colours(Hints(scheme, contrast), home=False) == "light"


def test_the_running_platform_can_be_asked(qtbot: QtBot) -> None:
    assert qtbot is not None
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(Qt.ColorScheme.Dark)
    try:
        assert platform_colours(home=True) in ("dark", "contrast", "light")
    finally:
        hints.unsetColorScheme()
