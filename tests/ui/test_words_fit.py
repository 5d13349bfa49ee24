"""Words keep to their controls: grown titles, short Chinese ones, the only key of a list, the colleague's arrow."""

from __future__ import annotations

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from accessibility.audit.text_spacing import LETTER, LINE, PARAGRAPH, WORD
from accessibility.phrase import Phrase
from accessibility.screen import Action, Choices, Row, Rows, Screen, Tile
from kiosk.appearance import eyes, theme_for
from kiosk.modes import load_modes
from ui.blocks.choices import TileButton
from ui.blocks.pager import Pager
from ui.controls.button import Button
from ui.survey import survey
from ui.window import KioskWindow

SHAPES = {"1920x1080": 0.248, "1366x768": 0.253, "1280x800": 0.259}


def shown(qtbot: QtBot, screen: Screen, shape: str, percent: int = 100, *, spaced: bool = False) -> KioskWindow:
    width, height = (int(side) for side in shape.split("x"))
    machine = eyes(SHAPES[shape], 600, (width, height))
    theme = theme_for(load_modes()[screen.mode], machine, colours="light", text_percent=percent, lang=screen.lang)
    if spaced:
        theme = msgspec.structs.replace(
            theme, spacing=LINE, tightest=LINE, apart=PARAGRAPH / LINE, letters_apart=LETTER, words_apart=WORD
        )
    window = KioskWindow(theme)
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show_screen(screen)
    window.show()
    return window


def page(lang: str, *blocks: Choices | Rows, mode: str = "elder") -> Screen:
    return Screen(key="sample", lang=lang, mode=mode, heading=Phrase("A" if lang == "en" else "语言"), blocks=blocks)


def languages() -> Choices:
    names = {"zh_CN": "简体中文", "zh_TW": "繁體中文", "en": "English"}
    return Choices(
        tuple(Tile(key, Phrase(name), icon="globe", selected=key == "zh_CN") for key, name in names.items()), columns=3
    )


@pytest.mark.parametrize("percent", [100, 150, 250])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_language_s_name_stands_in_one_line(qtbot: QtBot, shape: str, percent: int) -> None:
    window = shown(qtbot, page("zh_CN", languages()), shape, percent)
    titles = [tile.texts()[0] for tile in window.findChildren(TileButton)]
    assert [title.line_count for title in titles] == [1, 1, 1]
    assert not [text.text for record in survey(window) for text in record.texts if text.clipped]


@pytest.mark.parametrize("spaced", [False, True])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_title_that_grew_keeps_to_its_tile(qtbot: QtBot, shape: str, *, spaced: bool) -> None:
    long = Tile("answer", Phrase("Only if more than half were lost"))
    others = tuple(Tile(f"other:{at}", Phrase(f"If {at}0 in 100 were lost")) for at in range(3))
    window = shown(qtbot, page("en", Choices((*others, long), columns=1)), shape, spaced=spaced)
    assert not [text.text for record in survey(window) for text in record.texts if text.clipped]


def test_the_only_key_of_a_list_has_the_room_of_two(qtbot: QtBot) -> None:
    rows = Rows(
        tuple(Row(Phrase(f"第 {at} 筆"), value=Phrase("100 元"), action=f"row:{at}") for at in range(3)),
        later=Action("next", Phrase("早一點的"), "caret-down"),
        position=Phrase("第 1 頁，共 4 頁"),
    )
    window = shown(qtbot, page("zh_TW", rows), "1280x800", 150)
    (pager,) = window.findChildren(Pager)
    (key,) = pager.findChildren(Button)
    assert key.height() * SHAPES["1280x800"] >= 16  # CN-08
    assert not key.geometry().intersects(pager.texts()[0].rect)
