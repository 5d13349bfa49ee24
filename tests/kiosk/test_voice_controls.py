"""What a customer who does not look does with the voice: hold it, learn the keys, hear that something was taken."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from accessibility.caption import Caption
from accessibility.earcons.kinds import Earcon
from accessibility.screen import Keypad
from accessibility.speech.listener import Listener
from accessibility.speech.outlet import Outlet
from accessibility.speech.recorded_maker import RecordedMaker
from accessibility.speech.recording_player import RecordingPlayer
from accessibility.speech.utterance import Utterance
from accessibility.speech.voice import Voice
from kiosk.client.outbox import Outbox
from kiosk.journeys.help_line import HelpLine
from tests.kiosk.test_presenter import Live, Stand, live, standing

__all__ = ["live"]
Key = Qt.Key


class Ears(Listener):
    """Hears what is said and rung, in order."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.tones: list[Earcon] = []
        self._news = asyncio.Event()

    def began(self, utterance: Utterance) -> None:
        self.heard.append(utterance.text)
        self._news.set()

    def caption(self, _caption: Caption) -> None:
        self._news.set()

    def tone(self, kind: Earcon) -> None:
        self.tones.append(kind)
        self._news.set()

    async def until(self, said: str) -> None:
        """Wait until something was said that holds these words."""
        async with asyncio.timeout(20):
            while not any(said in text for text in self.heard):
                self._news.clear()
                await self._news.wait()

    def forget(self) -> None:
        self.heard.clear()
        self.tones.clear()


@asynccontextmanager
async def listening(folder: Path) -> AsyncIterator[tuple[Stand, Ears, Voice]]:
    """A kiosk that speaks, with somebody who listens."""
    voice, ears = Voice(RecordedMaker(0.02), Outlet(RecordingPlayer(1.0))), Ears()
    voice.add(ears)
    await voice.start()
    try:
        async with standing(folder, voice) as stand:
            yield stand, ears, voice
    finally:
        await voice.aclose()


def press(stand: Stand, key: Qt.Key) -> None:
    """As the keyboard does."""
    QTest.keyClick(stand.window.focusWidget() or stand.window, key)


def pad(stand: Stand) -> Keypad:
    return next(block for block in stand.visit.screen().blocks if isinstance(block, Keypad))


def test_the_keys_are_learned_by_ear_and_typed_by_ear(live: Live, tmp_path: Path) -> None:
    async def story() -> None:
        async with listening(tmp_path) as (stand, ears, _):
            await stand.do("begin", "sign_in.card")
            stand.window.acted.emit("learn", "")
            await ears.until("zero is bottom middle")
            ears.forget()
            press(stand, Key.Key_5)
            await ears.until("five, in the middle")
            press(stand, Key.Key_Backspace)
            await ears.until("bottom row, on the right")
            assert ears.tones == ["focus", "focus"]
            press(stand, Key.Key_Escape)
            await ears.until("The keys type again.")
            assert not pad(stand).learning
            assert stand.visit.screen().key == "sign_in.card"
            ears.forget()
            for _ in range(2):
                press(stand, Key.Key_5)
            await stand.watch.until(lambda: stand.watch.caption == "Digits entered: 2", "the count")
            assert ears.tones == ["key", "key"]
            assert not any("five" in text for text in ears.heard)
            await stand.do("back", "welcome")

    live(story())


def test_on_the_loudspeaker_moving_over_the_keys_tells_no_digit_and_in_the_headset_it_does(
    live: Live, tmp_path: Path
) -> None:
    async def story() -> None:
        async with listening(tmp_path) as (stand, ears, _):
            await stand.do("begin", "sign_in.card")
            ears.forget()
            stand.window.focused.emit("keypad:7")
            await ears.until("number key")
            assert ears.tones == ["focus"]
            stand.window.acted.emit("headset:on", "")
            await stand.watch.until(lambda: stand.visit.sitting.private_listening, "the headset")
            ears.forget()
            stand.window.focused.emit("keypad:7")
            await ears.until("seven")

    live(story())


def test_f3_holds_the_voice_and_lets_it_go_on(live: Live, tmp_path: Path) -> None:
    async def story() -> None:
        async with listening(tmp_path) as (stand, ears, voice):
            await ears.until("Welcome")

            def label() -> str:
                shown = stand.window.screen_shown
                return next(action.label.shown for action in shown.actions if action.place == "pause") if shown else ""

            press(stand, Key.Key_F3)
            await stand.watch.until(lambda: label() == "Go on", "the button to say go on")
            assert voice.paused
            stand.window.acted.emit("pause", "")
            await stand.watch.until(lambda: label() == "Pause", "the button to say pause")
            assert voice.speaking

    live(story())


def test_every_step_is_said_as_it_now_sounds(live: Live, tmp_path: Path) -> None:
    async def story() -> None:
        async with listening(tmp_path) as (stand, ears, voice):
            await ears.until("Welcome")
            press(stand, Key.Key_F8)
            await ears.until("Loudness four of five")
            assert voice.manner.volume == 4
            press(stand, Key.Key_F5)
            await ears.until("Speed two of five")
            assert voice.manner.rate == round(170 * 0.85)

    live(story())


def test_without_speech_a_step_is_shown(live: Live, tmp_path: Path) -> None:
    async def story() -> None:
        async with listening(tmp_path) as (stand, ears, _):
            sitting = stand.visit.sitting
            sitting.preferences = msgspec.structs.replace(sitting.preferences, speech=False)
            stand.visit.refresh()
            ears.forget()
            press(stand, Key.Key_F8)
            await stand.watch.until(lambda: stand.watch.caption == "Loudness 4 of 5", "the step")
            assert not ears.heard

    live(story())


def test_small_sounds_can_be_switched_off_and_are_still_told_to_the_eye(live: Live, tmp_path: Path) -> None:
    async def story() -> None:
        async with listening(tmp_path) as (stand, ears, voice):
            sitting = stand.visit.sitting
            sitting.preferences = msgspec.structs.replace(sitting.preferences, sounds=False)
            await stand.do("begin", "sign_in.card")
            assert not voice.manner.earcons
            ears.forget()
            stand.window.acted.emit("card", "12")
            await stand.watch.until(lambda: bool(pad(stand).error.shown), "the error")
            await ears.until("not complete yet")
            assert ears.tones == ["accept", "error"]

    live(story())


def test_that_somebody_comes_is_seen_and_heard_and_goes_after_ten_seconds(live: Live, tmp_path: Path) -> None:
    async def story() -> None:
        async with listening(tmp_path) as (stand, ears, _):
            await stand.do("begin", "sign_in.card")
            line = stand.visit.sitting.help_line = HelpLine(stand.bank, Outbox(tmp_path), stand.visit.refresh)
            line.state, line.noticed = "accepted", False
            ears.forget()
            stand.visit.refresh()
            assert ears.tones == ["help"]
            shown = stand.window.screen_shown
            assert shown is not None
            assert shown.alert is not None
            await ears.until("Somebody is coming to you.")
            stand.time.pass_time(9)
            assert stand.visit.screen().alert is not None
            stand.time.pass_time(1)
            assert stand.visit.screen().alert is None
            assert ears.tones == ["help"]

    live(story())
