"""Charts: each kind is drawn, told and hidden; nothing is told by colour alone, and no word is cut off."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest
from PySide6.QtGui import QAccessible, QImage

from accessibility.masking import masked
from accessibility.phrase import Phrase
from accessibility.screen import Chart, ChartKind, ChartMark, ChartPart, Screen
from tests.ui.conftest import OpenWindow
from ui.blocks.chart import FACES, ChartCard
from ui.charts.patterns import KINDS, ink_of
from ui.charts.people import HUNDRED, People
from ui.survey import survey
from ui.theme.colours import PALETTES, contrast
from ui.window import KioskWindow

KINDS_OF_CHART: tuple[ChartKind, ...] = get_args(ChartKind)


def own(text: str) -> Phrase:
    return Phrase(text, private=True)


def chart(kind: ChartKind, *shares: float, more: int = 0) -> Chart:
    shares = shares or (0.5, 0.3, 0.2, 0.7, 0.4)
    parts = tuple(
        ChartPart(Phrase(f"第{at}项"), own(f"{share * 1000:,.0f} 元"), share) for at, share in enumerate(shares)
    )
    marks = (ChartMark(Phrase("限额"), own("600 元"), 0.6),)
    return Chart(kind, Phrase("图的名字"), own("这张图说的是这个。"), parts * (more + 1), marks)


def page(block: Chart, mode: str = "elder") -> Screen:
    return Screen("test.chart", "zh_CN", mode, Phrase("图"), blocks=(block,))


def card_of(window: KioskWindow) -> ChartCard:
    return next(card for card in window.findChildren(ChartCard) if card.isVisible())


def picture(window: KioskWindow) -> QImage:
    return card_of(window).grab().toImage()


def test_every_kind_has_a_face() -> None:
    assert set(FACES) == set(KINDS_OF_CHART)


@pytest.mark.parametrize("size", ["1366x768", "1920x1080", "1080x1920"])
@pytest.mark.parametrize("mode", ["elder", "standard", "youth"])
@pytest.mark.parametrize("kind", KINDS_OF_CHART)
def test_all_words_are_there_and_none_is_cut_off(
    open_window: OpenWindow, kind: ChartKind, mode: str, size: str
) -> None:
    block = chart(kind)
    window = open_window(page(block, mode), mode=mode, size=size)
    (record,) = [each for each in survey(window) if each.key == "block:0"]
    told = [text.text for text in record.texts]
    assert [block.title.shown, block.sentence.shown] == told[:2]
    assert {phrase.shown for row in block.table for phrase in row} <= set(told)
    assert not [text.text for text in record.texts if text.clipped]
    assert not [one.text for one, other in pairwise(record.texts) if one.rect_px == other.rect_px]
    assert record.role == QAccessible.Role.Chart.name
    assert record.focusable
    assert all(phrase.said in record.name for row in block.table for phrase in row)
    if mode == "elder":
        assert min(text.font_pt for text in record.texts) >= 24


@pytest.mark.parametrize("kind", KINDS_OF_CHART)
def test_the_picture_follows_the_figures_and_is_hidden_with_them(open_window: OpenWindow, kind: ChartKind) -> None:
    one, other = (page(chart(kind, *shares)) for shares in ((0.5, 0.5), (0.1, 0.9)))
    window = open_window(one)
    first = picture(window)
    window.show_screen(other)
    assert picture(window) != first
    window.show_screen(masked(one))
    covered = picture(window)
    window.show_screen(masked(other))
    assert picture(window) == covered, "what is hidden looks alike whatever it is"


@pytest.mark.parametrize("palette", PALETTES)
def test_patterns_stand_out_from_the_card(palette: str, open_window: OpenWindow) -> None:
    colours = PALETTES[palette]
    theme = open_window(page(chart("ring"))).theme
    worn = type(theme)(**{name: getattr(theme, name) for name in theme.__struct_fields__} | {"colours": colours})
    assert all(contrast(ink_of(worn, number), colours.card) >= 3 for number in range(KINDS))


def test_a_ring_is_told_apart_without_colours(open_window: OpenWindow) -> None:
    """In grey, each swatch has another pattern: another mean or another spread of its pixels."""
    window = open_window(page(chart("ring", 0.34, 0.33, 0.33)))
    grey = picture(window).convertToFormat(QImage.Format.Format_Grayscale8)
    face = card_of(window)._face
    shares = []
    for row in face.rows:  # type: ignore[attr-defined]
        left, top, side = row.label.rect.left() - face._swatch(), row.label.rect.top(), row.label.pitch  # type: ignore[attr-defined]
        pixels = [
            grey.pixelColor(x, y).lightness() for x in range(left, left + side // 2) for y in range(top, top + side)
        ]
        shares.append(round(sum(pixel < 128 for pixel in pixels) / len(pixels), 2))
    assert len(set(shares)) == len(shares), shares


@pytest.mark.parametrize(("share", "count"), [(0.0, 0), (0.17, 17), (0.21, 21), (1.0, 100)])
def test_an_icon_array_always_has_a_hundred(open_window: OpenWindow, share: float, count: int) -> None:
    face = card_of(open_window(page(chart("people", share, 1 - share))))._face
    assert isinstance(face, People)
    assert HUNDRED == 100
    assert face.struck() == count


def test_after_a_tall_picture_a_small_one_has_the_whole_width(open_window: OpenWindow) -> None:
    window = open_window(page(chart("bars", more=4)), size="1366x768")
    window.show_screen(page(chart("goal", 0.4)))
    small = card_of(window)
    assert small.visibleRegion().boundingRect().width() == small.width()
