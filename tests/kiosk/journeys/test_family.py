"""At home the family is told when she asks for help: whom she agreed to, a sign on every page, none by mistake."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from accessibility.screen import Notice, Screen
from accessibility.words import Words
from kiosk.bank.demo.people import WANG
from kiosk.family.book import FamilyBook
from kiosk.family.circle import COUNTDOWN_S, Circle
from kiosk.family.limit import Limit
from kiosk.journeys.family_words import NOW, STOP, family_notice, message_to, touch_family
from kiosk.notify import Message
from tests.kiosk.family.test_circle import Drawer, Post
from tests.kiosk.journeys.conftest import BankChild, Walk, Walking
from tests.kiosk.journeys.customer import keys
from tests.kiosk.journeys.promises import text

WORDS = Words("en", "plain")


class Seconds:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self._tick = asyncio.Event()
        self.asleep = asyncio.Event()

    async def __call__(self, _seconds: float) -> None:
        self.asleep.set()
        await self._tick.wait()
        self._tick.clear()

    async def pass_one(self) -> None:
        await self.asleep.wait()
        self.asleep.clear()
        self._tick.set()
        await asyncio.sleep(0)


def circle_in(folder: Path, pause: Callable[[float], Awaitable[None]] = asyncio.sleep) -> tuple[Circle, Post]:
    """A home with one daughter who is set up but has not been agreed to."""
    book, drawer, post = FamilyBook(folder), Drawer(), Post()
    drawer.put(book.add("小丽", "zh_CN", "help").id, "json://pc.example/x")
    circle = Circle(book, drawer, post, Limit(lambda: 0.0), message_to("家"), today=date.today, pause=pause)
    return circle, post


async def at_home(walk: Walking, home_child: BankChild, circle: Circle) -> Walk:
    walked = await walk(WANG, child=home_child, home_device=True)
    customer = walked.customer
    circle.changed = customer.changes.set
    customer.around = replace(customer.around, family=circle)
    return walked


def news(screen: Screen) -> list[str]:
    return [block.text.shown for block in screen.blocks if isinstance(block, Notice)]


async def test_she_is_asked_and_decides_and_may_take_it_back(
    walk: Walking, home_child: BankChild, tmp_path: Path
) -> None:
    circle, _ = circle_in(tmp_path)
    walked = await at_home(walk, home_child, circle)
    page = await walked.customer.go("help")
    assert news(page) == ["小丽 would like to know when you ask for help."]
    page = await walked.customer.go("family")
    assert page.key == "family.question"
    assert keys(page)[0] == "refuse", "saying no stands first, and nothing is chosen before"
    page = await walked.customer.press("agree:year")
    assert "is told when you ask for help" in text(page)
    assert [one.name for one in circle.agreed] == ["小丽"]
    page = await walked.customer.press(f"relative:{circle.agreed[0].id}")
    await walked.customer.press("refuse")
    assert circle.agreed == ()


async def test_a_request_for_help_tells_her_too(walk: Walking, home_child: BankChild, tmp_path: Path) -> None:
    circle, post = circle_in(tmp_path)
    circle.agree(circle.unasked[0].id, date(2999, 1, 1))
    walked = await at_home(walk, home_child, circle)
    page = await walked.customer.go("help")
    assert "小丽 is told too." in news(page)
    await walked.customer.press("topic:come")
    await walked.customer.until(lambda _: bool(circle.told) and circle.told[0].state == "told")
    [(_, message)] = post.sent
    assert "小丽" in message.body
    assert not any(secret in message.body + message.title for secret in walked.customer.secrets)
    assert family_notice(WORDS, circle) == Notice(WORDS.phrase("{name} has been told.", name="小丽"), "good")


async def test_what_is_urgent_is_told_after_a_countdown(walk: Walking, home_child: BankChild, tmp_path: Path) -> None:
    seconds = Seconds()
    circle, post = circle_in(tmp_path, seconds)
    circle.agree(circle.unasked[0].id, date(2999, 1, 1))
    walked = await at_home(walk, home_child, circle)
    await walked.customer.go("help")
    await walked.customer.press("topic:money_worry")
    for left in range(COUNTDOWN_S, 0, -1):
        assert circle.seconds_left == left
        assert post.sent == []
        await seconds.pass_one()
    await walked.customer.until(lambda _: bool(circle.told) and circle.told[0].state == "told")
    assert post.sent[0][1].urgent
    assert "诈骗" in post.sent[0][1].body


async def test_one_touch_stops_the_countdown(walk: Walking, home_child: BankChild, tmp_path: Path) -> None:
    seconds = Seconds()
    circle, post = circle_in(tmp_path, seconds)
    circle.agree(circle.unasked[0].id, date(2999, 1, 1))
    walked = await at_home(walk, home_child, circle)
    await walked.customer.go("help")
    await walked.customer.press("topic:money_worry")
    notice = family_notice(WORDS, circle)
    assert notice is not None
    assert notice.action is not None
    assert notice.action.key == STOP
    assert touch_family(circle, STOP)
    assert (circle.seconds_left, circle.told, post.sent) == (0, (), [])
    assert touch_family(circle, NOW)
    await walked.customer.until(lambda _: bool(post.sent))


async def test_in_a_branch_nobody_asks_about_family(walk: Walking) -> None:
    walked = await walk(WANG)
    assert news(await walked.customer.go("help")) == []
    assert not touch_family(None, STOP)


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
@pytest.mark.parametrize("urgent", [False, True])
def test_a_message_holds_no_money_and_is_in_their_language(lang: str, urgent: bool, tmp_path: Path) -> None:
    relative = FamilyBook(tmp_path).add("Li", lang, "help")
    message: Message = message_to("Home")(relative, urgent)
    assert message.urgent == urgent
    assert message.answer_label
    assert not any(character.isdigit() for character in message.title + message.body)
