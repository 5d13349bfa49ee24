"""The voice is steered by single keys, on every page, without looking."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Clock, OpenWindow
from tests.ui.samples import Samples
from tests.ui.test_pressing import LEFT, acted, control
from ui.window import KioskWindow

KEYS = {
    Qt.Key.Key_F1: "help",
    Qt.Key.Key_F2: "repeat",
    Qt.Key.Key_F3: "pause",
    Qt.Key.Key_F4: "spell",
    Qt.Key.Key_F5: "slower",
    Qt.Key.Key_F6: "faster",
    Qt.Key.Key_F7: "quieter",
    Qt.Key.Key_F8: "louder",
    Qt.Key.Key_F9: "hide",
    Qt.Key.Key_Plus: "louder",
    Qt.Key.Key_Minus: "quieter",
    Qt.Key.Key_Escape: "back",
}


def test_the_readme_lists_every_key() -> None:
    keys = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8").partition("## Keys")[2]
    table = keys.partition("## ")[0]
    for key in KEYS:
        name = {Qt.Key.Key_Plus: "`+`", Qt.Key.Key_Minus: "`-`"}.get(key, key.name.removeprefix("Key_"))
        assert re.search(rf"^\|.*{re.escape(name)}.*\|", table, re.MULTILINE), name


def hushed(window: KioskWindow) -> list[str]:
    """What came down, in order: "touched" hushes the voice, "stirred" does not."""
    seen: list[str] = []
    window.touched.connect(lambda: seen.append("touched"))
    window.stirred.connect(lambda: seen.append("stirred"))
    return seen


@pytest.mark.parametrize("page", ["home", "pin", "transactions"])
def test_every_key_does_its_work_wherever_the_focus_is(
    qtbot: QtBot, open_window: OpenWindow, clock: Clock, page: str
) -> None:
    window = open_window(getattr(Samples(), page)())
    seen = acted(window)
    for key in KEYS:
        clock.now += 1
        qtbot.keyClick(window.focusWidget() or window, key)
    assert [action for action, _ in seen] == list(KEYS.values())
    assert {typed for _, typed in seen} == {""}


@pytest.mark.parametrize(("key", "action"), [(Qt.Key.Key_Plus, "louder"), (Qt.Key.Key_Minus, "quieter")])
def test_plus_and_minus_of_the_number_block_count_too(
    qtbot: QtBot, open_window: OpenWindow, key: Qt.Key, action: str
) -> None:
    window = open_window(Samples().pin())
    seen, counts = acted(window), list[int]()
    window.typed.connect(counts.append)
    qtbot.keyClick(window.focusWidget() or window, key, Qt.KeyboardModifier.KeypadModifier)
    assert (seen, counts) == ([(action, "")], [])


def test_a_line_to_type_into_takes_plus_and_minus_itself(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(Samples(mode="standard").transactions(), mode="standard")
    seen, line = acted(window), window.findChildren(QLineEdit)[0]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Minus)
    assert (line.text(), seen) == ("-", [])
    qtbot.keyClick(line, Qt.Key.Key_F8)
    assert seen == [("louder", "")]


def test_at_the_end_of_the_scale_a_key_still_answers(qtbot: QtBot, open_window: OpenWindow) -> None:
    """The button is greyed for the eye; the ear must hear that this is the loudest."""
    window = open_window(msgspec.structs.replace(Samples().home(), actions=Samples().actions(louder=False)))
    seen = acted(window)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert seen == [("louder", "")]


def test_a_key_held_down_or_pressed_twice_at_once_counts_once(
    qtbot: QtBot, open_window: OpenWindow, clock: Clock
) -> None:
    window = open_window()
    seen = acted(window)
    qtbot.keyClick(window, Qt.Key.Key_F8)
    repeat = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier, "", True)  # noqa: FBT003
    clock.now += 2
    QApplication.sendEvent(window, repeat)
    clock.now += 0.4
    assert len(seen) == 1
    qtbot.keyClick(window, Qt.Key.Key_F8)
    clock.now += 0.4
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert len(seen) == 2


def test_what_holds_the_voice_does_not_hush_it(qtbot: QtBot, open_window: OpenWindow, clock: Clock) -> None:
    """By key, by finger, by a finger just beside it, and by Enter on it."""
    window = open_window()
    down, seen, pause = hushed(window), acted(window), control(window, "pause")
    qtbot.keyClick(window, Qt.Key.Key_F3)
    clock.now += 1
    qtbot.mouseClick(pause, LEFT)
    clock.now += 1
    qtbot.mouseClick(window, LEFT, pos=pause.mapTo(window, QPoint(pause.width() // 2, pause.height() + 3)))
    clock.now += 1
    qtbot.keyClick(pause, Qt.Key.Key_Return)
    assert seen == [("pause", "")] * 4
    assert down == ["stirred"] * 4
    clock.now += 1
    qtbot.keyClick(window, Qt.Key.Key_F2)
    assert down[-1] == "touched"


@pytest.mark.parametrize("mode", ["elder", "standard", "youth"])
def test_the_pause_is_a_proper_target_on_every_page(open_window: OpenWindow, mode: str) -> None:
    window = open_window(mode=mode)
    for screen in Samples(mode=mode).all():
        window.show_screen(screen)
        pause = control(window, "pause")
        assert min(pause.width(), pause.height()) >= window.theme.small


def test_a_window_without_a_voice_has_no_such_keys(qtbot: QtBot, open_window: OpenWindow) -> None:
    silent = tuple(action for action in Samples().actions() if action.place not in ("repeat", "pause"))
    window = open_window(msgspec.structs.replace(Samples().home(), actions=silent))
    seen = acted(window)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F8):
        qtbot.keyClick(window, key)
    assert seen == []
