"""A whole visit: what stands on the page, what goes wrong, and that nothing of the customer is left behind."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import httpx
import pytest

from accessibility.phrase import Phrase
from accessibility.screen import Choices, Fact, Notice, Screen, Tile
from accessibility.words import Words
from kiosk.client.address import Address
from kiosk.client.bank import Bank
from kiosk.client.errors import BankAway, SessionEnded
from kiosk.client.outbox import Outbox
from kiosk.journeys.choosing import ChooseLanguage, ChooseMode
from kiosk.journeys.help_line import HelpLine
from kiosk.journeys.journey import Back, Journey, Open, SignedIn, Stay, Step
from kiosk.journeys.news import no_sound
from kiosk.journeys.surroundings import Sitting, Surroundings
from kiosk.journeys.visit import Visit
from kiosk.journeys.welcome import Welcome
from kiosk.model.profile import Preferences, Profile
from kiosk.modes import Mode, load_modes

WANG = Profile(
    "c1", {"zh_CN": "王阿姨", "en": "Mrs Wang"}, mode="standard", lang="zh_TW", preferences=Preferences(volume=5)
)


class Stop:
    """A journey that the test steers: what `enter` and `act` do is set from outside."""

    def __init__(self, name: str, world: World) -> None:
        self._name, self._world = name, world
        self.closed = False

    async def enter(self) -> None:
        self._world.entered.append(self._name)
        await self._world.on_enter(self._name)

    def screen(self, words: Words, mode: Mode) -> Screen:
        amount = Phrase("9,876.50", "nine thousand", private=True, discreet="on the screen")
        return Screen(
            key=self._name,
            lang=words.lang,
            mode=mode.key,
            heading=words.phrase("Welcome"),
            blocks=(Fact(Phrase("Amount"), amount), Choices((Tile("next", Phrase("Next")),))),
        )

    async def act(self, action: str, typed: str = "") -> Step:
        self._world.acted.append((action, typed))
        return await self._world.on_act(action)

    async def aclose(self) -> None:
        self._world.closed.append(self._name)


async def _nothing(_: str) -> None:
    return None


async def _stay(_: str) -> Step:
    return Stay()


@dataclass
class World:
    """The kiosk around a visit, and what the test does in it."""

    visit: Visit | None = None
    screens: list[Screen] = field(default_factory=list)
    entered: list[str] = field(default_factory=list)
    acted: list[tuple[str, str]] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    failures: list[BaseException] = field(default_factory=list)
    bank: Bank | None = None
    on_enter: Callable[[str], Awaitable[None]] = _nothing
    on_act: Callable[[str], Awaitable[Step]] = _stay

    @property
    def now(self) -> Screen:
        return self.screens[-1]

    async def press(self, action: str, typed: str = "") -> Screen:
        assert self.visit is not None
        await self.visit.act(action, typed)
        async with asyncio.timeout(10):
            await self.visit.settled()
        return self.now

    def frame(self, place: str) -> bool:
        return next(action.enabled for action in self.now.actions if action.place == place)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    made = World()

    bank = Bank(
        Address("http://127.0.0.1:9", "device"),
        lang=lambda: "en",
        transport=httpx.MockTransport(lambda _: httpx.Response(204)),
        token="hers",
    )
    made.bank = bank
    modes = load_modes()

    def surround(sitting: Sitting) -> Surroundings:
        return Surroundings(
            bank=bank,
            sitting=sitting,
            outbox=Outbox(tmp_path),
            changed=lambda: None,
            now=lambda: datetime.now().astimezone(),
            modes=modes,
        )

    def open_journey(name: str, around: Surroundings, argument: str) -> Journey:
        real = {"welcome": Welcome, "language": ChooseLanguage, "mode": ChooseMode}.get(name)
        return real(around, argument) if real else Stop(name, made)

    def failed(problem: BaseException) -> str:
        made.failures.append(problem)
        return "AB12CD"

    made.visit = Visit(
        open_journey=open_journey,
        surround=surround,
        new_sitting=lambda: Sitting("elder", "en"),
        modes=modes,
        show=made.screens.append,
        failed=failed,
    )
    await made.visit.begin()
    yield made
    await made.visit.aclose()
    await bank.aclose()


async def sign_in(world: World) -> Screen:
    async def known(_: str) -> Step:
        return SignedIn(WANG)

    await world.press("begin")
    world.on_act = known
    return await world.press("pin", "123456")


async def test_it_starts_untouched_on_the_welcome_page(world: World) -> None:
    assert world.now.key == "welcome"
    assert world.visit
    assert world.visit.pristine
    assert [world.frame(place) for place in ("back", "home", "leave")] == [False, False, False]
    assert world.frame("help")


async def test_signing_in_takes_up_her_wishes(world: World) -> None:
    screen = await sign_in(world)
    assert (screen.key, screen.mode, screen.lang) == ("home", "standard", "zh_TW")
    assert world.visit
    assert world.visit.sitting.preferences.volume == 5


async def test_what_she_chose_here_wins_over_her_profile(world: World) -> None:
    await world.press("language:zh_CN")
    await world.press("mode")
    await world.press("youth")
    screen = await sign_in(world)
    assert (screen.mode, screen.lang) == ("youth", "zh_CN")


async def test_language_and_mode_can_be_changed_anywhere_and_keep_the_place(world: World) -> None:
    await sign_in(world)
    world.on_act = _open("balances")
    await world.press("next")
    assert (await world.press("language")).key == "language"
    back = await world.press("zh_CN")
    assert (back.key, back.lang) == ("balances", "zh_CN")
    await world.press("mode")
    back = await world.press("elder")
    assert (back.key, back.mode) == ("balances", "elder")


def _open(name: str) -> Callable[[str], Awaitable[Step]]:
    async def act(_: str) -> Step:
        return Open(name)

    return act


async def test_amounts_are_hidden_in_picture_and_in_speech(world: World) -> None:
    await sign_in(world)
    assert "9,876.50" in str(world.now)
    hidden = await world.press("hide")
    assert "9,876.50" not in str(hidden)
    assert "nine thousand" not in str(hidden)
    assert hidden.hides
    assert "9,876.50" in str(await world.press("hide"))


async def test_a_slow_bank_gives_words_and_a_way_out(world: World) -> None:
    answer = asyncio.Event()

    async def slow(_: str) -> None:
        await answer.wait()

    await sign_in(world)
    world.on_act, world.on_enter = _open("balances"), slow
    assert world.visit
    await world.visit.act("next")
    async with asyncio.timeout(5):
        while world.now.key != "waiting":
            await asyncio.sleep(0.01)
    world.on_enter = _nothing
    back = await world.press("home")
    assert back.key == "home"
    answer.set()


async def test_trouble_is_told_and_trying_again_enters_the_same_journey_once(world: World) -> None:
    async def away(_: str) -> None:
        raise BankAway("no line", reference="0123456789")

    await sign_in(world)
    world.on_act, world.on_enter = _open("balances"), away
    trouble = await world.press("next")
    assert trouble.key == "trouble"
    assert any(isinstance(block, Notice) and block.next_step.shown for block in trouble.blocks)
    assert "01234567" in trouble.quiet.shown
    world.on_enter = _nothing
    assert (await world.press("try_again")).key == "balances"
    world.on_act = _nothing_back
    assert (await world.press("back")).key == "home"


async def _nothing_back(_: str) -> Step:
    return Back()


async def test_what_failed_can_be_tried_again_until_it_works(world: World) -> None:
    async def away(_: str) -> Step:
        raise BankAway

    await sign_in(world)
    world.on_act = away
    for action in ("next", "try_again", "try_again"):
        assert (await world.press(action)).key == "trouble"
    world.on_act = _stay
    assert (await world.press("try_again")).key == "home"
    assert world.acted[-4:] == [("next", "")] * 4


async def test_what_could_not_be_entered_can_be_tried_again_until_it_works(world: World) -> None:
    async def away(_: str) -> None:
        raise BankAway

    await sign_in(world)
    world.on_act, world.on_enter = _open("balances"), away
    assert (await world.press("next")).key == "trouble"
    world.on_act = _stay
    for _ in range(2):
        assert (await world.press("try_again")).key == "trouble"
    world.on_enter = _nothing
    assert (await world.press("try_again")).key == "balances"
    assert world.entered.count("balances") == 4


async def test_help_opened_from_trouble_leads_back_to_it(world: World) -> None:
    async def away(_: str) -> None:
        raise BankAway

    await sign_in(world)
    world.on_act, world.on_enter = _open("balances"), away
    await world.press("next")
    world.on_enter = _nothing
    assert (await world.press("help")).key == "help"
    world.on_act = _nothing_back
    assert (await world.press("back")).key == "trouble"


async def test_a_typed_secret_is_never_kept_for_another_try(world: World) -> None:
    async def away(_: str) -> Step:
        raise BankAway

    await world.press("begin")
    world.on_act = away
    assert (await world.press("pin", "135790")).key == "trouble"
    world.acted.clear()
    assert (await world.press("try_again")).key == "sign_in"
    assert world.acted == []


async def test_an_ended_session_leads_to_signing_in_again(world: World) -> None:
    async def ended(_: str) -> Step:
        raise SessionEnded

    await sign_in(world)
    world.on_act = ended
    assert (await world.press("next")).key == "trouble"
    assert (await world.press("try_again")).key == "sign_in"
    assert world.visit
    assert world.visit.sitting.profile is None


async def test_who_signs_in_after_an_ended_session_is_asked_herself(world: World) -> None:
    """It may be somebody else: what one customer agreed to and wished for is not the next one's."""

    async def ended(_: str) -> Step:
        raise SessionEnded

    await sign_in(world)
    assert world.visit
    await world.press("aloud")
    world.visit.sitting.previous = Preferences(volume=1)
    world.on_act = ended
    await world.press("next")
    await world.press("try_again")
    sitting = world.visit.sitting
    assert (sitting.consent_aloud, sitting.previous, sitting.checked_up_on) == (False, None, None)


async def test_leaving_before_the_sign_in_is_through_forgets_the_token_too(world: World) -> None:
    assert world.visit
    assert world.bank
    assert world.bank.signed_in
    await world.press("begin")
    await world.press("leave")
    async with asyncio.timeout(5):
        while world.bank.signed_in:
            await asyncio.sleep(0.01)


async def test_a_failure_nobody_foresaw_gets_a_reference_number(world: World) -> None:
    async def broken(_: str) -> Step:
        raise ZeroDivisionError

    await sign_in(world)
    world.on_act = broken
    await world.press("next")
    assert isinstance(world.failures[0], ZeroDivisionError)
    assert world.now.key == "trouble"
    assert "AB12CD" in world.now.quiet.shown


async def test_leaving_forgets_everything_and_signs_out(world: World) -> None:
    await sign_in(world)
    assert world.visit
    before = world.visit.sitting
    farewell = await world.press("leave")
    assert farewell.key == "farewell"
    assert world.visit.sitting is not before
    assert world.visit.sitting.profile is None
    assert "home" in world.closed
    async with asyncio.timeout(5):
        while world.bank and world.bank.signed_in:
            await asyncio.sleep(0.01)
    assert (await world.press("done")).key == "welcome"
    assert world.visit.pristine


async def test_an_idle_page_is_warned_of_and_then_closed(world: World) -> None:
    await sign_in(world)
    assert world.visit
    world.visit.warn(30, 1.0)
    assert world.now.key == "still_there"
    assert (await world.press("more_time")).key == "home"
    world.visit.warn(30, 1.0)
    world.visit.go_on()
    assert world.now.key == "home"
    await world.visit.leave(because_idle=True)
    assert world.now.key == "welcome"
    assert world.now.lead_in.shown
    assert world.visit.sitting.profile is None


async def test_news_stands_on_the_page_until_she_does_something(world: World) -> None:
    assert world.visit
    world.visit.tell(no_sound)
    assert isinstance(world.now.blocks[0], Notice)
    assert not isinstance((await world.press("louder")).blocks[0], Notice)


async def test_news_from_before_the_first_page_is_told_on_it(world: World) -> None:
    """That there is no sound is known before anything is shown."""
    assert world.visit
    world.visit.tell(no_sound)
    await world.visit.begin()
    assert any(isinstance(block, Notice) for block in world.now.blocks)
    assert not any(isinstance(block, Notice) for block in (await world.press("mode")).blocks)


async def test_a_choice_made_just_before_going_home_still_counts(world: World) -> None:
    await sign_in(world)
    world.on_act = _open("balances")
    await world.press("next")
    world.on_act = _stay
    assert world.visit
    await world.visit.act("choice")
    await world.visit.act("home")
    await world.visit.settled()
    assert ("choice", "") in world.acted
    assert world.now.key == "home"


async def test_volume_stays_within_its_steps(world: World) -> None:
    for _ in range(9):
        await world.press("louder")
    assert not world.frame("louder")
    for _ in range(9):
        await world.press("quieter")
    assert not world.frame("quieter")
    assert world.frame("louder")


async def test_speed_stays_within_its_steps_and_works_on_the_goodbye_page(world: World) -> None:
    assert world.visit
    for action, end in (("faster", 5), ("slower", 1)):
        for _ in range(6):
            await world.press(action)
        assert world.visit.sitting.preferences.rate == end
    await world.visit.leave()
    assert (await world.press("louder")).key == "farewell"
    assert world.visit.sitting.preferences.volume == 4
    assert (await world.press("done")).key == "welcome"


async def test_the_button_of_the_voice_says_how_it_stands(world: World) -> None:
    assert world.visit

    def label() -> str:
        return next(action.label.shown for action in world.now.actions if action.place == "pause")

    assert label() == "Pause"
    world.visit.hold(held=True)
    assert label() == "Go on"
    world.visit.hold(held=False)
    assert label() == "Pause"


async def test_that_somebody_comes_is_over_every_page_until_she_has_noticed(world: World) -> None:
    assert world.visit
    assert world.bank
    await world.press("begin")
    line = HelpLine(world.bank, Outbox(Path("unused")), lambda: None)
    world.visit.sitting.help_line = line
    line.state, line.noticed = "accepted", False
    for action in ("mode", "back", "help"):
        screen = await world.press(action)
        assert screen.alert
        assert screen.alert.text.shown == "Somebody is coming to you."
    assert (await world.press("noticed")).alert is None
    assert world.now.key == "help", "it leads nowhere"
    line.noticed = False
    world.visit.notice()
    assert world.now.alert is None


@pytest.mark.parametrize("action", ["louder", "quieter", "faster", "headset:on"])
async def test_what_is_changed_on_the_first_page_is_somebodys(world: World, action: str) -> None:
    """Else it would stay for whoever comes next (EN-10)."""
    assert world.visit
    assert world.visit.pristine
    await world.press(action)
    assert not world.visit.pristine
    await world.visit.leave(because_idle=True)
    assert world.visit.pristine
    assert world.visit.sitting.preferences == Preferences()
