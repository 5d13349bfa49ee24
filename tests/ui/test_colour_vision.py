"""Lights and states for eyes that tell fewer colours, or none: by brightness and by shape (CN-06, RS-14, WC-03).

The simulation is that of Machado, Oliveira and Fernandes 2009 (accessibility/audit/colour.py).
"""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from accessibility.audit.colour import MATRICES, VISIONS, Vision, contrast
from ui.blocks.finding import SHAPES
from ui.icons import Icons
from ui.theme.colours import PALETTES

LIGHTS = ("good", "watch", "act", "unknown")
SIZE = 96


def number(colour: str) -> int:
    return int(colour.removeprefix("#"), 16)


def test_the_simulation_leaves_greys_as_they_are() -> None:
    """Rows of a published matrix sum to one, so white, grey and black look the same to all eyes."""
    for vision, matrix in MATRICES.items():
        assert [sum(row) for row in matrix] == pytest.approx([1, 1, 1], abs=2e-6), vision
        assert contrast(0x000000, 0xFFFFFF, vision) == pytest.approx(21, rel=1e-3)


def test_red_and_green_of_one_brightness_are_one_colour_in_grey_but_not_to_all_eyes() -> None:
    assert contrast(0xFF0000, 0x008000, "deutan") != pytest.approx(contrast(0xFF0000, 0x008000), abs=0.1)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("palette", PALETTES)
def test_lights_stand_out_from_card_and_tint_for_every_eye(palette: str, vision: Vision) -> None:
    colours = PALETTES[palette]
    for light in LIGHTS:
        for ground in ("card", "paper", light + "_tint"):
            found = contrast(number(getattr(colours, light)), number(getattr(colours, ground)), vision)
            assert found >= 4.5, (light, ground, round(found, 2))


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("palette", PALETTES)
def test_controls_help_and_the_focus_ring_stand_out_for_every_eye(palette: str, vision: Vision) -> None:
    colours = PALETTES[palette]
    pairs = [("line", "card"), ("line", "paper"), ("focus", "paper"), ("focus", "card"), ("help", "paper")]
    pairs += [("brand", "card"), ("brand", "paper"), ("on_help", "help"), ("on_brand", "brand"), ("now", "bar")]
    for one, other in pairs:
        found = contrast(number(getattr(colours, one)), number(getattr(colours, other)), vision)
        assert found >= 3, (one, other, round(found, 2))


def test_every_light_has_a_shape_of_its_own(qtbot: QtBot) -> None:
    """Drawn in one colour, as in grey, any two of them differ in a good part of what they cover."""
    assert qtbot is not None
    drawn = {light: picture(shape) for light, shape in SHAPES.items()}
    for one, other in combinations(drawn, 2):
        covered = len(drawn[one] | drawn[other])
        assert len(drawn[one] ^ drawn[other]) > 0.08 * covered, (one, other)


def picture(shape: str) -> set[tuple[int, int]]:
    """The pixels an icon covers."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    Icons().draw(painter, shape, "fill", 0, 0, SIZE, "#000000")
    painter.end()
    return {(x, y) for x in range(SIZE) for y in range(SIZE) if image.pixel(x, y) & 0xFF < 128}
