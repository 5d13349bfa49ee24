"""A pad that teaches its keys tells what each is, and types nothing (EN-22)."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Action, Keypad, Screen
from tests.ui.conftest import Clock, OpenWindow
from tests.ui.gallery import SIZES
from tests.ui.samples import LANGS, Samples
from tests.ui.test_keypad import type_in
from tests.ui.test_layout import _overlaps
from tests.ui.test_pressing import LEFT, acted, control
from ui.survey import survey
from ui.window import KioskWindow

WORDS = {
    "zh_CN": ("先听一听按键", "现在只念不输入。请按键听一听。"),
    "zh_TW": ("先聽一聽按鍵", "現在只唸不輸入。請按鍵聽一聽。"),
    "en": ("Learn the keys", "Nothing is typed now. Press a key to hear it."),
}


def pin(lang: str = "zh_CN", mode: str = "elder", *, learning: bool, secret: bool = True) -> Screen:
    """The PIN page, teaching or not."""
    screen = Samples(lang, mode).pin(secret=secret)
    action, lesson = WORDS[lang]
    places = tuple(Phrase(f"place {number}") for number in range(12))
    blocks = tuple(
        msgspec.structs.replace(
            block,
            learn=Action("learn", Phrase(action), "ear"),
            places=places,
            lesson=Phrase(lesson) if learning else NOTHING,
        )
        if isinstance(block, Keypad)
        else block
        for block in screen.blocks
    )
    return msgspec.structs.replace(screen, blocks=blocks)


def told(window: KioskWindow) -> list[str]:
    seen: list[str] = []
    window.focused.connect(seen.append)
    return seen


def counts(window: KioskWindow) -> list[int]:
    seen: list[int] = []
    window.typed.connect(seen.append)
    return seen


def test_fingers_learn_every_key_and_type_nothing(qtbot: QtBot, open_window: OpenWindow, clock: Clock) -> None:
    window = open_window(pin(learning=True))
    seen, typed, done = told(window), counts(window), acted(window)
    keys = [*(f"keypad:{n}" for n in range(10)), "keypad:clear", "keypad:correct", "enter"]
    for key in keys:
        clock.now += 1
        qtbot.mouseClick(control(window, key), LEFT)
    assert (seen, typed, done) == (keys, [], [])


def test_real_keys_are_learned_too(open_window: OpenWindow, clock: Clock) -> None:
    window = open_window(pin(learning=True))
    seen, typed, done = told(window), counts(window), acted(window)
    for digit in "50":
        clock.now += 1
        type_in(window, digit)
    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return):
        clock.now += 1
        QTest.keyClick(window.focusWidget() or window, key)
    assert seen == ["keypad:5", "keypad:0", "keypad:correct", "keypad:clear", "enter"]
    assert (typed, done) == ([], [])


def test_enter_on_a_key_and_arrows_over_keys_tell_them(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(pin(learning=True))
    five = control(window, "keypad:5")
    five.setFocus()
    seen, typed = told(window), counts(window)
    qtbot.keyClick(five, Qt.Key.Key_Return)
    qtbot.keyClick(five, Qt.Key.Key_Up)
    assert (seen, typed) == (["keypad:5", "keypad:2"], [])


@pytest.mark.parametrize("size", SIZES)
def test_arrows_lead_into_the_pad_and_from_key_to_key(open_window: OpenWindow, size: str) -> None:
    """She who has no Tab finds the lesson first, and a row is walked key by key: the pad itself is in nobody's way."""
    window = open_window(pin(learning=False), size=size)
    pad = control(window, "learn").parentWidget()
    assert pad is not None
    pad.setFocus()
    QTest.keyClick(pad, Qt.Key.Key_Down)
    assert focus(window) == "learn"
    rows, columns = ("123", "456", "789"), ("147", "2580", "369")
    for line, there, back in (
        *((row, Qt.Key.Key_Right, Qt.Key.Key_Left) for row in rows),
        *((column, Qt.Key.Key_Down, Qt.Key.Key_Up) for column in columns),
    ):
        assert walked(window, line, there) == line
        assert walked(window, line[::-1], back) == line[::-1]


def focus(window: KioskWindow) -> str:
    return str(getattr(window.focusWidget(), "key", ""))


def walked(window: KioskWindow, digits: str, key: Qt.Key) -> str:
    """The keys of the pad passed from the first of these on with one arrow, as many as these are."""
    control(window, f"keypad:{digits[0]}").setFocus()
    passed = focus(window)[-1]
    for _ in digits[1:]:
        QTest.keyClick(window.focusWidget() or window, key)
        passed += focus(window)[-1:]
    return passed


def test_what_a_key_says_is_not_hushed_by_the_key_itself(open_window: OpenWindow) -> None:
    """The voice is hushed when the key comes down, and only then has something to say."""
    window = open_window(pin(learning=True))
    order: list[str] = []
    window.touched.connect(lambda: order.append("hushed"))
    window.focused.connect(lambda key: order.append(key))
    window.typed.connect(lambda count: order.append(str(count)))
    type_in(window, "5")
    assert order[-1] == "keypad:5"
    window.show_screen(pin(learning=False))
    for digit in "77":
        type_in(window, digit)
    assert order[-2:] == ["hushed", "2"]


def test_of_a_card_read_without_a_frame_no_digit_is_told_to_its_end(open_window: OpenWindow, clock: Clock) -> None:
    """The first may be a hand's, and is hushed by the second; the last one is told no more than those before."""
    window = open_window(pin(learning=True, secret=False))
    order: list[str] = []
    window.touched.connect(lambda: order.append("hushed"))
    window.focused.connect(order.append)
    done = acted(window)
    for digit in "6222021234567890123":
        clock.now += 0.01
        type_in(window, digit)
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    assert [each for each in order if each != "hushed"] == ["keypad:6"]
    assert "hushed" in order[order.index("keypad:6") :]
    assert done == []


def test_a_card_read_meanwhile_is_not_told(open_window: OpenWindow, clock: Clock) -> None:
    window = open_window(pin(learning=True, secret=False))
    seen, done = told(window), acted(window)
    type_in(window, ";6222021234567890123=29121015432112345678?")
    assert (seen, done) == ([], [])
    clock.now += 1
    type_in(window, "5")
    assert seen == ["keypad:5"]


def test_escape_still_goes_to_the_journey_and_ends_it(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window(pin(learning=True))
    done = acted(window)
    type_in(window, "5")
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    qtbot.mouseClick(control(window, "learn"), LEFT)
    assert [action for action, _ in done] == ["back", "learn"]


def test_what_was_typed_before_is_there_again_after(open_window: OpenWindow) -> None:
    window = open_window(pin(learning=False))
    done = acted(window)
    type_in(window, "739")
    window.show_screen(pin(learning=True))
    type_in(window, "555")
    window.show_screen(pin(learning=False))
    type_in(window, "184")
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    assert done == [("enter", "739184")]


def test_each_key_that_does_something_is_tapped_alike_and_no_other(
    qtbot: QtBot, open_window: OpenWindow, clock: Clock
) -> None:
    window = open_window(pin(learning=False))
    taps: list[int] = []
    window.tapped.connect(lambda: taps.append(1))
    type_in(window, "12")
    for key in ("keypad:3", "keypad:correct", "keypad:clear"):
        clock.now += 1
        qtbot.mouseClick(control(window, key), LEFT)
    assert len(taps) == 5
    type_in(window, "123456")
    assert len(taps) == 11
    type_in(window, "7")
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Return)
    type_in(window, ";622?")
    window.show_screen(pin(learning=True))
    type_in(window, "5")
    assert len(taps) == 11, "no room, handing on, a card at a PIN, learning"


@pytest.mark.parametrize("mode", ["elder", "standard", "youth"])
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("size", SIZES)
def test_it_looks_different_and_fits(open_window: OpenWindow, mode: str, lang: str, size: str) -> None:
    window = open_window(pin(lang, mode, learning=False), mode=mode, lang=lang, size=size)
    typing = {record.key: record.rect_px for record in survey(window)}
    window.show_screen(pin(lang, mode, learning=True))
    records = survey(window)
    assert [(r.key, t.text) for r in records for t in r.texts if t.clipped] == []
    assert _overlaps(records) == []
    assert WORDS[lang][1] in {t.text for r in records for t in r.texts}
    keys = {r.key: r.rect_px for r in records if r.key.startswith("keypad:") and r.key != "keypad:pin"}
    assert keys == {key: typing[key] for key in keys}, "no key moves while it is learned"
    five = control(window, "keypad:5")
    middle = five.mapTo(window, five.rect().center())
    learning = window.grab().toImage().pixelColor(middle.x() - five.width() // 4, middle.y()).name()
    assert learning.upper() == window.theme.colours.watch_tint
