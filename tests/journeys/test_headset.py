"""Private listening: what the headset changes for a customer, at the real window with the real voice (EN-03, EN-07)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt

from accessibility.screen import Choices, Notice, Screen
from accessibility.speech.recording_player import RecordingPlayer
from accessibility.speech_log import LogLine
from accessibility.words import Words
from kiosk.bank.demo.people import CHEN, GREEN, DemoPerson
from kiosk.journeys import news
from tests.journeys.belongings import Belongings, belongings
from tests.journeys.conftest import BankChild, Live
from tests.journeys.customer import Customer
from tests.journeys.plug import Plug
from tests.journeys.stand import Stand, standing
from tests.kiosk.journeys.promises import controls, text

WORDS = Words("en")
OUT = "The headset was pulled out"
TABLE = "balances.accounts"


@dataclass
class Seat:
    """A customer, signed in by keys, and the plug of her headset."""

    stand: Stand
    plug: Plug
    hers: Belongings

    @property
    def her(self) -> Customer:
        return self.stand.her

    def private(self) -> list[LogLine]:
        """What was said that held an amount, a name or a number of hers."""
        return [line for line in self.stand.said() if self.hers.found_in(line.text)]

    async def said(self, words: str) -> LogLine:
        """Wait until an utterance with these words has ended."""
        async with asyncio.timeout(20):
            while not (found := [line for line in self.stand.said() if words in line.text]):
                await asyncio.sleep(0.02)
        return found[-1]

    async def balances(self) -> None:
        """Open her accounts."""
        self.her.enter("balances")
        await self.her.sees(TABLE)


@asynccontextmanager
async def seated(
    child: BankChild, folder: Path, plug: Plug, *, speed: float = 40.0, person: DemoPerson = GREEN
) -> AsyncIterator[Seat]:
    """Somebody sits before a kiosk in English and signs in by keys."""
    hers = await belongings(person, "en", child)
    async with standing(folder, lang="en", jack=plug, player=RecordingPlayer(speed), **child.settings) as stand:
        seat = Seat(stand, plug, hers)
        await seat.her.sees("welcome")
        seat.her.enter("language:en")
        seat.her.enter("begin")
        await seat.her.sees("sign_in.card")
        seat.her.strike_digits(person.card)
        seat.her.key(Qt.Key.Key_Return)
        await seat.her.sees("sign_in.pin")
        seat.her.strike_digits(person.pin)
        seat.her.key(Qt.Key.Key_Return)
        await seat.her.sees("home")
        yield seat


def test_in_the_headset_amounts_are_said_and_pulled_out_they_are_covered(
    live: Live, bank_child: BankChild, tmp_path: Path
) -> None:
    async def story() -> None:
        async with seated(bank_child, tmp_path, Plug()) as seat:
            assert seat.private() == [], "on the loudspeaker nothing of hers is said"
            seat.plug.push_in()
            await seat.said("Your headset is in")
            await seat.balances()
            async with asyncio.timeout(20):
                while not any(own in line.text for line in seat.stand.said() for own in seat.hers.aloud):
                    await asyncio.sleep(0.02)
            assert {(line.private, line.channel) for line in seat.private()} == {(True, "headset")}
            seat.plug.pull_out()
            before = len(seat.stand.said())
            page = await seat.her.sees_words(OUT)
            assert page.key == TABLE, "she is not sent away"
            assert page.hides
            assert not seat.hers.found_in(text(page))
            await seat.her.watch.until(lambda: not seat.hers.found_in(seat.her.everything_written()), "the cover")
            told = await seat.said(OUT)
            assert (told.private, told.channel) == (False, "speaker")
            seat.her.once_round()
            seat.her.key(Qt.Key.Key_F2)
            await seat.said("Show amounts")
            assert [line for line in seat.private() if line in seat.stand.said()[before:]] == []
            assert {line.channel for line in seat.stand.said()[before + 1 :]} == {"speaker"}
            seat.her.key(Qt.Key.Key_F9)
            await seat.her.sees(TABLE, lambda page: not page.hides)
            assert seat.hers.found_in(text(seat.her.page)), "shown again when she says so"

    live(story())


def test_pulled_out_in_mid_sentence_the_sentence_ends_there(live: Live, bank_child: BankChild, tmp_path: Path) -> None:
    async def story() -> None:
        async with seated(bank_child, tmp_path, Plug("in"), speed=1.0) as seat:
            await seat.balances()
            watch = seat.her.watch
            await watch.until(lambda: any(own in told for own in seat.hers.aloud for told in watch.captions), "it")
            seat.plug.pull_out()
            await seat.her.sees_words(OUT)
            told = await seat.said(OUT)
            cut = [line for line in seat.private() if line.ended == "stopped"]
            assert cut, "the sentence with the amount did not end by itself"
            assert cut[-1].channel == "headset"
            assert cut[-1].stop is not None
            assert told.start is not None
            assert told.start >= cut[-1].stop
            assert seat.private()[-1] == cut[-1], "and nothing of hers after it"

    live(story())


def test_a_headset_switches_the_voice_on_and_says_how_to_switch_it_off(
    live: Live, bank_child: BankChild, tmp_path: Path
) -> None:
    async def story() -> None:
        # Somebody else: the bank keeps that her voice is off.
        async with seated(bank_child, tmp_path, Plug(), person=CHEN) as seat:
            her = seat.her
            for key in ("seeing_hearing", "set:voice", "set:speech", "speech:off"):
                await her.sees("", lambda page, key=key: key in controls(page))  # type: ignore[misc]
                her.enter(key)
            await her.sees("", _voice_is_off)
            seat.plug.push_in()
            await seat.said("Your headset is in")
            notice = next(block for block in her.page.blocks if isinstance(block, Notice))
            assert "switch the voice off" in notice.next_step.shown
            assert "Plus is louder" in notice.next_step.shown

    live(story())


def _voice_is_off(page: Screen) -> bool:
    tiles = [tile for block in page.blocks if isinstance(block, Choices) for tile in block.tiles]
    return any(tile.key == "speech:off" and tile.selected for tile in tiles)


def test_who_leaves_is_reminded_of_her_headset_and_pulls_it_out_in_peace(
    live: Live, bank_child: BankChild, tmp_path: Path
) -> None:
    async def story() -> None:
        async with seated(bank_child, tmp_path, Plug()) as seat:
            seat.plug.push_in()
            seat.her.enter("leave")
            page = await seat.her.sees("farewell")
            assert "your headset" in text(page)
            seat.plug.pull_out()
            page = await seat.her.sees("farewell", lambda page: "your headset" not in text(page))
            assert OUT not in text(page), "she has gone: there is nothing to tell"
            assert not page.hides

    live(story())


def test_where_nothing_can_be_sensed_she_says_herself_that_she_wears_one(
    live: Live, bank_child: BankChild, tmp_path: Path
) -> None:
    async def story() -> None:
        async with seated(bank_child, tmp_path, Plug("unknown")) as seat:
            seat.stand.window.acted.emit("headset:on", "")
            await seat.balances()
            async with asyncio.timeout(20):
                while not any(own in line.text for line in seat.stand.said() for own in seat.hers.aloud):
                    await asyncio.sleep(0.02)
            assert {(line.private, line.channel) for line in seat.private()} == {(True, "headset")}
            seat.stand.window.acted.emit("headset:off", "")
            await seat.her.sees("", lambda page: any(action.key == "aloud" for action in page.actions))
            before = len(seat.stand.said())
            seat.her.once_round()
            seat.her.key(Qt.Key.Key_F2)
            await seat.said("My accounts")
            assert [line for line in seat.private() if line in seat.stand.said()[before:]] == []

    live(story())


def test_a_plug_that_only_wobbled_costs_a_sentence_and_nothing_else(
    live: Live, bank_child: BankChild, tmp_path: Path
) -> None:
    async def story() -> None:
        async with seated(bank_child, tmp_path, Plug("in"), speed=1.0) as seat:
            await seat.balances()
            watch = seat.her.watch
            await watch.until(lambda: any(own in told for own in seat.hers.aloud for told in watch.captions), "it")
            seat.plug.wobble()
            seat.plug.wobbled()
            heading = seat.her.page.heading.said
            count = sum(heading in line.text for line in seat.stand.said())
            async with asyncio.timeout(20):
                while sum(heading in line.text for line in seat.stand.said()) == count:
                    await asyncio.sleep(0.02)
            assert not seat.her.page.hides
            assert OUT not in text(seat.her.page)

    live(story())


def test_the_loudspeaker_says_nothing_of_hers_wherever_the_focus_goes(
    live: Live, bank_child: BankChild, tmp_path: Path
) -> None:
    """Focus, repeat, help and announcements: each way to the ear keeps to the same rule."""

    async def story() -> None:
        async with seated(bank_child, tmp_path, Plug()) as seat:
            her = seat.her
            for key in ("balances", "help"):
                her.enter(key)
                await her.sees(TABLE if key == "balances" else key)
                her.once_round()
                her.key(Qt.Key.Key_F2)
                her.key(Qt.Key.Key_Plus)
                await seat.said("Loudness")
                if key == "balances":
                    her.enter(next(each for each in controls(her.page) if each.startswith("account:")))
                    await her.sees("balances.account")
                    her.once_round()
                her.key(Qt.Key.Key_F2)
                her.key(Qt.Key.Key_Escape)
            assert seat.private() == []
            assert {(line.private, line.channel) for line in seat.stand.said()} <= {(False, "speaker"), (False, "none")}

    live(story())


def test_what_is_told_of_the_headset_is_short() -> None:
    for told in (
        news.headset_in(switched_on=True, hidden=True)(WORDS),
        news.headset_out(sensed=True)(WORDS),
        news.headset_out(sensed=False)(WORDS),
    ):
        for phrase in (told.text, told.next_step):
            for sentence in phrase.shown.split(". "):
                assert len(sentence.split()) <= 15, sentence
