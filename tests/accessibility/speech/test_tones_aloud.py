"""Tones and speech on a real sound server: heard soon, one after the other, the tone some way below the speech."""

from __future__ import annotations

import array
import math
import time

import pytest

from accessibility.earcons.earcons import Earcons
from accessibility.earcons.kinds import Earcon
from accessibility.speech.outlet import Outlet
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.utterance import Utterance
from accessibility.speech.voice import Voice
from tests.accessibility.speech.test_aplay import player
from tests.accessibility.speech.witness import Witness
from tests.audio.recorder import Recorder
from tests.audio.rig import needs_rig
from tests.audio.sound_server import RATE

pytestmark = [needs_rig, pytest.mark.xdist_group("null sink")]
SENTENCE = "Your balance is shown on the screen."


def spread_db(samples: array.array[int]) -> float:
    """How loud the louder half of it is: pauses do not count."""
    steps = [samples[at : at + RATE // 100] for at in range(0, len(samples), RATE // 100)]
    loud = sorted((sum(one * one for one in step) / len(step) for step in steps), reverse=True)[: len(steps) // 2]
    return 10 * math.log10(max(1.0, sum(loud) / len(loud)))


async def test_a_tone_is_heard_at_once_and_speech_after_it(rig: Recorder, synthesiser: Synthesiser) -> None:
    voice, witness, kind = Voice(synthesiser, Outlet(player())), Witness(), "help"
    voice.add(witness)
    await voice.start()
    await rig.until_settled()
    called = time.monotonic()
    Earcons(voice).play(kind)
    voice.say([Utterance(SENTENCE, "en")])
    await witness.until_begun(SENTENCE)
    begun = time.monotonic()
    await voice.until_quiet()
    await rig.until_recorded(time.monotonic())
    await voice.aclose()
    first = rig.first_loud(called)
    tone_end, speech_start = rig.last_loud(called, begun), rig.first_loud(begun)
    assert first is not None
    assert tone_end is not None
    assert speech_start is not None
    assert first - called < 0.06
    assert 0.40 < tone_end - first < 0.48
    assert 0.0 < speech_start - tone_end < 0.2
    tone_db, speech_db = (
        spread_db(rig.between(*span)) for span in ((first, tone_end), (speech_start, speech_start + 1.2))
    )
    assert 4 < speech_db - tone_db < 11


@pytest.mark.parametrize("kind", ["focus", "key"])
async def test_the_shortest_tones_are_heard_whole(rig: Recorder, synthesiser: Synthesiser, kind: Earcon) -> None:
    voice = Voice(synthesiser, Outlet(player()))
    await rig.until_settled()
    voice.set_volume(5)
    called = time.monotonic()
    Earcons(voice).play(kind)
    first = await rig.until_loud(called)
    await rig.until_quiet(0.1)
    last = rig.last_loud(called)
    await voice.aclose()
    assert last is not None
    assert first - called < 0.06
    assert last - first == pytest.approx(0.025 if kind == "focus" else 0.04, abs=0.01)
