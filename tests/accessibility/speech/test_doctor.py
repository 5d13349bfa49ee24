"""What the doctor finds on this machine, for real."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from accessibility.speech.aplay_player import AplayPlayer
from accessibility.speech.doctor import SoundCheck, examined
from accessibility.speech.patience import Patience
from accessibility.speech.silent_player import SilentPlayer
from accessibility.speech.sound_device import SoundDevice
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.worker_process import WorkerProcess
from tests.audio.rig import needs_rig
from tests.audio.sound_server import SoundServer

LANGS = ("zh_CN", "zh_TW", "en")


async def test_a_machine_that_can_speak() -> None:
    found = await examined([Synthesiser()], SilentPlayer("ok"), SoundDevice())
    assert all(check.ok for check in found[:-1])
    assert [(check.part, check.lang, check.engine) for check in found] == [
        ("engine", "", "platform"),
        *(("voice", lang, "platform") for lang in LANGS),
        ("player", "", ""),
        ("device", "", ""),
    ]


async def test_an_engine_that_is_not_installed_beside_one_that_speaks() -> None:
    absent = Synthesiser(partial(WorkerProcess.start, engine="no such engine"), engine="pack")
    found = await examined([absent, Synthesiser()], SilentPlayer("no_player"), SoundDevice())
    engines = [check for check in found if check.part == "engine"]
    assert [(check.engine, check.reason) for check in engines] == [("pack", "engine_absent"), ("platform", "ok")]
    assert "no such engine" in engines[0].detail


async def test_a_machine_without_engine_and_player() -> None:
    broken = Synthesiser(lambda: WorkerProcess.start((sys.executable, "-c", "pass")), Patience())
    found = await examined([broken], SilentPlayer("no_player"), SoundDevice())
    assert [check.reason for check in found] == [
        "engine_failed", "not_tried", "not_tried", "not_tried", "no_player", "not_tried",
    ]  # fmt: skip


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    """A sound server of this test's own, which it may mute and end."""
    made = SoundServer(tmp_path)
    made.start()
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    yield made
    made.stop()


async def device() -> SoundCheck:
    return (await examined([], AplayPlayer(), SoundDevice()))[-1]


@needs_rig
@pytest.mark.xdist_group("null sink")
async def test_the_device_is_named_with_its_volume(server: SoundServer) -> None:
    number = server.add_sink("front", "device.description=Counter")
    server.prefer("front")
    server.ask("set-sink-volume", "front", "70%")
    assert await device() == SoundCheck("device", "ok", "Counter at 70 %")
    server.ask("set-sink-mute", "front", "1")
    assert await device() == SoundCheck("device", "sink_muted", "Counter")
    server.ask("set-sink-mute", "front", "0")
    server.ask("set-sink-volume", "front", "0%")
    assert await device() == SoundCheck("device", "volume_zero", "Counter")
    server.remove(number)


@needs_rig
@pytest.mark.xdist_group("null sink")
async def test_a_dead_sound_server_is_told_from_a_missing_device(server: SoundServer) -> None:
    server.crash()
    found = await device()
    assert found.reason == "server_dead"
    assert "Connection refused" in found.detail


@needs_rig
async def test_a_machine_without_a_device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".asoundrc").write_text("pcm.!default { type hw card 77 }\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    *_, player, found = await examined([], AplayPlayer(device="hw:77"), SoundDevice())
    assert player == SoundCheck("player", "ok", "AplayPlayer")
    assert found.reason == "no_device"
    assert found.detail


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for aplay")
@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("echo 'aplay: main:831: audio open error: Device or resource busy' >&2; exit 1", "device_busy"),
        ("echo 'aplay: main:831: audio open error: Connection refused' >&2; exit 1", "server_dead"),
        ("echo 'aplay: main:831: audio open error: No such file or directory' >&2; exit 1", "no_device"),
    ],
)
async def test_what_aplay_says_is_understood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, reason: str
) -> None:
    """A busy device needs a real card, which a test has not: aplay's own words stand for it."""
    aplay = tmp_path / "aplay"
    aplay.write_text(f"#!/bin/sh\n{script}\n")
    aplay.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    found, words = await SoundDevice().why_silent()
    assert found == reason
    assert words.startswith("aplay: main")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for aplay")
async def test_alsa_alone_is_named_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, says in {
        "pactl": "exit 1",
        "aplay": "echo 'card 0: PCH [HDA Intel PCH], device 0: ALC3234 Analog [ALC3234 Analog]'",
        "amixer": "echo '  Mono: Playback 0 [0%] [-99999.99dB] [off]'",
    }.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{says}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    found = await SoundDevice().look()
    assert found
    assert (found.name, found.muted, found.percent) == ("HDA Intel PCH, ALC3234 Analog", True, 0)
    assert not found.served
