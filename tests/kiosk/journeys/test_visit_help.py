"""Help in a whole visit, at the real bank: the page that goes along, being cheated, being stuck, letting them look."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from accessibility.screen import Screen
from kiosk.bank.demo.people import PEOPLE, WANG, DemoPerson
from kiosk.client.bank import Bank
from kiosk.client.desk import Desk
from kiosk.client.outbox import Outbox
from kiosk.journeys.catalogue import open_journey
from kiosk.journeys.help_left_over import send_left_over
from kiosk.journeys.onlookers import STOP
from kiosk.journeys.stall_help import LEAVE_ME_BE
from kiosk.journeys.surroundings import Sitting, Surroundings
from kiosk.journeys.visit import Visit
from kiosk.model.help import HelpRequest, HelpTicket
from kiosk.modes import Mode
from tests.kiosk.journeys.conftest import HURRIED, BankChild, bank_in
from tests.kiosk.journeys.promises import text
from tests.kiosk.journeys.test_help import desk

__all__ = ["desk"]


@pytest.fixture(scope="module")
def bank_child(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BankChild]:
    """A bank of this file's own: elsewhere cards are locked on purpose."""
    yield from bank_in(tmp_path_factory.mktemp("help-books"), "branch")


class Stand:
    """A visit at a bank, and the screens it shows."""

    def __init__(self, bank: Bank, outbox: Outbox, modes: dict[str, Mode]) -> None:
        self.bank, self.outbox = bank, outbox
        self.screens: list[Screen] = []
        self.moved = asyncio.Event()
        self.paused: list[Bank] = []
        self.failures: list[BaseException] = []

        async def pause(bank: Bank) -> None:
            self.paused.append(bank)

        def surround(sitting: Sitting) -> Surroundings:
            return Surroundings(
                bank=bank,
                sitting=sitting,
                outbox=outbox,
                changed=lambda: self.visit.refresh() if self.visit.sitting is sitting else None,
                now=lambda: datetime.now().astimezone(),
                modes=modes,
                pauses=(pause,),
            )

        self.visit = Visit(
            open_journey=open_journey,
            surround=surround,
            new_sitting=lambda: Sitting("elder", "en", chose_lang=True, chose_mode=True),
            modes=modes,
            show=self._show,
            failed=lambda problem: self.failures.append(problem) or "",  # type: ignore[func-returns-value]
        )

    def _show(self, screen: Screen) -> None:
        self.screens.append(screen)
        self.moved.set()

    async def does(self, *actions: tuple[str, str] | str) -> Screen:
        """Press one thing after the other."""
        for action in actions:
            key, typed = (action, "") if isinstance(action, str) else action
            await self.visit.act(key, typed)
            async with asyncio.timeout(10):
                await self.visit.settled()
        return self.screens[-1]

    async def until(self, seen: Callable[[Screen], bool]) -> Screen:
        """Wait for a page."""
        async with asyncio.timeout(10):
            while not seen(self.screens[-1]):
                self.moved.clear()
                await self.moved.wait()
        return self.screens[-1]

    async def comes_in(self, person: DemoPerson) -> Screen:
        """Sign in at the pages."""
        await self.visit.begin()
        return await self.does("begin", ("card", person.card), ("pin", person.pin))

    @property
    def request(self) -> HelpRequest:
        """What she asked."""
        line = self.visit.sitting.help_line
        assert line is not None
        assert line.request is not None
        return line.request


@pytest.fixture
async def stand(bank_child: BankChild, modes: dict[str, Mode], tmp_path: Path) -> AsyncIterator[Stand]:
    """Nobody has come yet."""
    bank = Bank(bank_child.kiosk, lang=lambda: "en", patience=HURRIED)
    made = Stand(bank, Outbox(tmp_path), modes)
    yield made
    await made.visit.aclose()
    await bank.aclose()
    assert made.failures == []


async def waiting(desk: Desk, count: int) -> tuple[HelpTicket, ...]:
    """The lobby's list, as soon as it is so long."""
    async with asyncio.timeout(10):
        while len(tickets := await desk.tickets()) != count:
            await asyncio.sleep(0)
    return tickets


async def secrets_of(bank: Bank, person: DemoPerson) -> set[str]:
    """What must not leave the kiosk."""
    found = {person.legal_name, *person.greeting.values(), person.card, person.pin}
    for account in await bank.accounts():
        found |= {account.id, account.tail}
        for money in (account.available, account.booked):
            if money is not None and abs(money.amount) >= 1000:
                found |= {f"{abs(money.amount):.2f}", f"{abs(money.amount):,.2f}"}
    return found - {""}


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: str(person.card[-4:]))
async def test_no_page_she_asks_from_takes_anything_private_along(stand: Stand, desk: Desk, person: DemoPerson) -> None:
    home = await stand.comes_in(person)
    assert home.key == "home"
    secrets = await secrets_of(stand.bank, person)
    for journey in ("home", "balances", "account:0", "month"):
        if journey != "home":
            page = await stand.does(journey)
        else:
            page = home
        await stand.does("help", "topic:come")
        sent = msgspec.json.encode(stand.request).decode()
        assert stand.request.screen == page.key
        assert msgspec.json.decode(stand.request.masked, type=Screen).key == page.key
        assert [secret for secret in secrets if secret in sent] == [], page.key
        await waiting(desk, 1)
        await stand.does("cancel", "back")
        await waiting(desk, 0)


async def test_who_fears_a_fraud_has_her_amounts_hidden_and_is_told_what_to_do(stand: Stand, desk: Desk) -> None:
    await stand.comes_in(WANG)
    await stand.does("balances", "help", "topic:money_worry")
    page = await stand.until(lambda screen: screen.key == "help.waiting")
    assert stand.visit.sitting.hidden
    for words in ("Do not pay, do not transfer.", "Give nobody a code or a password.", "96110"):
        assert words in text(page)
    assert stand.paused == [stand.bank]
    (ticket,) = await waiting(desk, 1)
    assert (ticket.topic, ticket.urgent) == ("money_worry", True)


async def test_what_she_asks_about_goes_along(stand: Stand, desk: Desk) -> None:
    await stand.comes_in(WANG)
    from_check = stand.visit._around
    help_page = open_journey("help", from_check, "finding:W05")
    await help_page.act("topic:checkup")
    (ticket,) = await waiting(desk, 1)
    assert (ticket.topic, ticket.about) == ("checkup", "finding:W05")


async def test_stuck_for_long_somebody_is_asked_to_pass_by_openly(stand: Stand, desk: Desk) -> None:
    await stand.comes_in(WANG)
    for step in ("prompt", "slower", "offer"):
        stand.visit.stuck(step)  # type: ignore[arg-type]
        assert any(getattr(block, "action", None) for block in stand.screens[-1].blocks)
    stand.visit.stuck("staff")
    (ticket,) = await waiting(desk, 1)
    assert (ticket.topic, ticket.step) == ("come", "stall")
    await stand.until(lambda screen: "Somebody will come to you." in text(screen))
    assert "I have asked a colleague to pass by." in text(stand.screens[-1])
    assert not stand.visit.may_be_stuck
    await stand.does(LEAVE_ME_BE)
    await waiting(desk, 0)
    assert not stand.visit.may_be_stuck, "for the rest of the sitting"


async def test_who_has_gone_is_not_looked_for(stand: Stand, desk: Desk) -> None:
    await stand.comes_in(WANG)
    stand.visit.stuck("staff")
    await waiting(desk, 1)
    await stand.until(lambda screen: "Somebody will come to you." in text(screen))
    await stand.visit.leave(because_idle=True)
    async with asyncio.timeout(10):
        while await desk.tickets():
            await send_left_over(stand.bank, stand.outbox)
            await asyncio.sleep(0)


async def test_staff_look_on_by_her_leave_and_no_longer(stand: Stand, desk: Desk) -> None:
    await stand.comes_in(WANG)
    await stand.does("help", "topic:come")
    (ticket,) = await waiting(desk, 1)
    await desk.claim(ticket.id, ticket.version)
    await stand.until(lambda screen: screen.key == "help.accepted")
    page = await stand.does("assist:begin", "carry_on", "balances")
    assert "Our colleague sees this page, without amounts." in text(page)
    line = stand.visit.sitting.help_line
    assert line is not None
    page = await stand.does(STOP)
    assert "Our colleague sees this page" not in text(page)
    assert not line.assist.on
