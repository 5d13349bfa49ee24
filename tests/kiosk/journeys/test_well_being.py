"""How it feels: every statement in the bureau's words, told as a feeling, and forgotten."""

from __future__ import annotations

import msgspec
import pytest

from accessibility.screen import Paragraph, Screen
from kiosk.bank.demo.people import WANG, YUTONG, ZHAO
from kiosk.checkup.well_being import ITEMS
from kiosk.journeys.journey import Back, Open
from kiosk.journeys.well_being_words import FEELS, STATEMENTS
from tests.kiosk.journeys.conftest import Walking
from tests.kiosk.journeys.customer import Customer, keys
from tests.kiosk.journeys.promises import text


async def answer_all(her: Customer, place: int) -> Screen:
    for _ in ITEMS:
        page = await her.press(f"answer:{place}")
    return page


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
@pytest.mark.parametrize("mode", ["elder", "standard"])
async def test_ten_statements_one_a_page_and_a_feeling_at_the_end(walk: Walking, lang: str, mode: str) -> None:
    her = (await walk(WANG, mode=mode, lang=lang)).customer
    page = await her.go("well_being")
    assert keys(page) == ["begin:heard"]
    page = await her.press("begin:heard")
    seen = []
    for item in ITEMS:
        seen.append(page.key)
        assert page.key == f"well_being.{item.id}"
        assert page.step.shown
        assert bool(page.quiet.shown) == (lang != "en"), "a translation says that it is one"
        if lang == "en":
            assert STATEMENTS[item.id] in text(page)
        page = await her.press("answer:2")
    assert len(set(seen)) == 10
    assert page.key == "well_being.result"
    assert not any(character.isdigit() for character in text(page)), "no mark"
    assert await her.step("checkup") == Open("checkup")


async def test_the_result_is_hers_and_comes_from_the_column_of_who_was_read_to(walk: Walking) -> None:
    """Raw 16 or 24 is all the same answer; here the ends differ by the column."""
    her = (await walk(ZHAO, lang="en")).customer
    her.sitting.preferences = msgspec.structs.replace(her.sitting.preferences, speech=False)
    page = await her.go("well_being")
    assert keys(page) == ["begin:read", "begin:heard"]
    assert (await her.press("begin:read")).key == "well_being.age"
    await her.press("age:younger")
    assert FEELS["from_40"] in text(await answer_all(her, 0))  # raw 16: 45 by himself
    # raw 24: 55 by himself, 57 read aloud; raw 12: 40 by himself, 42 read aloud
    page = await her.go("well_being")
    await her.press("begin:heard")
    await her.press("age:younger")
    page = await answer_all(her, 4)
    assert FEELS["from_50"] in text(page)
    (lead,) = [block.text for block in page.blocks if isinstance(block, Paragraph) and block.size == "lead"]
    assert lead.private
    assert "money" not in lead.said_aloud.lower()


async def test_back_at_any_time_and_the_answer_is_still_marked(walk: Walking) -> None:
    her = (await walk(ZHAO, lang="en")).customer
    await her.go("well_being")
    await her.press("begin:heard")
    await her.press("age:older")
    await her.press("answer:1")
    page = await her.press("back")
    assert (page.key, page.focus) == ("well_being.unexpected_expense", "answer:1")
    assert (await her.press("back")).key == "well_being.age"
    assert (await her.press("back")).key == "well_being.start"
    assert await her.step("back") == Back()


async def test_the_bank_is_told_nothing_of_it(walk: Walking) -> None:
    walked = await walk(WANG, lang="en")
    before = len(walked.line.asked)
    await walked.customer.go("well_being")
    await walked.customer.press("begin:heard")
    await answer_all(walked.customer, 4)
    assert len(walked.line.asked) == before
    page = await walked.customer.go("well_being")
    assert page.key == "well_being.start"


async def test_the_check_up_leads_there_but_not_for_who_is_under_18(walk: Walking) -> None:
    her = (await walk(ZHAO, mode="standard", lang="en")).customer
    page = await her.go("checkup", "again")
    assert "feels" in keys(page)
    assert await her.step("feels") == Open("well_being")
    her = (await walk(WANG, mode="elder", lang="en")).customer
    await her.go("checkup", "again")
    page = await her.press("all")
    while "next" in keys(page):
        page = await her.press("next")
    assert "feels" in keys(page)


def test_a_child_has_no_check_up_to_come_from() -> None:
    assert "checkup" not in YUTONG.entitlements
