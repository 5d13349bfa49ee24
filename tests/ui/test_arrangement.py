"""Where things stand: what a page is for is large, lists stand beside their sums, no page looks forgotten."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from accessibility.screen import Action, Choices, Paragraph, Screen, Tile
from tests.ui.conftest import OpenWindow
from tests.ui.gallery import theme_for
from tests.ui.samples import LANGS, Samples
from ui.fonts import font_of, load_fonts
from ui.lines import Lines
from ui.survey import ControlRecord, survey
from ui.window import KioskWindow

LANDSCAPE = ("1920x1080", "1366x768")
MODES = ("elder", "standard", "youth")


def records(window: KioskWindow) -> dict[str, ControlRecord]:
    return {record.key: record for record in survey(window)}


def rect(record: ControlRecord) -> QRect:
    place = record.rect_px
    return QRect(int(place.x), int(place.y), int(place.width), int(place.height))


def page(window: KioskWindow) -> QRect:
    assert window.page is not None
    return window.page.geometry()


def turns(window: KioskWindow) -> bool:
    return "page:down" in records(window)


@pytest.mark.parametrize("size", LANDSCAPE)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("mode", MODES)
def test_the_one_thing_to_do_dominates_its_page(open_window: OpenWindow, mode: str, lang: str, size: str) -> None:
    window = open_window(Samples(lang, mode).begin(), mode=mode, lang=lang, size=size)
    found = records(window)
    begin, languages = found["begin"], [found[f"language:{each}"] for each in LANGS]
    assert 0.55 <= rect(begin).height() / page(window).height() <= 0.7
    assert begin.texts[0].font_px >= 1.25 * languages[0].texts[0].font_px
    assert all(rect(each).top() > rect(begin).bottom() for each in languages)
    assert len({rect(each).top() for each in languages}) == 1
    assert not turns(window)


def test_a_filled_tile_beside_other_things_stays_a_tile(open_window: OpenWindow) -> None:
    alone = records(open_window(Samples().begin()))["begin"]
    beside = records(open_window(Samples().month()))["each"]
    assert beside.texts[0].font_px < alone.texts[0].font_px


@pytest.mark.parametrize("mode", MODES)
def test_tiles_use_the_height_of_the_page(open_window: OpenWindow, mode: str) -> None:
    window = open_window(mode=mode)
    tile = rect(records(window)["open:balances"])
    assert tile.height() >= 0.9 * page(window).height()


def test_rows_of_tiles_are_equally_high(open_window: OpenWindow) -> None:
    samples = Samples("en")
    titles = ("balance", "checkup", "see", "spent", "why", "queue")
    tiles = tuple(Tile(f"t:{title}", samples.p(title), icon="bank") for title in titles)
    window = open_window(samples.screen("six", "home", Choices(tiles, columns=3)), lang="en")
    high = [record.rect_px.height for key, record in records(window).items() if key.startswith("t:")]
    assert len(high) == len(titles)
    assert max(high) - min(high) <= 1, "what cannot be halved"


def test_a_short_page_does_not_hang_at_the_top(open_window: OpenWindow) -> None:
    samples = Samples(mode="standard")
    tile = Tile("run", samples.p("checkup"), icon="heartbeat", filled=True)
    screen = samples.screen("short", "home", Paragraph(samples.p("queue_text"), "lead"), Choices((tile,)))
    window = open_window(screen, mode="standard")
    found = records(window)
    above = rect(found["block:0"]).top() - page(window).top()
    below = page(window).bottom() - rect(found["run"]).bottom()
    assert above > 0
    assert below < 0.25 * page(window).height()


@pytest.mark.parametrize("lang", LANGS)
def test_a_month_of_standard_mode_is_one_page_with_the_list_at_the_right(open_window: OpenWindow, lang: str) -> None:
    window = open_window(Samples(lang, "standard").month(), mode="standard", lang=lang)
    assert not turns(window)
    found = records(window)
    rows = [rect(record) for key, record in found.items() if key.startswith("row:")]
    assert len(rows) == 8
    for left in ("block:0", "block:1", "search", "month:-1"):
        assert rect(found[left]).right() < min(row.left() for row in rows), left
    later = next(rect(record) for key, record in found.items() if key == "next")
    assert later.top() > max(row.bottom() for row in rows)
    assert later.bottom() >= page(window).bottom() - 2


@pytest.mark.parametrize("lang", LANGS)
def test_a_month_of_elder_mode_is_one_page(open_window: OpenWindow, lang: str) -> None:
    window = open_window(Samples(lang).month(), lang=lang)
    found = records(window)
    assert not turns(window)
    assert rect(found["block:0"]).right() < rect(found["each"]).left()


def test_a_finding_alone_is_large_and_its_button_is_a_main_target(open_window: OpenWindow) -> None:
    window = open_window(Samples().finding())
    found, theme = records(window), window.theme
    sentence = next(text for text in found["block:0"].texts if text.text == Samples().p("find2s").shown)
    assert sentence.font_px == theme.lead
    assert found["talk"].rect_px.height >= theme.main
    assert found["talk"].rect_px.width > 0.8 * found["block:0"].rect_px.width


def test_a_setting_alone_fills_its_page_and_marks_the_value_in_force(open_window: OpenWindow) -> None:
    window = open_window(Samples().sizes())
    values = [record for key, record in records(window).items() if key.startswith("size:")]
    assert len(values) == 5
    assert all(record.rect_px.height >= window.theme.main for record in values)
    assert max(rect(record).bottom() for record in values) >= page(window).bottom() - 4
    assert [record.key for record in values if record.checked] == ["size:s2"]


def test_a_window_that_never_speaks_has_no_caption_bar(open_window: OpenWindow) -> None:
    samples = Samples()
    window = open_window()
    with_bar = page(window).height()
    silent = tuple(action for action in samples.actions() if action.place in ("back", "home", "language"))
    quiet: Screen = msgspec.structs.replace(samples.home(), key="lobby", actions=silent)
    window.show_screen(quiet)
    assert "caption" not in records(window)
    assert page(window).height() > with_bar
    spoken = Action("repeat", samples.p("repeat"), "arrow-counter-clockwise", "repeat")
    window.show_screen(msgspec.structs.replace(quiet, actions=(*silent, spoken)))
    assert "caption" in records(window)


def lettering(size: int = 40) -> QFont:
    load_fonts()
    return font_of(theme_for("elder", "zh_CN", 0.248), size, bold=True)


def test_balanced_lines_tear_no_word(open_window: OpenWindow) -> None:
    assert open_window
    font = lettering()
    width = int(QFontMetricsF(font).horizontalAdvance("amounts")) + 4
    lines = Lines("Say amounts aloud", font, "#000000", 54)
    lines.needed(width)
    parts = [lines.text[slice(*lines.span_of(number))].strip() for number in range(lines.line_count)]
    assert parts == ["Say", "amounts", "aloud"]


def test_the_last_characters_of_a_broken_line_have_their_colour(open_window: OpenWindow) -> None:
    assert open_window
    lines = Lines("下午 4:18 起，已等 7 分钟", lettering(), "#FFFFFF", 54)
    lines.place(0, 0, lines.natural * 2 // 3)
    assert lines.line_count == 2
    image = QImage(lines.natural, 120, QImage.Format.Format_RGB32)
    image.fill(0xFF404040)
    painter = QPainter(image)
    lines.draw(painter)
    painter.end()
    tones = [image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())]
    assert max(tones) == 255
    assert min(tones) >= 0x3F
