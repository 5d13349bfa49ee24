"""The engine says what the pack covers, tells when each character is said, and why it cannot."""

from __future__ import annotations

import json
import time
from array import array
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from accessibility.speech.engine import EngineError, NotCovered
from accessibility.speech.pack.joining import Joint
from accessibility.speech.pack.manifest import Manifest, PackError, read_manifest
from accessibility.speech.pack.pack_engine import PackEngine
from accessibility.speech.pack.pauses import BEFORE_AMOUNT_S, IN_AMOUNT_S
from accessibility.speech.pack.reading import Recording
from accessibility.speech.pack.speaker import Speaker
from accessibility.speech.voices import choose_voice
from tests.accessibility.speech.pack.conftest import PACE, RATE, SIGN_S, tone, write_recording

MakePack = Callable[..., Manifest]
FADE = 0.011
"""Seconds by which a join may shift what follows."""
AMOUNT = (("您有", "first"), ("三百", "middle"), ("四十元", "middle"), ("六角", "last"), ("二万", "middle"))


def begins(engine: PackEngine, text: str, rate: int = PACE) -> dict[str, float]:
    """When each part of the text begins."""
    return {text[mark.start : mark.end]: mark.begins for mark in engine.say(text, "zh", rate).marks}


def test_an_amount_is_one_sentence(make_pack: MakePack, tmp_path: Path) -> None:
    """A rest before it, none within it, its length that of its pieces."""
    make_pack("zh", *AMOUNT)
    speech = PackEngine(tmp_path).say("您有 三百四十元六角。", "zh", PACE)
    assert speech.levelled
    assert speech.sound.seconds == pytest.approx(9 * SIGN_S + BEFORE_AMOUNT_S["zh"], abs=3 * FADE)
    told = begins(PackEngine(tmp_path), "您有 三百四十元六角。")
    assert list(told) == list("您有三百四十元六角")
    assert told["三"] == pytest.approx(2 * SIGN_S + BEFORE_AMOUNT_S["zh"], abs=FADE)
    assert told["角"] == pytest.approx(8 * SIGN_S + BEFORE_AMOUNT_S["zh"], abs=3 * FADE)


def test_a_breath_after_ten_thousands(make_pack: MakePack, tmp_path: Path) -> None:
    """Long amounts come in groups."""
    make_pack("zh", *AMOUNT)
    told = begins(PackEngine(tmp_path), "二万三百四十元")
    assert told["三"] == pytest.approx(2 * SIGN_S + IN_AMOUNT_S, abs=FADE)


def test_a_row_of_figures_rests_only_before_a_clean_beginning(make_pack: MakePack, tmp_path: Path) -> None:
    """After a rest the trace of a neighbour is heard as one more figure: 尾号六二二二 as 尾号一六二二二."""
    make_pack("zh", ("尾号", "first"), ("六二", "middle"), ("三一", "first"), ("二二", "last"))
    engine = PackEngine(tmp_path)
    assert engine.say("尾号六二二二", "zh", PACE).sound.seconds == pytest.approx(6 * SIGN_S, abs=3 * FADE)
    clean = engine.say("尾号三一二二", "zh", PACE).sound.seconds
    assert clean == pytest.approx(6 * SIGN_S + BEFORE_AMOUNT_S["zh"], abs=2 * FADE)


@pytest.mark.parametrize(("mark", "rest"), [("，", 0.18), ("：", 0.2), ("。", 0.35)])
def test_rests_at_marks(mark: str, rest: float, make_pack: MakePack, tmp_path: Path) -> None:
    """As long as the mark says, and silent."""
    make_pack("zh", *AMOUNT)
    speech = PackEngine(tmp_path).say(f"您有{mark}六角", "zh", PACE)
    assert speech.sound.seconds == pytest.approx(4 * SIGN_S + rest, abs=FADE)
    samples = array("h", speech.sound.pcm)
    middle = samples[round((2 * SIGN_S + 0.01) * RATE) : round((2 * SIGN_S + rest - 0.01) * RATE)]
    assert set(middle) == {0}


def test_slower_speech_moves_its_marks(make_pack: MakePack, tmp_path: Path) -> None:
    """At 0.8 of the recorded pace everything begins 1.25 times as late."""
    make_pack("zh", *AMOUNT)
    engine = PackEngine(tmp_path)
    usual, slow = begins(engine, "您有三百四十元六角"), begins(engine, "您有三百四十元六角", round(PACE * 0.8))
    assert all(slow[part] == pytest.approx(usual[part] * 1.25, abs=0.05) for part in usual)


def test_figures_have_one_mark(make_pack: MakePack, tmp_path: Path) -> None:
    """What stands in two figures is said in three characters."""
    make_pack("zh", ("您有", "first"), ("十二", "middle"), ("位", "last"))
    text = "您有12位"
    marks = PackEngine(tmp_path).say(text, "zh", PACE).marks
    assert [text[mark.start : mark.end] for mark in marks] == ["您", "有", "12", "位"]


def test_traditional_and_simplified_share_clips(make_pack: MakePack, tmp_path: Path) -> None:
    """Text of Taiwan finds what reads the same, and its marks are of its own characters."""
    make_pack("zh", ("二万", "last"), same={"萬": "万"})
    engine = PackEngine(tmp_path)
    assert begins(engine, "二萬").keys() == {"二", "萬"}
    assert choose_voice("zh_TW", engine.voices()) == choose_voice("zh_CN", engine.voices()) == "zh"


def test_a_part_of_a_clip_begins_at_once(make_pack: MakePack, tmp_path: Path) -> None:
    """The silence beside a comma is not said with what follows it."""
    make_pack("zh", ("您有，六角", "whole"))
    speech = PackEngine(tmp_path).say("六角", "zh", PACE)
    assert speech.sound.seconds == pytest.approx(2 * SIGN_S, abs=0.03)
    assert speech.marks[0].begins == pytest.approx(0.0, abs=0.02)


def test_not_covered(make_pack: MakePack, tmp_path: Path) -> None:
    """Another engine is asked then; this one is well."""
    make_pack("zh", *AMOUNT)
    with pytest.raises(NotCovered):
        PackEngine(tmp_path).say("您有三美元", "zh", PACE)
    with pytest.raises(EngineError, match="no voice 'en'"):
        PackEngine(tmp_path).say("three", "en", PACE)


def test_no_pack_no_engine(tmp_path: Path) -> None:
    """The reason is a plain sentence."""
    with pytest.raises(EngineError, match=r"there is no voice pack at .*zh\.json"):
        PackEngine(tmp_path)


def test_a_damaged_recording(make_pack: MakePack, tmp_path: Path) -> None:
    """A recording of another build would say other words: it is not used."""
    make_pack("zh", *AMOUNT)
    write_recording(tmp_path / "zh.ogg", tone(300, 1.0))
    with pytest.raises(EngineError, match="damaged or of another build"):
        PackEngine(tmp_path)
    (tmp_path / "zh.ogg").unlink()
    with pytest.raises(EngineError, match="missing"):
        PackEngine(tmp_path)


def test_one_voice_is_better_than_none(make_pack: MakePack, tmp_path: Path) -> None:
    """With one of two voices damaged the other still speaks, and the engine's name tells."""
    make_pack("zh", *AMOUNT)
    make_pack("en", ("hello", "whole"))
    (tmp_path / "zh.json").write_text("{")
    engine = PackEngine(tmp_path)
    assert [voice.key for voice in engine.voices()] == ["en"]
    assert "zh.json is no voice pack manifest" in engine.name


def test_another_version_is_not_read(make_pack: MakePack, tmp_path: Path) -> None:
    """Its keys may mean something else."""
    make_pack("zh", *AMOUNT)
    path = tmp_path / "zh.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"version": 99}))
    with pytest.raises(PackError, match="version 99"):
        read_manifest(path)


def test_the_recording_is_kept_within_its_memory(tmp_path: Path) -> None:
    """What was read last stays, up to the limit; the samples are those of the file."""
    sound = tone(300, 1.0)
    write_recording(tmp_path / "zh.ogg", sound)
    recording = Recording(tmp_path / "zh.ogg", RATE, kept_bytes=10_000)
    first = recording.samples(0, 2000)
    assert list(first) == list(sound[:2000])
    assert recording.samples(0, 2000) is first
    recording.samples(4000, 2000)
    recording.samples(8000, 2000)
    assert recording.samples(0, 2000) is not first
    with pytest.raises(EngineError, match="ends too early"):
        recording.samples(len(sound) - 10, 20)


def test_joins_do_not_click() -> None:
    """Between two pieces the wave goes on without a step, and with a rest it comes to nothing first."""
    joint = Joint(RATE)
    joint.add(tone(200))
    joint.add(tone(330))
    joint.rest(0.1)
    joint.add(tone(200))
    samples = joint.close()
    steepest = max(abs(a - b) for a, b in pairwise(samples))
    assert steepest < 2 * 8000 * 2 * 3.1416 * 330 / RATE
    assert abs(samples[-1]) < 300


def test_quick_to_its_sound(make_pack: MakePack, tmp_path: Path) -> None:
    """A sentence of 20 characters with an amount within 25 ms (best of five: the machine is shared)."""
    make_pack("zh", *AMOUNT)
    speaker = Speaker.open(tmp_path, "zh")
    spent = []
    for _ in range(5):
        begun = time.perf_counter()
        speaker.say("您有三百四十元六角，您有二万三百四十元六角。", PACE)
        spent.append(time.perf_counter() - begun)
    assert min(spent) < 0.025
