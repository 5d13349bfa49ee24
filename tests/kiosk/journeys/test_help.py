"""Asking for a person: the real help desk, a real member of staff, and lines that break."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import httpx
import msgspec
import pytest

from accessibility.screen import Notice, Screen
from accessibility.words import Words
from kiosk.bank.demo.people import WANG, YUTONG, ZHOU
from kiosk.client.bank import Bank
from kiosk.client.desk import Desk
from kiosk.client.errors import BankError
from kiosk.client.outbox import Outbox
from kiosk.journeys.help_left_over import send_left_over
from kiosk.journeys.help_line import HelpLine
from kiosk.journeys.help_pages import help_alert, help_notice
from kiosk.journeys.journey import Back, Home
from kiosk.model.help import HelpRequest, HelpTicket
from tests.kiosk.journeys.conftest import HURRIED, BankChild, Walking
from tests.kiosk.journeys.customer import Customer, keys
from tests.kiosk.journeys.promises import text


@pytest.fixture
async def desk(bank_child: BankChild) -> AsyncIterator[Desk]:
    """A member of staff at the lobby's PC; the queue is empty when a test begins."""
    desk = Desk(bank_child.lobby, lang=lambda: "en", patience=HURRIED)
    await desk.sign_in(ZHOU.badge, ZHOU.pin)
    for ticket in await desk.tickets():
        claimed = ticket if ticket.state == "accepted" else await desk.claim(ticket.id, ticket.version)
        await desk.resolve(ticket.id, claimed.version)
    yield desk
    await desk.sign_out()
    await desk.aclose()


def told(screen: Screen) -> Notice:
    """The page's notice."""
    return next(block for block in screen.blocks if isinstance(block, Notice))


def state(name: str) -> Callable[[Screen], bool]:
    """A page of that state."""
    return lambda screen: screen.key == f"help.{name}"


class Turnstile:
    """Stands in the place of waiting: lets the next attempt through when the test says so."""

    def __init__(self) -> None:
        self.waiting = asyncio.Event()
        self._go = asyncio.Event()

    async def __call__(self, seconds: float) -> None:
        """Wait for `let_through`."""
        assert seconds > 0
        self.waiting.set()
        await self._go.wait()
        self._go.clear()

    async def let_through(self) -> None:
        """As if the time had passed; the line is rested too."""
        async with asyncio.timeout(10):
            await self.waiting.wait()
        self.waiting.clear()
        self._go.set()


def with_turnstile(her: Customer) -> Turnstile:
    """Her sitting's help line waits at a turnstile."""
    turnstile = Turnstile()
    her.sitting.help_line = HelpLine(her.around.bank, her.around.outbox, her.around.changed, pause=turnstile)
    return turnstile


async def the_only_ticket(desk: Desk) -> HelpTicket:
    """What the lobby sees."""
    tickets = await desk.tickets()
    assert len(tickets) == 1
    return tickets[0]


@pytest.mark.parametrize("mode", ["elder", "standard", "youth"])
@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
async def test_from_asking_to_being_helped(walk: Walking, desk: Desk, mode: str, lang: str) -> None:
    her = (await walk(WANG, mode=mode, lang=lang)).customer
    page = await her.go("help", "balances.account")
    assert keys(page)[0] == "topic:balances"
    await her.press("topic:balances")
    page = await her.until(state("waiting"))
    assert page.live
    ticket = await the_only_ticket(desk)
    assert (ticket.topic, ticket.screen, ticket.mode, ticket.lang) == ("balances", "balances.account", mode, lang)
    claimed = await desk.claim(ticket.id, ticket.version)
    page = await her.until(state("accepted"))
    assert ZHOU.names[lang] in told(page).text.shown
    assert ZHOU.names[lang] in told(page).text.said_aloud
    await desk.resolve(ticket.id, claimed.version)
    page = await her.until(state("done"))
    assert not page.live
    assert await her.step("home") == Home()
    assert her.around.outbox.pending() == ()


async def test_nothing_private_goes_with_the_request(walk: Walking, desk: Desk) -> None:
    her = (await walk(WANG)).customer
    her.sitting.preferences = msgspec.structs.replace(her.sitting.preferences, text_size=150, theme="contrast")
    await her.go("help", "checkup")
    await her.press("topic:come")
    await her.until(state("waiting"))
    assert her.sitting.help_line is not None
    written = msgspec.json.encode(her.sitting.help_line.request).decode()
    assert not [secret for secret in her.secrets if secret in written]
    assert (await the_only_ticket(desk)).access == ("speech", "large_text", "high_contrast")


async def test_she_may_go_on_and_is_told_on_other_pages(walk: Walking, desk: Desk) -> None:
    her = (await walk(WANG)).customer
    await her.go("help")
    await her.press("topic:come")
    await her.until(state("waiting"))
    assert await her.step("carry_on") == Back()
    await her.go("home")
    words = Words("en")
    notice = help_notice(words, her.sitting.help_line)
    assert notice is not None
    assert notice.action is not None
    ticket = await the_only_ticket(desk)
    await desk.claim(ticket.id, ticket.version)
    line = her.sitting.help_line
    assert line is not None
    async with asyncio.timeout(10):
        while line.state != "accepted":
            await her.changes.wait()
            her.changes.clear()
    notice, alert = help_notice(words, line), help_alert(words, line)
    assert notice is not None
    assert alert is not None
    assert ZHOU.names["en"] in notice.text.shown
    assert alert.text == notice.text, "what is seen from across the room is said and stays"
    line.noticed = True
    assert help_alert(words, line) is None
    assert (await her.go("help")).key == "help.accepted"


async def test_the_place_in_the_queue_moves(walk: Walking, desk: Desk, bank_child: BankChild) -> None:
    other = Bank(bank_child.kiosk, lang=lambda: "en", patience=HURRIED)
    first = await other.ask_for_help(HelpRequest("come", "home", "elder", "en"), "somebody-before-her")
    her = (await walk()).customer
    await her.go("help")
    await her.press("topic:come")
    page = await her.until(state("waiting"))
    assert "1 person is before you." in text(page)
    await desk.claim(first.id, first.version)
    page = await her.until(lambda screen: "You are next." in text(screen))
    await other.cancel_help(first.id)
    await other.aclose()


async def test_she_takes_it_back_and_asks_after_all(walk: Walking, desk: Desk) -> None:
    her = (await walk(WANG)).customer
    await her.go("help")
    await her.press("topic:come")
    await her.until(state("waiting"))
    page = await her.press("cancel")
    assert page.key == "help.cancelled"
    assert await desk.tickets() == ()
    await her.press("again")
    await her.until(state("waiting"))
    assert (await the_only_ticket(desk)).topic == "come"


async def test_without_a_line_it_is_kept_and_sent_once(walk: Walking, desk: Desk) -> None:
    walking = await walk(WANG)
    her, turnstile = walking.customer, with_turnstile(walking.customer)
    walking.line.cut = True
    await her.go("help")
    await her.press("topic:come")
    page = await her.until(state("unsent"))
    assert "We keep trying." in told(page).text.shown
    assert "desk" in told(page).next_step.shown
    assert len(Outbox(walking.outbox_folder).pending()) == 1
    await turnstile.let_through()
    await turnstile.waiting.wait()
    walking.line.cut = False
    walking.clock.seconds += 60
    await turnstile.let_through()
    await her.until(state("waiting"))
    await the_only_ticket(desk)
    assert Outbox(walking.outbox_folder).pending() == ()


async def test_a_lost_answer_does_not_make_two_requests(walk: Walking, desk: Desk) -> None:
    walking = await walk(WANG)
    her, turnstile = walking.customer, with_turnstile(walking.customer)
    walking.line.swallow = is_asking
    await her.go("help")
    await her.press("topic:come")
    await her.until(state("unsent"))
    walking.line.swallow = lambda _: False
    walking.clock.seconds += 60
    await turnstile.let_through()
    await her.until(state("waiting"))
    await the_only_ticket(desk)


def is_asking(request: httpx.Request) -> bool:
    """The question that asks for a person."""
    return request.method == "POST" and request.url.path.endswith("/help-tickets")


async def test_taken_back_unsent_it_never_waits_at_the_bank(walk: Walking, desk: Desk) -> None:
    """Its answer was lost, so the bank has it although the kiosk does not know: it is found by its intent."""
    walking = await walk(WANG)
    her, turnstile = walking.customer, with_turnstile(walking.customer)
    walking.line.swallow = is_asking
    await her.go("help")
    await her.press("topic:come")
    await her.until(state("unsent"))
    await the_only_ticket(desk)
    walking.line.swallow = lambda _: False
    walking.clock.seconds += 60
    async with asyncio.timeout(10):
        listening = asyncio.ensure_future(anext(aiter(desk.events())))
        page = await her.press("cancel")
        assert page.key == "help.cancelled"
        await listening
        while await desk.tickets():
            await asyncio.sleep(0)
    assert Outbox(walking.outbox_folder).pending() == ()
    del turnstile


async def test_what_was_left_over_is_sent_by_the_next_start(walk: Walking, desk: Desk) -> None:
    walking = await walk(WANG)
    her = walking.customer
    with_turnstile(her)
    walking.line.cut = True
    await her.go("help")
    await her.press("topic:money_worry")
    await her.until(state("unsent"))
    await her.leave()
    outbox = Outbox(walking.outbox_folder)
    assert not await send_left_over(her.around.bank, outbox)
    walking.line.cut = False
    walking.clock.seconds += 60
    assert await send_left_over(her.around.bank, outbox)
    assert (await the_only_ticket(desk)).topic == "money_worry"
    assert outbox.pending() == ()


async def test_a_machine_the_bank_does_not_know_says_where_to_go(walk: Walking) -> None:
    walking = await walk()
    walking.line.odd = lambda request: httpx.Response(401) if is_asking(request) else None
    her = walking.customer
    await her.go("help")
    await her.press("topic:come")
    page = await her.until(state("refused"))
    assert told(page).next_step.shown == "Please walk to the desk."
    assert Outbox(walking.outbox_folder).pending() == ()


@pytest.mark.usefixtures("desk")
async def test_a_disk_that_cannot_be_written_does_not_keep_help_away(walk: Walking) -> None:
    walking = await walk(WANG)
    walking.outbox_folder.write_text("a file where the folder should be")
    her = walking.customer
    with_turnstile(her)
    walking.line.cut = True
    await her.go("help")
    await her.press("topic:come")
    page = await her.until(state("unsent"))
    assert "If this machine stops, please ask again." in text(page)
    await her.press("cancel")


@pytest.mark.usefixtures("desk")
async def test_cancelling_without_a_line_is_told_and_the_request_stays(walk: Walking) -> None:
    walking = await walk(WANG)
    her = walking.customer
    await her.go("help")
    await her.press("topic:come")
    await her.until(state("waiting"))
    walking.line.cut = True
    with pytest.raises(BankError):
        await her.step("cancel")
    assert her.look().key == "help.waiting"


async def test_when_it_is_done_already_taking_it_back_says_so(walk: Walking, desk: Desk) -> None:
    walking = await walk(WANG)
    her = walking.customer
    await her.go("help")
    await her.press("topic:come")
    await her.until(state("waiting"))
    ticket = await the_only_ticket(desk)
    claimed = await desk.claim(ticket.id, ticket.version)
    await her.until(state("accepted"))
    await desk.resolve(ticket.id, claimed.version)
    page = await her.until(state("done"))
    assert "again" not in keys(page)
    assert (await her.press("other_topic")).key == "help"


async def test_who_is_not_signed_in_and_who_is_young_get_what_concerns_them(walk: Walking) -> None:
    stranger = (await walk()).customer
    assert not {"topic:balances", "topic:checkup"} & set(keys(await stranger.go("help")))
    child = (await walk(YUTONG, mode="youth")).customer
    assert "topic:checkup" not in keys(await child.go("help"))
