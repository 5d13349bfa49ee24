"""A pack that is damaged, not there, or replaced while the kiosk runs: never other words, always a reason."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from accessibility.speech.engine import EngineError, EngineGone
from accessibility.speech.engines import PACK
from accessibility.speech.frames import Request
from accessibility.speech.loudness import levelled_speech
from accessibility.speech.pack.manifest import Manifest
from accessibility.speech.pack.pack_engine import PackEngine
from accessibility.speech.patience import Patience
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.worker_process import WorkerProcess

MakePack = Callable[..., Manifest]
CLIPS = (("您有", "first"), ("六角", "last"))
HELLO = Request(0, "您有六角", "zh_CN", 170, 3)


def test_a_recording_that_was_cut_short_is_not_spoken_from(make_pack: MakePack, tmp_path: Path) -> None:
    make_pack("zh", *CLIPS)
    recording = tmp_path / "zh.ogg"
    recording.write_bytes(recording.read_bytes()[:-1000])
    with pytest.raises(EngineError, match=r"zh\.ogg is damaged or of another build"):
        PackEngine(tmp_path)


def test_a_recording_of_another_build_is_not_spoken_from(make_pack: MakePack, tmp_path: Path) -> None:
    make_pack("zh", *CLIPS)
    other = (tmp_path / "zh.ogg").read_bytes()
    make_pack("zh", ("您欠", "first"), ("六角", "last"), ("五角", "last"))
    (tmp_path / "zh.ogg").write_bytes(other)
    with pytest.raises(EngineError, match="of another build"):
        PackEngine(tmp_path)


@pytest.mark.parametrize("missing", ["zh.json", "zh.ogg"])
def test_one_voice_without_its_files_leaves_the_other(make_pack: MakePack, tmp_path: Path, missing: str) -> None:
    make_pack("zh", *CLIPS)
    make_pack("en", ("you have", "first"))
    (tmp_path / missing).unlink()
    engine = PackEngine(tmp_path)
    assert [voice.key for voice in engine.voices()] == ["en"]
    assert "zh" in engine.name, "the doctor tells what is missing"
    with pytest.raises(EngineError):
        engine.say("您有六角", "zh", 170)


def test_a_manifest_that_is_none_is_told_of(make_pack: MakePack, tmp_path: Path) -> None:
    make_pack("zh", *CLIPS)
    (tmp_path / "zh.json").write_text('{"version": 1, "voice"')
    with pytest.raises(EngineError, match=r"zh\.json is no voice pack manifest"):
        PackEngine(tmp_path)


def test_a_pack_replaced_meanwhile_says_no_other_words(make_pack: MakePack, tmp_path: Path) -> None:
    make_pack("zh", *CLIPS)
    engine = PackEngine(tmp_path)
    engine.say("您有", "zh", 170)
    fresh = tmp_path / "fresh"
    fresh.write_bytes((tmp_path / "zh.ogg").read_bytes())
    fresh.replace(tmp_path / "zh.ogg")
    assert engine.say("您有", "zh", 170).sound.seconds, "what was read before is still the old pack's"
    with pytest.raises(EngineGone, match="was replaced"):
        engine.say("六角", "zh", 170)


def test_a_pack_taken_away_meanwhile_is_told_of(make_pack: MakePack, tmp_path: Path) -> None:
    make_pack("zh", *CLIPS)
    engine = PackEngine(tmp_path)
    (tmp_path / "zh.ogg").unlink()
    with pytest.raises(EngineGone, match="missing"):
        engine.say("六角", "zh", 170)


CHILD = """
import sys
from pathlib import Path
from accessibility.speech import engines, worker
from accessibility.speech.pack.pack_engine import PackEngine
pack = Path(sys.argv.pop(1))
engines.ENGINES["pack"] = lambda folder: PackEngine(pack)
worker.main()
"""


async def test_after_an_update_a_fresh_child_speaks_from_the_new_pack(make_pack: MakePack, tmp_path: Path) -> None:
    """The sentence is neither lost nor left to another voice, and the kiosk need not be started again."""
    make_pack("zh", *CLIPS)
    pids = set[int]()

    async def start() -> WorkerProcess:
        child = await WorkerProcess.start((sys.executable, "-c", CHILD, str(tmp_path)), engine=PACK)
        await child.greeting()
        pids.add(child.pid)
        return child

    engine = Synthesiser(start, Patience(), PACK)
    try:
        await engine.make(msgspec.structs.replace(HELLO, text="您有"))
        while len(pids) < 2:
            await asyncio.sleep(0)  # the spare one knows the old pack, too
        (tmp_path / "zh.ogg").unlink()
        make_pack("zh", ("您欠", "first"), *CLIPS)
        made = await engine.make(HELLO)
        assert engine.health.state == "ok"
        assert len(pids) > 2
    finally:
        await engine.aclose()
    assert made.sound == levelled_speech(PackEngine(tmp_path).say(HELLO.text, "zh", 170), HELLO.volume).sound
