"""Saving for something: three steps to a goal, the bank keeps it, and nobody under 18 hears of investing."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from accessibility.screen import Chart, Screen
from kiosk.bank.demo.people import WANG, YUTONG
from kiosk.bank.store import FILE_NAME
from kiosk.client.errors import BankError, NotAllowed
from kiosk.journeys.journey import Back
from kiosk.model.goal import SavingsGoal
from kiosk.model.money import Money
from tests.kiosk.journeys.conftest import BankChild, Walk, Walking, bank_in
from tests.kiosk.journeys.customer import Customer, keys
from tests.kiosk.journeys.promises import text

INVESTING = re.compile(r"invest|share price|stock|fund|risk|投资|基金|股票|理财|风险|投資|理財|風險", re.IGNORECASE)


@pytest.fixture(scope="module")
def own_bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[BankChild, Path]]:
    """A bank for these tests alone."""
    folder = tmp_path_factory.mktemp("goals-books")
    for child in bank_in(folder, "branch"):
        yield child, folder


@pytest.fixture
async def save(walk: Walking, own_bank: tuple[BankChild, Path]) -> AsyncIterator[Walking]:
    """As `walk`, at a bank where nobody has a goal."""
    child, folder = own_bank

    async def start(*args: Any, **more: Any) -> Walk:
        return await walk(*args, child=child, **more)

    yield start
    with closing(sqlite3.connect(folder / FILE_NAME)) as books, books:
        books.execute("DELETE FROM savings_goals")


async def with_a_goal(her: Customer) -> Screen:
    await her.go("goals")
    await her.press("kind:bicycle")
    await her.press("amount:500")
    return await her.press("weeks:12")


def chart(page: Screen) -> Chart:
    (found,) = [block for block in page.blocks if isinstance(block, Chart)]
    return found


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
async def test_every_page_of_a_child_is_about_habits_only(save: Walking, lang: str) -> None:
    her = (await save(YUTONG, mode="youth", lang=lang)).customer
    home = await her.go("home")
    assert "goals" in keys(home)
    assert "checkup" not in keys(home)
    pages = [home, await her.go("goals")]
    for action in (
        "kind:bicycle", "amount:500", "weeks:12", "add", "split", "of:50", "parts", "back", "lesson", "say:-1",
        "lesson", "say:2", "goal",
    ):  # fmt: skip
        pages.append(await her.press(action))
    for page in pages:
        assert not INVESTING.search(text(page)), page.key
    assert await her.step("back") == Back()
    with pytest.raises(NotAllowed):
        await her.around.bank.risk_assessment()
    with pytest.raises(NotAllowed):
        await her.around.bank.run_checkup()


async def test_a_goal_is_kept_and_grows_until_it_is_reached(save: Walking) -> None:
    her = (await save(YUTONG, mode="youth", lang="en")).customer
    page = await with_a_goal(her)
    assert chart(page).parts[0].share == 0
    assert "12 weeks to go" in chart(page).sentence.shown
    assert "42 yuan" in text(page)
    await her.press("add")
    page = await her.go("goals")
    assert chart(page).parts[0].share == pytest.approx(42 / 500)
    assert "11 weeks to go" in chart(page).sentence.shown
    while "add" in keys(page):
        page = await her.press("add")
    (kept,) = await her.around.bank.goals()
    assert kept.saved == kept.amount == Money(Decimal("500.00"), "CNY")
    assert chart(page).parts[0].share == 1
    assert "Well done" in chart(page).sentence.shown


async def test_pocket_money_is_divided_to_the_cent_and_the_parts_are_hers(save: Walking) -> None:
    her = (await save(YUTONG, mode="youth", lang="en")).customer
    await with_a_goal(her)
    page = await her.press("split")
    assert [row.value.shown for row in page.blocks[0].rows] == ["5 yuan", "4 yuan", "1 yuan"]  # type: ignore[union-attr]
    await her.press("parts")
    page = await her.press("parts")
    assert [row.value.shown for row in page.blocks[0].rows] == ["3.34 yuan", "3.33 yuan", "3.33 yuan"]  # type: ignore[union-attr]


@pytest.mark.parametrize(("answer", "begins"), [("say:0", "Yes"), ("say:1", "Nearly"), ("say:-1", "Good to ask")])
async def test_not_knowing_is_an_answer_and_nobody_is_told_off(save: Walking, answer: str, begins: str) -> None:
    her = (await save(YUTONG, mode="youth", lang="en")).customer
    await with_a_goal(her)
    await her.press("lesson")
    page = await her.press(answer)
    assert begins in text(page)
    assert "110.41" in text(page)
    assert "wrong" not in text(page).lower()


async def test_back_goes_step_by_step_and_nothing_is_kept_before_the_end(save: Walking) -> None:
    her = (await save(WANG, mode="elder", lang="en")).customer
    await her.go("goals")
    await her.press("kind:trip")
    await her.press("amount:300")
    assert (await her.press("back")).key == "goals.amount"
    assert (await her.press("back")).key == "goals.kind"
    assert await her.step("back") == Back()
    assert await her.around.bank.goals() == ()


@pytest.mark.parametrize(
    ("amount", "saved"), [("0", Money(Decimal(0), "CNY")), ("5", Money(Decimal(-1), "CNY")),
                          ("5", Money(Decimal(1), "USD")), ("5", Money(Decimal("0.001"), "CNY"))]
)  # fmt: skip
async def test_the_bank_keeps_no_impossible_goal(save: Walking, amount: str, saved: Money) -> None:
    her = (await save(YUTONG, mode="youth", lang="en")).customer
    due = her.now().date()
    odd = SavingsGoal("trip", Money(Decimal(amount), "CNY"), saved, due, Money(Decimal(1), "CNY"))
    with pytest.raises(BankError):
        await her.around.bank.keep_goals((odd,))
    assert await her.around.bank.goals() == ()
