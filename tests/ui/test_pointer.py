"""The arrow of a member of staff: at the right control, over the page, in nobody's way, known to the survey."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from accessibility.phrase import Phrase
from accessibility.screen import Action, Choices, Notice, Screen, Tile
from kiosk.appearance import eyes, theme_for
from kiosk.modes import load_modes
from tests.ui.samples import Samples
from tests.ui.test_large_letters import opened
from ui.blocks.tile import TileButton
from ui.pointer import Pointer
from ui.survey import survey
from ui.window import KioskWindow


def page(pointed: str = "", tiles: int = 3) -> Screen:
    """A page of tiles."""
    choices = Choices(tuple(Tile(f"t:{n}", Phrase(f"Tile {n}")) for n in range(tiles)))
    return Screen("p", "en", "elder", Phrase("Page"), blocks=(choices,), pointed=pointed)


def window_of(qapp: QApplication) -> KioskWindow:
    """A window in large print."""
    size = (1366, 768)
    theme = theme_for(load_modes()["elder"], eyes(None, 600.0, size), colours="light", text_percent=100, lang="en")
    window = KioskWindow(theme)
    window.resize(*size)
    window.show()
    qapp.processEvents()
    return window


def tile(window: KioskWindow, key: str) -> QWidget:
    """The control of that key."""
    return next(widget for widget in window.focus_order() if getattr(widget, "key", "") == key)


def pointer(window: KioskWindow) -> Pointer:
    """The arrow."""
    (found,) = window.findChildren(Pointer)
    return found


def test_it_stands_round_the_control_and_a_finger_goes_through(qapp: QApplication) -> None:
    window = window_of(qapp)
    window.show_screen(page("t:1"))
    qapp.processEvents()
    target, arrow = tile(window, "t:1"), pointer(window)
    place = target.rect().translated(target.mapTo(window, QPoint(0, 0)))
    assert arrow.isVisible()
    assert arrow.geometry().contains(place)
    assert not arrow.geometry().intersects(
        tile(window, "t:0").rect().translated(tile(window, "t:0").mapTo(window, QPoint()))
    )
    assert arrow.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert window.childAt(place.center()) is not arrow
    record = next(each for each in survey(window) if each.key == "pointer")
    assert arrow.geometry().contains(QRect(*(int(each) for each in (record.rect_px.x, record.rect_px.y, 1, 1))))
    assert place.contains(arrow.covered)
    window.close()


def test_it_follows_and_goes_away(qapp: QApplication) -> None:
    window = window_of(qapp)
    window.show_screen(page("t:1"))
    window.show_screen(page("t:2"))
    qapp.processEvents()
    target, arrow = tile(window, "t:2"), pointer(window)
    assert arrow.geometry().contains(target.rect().translated(target.mapTo(window, QPoint(0, 0))))
    window.show_screen(page())
    assert not arrow.isVisible()
    window.show_screen(page("t:9"))
    assert not arrow.isVisible(), "nothing of that key is here"
    assert not [each for each in survey(window) if each.key == "pointer"]
    window.close()


def test_it_goes_along_when_the_page_is_turned(qapp: QApplication) -> None:
    window = window_of(qapp)
    window.show_screen(page("t:0", tiles=120))
    qapp.processEvents()
    content, arrow = window.page, pointer(window)
    assert content is not None
    assert arrow.isVisible()
    content.turn(1)
    qapp.processEvents()
    assert tile(window, "t:0").visibleRegion().isEmpty(), "the page has two parts"
    assert not arrow.isVisible()
    content.turn(-1)
    qapp.processEvents()
    assert arrow.isVisible()
    assert arrow.geometry().contains(tile(window, "t:0").mapTo(window, QPoint(5, 5)))
    window.close()


def test_in_very_large_print_it_covers_no_words(qtbot: QtBot) -> None:
    """The tile's words leave little room: then the arrow is small."""
    names = (("我的余额", "看看账上有多少钱"), ("财富体检", "看看钱放得稳不稳"), ("看和听", "字大一点、声音大一点"))
    tiles = tuple(
        Tile(f"t:{n}", Phrase(name), Phrase(hint), icon="wallet", filled=not n) for n, (name, hint) in enumerate(names)
    )
    stop = Action("stop", Phrase("停止"), "eye-slash")
    told = Notice(Phrase("同事正在看这一页，看不到金额。"), "info", Phrase("同事指的是“我的余额”。"), stop)
    home = Samples("zh_CN", "standard").home()
    screen = msgspec.structs.replace(home, blocks=(told, Choices(tiles, columns=3)), pointed="t:0")
    window = opened(qtbot, "1280x800", 250, "zh_CN", screen, "standard")
    QApplication.processEvents()
    target, arrow = tile(window, "t:0"), pointer(window)
    assert isinstance(target, TileButton)
    corner = target.mapTo(window, QPoint(0, 0))
    assert arrow.isVisible()
    assert not any(lines.inked.translated(corner).intersects(arrow.covered) for lines in target.texts())
