"""The risk questionnaire: every answer is hers, none counts before she has looked it over, the rule's limits hold."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import pytest

from accessibility.masking import masked
from accessibility.narration import narration
from accessibility.role_words import role_words
from accessibility.screen import Choices, Notice, Paragraph, Screen
from accessibility.words import Words
from kiosk.bank.demo.people import CHEN, GREEN, WANG, YUTONG
from kiosk.bank.store import FILE_NAME
from kiosk.client.errors import NotAllowed
from kiosk.journeys.catalogue import open_journey
from kiosk.journeys.journey import Back, Open
from kiosk.journeys.questionnaire_words import QUESTIONS, tellable
from kiosk.journeys.stack import Stack
from kiosk.model.help import HelpTicket
from kiosk.model.risk import RiskQuestion
from kiosk.staff import ticket_words
from tests.kiosk.journeys.conftest import BankChild, Walk, Walking, bank_in
from tests.kiosk.journeys.customer import Customer, actions, keys
from tests.kiosk.journeys.promises import text

CAREFUL, BOLDEST = 0, -1
"""Which of the answers: the first, or the last that is not "I do not know"."""


@pytest.fixture(scope="module")
def own_bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[BankChild, Path]]:
    """A bank for these tests alone: what is answered here would show in other tests' check-ups."""
    folder = tmp_path_factory.mktemp("asked-books")
    for child in bank_in(folder, "branch"):
        yield child, folder


@pytest.fixture
async def ask(walk: Walking, own_bank: tuple[BankChild, Path]) -> AsyncIterator[Walking]:
    """As `walk`, at a bank where Mrs Green has never answered."""
    child, folder = own_bank

    async def start(*args: Any, **more: Any) -> Walk:
        return await walk(*args, child=child, **more)

    yield start
    with closing(sqlite3.connect(folder / FILE_NAME)) as books, books:
        books.execute("DELETE FROM risk_assessments WHERE customer_id IN (?, ?)", (GREEN.id, WANG.id))


async def answer_all(her: Customer, which: Literal[0, -1] = CAREFUL) -> Screen:
    """From the first question to the look back."""
    page = await her.press("begin")
    while page.key != "questionnaire.review":
        told = [key for key in actions(keys(page), "answer:") if key != "answer:-1"]
        page = await her.press(told[which])
    return page


async def to_the_end(her: Customer, page: Screen) -> Screen:
    while "next" in keys(page):
        page = await her.press("next")
    return page


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
@pytest.mark.parametrize("mode", ["elder", "standard"])
async def test_from_the_first_question_to_what_suits_her(ask: Walking, lang: str, mode: str) -> None:
    her = (await ask(GREEN, mode=mode, lang=lang)).customer
    page = await her.go("questionnaire")
    assert page.key == "questionnaire.start"
    seen = []
    page = await her.press("begin")
    while page.key != "questionnaire.review":
        seen.append(page.key.removeprefix("questionnaire."))
        assert page.step.shown
        (choices,) = [block for block in page.blocks if isinstance(block, Choices)]
        said = " ".join(line.said for line in narration(page, role_words(Words(lang))))
        assert all(tile.title.said.rstrip("。.") in said for tile in choices.tiles)
        page = await her.press(choices.tiles[0].key)
    assert seen == list(QUESTIONS)
    page = await to_the_end(her, page)
    page = await her.press("send")
    assert page.key == "questionnaire.result"
    state = await her.around.bank.risk_assessment()
    assert (state.level, state.limits) == (1, ("no_loss", "knowledge", "short_horizon"))
    assert await her.step("checkup") == Open("checkup", "again")


async def test_back_at_any_time_and_an_answer_can_be_changed(ask: Walking) -> None:
    her = (await ask(GREEN)).customer
    await her.go("questionnaire")
    page = await her.press("begin")
    first = page.key
    page = await her.press("answer:1")
    assert (await her.press("back")).key == first
    page = await her.press("answer:2")
    while page.key != "questionnaire.review":
        page = await her.press("answer:0")
    assert "send" not in keys(page)
    page = await her.press(actions(keys(page), "change:")[0])
    assert page.key == first
    assert not page.step.shown
    page = await her.press("answer:0")
    assert page.key == "questionnaire.review"
    page = await her.press("back")
    assert page.key == f"questionnaire.{list(QUESTIONS)[-1]}"


async def test_leaving_forgets_the_answers_and_the_bank_has_none(ask: Walking) -> None:
    her = (await ask(GREEN)).customer
    await her.go("questionnaire")
    await answer_all(her)
    assert (await her.around.bank.risk_assessment()).level is None
    await her.go("home")
    page = await her.go("questionnaire")
    assert "result" not in keys(page)
    assert await her.step("back") == Back()


async def test_what_she_answers_and_what_comes_out_is_covered_and_not_said_aloud(ask: Walking) -> None:
    her = (await ask(GREEN, lang="en")).customer
    await her.go("questionnaire")
    page = await to_the_end(her, await answer_all(her))
    for shown in (page, await her.press("send")):
        aloud = " ".join(line.aloud for line in narration(shown, role_words(Words("en"))))
        for told in ("No loss at all", "Very careful", "level 1", "rather little", "Stay safe", "no losses"):
            assert told not in aloud
            assert told not in text(masked(shown))


async def test_twice_a_day_and_no_more(ask: Walking) -> None:
    her = (await ask(GREEN, lang="en")).customer
    for _ in range(2):
        await her.go("questionnaire")
        await to_the_end(her, await answer_all(her, BOLDEST))
        await her.press("send")
    page = await her.go("questionnaire")
    assert "begin" not in keys(page)
    assert any(isinstance(block, Notice) for block in page.blocks)
    assert (await her.press("result")).key == "questionnaire.result"
    state = await her.around.bank.risk_assessment()
    assert (state.may_answer, state.level) == (False, 5)


async def test_an_old_one_is_told_and_the_check_up_leads_here(ask: Walking) -> None:
    him = (await ask(CHEN, lang="en")).customer
    page = await him.go("questionnaire")
    told = [block.text.shown for block in page.blocks if isinstance(block, Paragraph)]
    assert any("over a year ago" in each for each in told)
    await him.go("checkup", "again")
    page = await him.press("check:W09") if "check:W09" in keys(him.look()) else him.look()
    assert await him.step("questions") == Open("questionnaire")


async def test_a_bold_answer_makes_an_old_woman_no_younger(ask: Walking) -> None:
    """The bank takes her age from its books, whatever is sent."""
    her = (await ask(WANG)).customer
    state = await her.around.bank.risk_assessment()
    assert "age" not in [question.id for question in state.questions]
    told = {question.id: question.options - 1 for question in state.questions}
    sent = await her.around.bank.assess_risk(state.version, told | {"age": 1}, read_aloud=False)
    honest = await her.around.bank.assess_risk(state.version, told, read_aloud=False)
    assert (sent.level, sent.axes) == (honest.level, honest.axes)


async def test_minors_are_not_asked(ask: Walking) -> None:
    her = (await ask(YUTONG, mode="elder")).customer
    with pytest.raises(NotAllowed):
        await her.go("questionnaire")


def test_other_questions_than_ours_are_for_the_desk() -> None:
    assert not tellable((RiskQuestion("of_another_bank", 4),))
    assert not tellable((RiskQuestion("purpose", 4),))
    assert tellable((RiskQuestion("purpose", 3),))


def test_whoever_helps_with_it_is_told_not_to_answer() -> None:
    def ticket(screen: str) -> HelpTicket:
        return HelpTicket(
            id="1", state="waiting", topic="screen", screen=screen, mode="elder", lang="en", where="", position=1,
            created_at=datetime(2026, 11, 23, tzinfo=UTC), version=1, helper={},
        )  # fmt: skip

    assert ticket_words.duties(Words("en"), ticket("questionnaire.purpose"))
    assert not ticket_words.duties(Words("en"), ticket("balances.accounts"))


async def test_going_on_to_the_check_up_does_not_pile_up_journeys(ask: Walking) -> None:
    her = (await ask(GREEN)).customer
    stack = Stack(open_journey)
    for name in ("home", "checkup", "questionnaire"):
        stack.push(name, her.around)
    await stack.clear_of("checkup")
    stack.push("checkup", her.around, "again")
    assert (len(stack), stack.name) == (2, "checkup")
    await stack.clear_of("home")
    assert len(stack) == 2
    await stack.close()
