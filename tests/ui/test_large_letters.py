"""Letters up to two and a half times as large, in every window: the page keeps its room and nothing is lost."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from accessibility.screen import Screen
from kiosk.appearance import eyes, theme_for
from kiosk.modes import load_modes
from tests.ui.samples import LANGS, Samples
from ui.survey import survey
from ui.window import FrameLabels, KioskWindow

SHAPES = {"1920x1080": 0.248, "1366x768": 0.253, "1280x800": 0.259, "1080x1920": 0.369}
PERCENTS = (150, 250)
LEAST_PAGE = 0.4


def opened(qtbot: QtBot, shape: str, percent: int, lang: str, screen: Screen, mode: str = "elder") -> KioskWindow:
    width, height = (int(side) for side in shape.split("x"))
    machine = eyes(SHAPES[shape], 600, (width, height))
    window = KioskWindow(theme_for(load_modes()[mode], machine, colours="light", text_percent=percent, lang=lang))
    qtbot.addWidget(window)
    samples = Samples(lang)
    window.set_labels(FrameLabels(samples.p("up"), samples.p("down")))
    window.resize(width, height)
    window.show_screen(screen)
    window.show()
    return window


@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("lang", LANGS)
def test_the_frame_leaves_the_page_two_fifths_of_the_window(qtbot: QtBot, lang: str, shape: str, percent: int) -> None:
    window = opened(qtbot, shape, percent, lang, Samples(lang).pin(error=True))
    for screen in (Samples(lang).home(), Samples(lang).balance(), Samples(lang).pin(error=True)):
        window.show_screen(screen)
        assert window.page is not None
        assert window.page.height() >= LEAST_PAGE * window.height(), screen.key


@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_sentences_are_as_large_as_she_asked_and_every_part_can_be_turned_to(
    qtbot: QtBot, lang: str, shape: str, percent: int
) -> None:
    window = opened(qtbot, shape, percent, lang, Samples(lang).balance())
    wanted = load_modes()["elder"].type.body * percent / 100
    for screen in Samples(lang).all():
        window.show_screen(screen)
        page = window.page
        assert page is not None
        page.turn(-99)
        seen: set[str] = set()
        for _ in range(40):
            records = [record for record in survey(window) if record.part == "page"]
            seen |= {record.key for record in records if record.in_view}
            page.turn(1)
        assert {record.key for record in records} - seen <= {"page:up", "page:down"}, screen.key
        told = [text for record in records if record.kind == "Label" for text in record.texts]
        assert all(text.font_pt >= wanted - 0.1 for text in told), screen.key


def test_a_page_is_turned_between_two_lines_and_never_through_one(qtbot: QtBot) -> None:
    window = opened(qtbot, "1366x768", 250, "zh_CN", Samples().balance())
    page = window.page
    assert page is not None
    parts = 0
    for stop in range(10):
        page.turn(-99)
        page.turn(stop)
        for record in survey(window):
            for text in record.texts if record.part == "page" and record.in_view and record.kind == "FactCard" else ():
                pitch = text.line_pitch * text.font_px
                whole, shown = text.rect_px, text.rect_px.common(record.visible_px)
                lines = shown.height / pitch
                assert lines == pytest.approx(round(lines), abs=0.06), (text.text, whole, shown)
                parts += 1
    assert parts > 4


@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize("shape", SHAPES)
def test_the_buttons_round_the_page_never_move_however_long_the_heading(qtbot: QtBot, shape: str, percent: int) -> None:
    window = opened(qtbot, shape, percent, "en", Samples("en").home())

    def places() -> dict[str, object]:
        return {record.key: record.rect_px for record in survey(window) if record.part in ("foot", "top")}

    first = places()
    for screen in Samples("en").all():
        if screen.alert:
            continue
        window.show_screen(screen)
        now = places()
        assert now == {key: first[key] for key in now}, screen.key
        headings = [record for record in survey(window) if record.key == "heading"]
        assert len(headings) == 1, "it is over the page or on it, not both"


@pytest.mark.parametrize("mode", ["private", "business"])
@pytest.mark.parametrize("shape", SHAPES)
def test_an_added_mode_keeps_what_the_others_keep(qtbot: QtBot, shape: str, mode: str) -> None:
    window = opened(qtbot, shape, 100, "en", Samples("en", "standard").home(), mode)
    for screen in Samples("en", "standard").all():
        window.show_screen(screen)
        clipped = [(screen.key, r.key, t.text) for r in survey(window) for t in r.texts if t.clipped]
        assert clipped == []
