"""The home page."""

from __future__ import annotations

import msgspec
import pytest

from accessibility.masking import masked
from accessibility.screen import Choices
from kiosk.bank.demo.people import WANG, YUTONG, ZHAO
from kiosk.journeys.journey import Open
from tests.kiosk.journeys.conftest import Walking
from tests.kiosk.journeys.customer import keys


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
async def test_she_is_greeted_by_name_and_the_name_is_hers(walk: Walking, lang: str) -> None:
    her = (await walk(WANG, lang=lang)).customer
    page = await her.go("home")
    assert WANG.greeting[lang] in page.heading.shown
    assert page.heading.private
    assert WANG.greeting[lang] not in page.heading.said_aloud
    assert WANG.greeting[lang] not in masked(page).heading.shown
    assert page.quiet.shown


async def test_the_likely_tile_is_filled_and_comes_first(walk: Walking) -> None:
    her = (await walk(WANG)).customer
    page = await her.go("home")
    assert keys(page) == ["balances", "checkup", "seeing_hearing"]
    tiles = page.blocks[0]
    assert isinstance(tiles, Choices)
    assert [tile.filled for tile in tiles.tiles] == [True, False, False]
    assert page.focus == "balances"
    assert "balance" in page.guide.shown
    assert tiles.tiles[0].title.shown in page.guide.shown
    for journey in keys(page):
        assert await her.step(journey) == Open(journey)


@pytest.mark.parametrize("mode", ["elder", "standard", "youth"])
async def test_a_minor_meets_no_wealth_check_in_any_mode(walk: Walking, mode: str) -> None:
    him = (await walk(YUTONG, mode=mode)).customer
    habits = ["goals"] if mode == "youth" else []
    assert keys(await him.go("home")) == ["balances", *habits, "seeing_hearing"]


async def test_what_the_bank_does_not_allow_is_not_offered(walk: Walking) -> None:
    him = (await walk(ZHAO, mode="standard")).customer
    assert him.sitting.profile is not None
    him.sitting.profile = msgspec.structs.replace(him.sitting.profile, entitlements=())
    page = await him.go("home")
    assert keys(page) == ["seeing_hearing"]
    assert page.focus == "seeing_hearing"


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
async def test_the_guide_names_the_tile_as_the_young_know_it(walk: Walking, lang: str) -> None:
    page = await (await walk(YUTONG, mode="youth", lang=lang)).customer.go("home")
    tiles = page.blocks[0]
    assert isinstance(tiles, Choices)
    assert tiles.tiles[0].title.shown in page.guide.shown
    assert "balance" not in page.guide.shown
    assert "余额" not in page.guide.shown
