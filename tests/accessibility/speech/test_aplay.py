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
from tests.audio.recorder import Recorder
from tests.audio.rig import needs_rig

pytestmark = [needs_rig, pytest.mark.xdist_group("null sink")]


def player() -> AplayPlayer:
    return AplayPlayer(setpriv=shutil.which("setpriv") or "")


def tone(seconds: float) -> Sound:
    wave = array.array("h", [8000 if at // 25 % 2 else -8000 for at in range(round(22050 * seconds))])
    return Sound(22050, wave.tobytes())


async def test_a_sentence_is_heard_and_stopped(rig: Recorder, synthesiser: Synthesiser) -> None:
    voice, witness = Voice(synthesiser, Outlet(player())), Witness()
    voice.add(witness)
    await voice.start()
    voice.say([Utterance("Your balance is shown on the screen.", "en")])
    await rig.until_loud()
    await voice.until_quiet()
    await rig.until_quiet()
    voice.say([Utterance("您的余额显示在屏幕上。" * 20, "zh_CN")])
    await rig.until_loud()
    voice.stop()
    await rig.until_quiet()
    await voice.until_quiet()
    await voice.aclose()
    assert [report.ending for report in witness.reports] == ["finished", "stopped"]
    assert witness.reasons == []


async def test_the_clock_follows_the_player(rig: Recorder) -> None:
    playback = await player().start(tone(1.0))
    before = playback.position_s
    await rig.until_loud()
    while playback.position_s <= before:
        await asyncio.sleep(0)
    await playback.wait()
    assert playback.position_s == 1.0


async def test_stop_ends_the_player_s_process(rig: Recorder) -> None:
    playback = await player().start(tone(60.0))
    await rig.until_loud()
    playback.stop()
    await playback.wait()
    assert not running(playback.pid)
    await rig.until_quiet()


async def test_the_player_does_not_outlive_a_killed_kiosk(rig: Recorder) -> None:
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
    await rig.until_loud()
    os.kill(kiosk.pid, signal.SIGKILL)
    await kiosk.wait()
    await rig.until_quiet()
    assert not running(pid)


async def test_a_player_that_reads_files_leaves_none(rig: Recorder) -> None:
    """The macOS player, with aplay in afplay's place."""
    before = set(Path(tempfile.gettempdir()).glob("anxin-sound-*"))
    playback = await AfplayPlayer(("aplay", "-q")).start(tone(0.5))
    await rig.until_loud()
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
