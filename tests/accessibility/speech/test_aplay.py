"""Linux sound for real: aplay into a PulseAudio null sink whose monitor is recorded (VOICE.md 4)."""

from __future__ import annotations

import array
import asyncio
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from accessibility.speech.afplay_player import AfplayPlayer
from accessibility.speech.aplay_player import AplayPlayer
from accessibility.speech.outlet import Outlet
from accessibility.speech.player import NoSoundDevice
from accessibility.speech.silent_player import SilentPlayer
from accessibility.speech.sound import Sound, silence
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.utterance import Utterance
from accessibility.speech.voice import Voice
from accessibility.speech.worker_process import HOME
from tests.accessibility.speech.conftest import QUICK
from tests.accessibility.speech.test_speech_child import running
from tests.accessibility.speech.witness import Witness

RIG = ("pulseaudio", "parec", "pactl", "aplay", "setpriv")
pytestmark = [
    pytest.mark.skipif(
        not sys.platform.startswith("linux") or not all(shutil.which(tool) for tool in RIG),
        reason=f"needs {', '.join(RIG)} (apt: pulseaudio pulseaudio-utils alsa-utils)",
    ),
    # The sound server is shared by the tests of this file and has a fixed start-up cost.
    pytest.mark.xdist_group("null sink"),
]
RATE = 48000


class Rig:
    """A private sound server with a sink nobody hears, and a recorder on it."""

    def __init__(self, recorder: asyncio.subprocess.Process) -> None:
        self._recorder = recorder

    async def loud(self) -> None:
        """Wait until something is heard."""
        while max(array.array("h", await self._block())) < 300:
            pass

    async def quiet(self) -> None:
        """Wait until nothing has been heard for half a second."""
        still = 0
        while still < 50:
            still = still + 1 if max(array.array("h", await self._block())) < 300 else 0

    async def _block(self) -> bytes:
        assert self._recorder.stdout
        return await self._recorder.stdout.readexactly(RATE // 100 * 2)


@pytest.fixture
async def rig(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Rig]:
    (tmp_path / "pulse").mkdir(mode=0o700)
    socket = tmp_path / "pulse" / "native"
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("PULSE_RUNTIME_PATH", str(tmp_path / "pulse"))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{socket}")
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".asoundrc").write_text("pcm.!default { type pulse }\n")
    server = await asyncio.create_subprocess_exec(
        *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
        *("-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"),
        *("-L", f"module-null-sink sink_name=kiosk rate={RATE} channels=2", "-L", "module-always-sink"),
        stderr=subprocess.DEVNULL,
    )
    try:
        while not socket.exists() or (await _run("pactl", "info")) != 0:
            assert server.returncode is None, "the sound server did not start"
        recorder = await asyncio.create_subprocess_exec(
            *("parec", "-d", "kiosk.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1"),
            *("--latency-msec=5", "--raw"),
            stdout=subprocess.PIPE,
        )
        made = Rig(recorder)
        await made.quiet()
        yield made
        os.kill(recorder.pid, signal.SIGKILL)
        await recorder.communicate()
    finally:
        server.terminate()
        await server.wait()


async def _run(*command: str) -> int:
    process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return await process.wait()


def player() -> AplayPlayer:
    return AplayPlayer(setpriv=shutil.which("setpriv") or "")


def tone(seconds: float) -> Sound:
    wave = array.array("h", [8000 if at // 25 % 2 else -8000 for at in range(round(22050 * seconds))])
    return Sound(22050, wave.tobytes())


async def test_a_sentence_is_heard_and_stopped(rig: Rig, synthesiser: Synthesiser) -> None:
    voice, witness = Voice(synthesiser, Outlet(player())), Witness()
    voice.add(witness)
    await voice.start()
    voice.say([Utterance("Your balance is shown on the screen.", "en")])
    await rig.loud()
    await voice.until_quiet()
    await rig.quiet()
    voice.say([Utterance("您的余额显示在屏幕上。" * 20, "zh_CN")])
    await rig.loud()
    voice.stop()
    await rig.quiet()
    await voice.until_quiet()
    await voice.aclose()
    assert [report.ending for report in witness.reports] == ["finished", "stopped"]
    assert witness.reasons == []


async def test_the_clock_follows_the_player(rig: Rig) -> None:
    playback = await player().start(tone(1.0))
    before = playback.position_s
    await rig.loud()
    while playback.position_s <= before:
        await asyncio.sleep(0)
    await playback.wait()
    assert playback.position_s == 1.0


async def test_stop_ends_the_player_s_process(rig: Rig) -> None:
    playback = await player().start(tone(60.0))
    await rig.loud()
    playback.stop()
    await playback.wait()
    assert not running(playback.pid)
    await rig.quiet()


async def test_the_player_does_not_outlive_a_killed_kiosk(rig: Rig) -> None:
    program = (
        "import asyncio\n"
        "from tests.accessibility.speech.test_aplay import player, tone\n"
        "async def main():\n"
        "    playback = await player().start(tone(600))\n"
        "    print(playback.pid, flush=True)\n"
        "    await playback.wait()\n"
        "asyncio.run(main())\n"
    )
    kiosk = await asyncio.create_subprocess_exec(sys.executable, "-c", program, cwd=HOME, stdout=subprocess.PIPE)
    assert kiosk.stdout
    pid = int(await kiosk.stdout.readline())
    await rig.loud()
    os.kill(kiosk.pid, signal.SIGKILL)
    await kiosk.wait()
    await rig.quiet()
    assert not running(pid)


async def test_a_player_that_reads_files_leaves_none(rig: Rig) -> None:
    """The macOS player, with aplay in afplay's place."""
    before = set(Path(tempfile.gettempdir()).glob("anxin-sound-*"))
    playback = await AfplayPlayer(("aplay", "-q")).start(tone(0.5))
    await rig.loud()
    await playback.wait()
    stopped = await AfplayPlayer(("aplay", "-q")).start(tone(60))
    stopped.stop()
    await stopped.wait()
    with pytest.raises(NoSoundDevice):
        await AfplayPlayer(("/nowhere/afplay",)).start(tone(0.1))
    assert set(Path(tempfile.gettempdir()).glob("anxin-sound-*")) == before


async def test_no_device_is_told_once_and_the_captions_go_on(synthesiser: Synthesiser) -> None:
    outlet = Outlet(AplayPlayer(device="hw:77"), SilentPlayer("no_device", QUICK))
    voice, witness = Voice(synthesiser, outlet), Witness()
    voice.add(witness)
    await voice.start()
    voice.say([Utterance("One sentence.", "en"), Utterance("Another sentence.", "en")])
    await voice.until_quiet()
    await voice.aclose()
    assert witness.reasons == ["no_device"]
    assert [report.ending for report in witness.reports] == ["silent", "silent"]
    assert [caption.text[caption.start : caption.end] for caption in witness.captions[:-1]] == [
        "One", "sentence.", "Another", "sentence.",
    ]  # fmt: skip


async def test_a_device_that_comes_back_is_used_again(synthesiser: Synthesiser) -> None:
    outlet = Outlet(_PluggedInLater(), SilentPlayer("no_device", QUICK), retry_s=0)
    voice, witness = Voice(synthesiser, outlet), Witness()
    voice.add(witness)
    await voice.start()
    voice.say([Utterance("One sentence.", "en"), Utterance("Another sentence.", "en")])
    await voice.until_quiet()
    await voice.aclose()
    assert witness.reasons == ["no_device", "ok"]
    assert [report.ending for report in witness.reports] == ["silent", "finished"]


async def test_no_such_program() -> None:
    with pytest.raises(NoSoundDevice):
        await AplayPlayer(aplay="/nowhere/aplay").start(silence(0.1))


class _PluggedInLater:
    """Fails like aplay without a card, the first time."""

    reason = "ok"

    def __init__(self) -> None:
        self._players = [AplayPlayer(device="hw:77"), SilentPlayer("ok", QUICK)]

    async def start(self, sound: Sound) -> object:
        return await self._players.pop(0).start(sound)
