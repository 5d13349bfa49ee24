"""The result walked through: why, whose rule, the picture, what would suit, then and now."""

from __future__ import annotations

import pytest

from accessibility.masking import masked
from accessibility.screen import Chart, Paragraph, Rows
from kiosk.bank.demo.people import CHEN, GREEN, LIN, LIU, WANG, ZHAO
from kiosk.journeys.journey import Back, Open
from tests.kiosk.journeys.conftest import Walking
from tests.kiosk.journeys.customer import actions, keys
from tests.kiosk.journeys.promises import text


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
async def test_why_then_whose_rule_and_back_the_same_way(walk: Walking, lang: str) -> None:
    him = (await walk(CHEN, lang=lang)).customer
    await him.go("checkup", "again")
    await him.press("check:W05")
    page = await him.press("why")
    assert page.key == "checkup.why"
    page = await him.press("rule")
    assert page.key == "checkup.rule"
    assert "2015" in text(page)
    assert await him.step("talk") == Open("help", "finding:W05")
    assert (await him.press("back")).key == "checkup.why"
    page = await him.press("picture")
    (chart,) = page.blocks
    assert isinstance(chart, Chart)
    assert chart.kind == "limit"
    assert max(part.share or 0 for part in chart.parts) == 1
    assert "129" not in text(masked(page))
    assert [(await him.press("back")).key for _ in range(3)] == ["checkup.why", "checkup.finding", "checkup.summary"]


async def test_our_own_rule_is_told_as_ours(walk: Walking) -> None:
    him = (await walk(CHEN)).customer
    await him.go("checkup", "again")
    await him.press("check:W01")
    await him.press("why")
    page = await him.press("rule")
    assert "This is our own rule" in text(page)
    assert "at least 3 months of spending" in text(page)


async def test_what_would_suit_her_can_be_left_alone_or_looked_at(walk: Walking) -> None:
    her = (await walk(LIN)).customer
    await her.go("checkup", "again")
    page = await her.press("suggest")
    assert page.focus == "leave"
    (adopt,) = actions(keys(page), "adopt:")
    assert await her.step(adopt) == Open("adopt", adopt.partition(":")[2])
    assert "%" not in text(page)
    page = await her.press("another")
    assert actions(keys(page), "adopt:") != [adopt]
    assert (await her.press("back")).step.shown.startswith("Page 1")
    assert (await her.press("leave")).key == "checkup.summary"
    assert await her.step("back") == Back()


async def test_nothing_to_buy_is_a_good_answer_with_its_reason(walk: Walking) -> None:
    him = (await walk(CHEN)).customer
    await him.go("checkup", "again")
    page = await him.press("suggest")
    assert not actions(keys(page), "adopt:")
    assert "Nothing to buy now. That is a good answer." in text(page)
    assert await him.step("questions") == Open("questionnaire")


async def test_nobody_is_offered_more_than_is_at_hand(walk: Walking) -> None:
    for person in (WANG, ZHAO, LIU, LIN):
        her = (await walk(person)).customer
        found = await her.around.bank.run_checkup()
        assert found.suggestions
        assert found.spare is not None
        for each in found.suggestions:
            assert each.least.amount <= each.amount.amount <= found.spare.amount
            assert each.worst_year_loss.amount <= each.amount.amount


async def test_the_pictures_stand_together_in_a_mode_that_shows_much(walk: Walking) -> None:
    him = (await walk(ZHAO, mode="standard")).customer
    await him.go("checkup", "again")
    page = await him.press("pictures")
    kinds = [block.kind for block in page.blocks if isinstance(block, Chart)]
    assert kinds == ["ring", "bars", "bars", "limit", "people", "portrait"]
    assert (await him.press("back")).key == "checkup"
    page = await him.press("history")
    assert any(isinstance(block, Rows | Paragraph) for block in page.blocks)
    assert (await him.press("summary")).key == "checkup"


async def test_pounds_are_counted_at_a_rate_that_is_told(walk: Walking) -> None:
    her = (await walk(GREEN, mode="standard")).customer
    page = await her.go("checkup", "again")
    assert "other currency" not in text(page)
    page = await her.press("pictures")
    assert "1 GBP was 9." in text(page)


@pytest.mark.parametrize("mode", ["youth"])
async def test_young_people_meet_no_products(walk: Walking, mode: str) -> None:
    her = (await walk(LIU, mode=mode)).customer
    page = await her.go("checkup", "again")
    assert not {"suggest", "pictures", "history"} & set(keys(page))
