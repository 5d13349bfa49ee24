"""A hand that shakes, a key held down, a finger that changes its mind."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from accessibility.phrase import Phrase
from accessibility.screen import Choices, Tile
from tests.ui.conftest import Clock, OpenWindow
from tests.ui.samples import Samples
from ui.controls.pressable import Pressable
from ui.window import KioskWindow

LEFT = Qt.MouseButton.LeftButton


def control(window: KioskWindow, key: str) -> Pressable:
    return next(w for w in window.findChildren(Pressable) if w.key == key and w.isVisibleTo(window))


def lift(widget: QWidget, place: QPoint) -> None:
    """Move the pressed finger to `place` and lift it."""
    for kind, buttons in ((QEvent.Type.MouseMove, LEFT), (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton)):
        button = LEFT if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
        where = QPointF(place)
        event = QMouseEvent(
            kind, where, QPointF(widget.mapToGlobal(place)), button, buttons, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(widget, event)


def acted(window: KioskWindow) -> list[tuple[str, str]]:
    seen: list[tuple[str, str]] = []
    window.acted.connect(lambda key, typed: seen.append((key, typed)))
    return seen


def test_acts_on_lifting_not_on_pressing(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    seen, tile = acted(window), control(window, "open:checkup")
    qtbot.mousePress(tile, LEFT)
    assert seen == []
    qtbot.mouseRelease(tile, LEFT)
    assert seen == [("open:checkup", "")]


def test_a_lift_just_outside_counts_and_one_far_off_does_not(
    qtbot: QtBot, open_window: OpenWindow, clock: Clock
) -> None:
    window = open_window()
    seen, tile = acted(window), control(window, "open:balances")
    qtbot.mousePress(tile, LEFT)
    lift(tile, QPoint(tile.width() + window.theme.slop - 2, tile.height() // 2))
    assert seen == [("open:balances", "")]
    clock.now += 1
    qtbot.mousePress(tile, LEFT)
    lift(tile, QPoint(tile.width() + window.theme.slop + 8, tile.height() // 2))
    assert len(seen) == 1


def test_a_touch_in_the_gap_goes_to_the_nearest_control(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    seen, tile = acted(window), control(window, "open:balances")
    edge = tile.mapTo(window, tile.rect().bottomRight())
    qtbot.mouseClick(window, LEFT, pos=edge + QPoint(5, -40))
    assert [key for key, _ in seen] == ["open:balances"]
    qtbot.mouseClick(window, LEFT, pos=QPoint(2, 2))
    assert len(seen) == 1


def test_the_second_half_of_a_double_tap_does_nothing(qtbot: QtBot, open_window: OpenWindow, clock: Clock) -> None:
    window = open_window()
    seen, back = acted(window), control(window, "back")
    qtbot.mouseClick(back, LEFT)
    clock.now += 0.49
    qtbot.mouseClick(back, LEFT)
    assert len(seen) == 1
    clock.now += 0.51
    qtbot.mouseClick(back, LEFT)
    assert len(seen) == 2


def test_a_double_tap_does_not_press_what_the_first_tap_brought(
    qtbot: QtBot, open_window: OpenWindow, clock: Clock
) -> None:
    window = open_window()
    seen, tile = acted(window), control(window, "open:see")
    place = tile.mapTo(window, tile.rect().center())
    qtbot.mouseClick(tile, LEFT)
    window.show_screen(Samples().welcome())
    brought = control(window, "lang:en")
    same_place = brought.mapFrom(window, place)
    assert brought.rect().contains(same_place)
    clock.now += 0.2
    qtbot.mouseClick(brought, LEFT, pos=same_place)
    assert [key for key, _ in seen] == ["open:see"]
    clock.now += 0.6
    qtbot.mouseClick(brought, LEFT, pos=same_place)
    assert [key for key, _ in seen] == ["open:see", "lang:en"]


def test_enter_and_space_work_and_repeats_are_dropped(qtbot: QtBot, open_window: OpenWindow, clock: Clock) -> None:
    window = open_window()
    seen, tile = acted(window), control(window, "open:checkup")
    tile.setFocus()
    qtbot.keyClick(tile, Qt.Key.Key_Return)
    for _ in range(5):
        clock.now += 1
        repeat = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)  # noqa: FBT003
        QApplication.sendEvent(tile, repeat)
    assert len(seen) == 1
    qtbot.keyClick(tile, Qt.Key.Key_Space)
    assert len(seen) == 2


def test_escape_goes_back_and_f1_calls_help(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    seen = acted(window)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert [key for key, _ in seen] == ["back", "help"]


def test_any_key_and_any_touch_is_a_sign_of_life(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    for act in (
        lambda: qtbot.mousePress(window, LEFT, pos=QPoint(3, 3)),
        lambda: qtbot.mousePress(control(window, "help"), LEFT),
        lambda: qtbot.keyClick(window, Qt.Key.Key_A),
        lambda: QTest.keyClick(window, Qt.Key.Key_Tab),
        lambda: qtbot.keyClick(control(window, "help"), Qt.Key.Key_Left),
    ):
        with qtbot.waitSignal(window.touched):
            act()


def strays(window: KioskWindow) -> list[int]:
    seen: list[int] = []
    window.stray.connect(lambda: seen.append(1))
    return seen


def test_a_touch_beside_all_controls_is_stray_once_lifted(qtbot: QtBot, open_window: OpenWindow, clock: Clock) -> None:
    window = open_window()
    seen = strays(window)
    far = QPoint(2, 2)
    qtbot.mousePress(window, LEFT, pos=far)
    assert seen == []
    qtbot.mouseRelease(window, LEFT, pos=far)
    assert seen == [1]
    clock.now += 0.2
    qtbot.mouseClick(window, LEFT, pos=far)
    assert seen == [1], "the second half of a double tap"
    clock.now += 1
    qtbot.mousePress(window, LEFT, pos=far)
    qtbot.mouseRelease(window, LEFT, pos=far + QPoint(0, 300))
    assert seen == [1], "slid away"
    clock.now += 1
    heading = next(w for w in window.findChildren(QWidget) if getattr(w, "key", "") == "heading")
    qtbot.mouseClick(heading, LEFT)
    assert seen == [1, 1], "words are no control"


def test_a_touch_that_a_control_takes_is_not_stray(qtbot: QtBot, open_window: OpenWindow, clock: Clock) -> None:
    window = open_window(msgspec.structs.replace(Samples().home(), actions=Samples().actions(back=False)))
    seen, tile = strays(window), control(window, "open:balances")
    qtbot.mouseClick(tile, LEFT)
    clock.now += 1
    qtbot.mouseClick(window, LEFT, pos=tile.mapTo(window, tile.rect().bottomRight()) + QPoint(5, -40))
    clock.now += 1
    qtbot.mouseClick(window, LEFT, pos=control(window, "back").mapTo(window, QPoint(20, 20)))
    assert seen == []


def test_what_came_by_itself_under_the_finger_is_not_pressed(
    qtbot: QtBot, open_window: OpenWindow, clock: Clock
) -> None:
    """A colleague accepted: "I am going" has just become "Mark as done", at the same place."""
    queue = Samples().queue()
    done = Choices((Tile("done", Phrase("Mark as done")),))
    blocks = tuple(done if isinstance(block, Choices) else block for block in queue.blocks)
    window = open_window(msgspec.structs.replace(queue, live=True))
    seen = acted(window)
    window.show_screen(msgspec.structs.replace(queue, live=True, blocks=blocks))
    clock.now += 0.2
    qtbot.mouseClick(control(window, "done"), LEFT)
    assert seen == []
    clock.now += 0.4
    qtbot.mouseClick(control(window, "done"), LEFT)
    assert seen == [("done", "")]


def test_what_a_double_tap_brings_is_not_touched_by_its_second_half(
    qtbot: QtBot, open_window: OpenWindow, clock: Clock
) -> None:
    window = open_window()
    seen, tile = strays(window), control(window, "open:see")
    place = tile.mapTo(window, QPoint(40, tile.height() // 2))
    qtbot.mouseClick(tile, LEFT, pos=QPoint(40, tile.height() // 2))
    window.show_screen(Samples().screen("empty", "home"))
    clock.now += 0.2
    qtbot.mouseClick(window, LEFT, pos=place)
    assert seen == []


@pytest.mark.parametrize(
    ("key", "modifier", "times"),
    [
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_5, Qt.KeyboardModifier.KeypadModifier, 1),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier, 0),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, 0),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 0),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, 0),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, 0),
        (Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier, 0),
    ],
)
def test_a_key_that_nothing_uses_is_stray(
    qtbot: QtBot, open_window: OpenWindow, key: Qt.Key, modifier: Qt.KeyboardModifier, times: int
) -> None:
    window = open_window()
    seen = strays(window)
    qtbot.keyClick(window, key, modifier)
    assert len(seen) == times


def test_a_key_that_something_uses_is_not_stray(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(Samples().pin())
    seen = strays(window)
    qtbot.keyClick(window, Qt.Key.Key_5)
    qtbot.keyClick(control(window, "help"), Qt.Key.Key_Space)
    assert seen == []
