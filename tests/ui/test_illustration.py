"""Illustrations: each is there, in the theme's own colours, beside the words where there is room, and nowhere else."""

from __future__ import annotations

import re

import msgspec
import pytest

from kiosk.journeys.pictured import PICTURES
from tests.ui.conftest import OpenWindow
from tests.ui.samples import Samples
from ui.illustration import FOLDER, Illustration, coloured
from ui.survey import survey
from ui.theme.colours import PALETTES
from ui.window import KioskWindow

NAMES = sorted({path.stem for path in FOLDER.glob("*.svg")})
PLAIN = {"none", "round"}


def picture(window: KioskWindow) -> Illustration | None:
    return next((each for each in window.findChildren(Illustration) if each.isVisibleTo(window)), None)


def test_every_page_that_has_one_has_one_that_is_there() -> None:
    assert set(PICTURES.values()) <= set(NAMES)


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("name", NAMES)
def test_it_is_drawn_in_the_colours_of_the_theme(name: str, palette: str) -> None:
    drawn = coloured((FOLDER / f"{name}.svg").read_bytes(), PALETTES[palette]).decode()
    used = set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawn))
    assert used - PLAIN <= set(msgspec.structs.asdict(PALETTES[palette]).values())


@pytest.mark.parametrize("size", ["1920x1080", "1366x768", "1080x1920"])
def test_it_stands_beside_the_words_and_covers_none(open_window: OpenWindow, size: str) -> None:
    screen = msgspec.structs.replace(Samples().trouble(), picture="away")
    window = open_window(screen, size=size)
    shown = picture(window)
    assert shown is not None
    others = [record for record in survey(window) if record.kind != "Illustration"]
    place = next(record.rect_px for record in survey(window) if record.kind == "Illustration")
    assert place.height > window.theme.main
    assert all(place.common(record.rect_px).empty for record in others)


def test_it_makes_way_for_very_large_letters(open_window: OpenWindow) -> None:
    screen = msgspec.structs.replace(Samples().trouble(), picture="away")
    assert picture(open_window(screen, size="1366x768", percent=200)) is None


def test_a_number_pad_shows_it_until_there_is_something_to_say(open_window: OpenWindow) -> None:
    samples = Samples()
    window = open_window(msgspec.structs.replace(samples.pin(), picture="pin"))
    assert picture(window) is not None
    pad = samples.pin().blocks[-1]
    wrong = msgspec.structs.replace(pad, error=samples.p("wrong"))
    window.show_screen(
        msgspec.structs.replace(samples.pin(), picture="pin", blocks=(*samples.pin().blocks[:-1], wrong))
    )
    assert picture(window) is None
