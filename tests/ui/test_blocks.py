"""Each block shows and tells what it is given."""

from __future__ import annotations

import json

import msgspec
import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from accessibility.caption import Caption
from accessibility.phrase import Phrase
from accessibility.screen import Status
from tests.ui.conftest import OpenWindow
from tests.ui.samples import Samples
from tests.ui.test_pressing import acted, control
from ui.blocks.field import Entry
from ui.blocks.finding import SHAPES
from ui.caption_bar import CaptionBar
from ui.icons import Icons
from ui.survey import survey
from ui.window import KioskWindow


def shown(window: KioskWindow) -> str:
    return " ".join(text.text for record in survey(window) for text in record.texts)


def role(window: KioskWindow, key: str) -> str:
    return next(record.role for record in survey(window) if record.key == key)


@pytest.mark.parametrize("number", range(len(Samples().all())))
def test_every_phrase_of_a_screen_is_on_the_page(open_window: OpenWindow, number: int) -> None:
    screen = Samples(mode="standard").all()[number]
    window = open_window(screen, mode="standard")
    on_page = shown(window).replace(" ", "")
    for phrase in _phrases(screen.blocks):
        if "{" not in phrase.shown:
            assert phrase.shown.replace(" ", "") in on_page


def _phrases(value: object) -> list[Phrase]:
    if isinstance(value, Phrase):
        return [value] if value.shown else []
    if isinstance(value, tuple):
        return [phrase for item in value for phrase in _phrases(item)]
    if isinstance(value, msgspec.Struct):
        return [phrase for name in value.__struct_fields__ for phrase in _phrases(getattr(value, name))]
    return []


def test_roles_are_what_screen_readers_expect(open_window: OpenWindow) -> None:
    window = open_window(Samples().queue())
    assert role(window, "heading") == "Heading"
    assert role(window, "block:0") == "Notification"
    assert role(window, "help") == "Button"
    window.show_screen(Samples().settings())
    assert role(window, "set:s1") == "RadioButton"
    chosen = {r.key: r.checked for r in survey(window) if r.key.startswith("set:s")}
    assert chosen == {"set:s1": True, "set:s2": False, "set:s3": False}


def test_an_amount_is_a_focusable_display_with_its_name(open_window: OpenWindow) -> None:
    window = open_window(Samples().balance())
    fact = next(r for r in survey(window) if r.key == "block:0")
    assert fact.focusable
    assert "12,345.60 元" in fact.name
    assert "一万二千三百四十五元六角" in fact.name
    access = QAccessible.queryAccessibleInterface(window.page.parts()[0])
    assert access.state().focusable


def test_a_spoken_form_is_the_name(open_window: OpenWindow) -> None:
    screen = msgspec.structs.replace(Samples().home(), heading=Phrase("¥3", "three yuan"))
    window = open_window(screen)
    assert next(r.name for r in survey(window) if r.key == "heading") == "three yuan"


def test_each_light_has_its_own_shape_and_every_icon_is_there() -> None:
    assert len(set(SHAPES.values())) == len(SHAPES) == len(Status.__args__)
    icons = Icons()
    arrows = ["arrow-down-left", "arrow-up-right", "caret-left", "caret-right", "caret-up", "caret-down"]
    marks = ["check", "check-circle", "x", "backspace", "hourglass", "speaker-high", "speaker-slash"]
    assert [name for name in (*SHAPES.values(), *arrows, *marks) if icons.path(name, "fill") is None] == []
    assert icons.path("no-such-icon", "bold") is None


def test_a_chosen_state_differs_without_colour(open_window: OpenWindow) -> None:
    window = open_window(Samples().settings())
    chosen, other = control(window, "set:c1"), control(window, "set:c2")
    grey = [c.grab().toImage().convertToFormat(c.grab().toImage().Format.Format_Grayscale8) for c in (chosen, other)]
    dark = [sum(image.pixelColor(x, 30).value() < 128 for x in range(image.width())) for image in grey]
    assert dark[0] != dark[1]


def test_a_field_hands_on_what_is_typed_and_keeps_it(open_window: OpenWindow) -> None:
    samples = Samples(mode="standard")
    window = open_window(samples.transactions(), mode="standard")
    seen, entry = acted(window), window.findChild(Entry)
    assert entry is not None
    QTest.keyClicks(entry, "39.5")
    window.show_screen(msgspec.structs.replace(samples.transactions(), quiet=Phrase("x")))
    window.show_screen(msgspec.structs.replace(Samples("en", "standard").transactions(), quiet=Phrase("x")))
    entry = window.findChild(Entry)
    assert entry is not None
    assert entry.text() == "39.5"
    QTest.keyClick(entry, "\r")
    assert seen == [("find", "39.5")]
    button = control(window, "find")
    button.click()
    assert seen[-1] == ("find", "39.5")


def test_the_caption_marks_the_words_in_progress(open_window: OpenWindow) -> None:
    window = open_window()
    bar = window.findChild(CaptionBar)
    assert bar is not None
    window.show_caption(Caption("您好。想看看余额，请按左边。", 4, 8))
    colours = window.theme.colours
    assert bar.marked() == "看看余额"
    assert {colours.now, colours.on_bar} <= _inks(bar, left=150)
    window.show_caption(Caption("您好。想看看余额，请按左边。"))
    assert colours.now not in _inks(bar, left=150)
    assert colours.on_bar in _inks(bar, left=150)
    assert bar.accessibleName() == "您好。想看看余额，请按左边。"


def _inks(bar: CaptionBar, left: int) -> set[str]:
    """The colours of the bar, to the right of its loudspeaker."""
    image = bar.grab().toImage()
    spots = ((x, y) for x in range(left, image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name().upper() for x, y in spots}


def test_a_long_caption_follows_the_voice(open_window: OpenWindow) -> None:
    window = open_window()
    bar = window.findChild(CaptionBar)
    assert bar is not None
    text = "您的活期账户里有一万二千三百四十五元六角。" * 6
    window.show_caption(Caption(text, 0, 4))
    assert bar.first_row() == 0
    window.show_caption(Caption(text, len(text) - 4, len(text)))
    assert bar.first_row() > 0
    height = bar.height()
    window.show_caption(Caption("好"))
    assert bar.height() == height


def test_the_survey_is_json_and_measures_what_is_there(open_window: OpenWindow) -> None:
    window = open_window(Samples().balance())
    records = survey(window)
    assert json.loads(msgspec.json.encode(records))
    amount = next(t for r in records for t in r.texts if t.text == "12,345.60 元")
    assert amount.font_pt >= 84
    assert (amount.foreground, amount.background) == (window.theme.colours.ink, window.theme.colours.card)
    help_button = next(r for r in records if r.key == "help")
    assert help_button.rect_mm.height == pytest.approx(help_button.rect_px.height * window.theme.mm_per_px, abs=0.1)
    assert help_button.texts[0].background == window.theme.colours.help


def test_painted_is_told_once(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = KioskWindow(open_window().theme)
    qtbot.addWidget(window)
    told: list[bool] = []
    window.painted.connect(lambda: told.append(True))
    window.show_screen(Samples().welcome())
    with qtbot.waitSignal(window.painted):
        window.show()
    window.show_screen(Samples().home())
    window.grab()
    assert told == [True]


def test_closing_is_told(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    with qtbot.waitSignal(window.closed):
        window.close()
