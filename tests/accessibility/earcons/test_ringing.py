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

    def __init__(self) -> None:
        super().__init__(SPEED)
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
    assert ear.reasons == []
