"""Colours that can be told apart and sizes that can be read."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.gallery import theme_for
from tests.ui.samples import T
from ui.fonts import covers
from ui.theme.colours import PALETTES, SHAPE_PAIRS, TEXT_PAIRS, contrast


def test_contrast_is_the_formula_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_words_reach_seven_to_one(palette: str, pair: tuple[str, str]) -> None:
    text, ground = (getattr(PALETTES[palette], name) for name in pair)
    assert contrast(text, ground) >= 7


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("pair", SHAPE_PAIRS, ids="-on-".join)
def test_shapes_reach_three_to_one(palette: str, pair: tuple[str, str]) -> None:
    shape, ground = (getattr(PALETTES[palette], name) for name in pair)
    assert contrast(shape, ground) >= 3


def test_a_theme_follows_the_screen_and_the_customers_text_size() -> None:
    near, far = theme_for("elder", "zh_CN", 0.248), theme_for("elder", "zh_CN", 0.369)
    assert near.body * 0.248 == pytest.approx(far.body * 0.369, rel=0.04)
    assert theme_for("elder", "zh_CN", 0.248, percent=150).body == pytest.approx(near.body * 1.5, rel=0.03)
    assert theme_for("elder", "zh_TW", 0.248).family.endswith("TC")


def test_targets_keep_their_millimetres() -> None:
    theme = theme_for("elder", "zh_CN", 0.248)
    assert theme.main * 0.248 >= 20
    assert theme.small * 0.248 >= 16
    assert theme.gap * 0.248 >= 3.5


def test_the_font_has_every_character_of_the_samples_and_rare_names(qtbot: QtBot) -> None:
    assert qtbot is not None
    assert covers("".join(word for words in T.values() for word in words) + "喆堃转¥＋−") == set()
    assert covers("好\U0010fffd") <= {"\U0010fffd"}
