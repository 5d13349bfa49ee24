"""Letting staff look on: from her touch to her touch, only covered pages, only the newest."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any, cast

import msgspec
import pytest

from accessibility.phrase import Phrase
from accessibility.screen import Choices, Notice, Screen, Tile
from accessibility.words import Words
from kiosk.client.bank import Bank
from kiosk.client.errors import BankAway, Conflict
from kiosk.client.outbox import Outbox
from kiosk.journeys.help_line import HelpLine
from kiosk.journeys.onlookers import READ, STOP, board_screen, look_on, looking_notice, pointed_at, tell_onlookers
from kiosk.journeys.page_copy import alias_of
from kiosk.journeys.surroundings import Sitting
from kiosk.model.help import HelpTicket
from kiosk.modes import load_modes

AT = datetime(2026, 11, 23, tzinfo=UTC)
ACCEPTED = HelpTicket("t1", "accepted", "come", "home", "elder", "en", "Kiosk 1", AT, 2)
WORDS = Words("en")


class Heard:
    """The bank's end of the line: what it was told, and what it answers."""

    def __init__(self) -> None:
        self.told: list[tuple[str, bool, str]] = []
        self.problems: list[Exception] = []
        self.free = asyncio.Event()
        self.free.set()

    async def assist(self, ticket_id: str, on: bool, masked: str = "") -> None:
        """As the bank's own."""
        await self.free.wait()
        if self.problems:
            raise self.problems.pop()
        self.told.append((ticket_id, on, masked))


class Scene:
    """A sitting whose request somebody has taken."""

    def __init__(self, outbox: Outbox) -> None:
        self.bank, self.sitting = Heard(), Sitting("elder", "en")
        self.line = self.sitting.help_line = HelpLine(cast(Bank, self.bank), outbox, lambda: None, pause=self._at_once)
        self.line.state, self.line.ticket = "accepted", ACCEPTED
        self.line.assist.follow(ACCEPTED)

    async def _at_once(self, seconds: float) -> None:
        assert seconds > 0
        await asyncio.sleep(0)

    def turns_to(self, screen: Screen) -> None:
        """She is on this page now."""
        tell_onlookers(self.sitting, screen, WORDS)

    def staff(self, **changes: Any) -> None:
        """Staff do something."""
        self.line.assist.follow(msgspec.structs.replace(ACCEPTED, **changes))


@pytest.fixture
async def scene(tmp_path: Any) -> Scene:
    """Made in the running loop."""
    return Scene(Outbox(tmp_path))


def page(heading: str) -> Screen:
    """A page with one control."""
    return Screen("p", "en", "elder", Phrase(heading), blocks=(Choices((Tile("open:42", Phrase("Accounts")),)),))


async def until(scene: Scene, count: int) -> None:
    """Until the bank has heard so many things."""
    async with asyncio.timeout(5):
        while len(scene.bank.told) < count:
            await asyncio.sleep(0)


async def test_nothing_is_seen_before_she_lets_them(scene: Scene) -> None:
    scene.turns_to(page("One"))
    assert not scene.line.assist.on
    assert looking_notice(WORDS, scene.sitting, page("One")) is None
    await asyncio.sleep(0)
    assert scene.bank.told == []


async def test_each_new_page_is_shown_and_of_several_the_newest(scene: Scene) -> None:
    scene.line.assist.begin(ACCEPTED)
    scene.bank.free.clear()
    for heading in ("One", "Two", "Three"):
        scene.turns_to(page(heading))
        await asyncio.sleep(0)
    scene.bank.free.set()
    await until(scene, 2)
    assert [on for _, on, _ in scene.bank.told] == [True, True]
    assert "Three" in scene.bank.told[-1][2]


async def test_one_touch_ends_it_and_the_bank_hears_even_after_trouble(scene: Scene) -> None:
    scene.line.assist.begin(ACCEPTED)
    scene.turns_to(page("One"))
    await until(scene, 1)
    scene.bank.problems = [BankAway("cut"), BankAway("cut")]
    notice = looking_notice(WORDS, scene.sitting, page("One"))
    assert notice is not None
    assert notice.action is not None
    assert notice.action.key == STOP
    assert look_on(scene.sitting, STOP)
    assert looking_notice(WORDS, scene.sitting, page("One")) is None, "at once, whatever the bank does"
    scene.turns_to(page("Two"))
    await until(scene, 2)
    assert scene.bank.told[-1] == ("t1", False, "")


@pytest.mark.parametrize("state", ["done", "cancelled", "held", "waiting"])
async def test_it_ends_with_the_request(scene: Scene, state: str) -> None:
    scene.line.assist.begin(ACCEPTED)
    scene.staff(state=state)
    assert not scene.line.assist.on


async def test_it_ends_with_the_sitting(scene: Scene) -> None:
    scene.line.assist.begin(ACCEPTED)
    await scene.line.aclose()
    assert scene.bank.told == [("t1", False, "")]


async def test_a_no_of_the_bank_ends_it(scene: Scene) -> None:
    scene.bank.problems = [Conflict("over")]
    scene.line.assist.begin(ACCEPTED)
    scene.turns_to(page("One"))
    async with asyncio.timeout(5):
        while scene.line.assist.on:
            await asyncio.sleep(0)
    assert scene.bank.told == []


async def test_what_they_point_at_is_said_and_marked_only_while_they_may_look(scene: Scene) -> None:
    alias = alias_of("open:42", scene.sitting.salt)
    scene.staff(pointed=alias)
    assert pointed_at(scene.sitting, page("One")) == ""
    scene.line.assist.begin(ACCEPTED)
    scene.staff(pointed=alias)
    assert pointed_at(scene.sitting, page("One")) == "open:42"
    notice = looking_notice(WORDS, scene.sitting, page("One"))
    assert isinstance(notice, Notice)
    assert notice.next_step.said == "Our colleague points at “Accounts”."
    scene.staff(pointed="open:nothing here")
    assert pointed_at(scene.sitting, page("One")) == ""


@pytest.mark.usefixtures("scene")
async def test_their_words_stand_large_until_she_has_read_them(scene: Scene) -> None:
    mode = load_modes()["elder"]
    scene.staff(board="Please insert your card.")
    shown = board_screen(WORDS, mode, scene.line)
    assert shown is not None
    assert look_on(scene.sitting, READ)
    scene.staff(board="Please insert your card.", position=1)
    assert board_screen(WORDS, mode, scene.line) is None, "what she has read does not come back"
    scene.staff(board="The other way round.")
    assert board_screen(WORDS, mode, scene.line) is not None
    scene.staff(board="")
    assert board_screen(WORDS, mode, scene.line) is None
    scene.staff(board="The other way round.")
    assert board_screen(WORDS, mode, scene.line) is not None, "written anew, it is news"
