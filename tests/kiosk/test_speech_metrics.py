"""The numbers of the voice, read as a collector reads them."""

from __future__ import annotations

import asyncio
import re
from functools import partial
from pathlib import Path

import pytest

from accessibility.speech.chain import Chain
from accessibility.speech.frames import Request
from accessibility.speech.outlet import Outlet
from accessibility.speech.patience import Patience
from accessibility.speech.recorded_maker import RecordedMaker
from accessibility.speech.recording_player import RecordingPlayer
from accessibility.speech.silent_player import SilentPlayer
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.utterance import Report, Utterance
from accessibility.speech.voice import Voice
from accessibility.speech.worker_process import WorkerProcess
from kiosk.prometheus_text import Histogram, family, sample
from kiosk.speech_health import NAME, last_health
from kiosk.speech_metrics import SpeechMetrics

HELLO = Request(0, "Good morning.", "en", 170, 3)
LINE = re.compile(
    r"# (?:HELP [a-z_]+ .+|TYPE [a-z_]+ (?:counter|gauge|histogram))"
    r'|[a-z_]+(?:\{[a-z]+="(?:[^"\\]|\\.)*"(?:,[a-z]+="(?:[^"\\]|\\.)*")*\})? -?\d+(?:\.\d+)?(?:e-?\d+)?'
)


def parsed(text: str) -> dict[str, float]:
    """Every sample; each line must be one of the format's."""
    assert text.endswith("\n")
    lines = text.splitlines()
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines if line[0] != "#")}


def missing() -> Synthesiser:
    return Synthesiser(partial(WorkerProcess.start, engine="no such engine"), Patience(), "pack")


def report(ending: str, to_sound_s: float | None = None) -> Report:
    channel = "none" if ending in ("silent", "dropped") else "speaker"
    return Report(Utterance("One.", "en"), ending, channel, 1.0, 2.0, to_sound_s)  # type: ignore[arg-type]


async def test_engines_are_counted_each_for_itself(tmp_path: Path) -> None:
    chain = Chain([missing(), Synthesiser()])
    metrics = SpeechMetrics(chain, lambda: "ok", tmp_path)
    for _ in range(2):
        await chain.make(HELLO)
    await chain.aclose()
    found = parsed(metrics.text())
    assert found['anxin_speech_sentences_total{engine="pack"}'] == 0
    assert found['anxin_speech_sentences_total{engine="platform"}'] == 2
    assert found['anxin_speech_failures_total{engine="pack"}'] == 1
    assert found['anxin_speech_engine_up{engine="pack"}'] == 0
    assert found['anxin_speech_engine_up{engine="platform"}'] == 1


async def test_waits_and_silence_are_counted(tmp_path: Path) -> None:
    metrics = SpeechMetrics(Chain([RecordedMaker()]), lambda: "no_device", tmp_path)
    for ended in (report("finished", 0.02), report("stopped", 0.06), report("finished", 7.0)):
        metrics.ended(ended)
    for ended in (report("silent", 0.01), report("dropped")):
        metrics.ended(ended)
    found = parsed(metrics.text())
    name = "anxin_speech_seconds_to_sound"
    buckets = [found[f'{name}_bucket{{le="{end}"}}'] for end in ("0.03", "0.06", "0.12", "5.0", "+Inf")]
    assert buckets == [1, 2, 2, 2, 3]
    assert found[f"{name}_count"] == 3
    assert found[f"{name}_sum"] == pytest.approx(7.08)
    assert found['anxin_speech_silent_total{reason="no_device"}'] == 1


async def test_a_voice_feeds_them(tmp_path: Path) -> None:
    chain = Chain([RecordedMaker()])
    voice = Voice(chain, Outlet(RecordingPlayer(40)))
    metrics = SpeechMetrics(chain, lambda: voice.sound, tmp_path)
    voice.add(metrics)
    await voice.start()
    voice.say([Utterance("One.", "en"), Utterance("Two.", "en")])
    await voice.until_quiet()
    await voice.aclose()
    assert parsed(metrics.text())["anxin_speech_seconds_to_sound_count"] == 2


async def test_without_an_engine_the_reason_is_counted(tmp_path: Path) -> None:
    chain = Chain([missing()])
    voice = Voice(chain, Outlet(RecordingPlayer(40), SilentPlayer("no_device", 40)))
    metrics = SpeechMetrics(chain, lambda: voice.sound, tmp_path)
    voice.add(metrics)
    await voice.start()
    voice.say([Utterance("One.", "en")])
    await voice.until_quiet()
    await voice.aclose()
    assert parsed(metrics.text())['anxin_speech_silent_total{reason="engine_failed"}'] == 1


async def test_the_files_are_written_at_the_start_on_news_and_at_the_end(tmp_path: Path) -> None:
    chain = Chain([missing(), RecordedMaker(engine="platform")])
    metrics = SpeechMetrics(chain, lambda: "ok", tmp_path, every_s=0)
    metrics.start()
    while not metrics.path.exists():
        await asyncio.sleep(0)
    await chain.start()
    while not (noted := last_health(tmp_path)) or noted.engines[0].state != "absent":
        await asyncio.sleep(0)
    await chain.make(HELLO)
    await metrics.aclose()
    await chain.aclose()
    noted = last_health(tmp_path)
    assert noted
    assert (noted.in_use, noted.sound) == ("platform", "ok")
    assert [engine.state for engine in noted.engines] == ["absent", "ok"]
    assert "no such engine" in noted.engines[0].problem
    assert parsed(metrics.path.read_text())['anxin_speech_engine_up{engine="platform"}'] == 1
    assert metrics.path.stat().st_mode & 0o044 == 0o044
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["speech-health.json", "speech.prom"]


async def test_no_file_is_written_more_often_than_asked(tmp_path: Path) -> None:
    metrics = SpeechMetrics(Chain([RecordedMaker()]), lambda: "ok", tmp_path, every_s=3600)
    metrics.start()
    while not metrics.path.exists():
        await asyncio.sleep(0)
    metrics.ended(report("finished", 0.02))
    for _ in range(100):
        await asyncio.sleep(0)
    assert parsed(metrics.path.read_text())["anxin_speech_seconds_to_sound_count"] == 0
    await metrics.aclose()
    assert parsed(metrics.path.read_text())["anxin_speech_seconds_to_sound_count"] == 1


async def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "metrics").touch()
    metrics = SpeechMetrics(Chain([RecordedMaker()]), lambda: "ok", tmp_path)
    metrics.start()
    await metrics.aclose()
    assert "cannot be written" in caplog.text


async def test_an_engine_that_fails_or_comes_back_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "anxin.speech")
    there: list[str] = []

    async def start() -> WorkerProcess:
        return await WorkerProcess.start(engine=there[0] if there else "no such engine")

    chain = Chain([Synthesiser(start, Patience(absent_s=0), "pack"), RecordedMaker()])
    SpeechMetrics(chain, lambda: "ok", tmp_path)
    for state in ("absent", "ok"):
        while chain.health[0].state != state:
            await chain.make(HELLO)
            await asyncio.sleep(0)
        there.append("platform")
    assert [record.getMessage() for record in caplog.records if record.name == "anxin.speech"] == [
        "the speech engine pack is absent: there is no speech engine 'no such engine'",
        "the speech engine pack speaks again",
    ]
    await chain.aclose()


def test_labels_are_escaped() -> None:
    written = family("x", "gauge", "About.", [sample("x", 1, {"reason": 'a "b" \\ \n'})])
    assert written == '# HELP x About.\n# TYPE x gauge\nx{reason="a \\"b\\" \\\\ \\n"} 1\n'
    assert parsed(written)


def test_an_empty_histogram_has_all_its_buckets() -> None:
    assert Histogram((0.5, 1.0)).lines("x") == [
        'x_bucket{le="0.5"} 0', 'x_bucket{le="1.0"} 0', 'x_bucket{le="+Inf"} 0', "x_sum 0.0", "x_count 0",
    ]  # fmt: skip


def test_a_note_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    assert last_health(tmp_path) is None
    (tmp_path / NAME).write_text("{")
    assert last_health(tmp_path) is None
