"""Nothing is lost and nothing is left behind, however long and however hard the day.

Sixty utterances in the suite; `ANXIN_SOAK=1000` for the long form (some minutes), `ANXIN_SOAK_PLAYER=aplay` to play
them for real, into a sound server of its own. `pytest -s` shows the figures.
"""

from __future__ import annotations

import asyncio
import gc
import mmap
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from accessibility.speech.aplay_player import AplayPlayer
from accessibility.speech.chain import Chain
from accessibility.speech.pack.pack_engine import FOLDER
from accessibility.speech.patience import PATIENCE
from accessibility.speech.player import Player
from accessibility.speech.silent_player import SilentPlayer
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.voice import Voice
from tests.accessibility.speech.conftest import QUICK
from tests.accessibility.speech.soak import LooseDevice, Soak, quick_outlet
from tests.accessibility.speech.test_chain import children as children  # the audio report counts them too
from tests.accessibility.speech.test_speech_child import running
from tests.audio.sound_server import SoundServer

SHORT = 60
COUNT = int(os.environ.get("ANXIN_SOAK", SHORT))
SETTLED = 200
"""Memory is compared from this utterance on: before it dictionaries and caches fill."""
FLAT = 0.05
REAL = os.environ.get("ANXIN_SOAK_PLAYER") == "aplay"
LONGEST_S = 8.0 if REAL else 1.2
"""For one utterance on average, hung engines included."""
PAGE_KB = mmap.PAGESIZE // 1024

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts what is left in /proc"),
    pytest.mark.timeout(120 + LONGEST_S * COUNT),
]


def engines() -> list[Synthesiser]:
    """The kiosk's own line-up without the heavy extra, and the platform's once more in place of a missing pack."""
    return [
        Synthesiser(engine="pack") if (FOLDER / "zh.json").exists() else Synthesiser(patience=PATIENCE["pack"]),
        Synthesiser(),
    ]


@pytest.fixture
def player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Player]:
    """One that only keeps the time, or the real one on a sound server of its own."""
    if not REAL:
        yield SilentPlayer("ok", QUICK)
        return
    server = SoundServer(tmp_path)
    server.start()
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    yield AplayPlayer(setpriv=shutil.which("setpriv") or "")
    server.stop()


async def test_a_hard_day_loses_nothing_and_leaves_nothing_behind(player: Player) -> None:
    device = LooseDevice(player)
    before = children()
    links = engines()
    files, folder, tasks = open_files(), left_files(), asyncio.all_tasks()
    voice = Voice(Chain(links), quick_outlet(device, QUICK))
    soak, memory = Soak(links, voice, device, seed=20261123), []

    def each(number: int) -> None:
        if number >= SETTLED and number % 50 == 0:
            gc.collect()
            memory.append(memory_kb())

    complaints: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context))
    await voice.start()
    began = time.monotonic()
    await soak.run(COUNT, each)
    took = time.monotonic() - began
    report(soak, links, took, memory)
    await voice.aclose()
    assert soak.lost() == []
    gc.collect()
    assert complaints == []
    assert [pid for pid in soak.pids if running(pid)] == []
    assert children() == before
    assert asyncio.all_tasks() == tasks
    assert open_files() <= files
    assert left_files() <= folder
    if memory:
        assert max(memory) <= memory[0] * (1 + FLAT)


def report(soak: Soak, links: list[Synthesiser], took: float, memory: list[int]) -> None:
    """The figures, for `pytest -s`."""
    endings: dict[str, int] = {}
    for told in soak.witness.reports:
        endings[told.ending] = endings.get(told.ending, 0) + 1
    print(f"\n{len(soak.said)} utterances in {took:.0f} s, {len(soak.pids)} children seen; endings {endings}")
    print(f"events {dict(soak.events)}")
    for link in links:
        health = link.health
        counts = f"said {health.said}, passed on {health.passed_on}, failed {health.failures}"
        print(f"{health.engine}: {health.state}, {counts}")
    print(f"memory in kB from utterance {SETTLED} on: {memory}")


def memory_kb() -> int:
    """What this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_KB


def left_files() -> set[Path]:
    return set(Path(tempfile.gettempdir()).glob("anxin-s*"))


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))
