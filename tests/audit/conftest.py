"""The audit's own stage, with sample pages on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from accessibility.screen import Screen
from kiosk.modes import load_modes
from tools.audit.combination import Combination
from tools.audit.measuring import checked
from tools.audit.recording import Recorded
from tools.audit.stage import Stage
from ui.window import KioskWindow

PLAIN = Combination("elder", "zh_CN", 100, "light", "1920x1080")
Fault = Callable[[KioskWindow], None]


class Bench:
    """Shows a page, spoils it, and tells which checks cry out."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.look = PLAIN

    def checks(self, screen: Screen, fault: Fault | None = None) -> dict[str, str]:
        """The checks that found something, and what."""
        self.stage.dress(self.look)
        self.stage.show(screen)
        if fault:
            fault(self.stage.window)
        found = checked(self.stage, Recorded(screen.key, screen), self.stage.parts(), set())
        return {each.violation.check: f"{each.violation.where}: {each.violation.measured}" for each in found}


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Bench:
    """A stage of its own; the window goes with the test."""
    stage = Stage(qapp, load_modes())
    stage.dress(PLAIN)
    qtbot.addWidget(stage.window)
    return Bench(stage)
