"""Real windows, offscreen, in any mode, language and size."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from accessibility.screen import Screen
from tests.ui.gallery import SIZES, theme_for
from tests.ui.samples import Samples
from ui.window import FrameLabels, KioskWindow


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


OpenWindow = Callable[..., KioskWindow]


@pytest.fixture
def open_window(qtbot: QtBot, clock: Clock) -> OpenWindow:
    """Opens a window of a mode, language and size with a screen on it."""

    def opened(
        screen: Screen | None = None,
        mode: str = "elder",
        lang: str = "zh_CN",
        size: str = "1920x1080",
        percent: int = 100,
    ) -> KioskWindow:
        width, height, mm = SIZES[size]
        window = KioskWindow(theme_for(mode, lang, mm, percent=percent), clock=clock)
        qtbot.addWidget(window)
        samples = Samples(lang, mode)
        window.set_labels(FrameLabels(samples.p("up"), samples.p("down")))
        window.resize(width, height)
        window.show_screen(screen or samples.home())
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return opened
