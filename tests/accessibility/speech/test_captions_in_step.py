"""How far the caption is from the ear: on a player with a clock, and on a real sound server (at most 200 ms)."""

from __future__ import annotations

import array
import asyncio
import time

import pytest

from accessibility.caption import Caption
from accessibility.speech.frames import Request
from accessibility.speech.listener import Listener
from accessibility.speech.maker import Made
from accessibility.speech.outlet import Outlet
from accessibility.speech.recording_player import RecordingPlayer
from accessibility.speech.sound import Sound
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.timing import Moment
from accessibility.speech.utterance import Utterance
from accessibility.speech.voice import Voice
from tests.accessibility.speech.test_aplay import player
from tests.audio.recorder import Recorder
from tests.audio.rig import needs_rig

MOST_S = 0.2
BURST_S, GAP_S = 0.15, 0.35
BURSTS = 6
RATE = 24000


class Stopwatch(Listener):
    """When each caption came."""

    def __init__(self) -> None:
        self.times: list[tuple[float, str]] = []

    def caption(self, caption: Caption) -> None:
        self.times.append((asyncio.get_running_loop().time(), caption.text[caption.start : caption.end]))


class Overheard:
    """The maker, and what it made."""

    def __init__(self, maker: Synthesiser) -> None:
        self._maker = maker
        self.made: list[Made] = []

    async def start(self) -> None:
        await self._maker.start()

    async def make(self, request: Request) -> Made:
        self.made.append(await self._maker.make(request))
        return self.made[-1]

    async def aclose(self) -> None:
        await self._maker.aclose()


async def test_words_are_marked_when_the_engine_says_them(synthesiser: Synthesiser) -> None:
    """Real synthesis with its own marks, in real time."""
    text = "Good morning, your balance is shown on the screen."
    maker, watch = Overheard(synthesiser), Stopwatch()
    voice = Voice(maker, Outlet(RecordingPlayer(1.0)))
    voice.add(watch)
    await voice.start()
    voice.say([Utterance(text, "en")])
    await voice.until_quiet()
    await voice.aclose()
    (made,) = maker.made
    assert made.marks
    began = watch.times[0][0]
    told = {text[mark.start :].partition(" ")[0]: mark.begins for mark in made.marks}
    drifts = [abs(at - began - told[word]) for at, word in watch.times[1:-1] if word in told]
    assert len(drifts) >= 6
    assert max(drifts) < MOST_S / 2, drifts


@needs_rig
@pytest.mark.xdist_group("null sink")
async def test_captions_follow_what_a_sound_server_plays(rig: Recorder) -> None:
    """Bursts with gaps between: each is marked when it is heard."""
    await rig.until_settled()
    moments = [Moment(at, at + 1, at * (BURST_S + GAP_S)) for at in range(BURSTS)]
    shown: list[float] = []
    begin = time.monotonic()
    assert await Outlet(player()).play(_bursts(), moments, lambda _: shown.append(time.monotonic()))
    heard = [begin]
    for number in range(BURSTS):
        found = rig.first_loud(heard[-1] + (BURST_S + GAP_S / 2 if number else 0.0))
        assert found is not None
        heard.append(found)
    drifts = [abs(eye - ear) for eye, ear in zip(shown, heard[1:], strict=True)]
    assert max(drifts) < MOST_S / 2, drifts


@needs_rig
@pytest.mark.xdist_group("null sink")
@pytest.mark.parametrize("seconds", [0.04, 0.4, 2.0])
async def test_a_player_is_done_soon_after_its_sound(rig: Recorder, seconds: float) -> None:
    """What comes next, a tone or a sentence, does not wait for a player that drains its buffers."""
    await rig.until_settled()
    wave = array.array("h", [8000 if at // 25 % 2 else -8000 for at in range(round(RATE * seconds))])
    begin = time.monotonic()
    playback = await player().start(Sound(RATE, wave.tobytes()))
    await playback.wait()
    ended = time.monotonic()
    await rig.until_recorded(ended)
    last = rig.last_loud(begin, ended)
    assert last is not None
    assert -0.02 < ended - last < MOST_S


def _bursts() -> Sound:
    burst = array.array("h", [9000 if at // 12 % 2 else -9000 for at in range(round(RATE * BURST_S))]).tobytes()
    return Sound(RATE, (burst + bytes(round(RATE * GAP_S) * 2)) * BURSTS)
