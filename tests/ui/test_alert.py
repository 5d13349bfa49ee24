"""That somebody comes is seen from across the room, wherever she is, and stands in nobody's way."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from accessibility.phrase import Phrase
from accessibility.screen import Action, Notice, Screen
from tests.ui.conftest import Clock, OpenWindow
from tests.ui.gallery import SIZES
from tests.ui.samples import LANGS, Samples
from tests.ui.test_pressing import LEFT, acted, control
from ui.survey import survey
from ui.theme.colours import PALETTES, contrast
from ui.window import KioskWindow

COMES = {
    "zh_CN": ("小周这就过来。", "知道了"),
    "zh_TW": ("小周這就過來。", "知道了"),
    "en": ("Zhou is coming to you.", "I see"),
}


def alerted(screen: Screen) -> Screen:
    text, close = COMES[screen.lang]
    return msgspec.structs.replace(
        screen, alert=Notice(Phrase(text), "good", action=Action("noticed", Phrase(close), "check"))
    )


def band(window: KioskWindow) -> QRect:
    found = control(window, "noticed")
    return QRect(found.mapTo(window, found.rect().topLeft()), found.size())


@pytest.mark.parametrize("mode", ["elder", "standard", "youth"])
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("size", SIZES)
def test_it_spans_every_page_and_covers_neither_content_nor_foot(
    open_window: OpenWindow, mode: str, lang: str, size: str
) -> None:
    window = open_window(mode=mode, lang=lang, size=size)
    for screen in Samples(lang, mode).all():
        window.show_screen(alerted(screen))
        place = band(window)
        assert (place.left(), place.top(), place.width()) == (0, 0, window.width())
        assert place.height() >= window.theme.main
        page = window.page
        assert page is not None
        assert not place.intersects(page.geometry())
        texts = [text for record in survey(window) if record.key == "noticed" for text in record.texts]
        assert [text.text for text in texts] == list(COMES[lang])
        assert not any(text.clipped for text in texts)
        assert window.grab().toImage().pixelColor(place.width() // 2, 2).name().upper() == window.theme.colours.good
        window.show_screen(screen)
        assert all(record.key != "noticed" for record in survey(window))


def test_its_words_are_read_in_every_palette() -> None:
    for colours in PALETTES.values():
        assert contrast(colours.card, colours.good) >= 7


def test_a_touch_or_enter_on_it_closes_it(qtbot: QtBot, open_window: OpenWindow, clock: Clock) -> None:
    window = open_window(alerted(Samples().home()))
    seen, found = acted(window), control(window, "noticed")
    qtbot.mouseClick(found, LEFT)
    clock.now += 1
    assert found in window.focus_order()
    found.setFocus()
    qtbot.keyClick(found, Qt.Key.Key_Return)
    assert [action for action, _ in seen] == ["noticed", "noticed"]


def test_the_focus_stays_where_it_is_and_a_finger_on_its_way_does_not_close_it(
    qtbot: QtBot, open_window: OpenWindow, clock: Clock
) -> None:
    window = open_window()
    control(window, "open:see").setFocus()
    seen = acted(window)
    window.show_screen(alerted(Samples().home()))
    assert getattr(window.focusWidget(), "key", "") == "open:see"
    clock.now += 0.2
    qtbot.mouseClick(control(window, "noticed"), LEFT)
    assert seen == []
    clock.now += 0.4
    qtbot.mouseClick(control(window, "noticed"), LEFT)
    assert [action for action, _ in seen] == ["noticed"]


def test_it_looks_the_same_a_second_later(qtbot: QtBot, open_window: OpenWindow) -> None:
    """Nothing flashes and nothing moves (WCAG 2.3)."""
    window = open_window(alerted(Samples().home()))
    one = window.grab(band(window)).toImage()
    with qtbot.waitSignal(window.touched):
        qtbot.keyClick(window, Qt.Key.Key_Shift)
    assert window.grab(band(window)).toImage() == one


def test_another_theme_keeps_it(open_window: OpenWindow) -> None:
    window = open_window(alerted(Samples().home()))
    window.set_theme(open_window(mode="youth").theme)
    assert band(window).width() == window.width()
    window.resize(1366, 768)
    assert band(window).width() == 1366
