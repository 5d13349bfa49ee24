"""The keyboard reaches everything, in order, and comes back to where it started."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from accessibility.phrase import Phrase
from tests.ui.conftest import OpenWindow
from tests.ui.samples import Samples
from tests.ui.test_pressing import control
from ui.controls.pressable import Pressable
from ui.window import FrameLabels, KioskWindow

SCREENS = [screen.key for screen in Samples(mode="standard").all()]


def focus(window: KioskWindow) -> str:
    return str(getattr(window.focusWidget(), "key", ""))


@pytest.mark.parametrize("key", SCREENS)
def test_tab_reaches_every_control_and_comes_round(open_window: OpenWindow, key: str) -> None:
    screen = next(s for s in Samples(mode="standard").all() if s.key == key)
    window = open_window(screen, mode="standard")
    start, reached = window.focusWidget(), set[QWidget]()
    for _ in range(60):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        now = window.focusWidget()
        assert now is not None
        reached.add(now)
        if now is start:
            break
    assert window.focusWidget() is start
    controls = [w for w in window.findChildren(QWidget) if isinstance(w, Pressable | QLineEdit)]
    assert {w for w in controls if w.isVisibleTo(window) and w.isEnabled()} <= reached


def test_the_focus_starts_on_the_first_control_of_the_content(open_window: OpenWindow) -> None:
    assert focus(open_window()) == "open:balances"


def test_the_focus_starts_where_the_screen_says(open_window: OpenWindow) -> None:
    assert focus(open_window(msgspec.structs.replace(Samples().home(), focus="open:see"))) == "open:see"


def test_other_words_for_the_windows_own_buttons_keep_the_focus(open_window: OpenWindow) -> None:
    window = open_window()
    window.set_labels(FrameLabels(Phrase("Up"), Phrase("Down")))
    assert focus(window) == "open:balances"
    control(window, "open:see").setFocus()
    window.set_labels(FrameLabels(Phrase("Higher"), Phrase("Lower")))
    assert focus(window) == "open:see"


def test_a_live_change_keeps_the_focus_the_widgets_and_a_finger_that_is_down(
    qtbot: QtBot, open_window: OpenWindow
) -> None:
    samples = Samples()
    window = open_window(samples.queue())
    button = control(window, "help")
    button.setFocus()
    seen: list[str] = []
    window.acted.connect(lambda key, _: seen.append(key))
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    changed = msgspec.structs.replace(
        samples.queue(), blocks=(*samples.trouble().blocks[:1], *samples.queue().blocks[1:])
    )
    window.show_screen(changed)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert focus(window) == "help"
    assert seen == ["help"]


def test_a_live_change_of_words_only_keeps_the_very_widgets(open_window: OpenWindow) -> None:
    samples = Samples()
    window = open_window(samples.balance())
    tile = control(window, "open:others")
    tile.setFocus()
    first = window.page
    fact = msgspec.structs.replace(samples.balance().blocks[0], value=Phrase("1.00"))
    window.show_screen(msgspec.structs.replace(samples.balance(), blocks=(fact, samples.balance().blocks[1])))
    assert window.page is first
    assert window.focusWidget() is tile
    assert any("1.00" in part.accessibleName() for part in window.page.parts())


def test_language_and_theme_change_in_place(open_window: OpenWindow) -> None:
    window = open_window(Samples().home())
    control(window, "open:see").setFocus()
    window.show_screen(Samples("en").home())
    assert focus(window) == "open:see"
    window.set_theme(open_window(mode="youth").theme)
    assert focus(window) == "open:see"


def test_arrows_go_to_the_neighbour(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    for key, wanted in (
        (Qt.Key.Key_Right, "open:checkup"),
        (Qt.Key.Key_Right, "open:see"),
        (Qt.Key.Key_Down, "pause"),
        (Qt.Key.Key_Down, "help"),
        (Qt.Key.Key_Left, "hide"),
        (Qt.Key.Key_Up, "open:checkup"),
    ):
        widget = window.focusWidget()
        assert widget is not None
        with qtbot.waitSignal(window.focused) as told:
            qtbot.keyClick(widget, key)
        assert told.args == [wanted]
        assert focus(window) == wanted


def test_an_arrow_that_leads_nowhere_tells_where_she_still_is(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    while True:
        before = focus(window)
        with qtbot.waitSignal(window.focused) as told:
            QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Down)
        assert told.args == [focus(window)]
        if focus(window) == before:
            break
    assert focus(window) in ("back", "home", "repeat", "hide", "help")


def test_what_the_customer_did_not_move_is_not_told(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    with qtbot.assertNotEmitted(window.focused):
        window.show_screen(Samples().settings())


def test_the_ring_shows_to_keys_and_not_to_fingers(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    tile = control(window, "open:balances")
    bare = tile.grab().toImage()
    QTest.keyClick(tile, Qt.Key.Key_Tab)
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Backtab)
    assert window.focusWidget() is tile
    assert tile.grab().toImage() != bare
    qtbot.mousePress(window, Qt.MouseButton.LeftButton)
    assert tile.grab().toImage() == bare


def test_a_page_opens_at_its_top_though_the_wanted_control_is_farther_down(open_window: OpenWindow) -> None:
    """Else a list begins with its last row, and the ones before it are never seen."""
    window = open_window(percent=200, size="1366x768")
    window.show_screen(msgspec.structs.replace(Samples().transactions(), focus="later"))
    first, later = control(window, "tx:1"), control(window, "later")
    page = window.page
    assert page is not None
    assert page.in_view(first)
    assert not page.in_view(later)
    assert window.focusWidget() is not later
