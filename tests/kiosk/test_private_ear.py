"""Nothing private reaches a loudspeaker, whatever changes by itself: presenter, narrator and voice together (EN-07)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import httpx
from PySide6.QtWidgets import QApplication

from accessibility.narrator import Narrator
from accessibility.phrase import Phrase
from accessibility.screen import Choices, Fact, Screen, Tile
from accessibility.speech.outlet import Outlet
from accessibility.speech.recording_player import RecordingPlayer
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.voice import Voice
from accessibility.words import Words
from kiosk.appearance import eyes, theme_for
from kiosk.client.address import Address
from kiosk.client.bank import Bank
from kiosk.client.outbox import Outbox
from kiosk.early import Early
from kiosk.journeys.journey import Journey, SignedIn, Stay, Step
from kiosk.journeys.surroundings import Sitting, Surroundings
from kiosk.journeys.visit import Visit
from kiosk.journeys.welcome import Welcome
from kiosk.model.profile import Profile
from kiosk.modes import Mode, load_modes
from kiosk.presenter import Presenter
from kiosk.private_ear import PrivateEar
from tests.accessibility.speech.witness import Witness
from tests.journeys.watch import Watch
from tests.kiosk.journeys.test_idle import Clockwork
from tests.kiosk.test_presenter import IDLE_S, WARN_S, Live
from tests.kiosk.test_presenter import live as live
from ui.window import KioskWindow

HASTE = 5.0
"""So many times faster than life: still slow enough to be cut off in the middle."""
SECRET = "nine thousand eight hundred and seventy-six yuan"


class Account:
    """A journey with an amount that changes by itself, as the bank tells."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.changes = 0

    async def enter(self) -> None:
        """Nothing to ask."""

    def screen(self, words: Words, mode: Mode) -> Screen:
        """One amount."""
        said = f"{SECRET}, {self.changes}" if self.changes else SECRET
        amount = Phrase("9,876.00", said, private=True, discreet=f"on the screen, {self.changes}")
        return Screen(
            key="home",
            lang=words.lang,
            mode=mode.key,
            heading=Phrase("Your account"),
            blocks=(Fact(Phrase("Amount"), amount), Choices((Tile("next", Phrase("Next")),))),
            live=True,
        )

    def change(self) -> None:
        """The bank tells of a movement."""
        self.changes += 1
        self.around.changed()

    async def act(self, action: str, typed: str = "") -> Step:
        """Nothing to do."""
        del action, typed
        return Stay()

    async def aclose(self) -> None:
        """Holds nothing."""


class Door(Welcome):
    """A welcome page at which one press is signing in."""

    async def act(self, action: str, typed: str = "") -> Step:
        """In."""
        return SignedIn(Profile("c1", {"en": "Mrs Green"})) if action == "begin" else await super().act(action, typed)


@dataclass
class Stand:
    """A kiosk of which everything said is witnessed."""

    window: KioskWindow
    visit: Visit
    voice: Voice
    ear: PrivateEar
    witness: Witness
    watch: Watch
    time: Clockwork
    accounts: list[Account]

    async def shows(self, key: str) -> None:
        """Wait for a page."""
        await self.watch.until(lambda: self.visit.screen().key == key, key)

    async def do(self, action: str, key: str) -> None:
        """An action without any touch, which would hush the voice. Then wait for a page."""
        self.window.acted.emit(action, "")
        await self.shows(key)

    async def sounds(self, words: str) -> None:
        """Wait until an utterance with these words has begun."""
        await self.witness.until(lambda: any(words in utterance.text for utterance in self.witness.begun))

    async def quiet(self) -> None:
        """Wait until everything was said."""
        await asyncio.sleep(0)
        async with asyncio.timeout(20):
            await self.voice.until_quiet()

    def secrets(self) -> list[str]:
        """What began to sound and held the amount."""
        return [utterance.text for utterance in self.witness.begun if SECRET in utterance.text]


@asynccontextmanager
async def standing(folder: Path, kind: type[KioskWindow] = KioskWindow) -> AsyncIterator[Stand]:
    modes, time, accounts = load_modes(), Clockwork(), list[Account]()
    screen_size = eyes(None, 600, (1280, 800))
    window = kind(theme_for(modes["elder"], screen_size, colours="light", text_percent=100, lang="en"))
    watch, witness = Watch(window), Witness()
    window.resize(1280, 800)
    window.show()
    voice = Voice(Synthesiser(), Outlet(RecordingPlayer(HASTE)))
    voice.add(witness)
    presenter = Presenter(
        window, Narrator(voice), voice, screen_size, lambda _: (IDLE_S, WARN_S), failed=str, later=time.later
    )
    nowhere = httpx.MockTransport(lambda _: httpx.Response(204))
    bank = Bank(Address("http://127.0.0.1:9", "device"), lang=lambda: "en", transport=nowhere)

    def open_journey(name: str, around: Surroundings, argument: str) -> Journey:
        if name == "welcome":
            return Door(around, argument)
        accounts.append(Account(around))
        return accounts[-1]

    def surround(sitting: Sitting) -> Surroundings:
        return Surroundings(
            bank=bank,
            sitting=sitting,
            outbox=Outbox(folder),
            changed=lambda: visit.refresh() if visit.sitting is sitting else None,
            now=lambda: datetime.now().astimezone(),
            modes=modes,
        )

    visit = Visit(
        open_journey=open_journey,
        surround=surround,
        new_sitting=lambda: Sitting("elder", "en", sensed="in"),
        modes=modes,
        show=lambda screen: presenter.show(visit, screen),
        failed=str,
    )
    await voice.start()
    presenting = asyncio.create_task(presenter.present(visit, Early(window)))
    try:
        await watch.until(lambda: window.screen_shown is not None, "the first page")
        yield Stand(window, visit, voice, presenter.private_ear(visit), witness, watch, time, accounts)
    finally:
        presenting.cancel()
        await asyncio.gather(presenting, return_exceptions=True)
        await visit.aclose()
        await voice.aclose()
        await bank.aclose()
        window.close()
        watch.end()
        window.deleteLater()
        QApplication.sendPostedEvents()


async def signed_in(stand: Stand) -> Account:
    """She hears her amount in the headset."""
    await stand.do("begin", "home")
    await stand.sounds(SECRET)
    return stand.accounts[-1]


def test_pulled_out_the_amount_stops_and_no_change_of_it_is_said(live: Live, tmp_path: Path) -> None:
    async def story() -> None:
        async with standing(tmp_path) as stand:
            account = await signed_in(stand)
            stand.ear.stirred()
            account.change()  # on the page before it is known that the headset is out
            await stand.quiet()
            stand.ear.settled("out")
            account.change()
            await stand.quiet()
            assert stand.secrets() == [f"Amount, {SECRET}"]
            assert (f"Amount, {SECRET}", "stopped") in stand.witness.fates
            assert any("pulled out" in utterance.text for utterance in stand.witness.begun)
            assert stand.voice.manner.channel == "speaker"

    live(story())


def test_a_page_drawn_before_the_plug_moved_is_not_told_after_it(live: Live, tmp_path: Path) -> None:
    async def story() -> None:
        async with standing(tmp_path) as stand:
            await stand.quiet()
            stand.visit.sitting.know(Profile("c1", {"en": "Mrs Green"}), ("elder",))
            stand.window.acted.emit("begin", "")
            await stand.shows("home")  # drawn; what is told of it comes in a moment
            stand.ear.stirred()
            stand.ear.settled("out")
            await stand.quiet()
            assert [text for text in stand.secrets() if stand.witness.fates.count((text, "finished"))] == []

    live(story())


def test_hidden_without_a_touch_the_amount_stops_in_its_middle(live: Live, tmp_path: Path) -> None:
    async def story() -> None:
        async with standing(tmp_path) as stand:
            account = await signed_in(stand)
            stand.window.acted.emit("hide", "")
            await stand.watch.until(lambda: stand.visit.sitting.hidden, "the cover")
            account.change()
            await stand.quiet()
            assert (f"Amount, {SECRET}", "stopped") in stand.witness.fates
            assert len(stand.secrets()) == 1

    live(story())


def test_while_it_asks_whether_she_is_there_and_after_it_nothing_of_hers_is_said(live: Live, tmp_path: Path) -> None:
    """What changes by itself is told to a customer who is there; an idle page may stand before anybody."""

    async def story() -> None:
        async with standing(tmp_path) as stand:
            account = await signed_in(stand)
            await stand.quiet()
            heard = len(stand.secrets())
            stand.time.pass_time(IDLE_S)
            await stand.shows("still_there")
            account.change()
            await stand.quiet()
            stand.time.pass_time(WARN_S)
            await stand.shows("welcome")
            account.change()
            await stand.quiet()
            assert len(stand.secrets()) == heard
            assert not stand.visit.sitting.hidden
            assert any("closed" in utterance.text for utterance in stand.witness.begun)

    live(story())


def test_who_leaves_in_mid_sentence_is_not_spoken_of_any_more(live: Live, tmp_path: Path) -> None:
    async def story() -> None:
        async with standing(tmp_path) as stand:
            account = await signed_in(stand)
            await stand.do("leave", "farewell")
            account.change()
            await stand.quiet()
            assert (f"Amount, {SECRET}", "stopped") in stand.witness.fates
            assert len(stand.secrets()) == 1

    live(story())


def test_a_false_alarm_costs_a_sentence(live: Live, tmp_path: Path) -> None:
    async def story() -> None:
        async with standing(tmp_path) as stand:
            await signed_in(stand)
            stand.ear.stirred()
            stand.ear.settled("in")
            await stand.quiet()
            assert stand.secrets() == [f"Amount, {SECRET}"] * 2, "cut off, and said again from the page's beginning"
            assert stand.voice.manner.channel == "headset"
            assert not stand.visit.screen().hides

    live(story())


def test_the_first_page_is_not_cut_off_by_learning_that_there_is_no_headset(live: Live, tmp_path: Path) -> None:
    async def story() -> None:
        async with standing(tmp_path) as stand:
            stand.visit.sitting.sensed = "unknown"
            await stand.sounds("Welcome")
            stand.ear.settled("out")
            await stand.quiet()
            assert {ending for _, ending in stand.witness.fates} == {"finished"}

    live(story())


class ReadAloud(KioskWindow):
    """A window before a screen reader; to wake Qt's own tree of accessible parts would last for all later tests."""

    @property
    def screen_reader_active(self) -> bool:
        """It is at work."""
        return True


def test_beside_a_screen_reader_our_voice_speaks_only_when_asked(live: Live, tmp_path: Path) -> None:
    async def story() -> None:
        async with standing(tmp_path, ReadAloud) as stand:
            await stand.do("begin", "home")
            stand.window.focused.emit("next")
            await stand.quiet()
            assert stand.witness.begun == []
            stand.window.acted.emit("repeat", "")
            await stand.sounds("Your account")

    live(story())
