"""Real keys, touches and pointers at a real window, from outside it."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from accessibility.reaching.reach import Reach
from tests.ui.conftest import Clock, OpenWindow
from tests.ui.samples import Samples
from tests.ui.test_pressing import LEFT, acted, control
from ui.controls.pressable import Pressable
from ui.reaching.reaching import Reaching
from ui.window import KioskWindow

TOUCH_SCREEN = QTest.createTouchDevice()


class Hand:
    """Somebody before the window, who reaches it in one way."""

    def __init__(self, window: KioskWindow, clock: Clock, *, any_key: bool = False, **reach: Any) -> None:
        self.window, self.clock = window, clock
        self.reaching = Reaching(window)
        self.done, self.told, self.hints = acted(window), list[str](), list[str]()
        window.focused.connect(self.told.append)
        window.hinted.connect(self.hints.append)
        self.reaching.set_reach(Reach(**reach), any_key=any_key)
        self.hints.clear()

    @property
    def keys(self) -> list[str]:
        """What was chosen."""
        return [key for key, _ in self.done]

    @property
    def focus(self) -> str:
        """Where she is."""
        return str(getattr(self.window.focusWidget(), "key", ""))

    def strike(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Real keys, one a second."""
        for key in keys:
            self.clock.now += 1
            QTest.keyClick(self.window.windowHandle(), key, modifier)

    def press(self, place: QPoint | Pressable, seconds: float = 0.1) -> None:
        """A finger, or the mouse."""
        at = place if isinstance(place, QPoint) else place.mapTo(self.window, place.rect().center())
        QTest.mousePress(self.window.windowHandle(), LEFT, pos=at)
        self.clock.now += seconds
        QTest.mouseRelease(self.window.windowHandle(), LEFT, pos=at)
        self.clock.now += 1

    def point(self, place: QPoint) -> None:
        """The pointer goes there."""
        at = QPointF(place)
        event = QMouseEvent(
            QEvent.Type.MouseMove, at, QPointF(self.window.mapToGlobal(place)), Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(self.window.windowHandle(), event)


def middle(window: KioskWindow, key: str) -> QPoint:
    widget = control(window, key)
    return widget.mapTo(window, widget.rect().center())


# Keys


def test_number_keys_move_choose_go_on_and_back(open_window: OpenWindow, clock: Clock) -> None:
    hand = Hand(open_window(), clock, number_keys="phone")
    hand.strike(Qt.Key.Key_6)
    assert hand.focus == "open:checkup"
    hand.strike(Qt.Key.Key_5)
    hand.strike(Qt.Key.Key_NumberSign)
    assert hand.focus == "open:see"
    hand.strike(Qt.Key.Key_Asterisk)
    assert hand.keys == ["open:checkup", "back"]
    assert hand.hints == ["number_keys"], "told once, when she begins"
    hand.strike(Qt.Key.Key_7)
    assert hand.hints == ["number_keys", "number_keys"], "and whenever she strikes a key that means nothing"


def test_the_same_keys_without_numlock(open_window: OpenWindow, clock: Clock) -> None:
    hand = Hand(open_window(), clock, number_keys="phone")
    pad = Qt.KeyboardModifier.KeypadModifier
    hand.strike(Qt.Key.Key_Right, modifier=pad)
    assert hand.focus == "open:checkup"
    hand.strike(Qt.Key.Key_Clear, modifier=pad)
    assert hand.keys == ["open:checkup"]


def test_where_a_number_is_asked_for_digits_type_and_there_is_a_way_out(open_window: OpenWindow, clock: Clock) -> None:
    hand = Hand(open_window(Samples().pin()), clock, number_keys="phone")
    pad = hand.window.page.keypad() if hand.window.page else None
    assert pad is not None
    hand.strike(Qt.Key.Key_2, Qt.Key.Key_5)
    hand.strike(Qt.Key.Key_Home, modifier=Qt.KeyboardModifier.KeypadModifier)
    assert pad.typed == 3
    hand.strike(Qt.Key.Key_Asterisk)
    assert pad.typed == 2
    hand.strike(Qt.Key.Key_NumberSign)
    assert not isinstance(hand.window.focusWidget(), type(pad)), "# leaves the field"
    while hand.focus != "help":
        before = hand.focus
        hand.strike(Qt.Key.Key_NumberSign)
        assert hand.focus != before
    hand.strike(Qt.Key.Key_5)
    assert hand.keys == ["help"], "outside the field 5 chooses again"
    assert pad.typed == 2


def test_a_number_is_handed_on_with_the_hash_key_and_left_with_the_star(open_window: OpenWindow, clock: Clock) -> None:
    hand = Hand(open_window(Samples().pin()), clock, number_keys="phone")
    hand.strike(*[Qt.Key.Key_1] * 6, Qt.Key.Key_NumberSign)
    assert hand.done[-1][1] == "111111"
    hand.strike(Qt.Key.Key_Asterisk)
    assert hand.keys[-1] == "back"


def test_any_key_begins_but_hash_goes_on(open_window: OpenWindow, clock: Clock) -> None:
    hand = Hand(open_window(Samples().begin()), clock, any_key=True, number_keys="phone")
    strays: list[int] = []
    hand.window.stray.connect(lambda: strays.append(1))
    hand.strike(Qt.Key.Key_6)
    assert strays == [1]
    start = hand.focus
    hand.strike(Qt.Key.Key_NumberSign)
    assert hand.focus != start
    hand.strike(Qt.Key.Key_5)
    assert strays == [1]
    assert len(hand.keys) == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_6])
def test_a_key_held_down_does_nothing_more(open_window: OpenWindow, clock: Clock, key: Qt.Key) -> None:
    hand = Hand(open_window(), clock, number_keys="phone")
    start = hand.focus
    for _ in range(3):
        clock.now += 1
        text = "6" if key == Qt.Key.Key_6 else ""
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, True)  # noqa: FBT003
        QApplication.sendEvent(hand.window.windowHandle(), event)
    assert (hand.focus, hand.keys) == (start, [])


def test_the_focus_outlives_a_live_change_and_another_look(open_window: OpenWindow, clock: Clock) -> None:
    hand = Hand(open_window(Samples().queue()), clock, number_keys="phone")
    while hand.focus != "help":
        hand.strike(Qt.Key.Key_NumberSign)
    hand.window.show_screen(msgspec.structs.replace(Samples().queue(), blocks=Samples().trouble().blocks))
    assert hand.focus == "help"
    hand.window.set_theme(open_window(mode="youth").theme)
    hand.window.activateWindow()
    assert hand.focus == "help"


# Fingers


@pytest.mark.parametrize("hold", [0.3, 0.6, 1.0])
def test_a_press_shorter_than_she_wishes_does_nothing(open_window: OpenWindow, clock: Clock, hold: float) -> None:
    hand = Hand(open_window(), clock, hold_s=hold)
    tile = control(hand.window, "open:checkup")
    hand.press(tile, hold - 0.01)
    assert (hand.keys, hand.hints, tile.isDown()) == ([], ["hold"], False)
    hand.press(tile, hold + 0.01)
    assert hand.keys == ["open:checkup"]


@pytest.mark.parametrize(
    ("again", "between", "times"), [(0.5, 0.49, 1), (0.5, 0.51, 2), (1.0, 0.99, 1), (0.25, 0.3, 2)]
)
def test_a_second_press_counts_after_the_time_she_wishes(
    open_window: OpenWindow, clock: Clock, again: float, between: float, times: int
) -> None:
    hand = Hand(open_window(), clock, again_s=again)
    tile = control(hand.window, "open:checkup")
    for _ in range(2):
        QTest.mouseClick(hand.window.windowHandle(), LEFT, pos=tile.mapTo(hand.window, tile.rect().center()))
        clock.now += between
    assert len(hand.keys) == times


def test_the_first_touch_tells_and_the_second_does(open_window: OpenWindow, clock: Clock) -> None:
    hand = Hand(open_window(), clock, choosing="hear_first")
    tile = control(hand.window, "open:checkup")
    hand.press(tile)
    assert (hand.told, hand.keys) == (["open:checkup"], [])
    hand.press(tile)
    assert hand.keys == ["open:checkup"]
    hand.press(QPoint(3, 3))
    assert hand.told[-1] == "heading"


def touch(window: KioskWindow) -> Any:
    return QTest.touchEvent(window.windowHandle(), TOUCH_SCREEN)


def test_one_finger_on_the_glass_chooses_and_a_fallen_hand_does_not(open_window: OpenWindow, clock: Clock) -> None:
    hand = Hand(open_window(), clock)
    window, here = hand.window, middle(hand.window, "open:checkup")
    touch(window).press(0, here, window.windowHandle()).commit()
    clock.now += 0.3
    touch(window).release(0, here, window.windowHandle()).commit()
    assert hand.keys == ["open:checkup"]
    clock.now += 2
    away = middle(window, "open:see")
    touch(window).press(0, here, window.windowHandle()).press(1, away, window.windowHandle()).commit()
    clock.now += 0.3
    touch(window).release(0, here, window.windowHandle()).release(1, away, window.windowHandle()).commit()
    assert hand.keys == ["open:checkup"]
    assert not control(window, "open:checkup").isDown()


# A resting pointer


def test_a_pointer_that_rests_chooses_once(open_window: OpenWindow, clock: Clock) -> None:
    hand = Hand(open_window(), clock, choosing="rest", rest_s=1.5)
    rester, mark = hand.reaching.doorway.rester, hand.reaching.doorway.mark
    assert rester is not None
    hand.point(middle(hand.window, "open:checkup"))
    assert hand.told == ["open:checkup"]
    clock.now += 1.49
    rester.tick()
    assert (hand.keys, mark.steps) == ([], 3)
    clock.now += 0.02
    rester.tick()
    assert hand.keys == ["open:checkup"]
    clock.now += 9
    rester.tick()
    assert hand.keys == ["open:checkup"]
    hand.press(control(hand.window, "open:see"))
    assert hand.keys[-1] == "open:see", "a real press works as well: nobody is held in it"


# Switches


def test_choices_are_offered_and_taken_with_one_switch(open_window: OpenWindow, clock: Clock) -> None:
    hand = Hand(open_window(), clock, choosing="one_switch", pace_s=2.0)
    scanner = hand.reaching.doorway.scanner
    assert scanner is not None
    scanner.tick()
    first = scanner.offered
    clock.now += 1.9
    scanner.tick()
    assert scanner.offered == first
    clock.now += 0.2
    scanner.tick()
    assert scanner.offered != first
    while len(scanner.offered) != 1 or "help" not in scanner.offered:
        clock.now += 1
        if "help" in scanner.offered:
            hand.press(QPoint(3, 3))  # the whole glass is the switch
        else:
            scanner.go_on()
    hand.strike(Qt.Key.Key_Space)
    assert hand.keys == ["help"]


def test_with_two_switches_nothing_moves_by_itself(open_window: OpenWindow, clock: Clock) -> None:
    hand = Hand(open_window(), clock, choosing="two_switches")
    scanner = hand.reaching.doorway.scanner
    assert scanner is not None
    scanner.tick()
    first = scanner.offered
    clock.now += 60
    scanner.tick()
    assert scanner.offered == first
    hand.strike(Qt.Key.Key_Space)
    assert scanner.offered != first
    hand.press(QPoint(3, 3))
    hand.press(QPoint(hand.window.width() - 3, 3))
    assert hand.keys or scanner.offered


def test_three_seconds_begin_and_end_it(open_window: OpenWindow, clock: Clock) -> None:
    hand = Hand(open_window(), clock)
    native = hand.window.windowHandle()
    QTest.keyPress(native, Qt.Key.Key_Space)
    clock.now += 2.99
    QTest.keyRelease(native, Qt.Key.Key_Space)
    assert hand.keys == ["open:balances"], "a slow press is a press"
    clock.now += 1
    QTest.keyPress(native, Qt.Key.Key_Space)
    clock.now += 3.01
    QTest.keyRelease(native, Qt.Key.Key_Space)
    assert hand.keys == ["open:balances", "switch:on"]
    hand.reaching.set_reach(Reach(choosing="one_switch"), any_key=False)
    hand.press(QPoint(300, 300), 3.01)
    assert hand.keys[-1] == "switch:off"
    assert hand.hints == ["one_switch"], "how it goes is told when it begins"


# Sides and heights


def test_a_left_hand_finds_help_at_the_left_and_tab_in_reading_order(open_window: OpenWindow) -> None:
    window = open_window()
    window.set_theme(msgspec.structs.replace(window.theme, mirrored=True))
    foot = ("help", "hide", "repeat", "home", "back")
    places = [middle(window, key).x() for key in foot]
    assert places == sorted(places)
    order = [getattr(widget, "key", "") for widget in window.focus_order()]
    assert [key for key in order if key in foot] == list(foot)


def test_controls_come_down_into_the_band(open_window: OpenWindow) -> None:
    window = open_window(size="1080x1920")
    window.set_theme(msgspec.structs.replace(window.theme, band=(0.43, 0.86)))
    for widget in window.findChildren(Pressable):
        if widget.isVisibleTo(window) and not widget.visibleRegion().isEmpty():
            top = widget.mapTo(window, QPoint(0, 0)).y()
            assert top >= 0.43 * 1920 - 1
            assert top + widget.height() <= 0.86 * 1920 + 1
