"""The first window: as large as the machine lets it be, and no larger."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kiosk.first_page import first_mode, open_window
from kiosk.settings import Settings, Size


@pytest.mark.parametrize(
    ("settings", "maximised", "whole_screen"),
    [
        (Settings(), True, False),
        (Settings(fullscreen=True), False, True),
        (Settings(window=Size(1280, 800)), False, False),
    ],
    ids=["at home", "at the branch", "of a given size"],
)
def test_no_edge_lies_behind_the_task_bar(
    qtbot: QtBot, settings: Settings, *, maximised: bool, whole_screen: bool
) -> None:
    window = open_window(settings, first_mode(settings))
    qtbot.addWidget(window)
    assert (window.isMaximized(), window.isFullScreen()) == (maximised, whole_screen)
    if settings.window:
        assert (window.width(), window.height()) == tuple(settings.window)
