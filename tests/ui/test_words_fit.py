"""Words keep to their controls: grown titles, short Chinese ones, the only key of a list, words set apart."""

from __future__ import annotations

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from accessibility.phrase import Phrase
from accessibility.screen import Action, Choices, Notice, Row, Rows, Screen, Tile
from tests.ui.samples import Samples
from tests.ui.test_large_letters import SHAPES, opened
from tools.audit.stage import spaced_out
from ui.blocks.pager import Pager
from ui.blocks.tile import TileButton
from ui.controls.button import Button
from ui.survey import survey
from ui.window import KioskWindow


def page(lang: str, *blocks: Choices | Notice | Rows, mode: str = "elder") -> Screen:
    """A page with the whole frame round it, as wherever a customer is."""
    home = Samples(lang).home()
    return msgspec.structs.replace(home, key="sample", mode=mode, blocks=blocks)


def languages() -> Choices:
    names = {"zh_CN": "简体中文", "zh_TW": "繁體中文", "en": "English"}
    return Choices(
        tuple(Tile(key, Phrase(name), icon="globe", selected=key == "zh_CN") for key, name in names.items()), columns=3
    )


def cut_off(window: KioskWindow) -> list[str]:
    """Words that need more room than they have."""
    return [text.text for record in survey(window) for text in record.texts if text.clipped]


@pytest.mark.parametrize("percent", [100, 150, 250])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_language_s_name_stands_in_one_line(qtbot: QtBot, shape: str, percent: int) -> None:
    window = opened(qtbot, shape, percent, "zh_CN", page("zh_CN", languages()))
    titles = [tile.texts()[0] for tile in window.findChildren(TileButton)]
    assert [title.line_count for title in titles] == [1, 1, 1]
    assert not cut_off(window)


@pytest.mark.parametrize("spaced", [False, True])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_title_that_grew_keeps_to_its_tile(qtbot: QtBot, shape: str, *, spaced: bool) -> None:
    answers = (
        "At any loss",
        *(f"If {part} in 100 were lost" for part in (5, 10, 30)),
        "Only if more than half were lost",
    )
    tiles = tuple(Tile(f"answer:{at}", Phrase(answer)) for at, answer in enumerate(answers))
    asked = msgspec.structs.replace(
        page("en", Choices(tiles)),
        heading=Phrase("At what loss could you not sleep?"), quiet=Phrase(""), step=Phrase("Step 9 of 13"),
    )  # fmt: skip
    window = opened(qtbot, shape, 100, "en", asked)
    if spaced:
        window.set_theme(spaced_out(window.theme))
    assert not cut_off(window)


@pytest.mark.parametrize("mode", ["elder", "standard", "youth"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_loud_title_keeps_to_its_tile(qtbot: QtBot, shape: str, mode: str) -> None:
    """Tiles that are nearly all there is on the page are set larger than others."""
    told = Notice(Phrase("Zhou is with you now."), "good", Phrase("You know them by this: blue waistcoat, badge Zhou"))
    tiles = (
        Tile("carry_on", Phrase("Go on meanwhile"), icon="arrow-right", filled=True),
        Tile("begin", Phrase("Let them help me look"), Phrase("They see the page, but no amounts."), icon="binoculars"),
    )
    for percent in (100, 200):
        screen = page("en", told, Choices(tiles), mode=mode)
        window = opened(qtbot, shape, percent, "en", screen, mode)
        assert not cut_off(window), percent
        window.set_theme(spaced_out(window.theme))
        assert percent > 100 or not cut_off(window)  # WC-05 and WC-04 each by itself


def test_the_only_key_of_a_list_has_the_room_of_two(qtbot: QtBot) -> None:
    rows = Rows(
        tuple(
            Row(
                Phrase("休閒娛樂"),
                Phrase("11 月 20 日 · 老年大學書畫班"),
                Phrase("支出 85.00 元"),
                icon="arrow-up-right",
            )
            for _ in range(4)
        ),
        later=Action("next", Phrase("早一點的"), "caret-down"),
        position=Phrase("第 1 頁，共 11 頁"),
    )
    window = opened(qtbot, "1280x800", 150, "zh_TW", page("zh_TW", rows))
    (pager,) = window.findChildren(Pager)
    (key,) = pager.findChildren(Button)
    assert key.height() * SHAPES["1280x800"] >= 16  # CN-08
    assert not key.geometry().intersects(pager.texts()[0].rect)
