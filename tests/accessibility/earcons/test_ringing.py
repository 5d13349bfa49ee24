"""Tones among speech, with real synthesis: none over a word, none lost that matters, and all told to the listeners."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from accessibility.earcons.earcons import Earcons
from accessibility.earcons.kinds import Earcon
from accessibility.earcons.tone import tone
from accessibility.speech.manner import Manner
from accessibility.speech.outlet import Outlet
from accessibility.speech.player import NoSoundDevice
from accessibility.speech.recording_player import RecordingPlayer
from accessibility.speech.sound import Sound
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.timed_playback import TimedPlayback
from accessibility.speech.utterance import Priority, Utterance
from accessibility.speech.voice import Voice
from tests.accessibility.speech.witness import Witness

SPEED = 20
SENTENCE = "Your money is safe with us."
TONES: dict[bytes, Earcon] = {tone(kind, 3).sound.pcm: kind for kind in ("focus", "accept", "error", "help", "key")}


class Stage(RecordingPlayer):
    """Keeps what was played and proves that nothing ever sounded over something else."""

    def __init__(self, speed: float = SPEED) -> None:
        super().__init__(speed)
        self.order: list[str] = []

    async def start(self, sound: Sound) -> TimedPlayback:
        assert len(self.heard) == len(self.order), "two sounds at once"
        self.order.append(TONES.get(sound.pcm, "speech"))
        return await super().start(sound)


class Ear(Witness):
    def __init__(self) -> None:
        super().__init__()
        self.tones: list[Earcon] = []

    def tone(self, kind: Earcon) -> None:
        self.tones.append(kind)


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
async def voice(stage: Stage) -> AsyncIterator[Voice]:
    made = Voice(Synthesiser(), Outlet(stage))
    await made.start()
    yield made
    await made.aclose()


@pytest.fixture
def ear(voice: Voice) -> Ear:
    listener = Ear()
    voice.add(listener)
    return listener


async def played(stage: Stage, count: int) -> None:
    while len(stage.heard) < count:
        await asyncio.sleep(0)


def say(voice: Voice, *texts: str, priority: Priority = Priority.NORMAL) -> None:
    voice.say([Utterance(text, "en") for text in texts], priority)


@pytest.mark.parametrize("kind", ["focus", "accept", "error", "help", "key"])
async def test_in_silence_a_tone_sounds_at_once_and_whole(voice: Voice, ear: Ear, stage: Stage, kind: Earcon) -> None:
    Earcons(voice).play(kind)
    await played(stage, 1)
    assert stage.order == [kind]
    assert stage.heard[0] == tone(kind, 3).sound
    assert ear.tones == [kind]
    assert ear.reports == []


async def test_speech_begins_after_the_end_of_a_tone() -> None:
    """Nearly at the pace of life: the words are made long before the tone ends."""
    stage = Stage(2)
    voice = Voice(Synthesiser(), Outlet(stage))
    await voice.start()
    say(voice, "One.")
    await voice.until_quiet()
    Earcons(voice).play("help")
    say(voice, "Two.")
    await voice.until_quiet()
    await voice.aclose()
    assert stage.order == ["speech", "help", "speech"]


@pytest.mark.parametrize("kind", ["error", "help"])
async def test_what_matters_is_rung_between_two_sentences(voice: Voice, ear: Ear, stage: Stage, kind: Earcon) -> None:
    say(voice, SENTENCE, "And so is your card.")
    await ear.until_begun(SENTENCE)
    Earcons(voice).play(kind)
    await voice.until_quiet()
    assert stage.order == ["speech", kind, "speech"]
    assert {fate for _, fate in ear.fates} == {"finished"}


async def test_what_matters_is_rung_after_the_last_sentence(voice: Voice, ear: Ear, stage: Stage) -> None:
    say(voice, SENTENCE)
    await ear.until_begun(SENTENCE)
    Earcons(voice).play("help")
    await played(stage, 2)
    assert stage.order == ["speech", "help"]


async def test_small_tones_are_passed_over_beside_speech(voice: Voice, ear: Ear, stage: Stage) -> None:
    say(voice, SENTENCE)
    await ear.until_begun(SENTENCE)
    for kind in ("focus", "key", "accept"):
        Earcons(voice).play(kind)
    await voice.until_quiet()
    assert stage.order == ["speech"]
    assert ear.tones == ["focus", "key", "accept"]


async def test_a_key_that_hushes_the_voice_is_heard(voice: Voice, ear: Ear, stage: Stage) -> None:
    say(voice, SENTENCE)
    await ear.until_begun(SENTENCE)
    voice.hush()
    Earcons(voice).play("key")
    await voice.until_quiet()
    await played(stage, 2)
    assert stage.order == ["speech", "key"]


async def test_a_tone_that_waited_is_rung_when_the_sentence_is_cut_off(voice: Voice, ear: Ear, stage: Stage) -> None:
    say(voice, SENTENCE)
    await ear.until_begun(SENTENCE)
    Earcons(voice).play("help")
    voice.hush()
    await played(stage, 2)
    assert stage.order == ["speech", "help"]


async def test_signing_out_leaves_no_tone(voice: Voice, ear: Ear, stage: Stage) -> None:
    say(voice, SENTENCE)
    await ear.until_begun(SENTENCE)
    Earcons(voice).play("help")
    voice.stop()
    await voice.until_quiet()
    await voice.aclose()
    assert stage.order == ["speech"]


async def test_every_key_is_heard_also_when_typed_quickly(voice: Voice, stage: Stage) -> None:
    for count in range(1, 5):
        Earcons(voice).play("key")
        while len(stage.order) < count:
            await asyncio.sleep(0)
    await played(stage, 4)
    assert stage.order == ["key"] * 4


async def test_a_small_tone_does_not_cut_off_one_that_matters(voice: Voice, stage: Stage) -> None:
    Earcons(voice).play("help")
    while not stage.order:
        await asyncio.sleep(0)
    Earcons(voice).play("key")
    Earcons(voice).play("error")
    await played(stage, 2)
    assert stage.order == ["help", "error"]
    assert stage.heard[0] == tone("help", 3).sound


async def test_all_can_be_off_and_are_told_all_the_same(voice: Voice, ear: Ear, stage: Stage) -> None:
    voice.set_earcons(False)
    Earcons(voice).play("help")
    say(voice, SENTENCE)
    await voice.until_quiet()
    assert stage.order == ["speech"]
    assert ear.tones == ["help"]


async def test_a_voice_that_is_switched_off_still_rings(stage: Stage) -> None:
    voice = Voice(Synthesiser(), Outlet(stage), Manner(muted=True))
    Earcons(voice).play("error")
    await played(stage, 1)
    await voice.aclose()
    assert stage.order == ["error"]


async def test_tones_are_as_loud_as_the_customer_wishes(voice: Voice, stage: Stage) -> None:
    earcons = Earcons(voice)
    voice.set_volume(5)
    earcons.play("accept")
    await played(stage, 1)
    assert stage.heard[0] == tone("accept", 5).sound


class NoDevice:
    reason = "ok"

    async def start(self, sound: Sound) -> TimedPlayback:
        raise NoSoundDevice(f"there is none for {sound}")


async def test_without_a_device_there_is_silence_and_no_harm(stage: Stage) -> None:
    voice = Voice(Synthesiser(), Outlet(stage, bell_player=NoDevice()))  # type: ignore[arg-type]
    await voice.start()
    Earcons(voice).play("help")
    say(voice, SENTENCE)
    await voice.until_quiet()
    await voice.aclose()
    assert stage.order == ["speech"]


class Exclusive(Stage):
    """A device that is one player's alone, until that has drained its buffers some time after the sound."""

    async def start(self, sound: Sound) -> TimedPlayback:
        if len(self.heard) < len(self.order):
            self.order.append("refused")
            self.heard.append(Sound(sound.rate, b""))
            raise NoSoundDevice("busy")
        self.order.append(TONES.get(sound.pcm, "speech"))
        return TimedPlayback(sound.seconds + 10.0, SPEED, lambda: self.heard.append(sound))


async def test_a_device_for_one_player_alone_loses_no_sentence_to_a_tone() -> None:
    stage, ear = Exclusive(), Ear()
    voice = Voice(Synthesiser(), Outlet(stage))
    voice.add(ear)
    await voice.start()
    Earcons(voice).play("help")
    say(voice, SENTENCE)
    await voice.until_quiet()
    await voice.aclose()
    assert stage.order == ["help", "refused", "speech"]
    assert ear.fates == [(SENTENCE, "finished")]
    assert ear.reasons == []
