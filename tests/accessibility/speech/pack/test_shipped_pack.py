"""The pack that comes with the program: sound, in a child of its own, soon enough, and not too large."""

from __future__ import annotations

import statistics
import time
from array import array
from collections.abc import AsyncIterator

import pytest

from accessibility.speech.engine import NotCovered
from accessibility.speech.engines import PACK
from accessibility.speech.frames import Request
from accessibility.speech.maker import CannotSay
from accessibility.speech.pack.manifest import Clip, Manifest, read_manifest
from accessibility.speech.pack.pack_engine import FOLDER, PackEngine
from accessibility.speech.pack.reading import Recording
from accessibility.speech.synthesiser import Synthesiser

VOICES = ("zh", "en")
LARGEST_BYTES = 40_000_000
SOON_S = 0.025
"""From the request to the sound, for a sentence with an amount."""
SAMPLES = {
    "zh_CN": "手头有 一万二千三百四十五元六角。",
    "zh_TW": "手邊有 三萬零五元。",
    "en": "You have three hundred and five yuan at hand.",
}


@pytest.fixture(scope="module")
def engine() -> PackEngine:
    """The shipped pack."""
    return PackEngine()


@pytest.fixture
async def child() -> AsyncIterator[Synthesiser]:
    """The pack in a speech child."""
    made = Synthesiser(engine=PACK)
    yield made
    await made.aclose()


def manifest(voice: str) -> Manifest:
    """Of a voice."""
    return read_manifest(FOLDER / f"{voice}.json")


def test_both_voices_are_there(engine: PackEngine) -> None:
    """Two languages of three share one."""
    assert {voice.key for voice in engine.voices()} == set(VOICES)
    assert "voice pack zh" in engine.name


def test_it_is_not_too_large() -> None:
    """What every kiosk has to install."""
    assert sum(path.stat().st_size for path in FOLDER.iterdir() if path.suffix in (".ogg", ".json")) <= LARGEST_BYTES


@pytest.mark.parametrize("voice", VOICES)
def test_clips_lie_in_the_recording(voice: str) -> None:
    """No two at the same place, each as long as its last character, characters in order."""
    known = manifest(voice)
    starts = sorted(clip.start for clip in known.clips)
    assert len(set(starts)) == len(starts)
    for clip in known.clips:
        places = [end for end, _ in clip.ends]
        frames = [frame for _, frame in clip.ends]
        assert places == sorted(places)
        assert frames == sorted(frames)
        assert places[-1] == len(clip.key)
        assert 0 < frames[-1] <= clip.frames
    last = max(known.clips, key=lambda clip: clip.start)
    assert Recording(FOLDER / f"{voice}.ogg", known.rate).samples(last.start, last.frames)


@pytest.mark.parametrize("voice", VOICES)
def test_clips_are_equally_loud(voice: str) -> None:
    """Sentences within 3 dB of one another (a tenth of them is listened to)."""
    known = manifest(voice)
    recording = Recording(FOLDER / f"{voice}.ogg", known.rate)
    long = [clip for clip in known.clips if clip.place == "whole" and clip.frames > known.rate]
    levels = [level(recording, clip) for clip in long[::10]]
    middle = statistics.median(levels)
    assert all(10 ** (-3 / 20) < each / middle < 10 ** (3 / 20) for each in levels)


def level(recording: Recording, clip: Clip) -> float:
    """Root mean square of what is voiced."""
    samples = recording.samples(clip.start, clip.frames)
    frames = [samples[at : at + 480] for at in range(0, len(samples) - 480, 480)]
    energies = sorted(sum(sample * sample for sample in frame) / 480 for frame in frames)
    voiced = [energy for energy in energies if energy > energies[-1] / 100]
    return float(statistics.fmean(voiced) ** 0.5)


@pytest.mark.parametrize(("lang", "text"), SAMPLES.items())
async def test_sound_comes_soon(lang: str, text: str, child: Synthesiser) -> None:
    """Request to sound through the child, the quickest of nine: the machine is shared."""
    await child.start()
    spent = []
    for number in range(10):
        begun = time.perf_counter()
        made = await child.make(Request(number, text, lang, 170, 5))
        spent.append(time.perf_counter() - begun)
        assert made.engine == PACK
        assert made.sound.seconds > 1.5
        assert [mark.begins for mark in made.marks] == sorted(mark.begins for mark in made.marks)
    assert min(spent[1:]) < SOON_S


async def test_another_engine_is_asked_for_what_is_not_covered(child: Synthesiser) -> None:
    """An English name: the pack is well and says so."""
    with pytest.raises(CannotSay):
        await child.make(Request(1, "Marguerite is coming to you.", "en", 170, 3))
    assert (await child.make(Request(2, "Goodbye", "en", 170, 3))).sound.seconds > 0.3


def test_a_chinese_name_is_said_by_syllables(engine: PackEngine) -> None:
    """In both scripts, in the same voice; what is no Chinese is left to another engine."""
    for text in ("慈溪路便民超市", "慈溪路便民超市收入三元", "銀行旁邊的藥房"):
        said = engine.say(text, "zh", 170)
        assert said.sound.seconds > 0.15 * len(text)
        assert max(array("h", said.sound.pcm)) > 1000
    with pytest.raises(NotCovered):
        engine.say("慈溪路Café超市", "zh", 170)
