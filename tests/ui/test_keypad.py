"""What is typed stays in the pad, is handed on once, and is forgotten."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from accessibility.phrase import Phrase
from tests.ui.conftest import Clock, OpenWindow
from tests.ui.samples import Samples
from tests.ui.test_pressing import acted, control
from ui.survey import survey
from ui.window import KioskWindow


def type_in(window: KioskWindow, text: str) -> None:
    for character in text:
        QTest.keyClicks(window.focusWidget() or window, character)


def everything_said(window: KioskWindow) -> str:
    names = [w.accessibleName() + w.accessibleDescription() for w in window.findChildren(QWidget)]
    shown = [text.text for record in survey(window) for text in record.texts if not record.key.startswith("keypad:")]
    pad = [text.text for record in survey(window) if record.key == "keypad:pin" for text in record.texts]
    keys = {f"keypad:{n}" for n in range(10)}
    return " ".join([*(n for n in names if n not in "0123456789"), *shown, *pad]) + " ".join(
        record.name for record in survey(window) if record.key not in keys
    )


def test_real_keys_enter_a_pin_that_is_shown_as_dots_and_never_said(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(Samples().pin())
    seen, counts = acted(window), list[int]()
    window.typed.connect(counts.append)
    type_in(window, "739184")
    assert counts == [1, 2, 3, 4, 5, 6]
    assert everything_said(window).count("●") == 6 * everything_said(window).count("请输入密码 ●")
    assert "已输入 6 位" in everything_said(window)
    assert "7391" not in everything_said(window)
    assert "739184" not in repr(window.screen_shown)
    qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    assert seen == [("enter", "739184")]
    assert "●" not in everything_said(window)


def test_fingers_enter_correct_and_clear(qtbot: QtBot, open_window: OpenWindow, clock: Clock) -> None:
    window = open_window(Samples().pin())
    seen = acted(window)
    for key in ("1", "2", "correct", "3", "clear", "4", "4", "5", "6", "7", "8"):
        clock.now += 0.3 if key != "clear" else 1
        qtbot.mouseClick(control(window, f"keypad:{key}"), Qt.MouseButton.LeftButton)
    clock.now += 1
    qtbot.mouseClick(control(window, "enter"), Qt.MouseButton.LeftButton)
    assert seen == [("enter", "445678")]


def test_a_trembling_tap_gives_one_digit(qtbot: QtBot, open_window: OpenWindow, clock: Clock) -> None:
    window = open_window(Samples().pin())
    counts: list[int] = []
    window.typed.connect(counts.append)
    for wait in (0.0, 0.1, 0.3):
        clock.now += wait
        qtbot.mouseClick(control(window, "keypad:5"), Qt.MouseButton.LeftButton)
    assert counts == [1, 2]


def test_accept_waits_for_enough_digits_and_no_more_than_fit_are_taken(open_window: OpenWindow) -> None:
    window = open_window(Samples().pin())
    seen = acted(window)
    type_in(window, "123")
    assert not control(window, "enter").isEnabled()
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    assert seen == []
    type_in(window, "45678")
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    assert seen == [("enter", "123456")]


def test_where_the_journey_tells_what_is_missing_accept_can_be_found_and_hands_on_nothing(
    open_window: OpenWindow, clock: Clock
) -> None:
    screen = Samples().pin()
    pad = msgspec.structs.replace(screen.blocks[0], tells_short=True)
    window = open_window(msgspec.structs.replace(screen, blocks=(pad,)))
    seen = acted(window)
    assert control(window, "enter").isEnabled()
    type_in(window, "123")
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    clock.now += 1
    control(window, "enter").click()
    assert seen == [("enter", ""), ("enter", "")]
    type_in(window, "456")
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    assert seen[2:] == [("enter", "123456")], "what was typed is still there"


def test_a_card_reader_types_a_number_with_its_framing(open_window: OpenWindow) -> None:
    window = open_window(Samples().pin(secret=False))
    seen = acted(window)
    control(window, "back").setFocus()
    type_in(window, ";6222021234567890123=29121015432112345678?")
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    assert seen == [("enter", "6222021234567890123")]


def test_a_card_swiped_once_more_is_no_pin(open_window: OpenWindow) -> None:
    """It would be a wrong one, and the fifth of them locks the card."""
    window = open_window(Samples().pin())
    seen, counts = acted(window), list[int]()
    type_in(window, "73")
    window.typed.connect(counts.append)
    type_in(window, ";6222021234567890123=29121015432112345678?")
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    assert set(counts) == {2}
    type_in(window, "9184")
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    assert seen == [("enter", "739184")]


def test_a_semicolon_by_mistake_holds_a_pin_back_only_until_enter(open_window: OpenWindow) -> None:
    window = open_window(Samples().pin())
    seen = acted(window)
    type_in(window, ";7")
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    type_in(window, "739184")
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    assert seen == [("enter", "739184")]


def test_the_tail_of_a_card_whose_head_was_missed_is_no_number(open_window: OpenWindow) -> None:
    """The reader began to type while the page before was still there."""
    window = open_window(Samples().pin(secret=False))
    seen = acted(window)
    type_in(window, "2021234567890123=29121015432112345678?")
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    assert seen == []
    type_in(window, ";6222021234567890123=29121015432112345678?")
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    assert seen == [("enter", "6222021234567890123")]


def test_a_card_read_on_the_page_before_keeps_its_first_digits(open_window: OpenWindow, clock: Clock) -> None:
    """The first key begins, and is the beginning of the number too."""
    window = open_window()
    seen = acted(window)
    type_in(window, "62")
    window.show_screen(Samples().pin(secret=False))
    clock.now += 0.1
    type_in(window, "22021234567890123")
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    assert seen == [("enter", "6222021234567890123")]


def test_any_key_pressed_to_begin_is_no_digit(open_window: OpenWindow, clock: Clock) -> None:
    window = open_window()
    seen = acted(window)
    type_in(window, "5")
    window.show_screen(Samples().pin(secret=False))
    clock.now += 0.5
    type_in(window, "6222021234567890123")
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    assert seen == [("enter", "6222021234567890123")]


def test_a_pin_begins_on_its_own_page(open_window: OpenWindow) -> None:
    window = open_window()
    seen = acted(window)
    type_in(window, "5")
    window.show_screen(Samples().pin())
    type_in(window, "739184")
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    assert seen == [("enter", "739184")]


def test_a_held_key_counts_once(open_window: OpenWindow) -> None:
    window = open_window(Samples().pin())
    counts: list[int] = []
    window.typed.connect(counts.append)
    type_in(window, "8")
    pad = window.focusWidget()
    assert pad is not None
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(pad, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_8, none, "8", True))  # noqa: FBT003
    assert counts == [1]


def test_typed_digits_survive_a_live_change_another_language_and_another_theme(open_window: OpenWindow) -> None:
    window = open_window(Samples().pin())
    seen = acted(window)
    type_in(window, "135")
    window.show_screen(Samples().pin(error=True))
    window.show_screen(Samples("en").pin())
    window.set_theme(open_window(mode="standard").theme)
    type_in(window, "246")
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    assert seen == [("enter", "135246")]


def test_another_screen_forgets_them(open_window: OpenWindow) -> None:
    window = open_window(Samples().pin())
    page = window.page
    assert page is not None
    pad = page.keypad()
    assert pad is not None
    type_in(window, "135")
    window.show_screen(Samples().home())
    assert "135" not in repr(vars(pad._digits))
    window.show_screen(Samples().pin())
    assert "●" not in everything_said(window)


def test_names_of_keys_are_told(open_window: OpenWindow) -> None:
    screen = Samples().pin()
    names = tuple(Phrase(str(n), "零一二三四五六七八九"[n]) for n in range(10))
    pad = msgspec.structs.replace(screen.blocks[0], digit_names=names)
    window = open_window(msgspec.structs.replace(screen, blocks=(pad,)))
    assert control(window, "keypad:7").accessibleName() == "七"
