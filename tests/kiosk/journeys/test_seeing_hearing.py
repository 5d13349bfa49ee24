"""Seeing and hearing: what is changed holds at once, is kept, and can be taken back."""

from __future__ import annotations

import msgspec
import pytest

from accessibility.screen import Choices, Notice, Options, Screen
from accessibility.speech.jack.jack import JackState
from kiosk.bank.demo.people import LIN, WANG, DemoPerson
from kiosk.journeys.journey import Back
from tests.kiosk.journeys.conftest import Walking
from tests.kiosk.journeys.customer import Customer, keys


def chosen(screen: Screen, setting: str) -> str:
    """The value in force."""
    for block in screen.blocks:
        if isinstance(block, Options | Choices):
            for option in block.options if isinstance(block, Options) else block.tiles:
                if option.key.startswith(f"{setting}:") and option.selected:
                    return option.key.partition(":")[2]
    raise AssertionError(f"{setting} is not on the page")


async def kept(her: Customer, person: DemoPerson, **wanted: object) -> None:
    """What she will find at the next kiosk."""
    assert her.journey is not None
    await her.journey.aclose()
    found = (await her.around.bank.sign_in(card=person.card, pin=person.pin)).preferences
    assert {name: getattr(found, name) for name in wanted} == wanted


async def test_one_setting_a_page_and_it_holds_at_once(walk: Walking) -> None:
    her = (await walk(LIN)).customer
    page = await her.go("seeing_hearing")
    assert len(keys(page)) <= 5
    page = await her.press("set:text_size")
    assert chosen(page, "text_size") == "100"
    page = await her.press("text_size:175")
    assert chosen(page, "text_size") == "175"
    assert her.sitting.preferences.text_size == 175
    await kept(her, LIN, text_size=175)
    assert (await her.press("back")).key == "seeing_hearing"
    await her.press("as_it_was")
    assert her.sitting.preferences.text_size == 100
    await kept(her, LIN, text_size=100)
    await her.press("set:theme")
    await her.press("theme:warm")
    await her.press("as_it_was")
    assert her.sitting.preferences.theme == "light"


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
async def test_every_setting_of_elder_mode_can_be_reached_and_left(walk: Walking, lang: str) -> None:
    her = (await walk(lang=lang)).customer
    for tile in keys(await her.go("seeing_hearing")):
        page = await her.press(tile)
        if tile in ("set:voice", "set:reach"):
            for inner in (key for key in keys(page) if key.startswith("set:")):
                page = await her.press(inner)
                for option in keys(page):
                    if option != "as_it_was":
                        await her.press(option)
                her.sitting.lang = lang
                her.sitting.preferences = msgspec.structs.replace(her.sitting.preferences, choosing="press")
                page = await her.press("back")
                assert page.key == f"seeing_hearing.{tile.partition(':')[2]}"
        else:
            for option in keys(page):
                if option != "as_it_was":
                    await her.press(option)
        assert (await her.press("back")).key == "seeing_hearing"
    assert await her.step("back") == Back()


@pytest.mark.parametrize("mode", ["standard", "youth"])
@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
async def test_other_modes_have_all_on_one_page(walk: Walking, mode: str, lang: str) -> None:
    her = (await walk(mode=mode, lang=lang)).customer
    page = await her.go("seeing_hearing")
    settings = [block for block in page.blocks if isinstance(block, Options)]
    assert len(settings) == 9
    for setting in settings:
        assert sum(option.selected for option in setting.options) == 1
    page = await her.press("theme:warm")
    page = await her.press("rate:1")
    page = await her.press("volume:5")
    page = await her.press("speech:off")
    assert (chosen(page, "theme"), chosen(page, "rate"), chosen(page, "volume")) == ("warm", "1", "5")
    assert chosen(page, "speech") == "off"
    assert await her.step("back") == Back()


async def test_consent_to_be_spoken_aloud_is_explained_and_never_leaves_the_sitting(walk: Walking) -> None:
    walking = await walk(WANG)
    her = walking.customer
    await her.go("seeing_hearing")
    page = await her.press("set:aloud")
    assert chosen(page, "aloud") == "off"
    assert "Others may hear them." in str(page)
    asked = len(walking.line.asked)
    page = await her.press("aloud:on")
    assert chosen(page, "aloud") == "on"
    assert her.sitting.consent_aloud
    assert len(walking.line.asked) == asked
    await her.press("aloud:off")
    assert not her.sitting.consent_aloud


async def test_language_changes_everything_at_once_and_is_kept(walk: Walking) -> None:
    her = (await walk(WANG)).customer
    await her.go("seeing_hearing")
    await her.press("set:voice")
    await her.press("set:language")
    page = await her.press("language:zh_TW")
    assert page.lang == "zh_TW"
    assert chosen(page, "language") == "zh_TW"


async def test_a_bank_that_cannot_keep_it_is_told_and_nothing_is_lost(walk: Walking) -> None:
    walking = await walk(WANG)
    her = walking.customer
    await her.go("seeing_hearing")
    await her.press("set:theme")
    walking.line.cut = True
    await her.press("theme:dark")
    page = await her.until(lambda screen: any(isinstance(block, Notice) for block in screen.blocks))
    assert her.sitting.preferences.theme == "dark"
    walking.line.cut = False
    walking.clock.seconds += 60
    await her.press("theme:warm")
    page = await her.until(lambda screen: not any(isinstance(block, Notice) for block in screen.blocks))
    assert chosen(page, "theme") == "warm"
    await kept(her, WANG, theme="warm")


async def test_a_change_just_before_leaving_is_kept(walk: Walking) -> None:
    her = (await walk(WANG)).customer
    await her.go("seeing_hearing")
    await her.press("set:text_size")
    for size in ("125", "150", "200"):
        await her.press(f"text_size:{size}")
    await kept(her, WANG, text_size=200)


async def test_sizes_in_percent_are_said_as_percent(walk: Walking) -> None:
    her = (await walk(mode="standard", lang="zh_CN")).customer
    sizes = next(block for block in (await her.go("seeing_hearing")).blocks if isinstance(block, Options))
    assert [option.label.shown for option in sizes.options] == ["100%", "125%", "150%", "175%", "200%"]
    assert sizes.options[1].label.said == "百分之一百二十五"


async def test_how_loud_it_is_tells_the_ear_of_how_many_steps(walk: Walking) -> None:
    her = (await walk(mode="standard", lang="zh_CN")).customer
    page = await her.go("seeing_hearing")
    loudness = next(block for block in page.blocks if isinstance(block, Options) and "volume:3" in str(block.options))
    assert loudness.options[2].label.shown == "3"
    assert loudness.options[2].label.said.replace(" ", "") == "第三档，共五档"


@pytest.mark.parametrize(("sensed", "asked"), [("unknown", True), ("in", False), ("out", False)])
async def test_who_wears_a_headset_says_so_only_where_it_cannot_be_sensed(
    walk: Walking, sensed: JackState, asked: bool
) -> None:
    her = (await walk(WANG)).customer
    her.sitting.sensed = sensed
    await her.go("seeing_hearing")
    page = await her.press("set:aloud")
    assert ("headset:on" in keys(page)) == asked
    her.sitting.wears_headset = asked
    assert ("headset:off" in keys(her.look())) == asked
    her.sitting.mode = "standard"
    settings = [block.label.shown for block in her.look().blocks if isinstance(block, Options)]
    assert ("I wear a headset" in settings) == asked


async def test_small_sounds_and_five_speeds_are_kept(walk: Walking) -> None:
    her = (await walk(LIN)).customer
    await her.go("seeing_hearing")
    await her.press("set:voice")
    await her.press("set:sounds")
    assert chosen(await her.press("sounds:off"), "sounds") == "off"
    await her.press("back")
    await her.press("set:rate")
    assert chosen(await her.press("rate:5"), "rate") == "5"
    await kept(her, LIN, sounds=False, rate=5)
