"""Part: the whole kiosk in a window of a real X display, its keys pressed from outside, its sound recorded."""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from accessibility.earcons.kinds import NOTES
from benchmarks.audio.delays import OTHER_SOUND_MS, SILENCE_MS, SOUND_MS
from benchmarks.audio.figures import Figure, at_most
from benchmarks.audio.hall import hall
from benchmarks.bench import environment
from benchmarks.report import p95, spread
from tests.audio.measures import Move, silence_after
from tests.audio.recorder import Recorder
from tests.audio.stage import engines_here

TOOLS = ("Xvfb", "xdotool")
SIZE = "1280x800"
TONE_S = sum(note.ms for note in NOTES["focus"]) / 1000
START_S = 40.0
SOON_S = 5.0
NOTHING_KEY = "x"
"""A key that does nothing but what every key does: hush."""


def window(count: int) -> tuple[list[Figure], list[str]]:
    """Figures of `count` moves by Tab, with each engine."""
    if missing := [tool for tool in TOOLS if not shutil.which(tool)]:
        return [], [f"The real window was not measured, missing: {', '.join(missing)}."]
    return [figure for engine in engines_here() for figure in asyncio.run(_measured(engine, count))], []


async def _measured(engine: str, count: int) -> list[Figure]:
    with ExitStack() as parts:
        display = parts.enter_context(_display())
        folder = parts.enter_context(tempfile.TemporaryDirectory(prefix="anxin-window-"))
        async with hall() as here:
            os.environ["DISPLAY"] = display  # the hall puts it back
            kiosk = parts.enter_context(_kiosk(engine, folder))
            keys = parts.enter_context(_keys(kiosk.pid))
            made, tones = await _moves(keys, here.recorder, count)
    return _figures(engine, made, tones)


async def _moves(keys: Keys, recorder: Recorder, count: int) -> tuple[list[Move], list[float]]:
    """The moves, and the milliseconds to the tone before the words of each."""
    chance, found = random.Random(11), list[Move]()
    async with asyncio.timeout(START_S):
        await recorder.until_loud()  # the welcome page
    keys.press("Return")  # the next page
    await recorder.until_recorded(time.monotonic() + 3)
    tones = list[float]()
    for _ in range(count):
        keys.press(NOTHING_KEY)
        await recorder.until_quiet(0.2)
        asked = keys.press("Tab")
        async with asyncio.timeout(SOON_S):
            tone = await recorder.until_loud(asked)
            tones.append((tone - asked) * 1000)
            heard = await recorder.until_loud(tone + TONE_S)
        await recorder.until_recorded(heard + chance.uniform(0.05, 0.4))
        pressed = keys.press(NOTHING_KEY)
        found.append(Move((heard - asked) * 1000, await silence_after(recorder, pressed)))
    return found, tones


def _figures(engine: str, made: list[Move], tones: list[float]) -> list[Figure]:
    sounds = [move.to_sound_ms for move in made]
    silences = [max(0.0, move.to_silence_ms) for move in made if move.to_silence_ms is not None]
    most = SOUND_MS.get(engine, OTHER_SOUND_MS)
    return [
        Figure(f"real window: Tab → first sample of the tone ({engine})", "", spread(tones, "ms")),
        at_most(
            f"real window: Tab → first sample of the words, p95 ({engine})",
            p95(sounds),
            most,
            "ms",
            spread(sounds, "ms"),
        ),
        at_most(f"real window: key → silence, p95 ({engine})", p95(silences), SILENCE_MS, "ms", spread(silences, "ms")),
    ]


class Keys:
    """One xdotool that waits for keys to press."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def press(self, key: str) -> float:
        """Press it; when, by `time.monotonic()`."""
        assert self._process.stdin
        when = time.monotonic()
        self._process.stdin.write(f"key --delay 0 {key}\n")
        self._process.stdin.flush()
        return when


@contextmanager
def _keys(pid: int) -> Iterator[Keys]:
    """Keys for the window of a process, which gets the focus."""
    search = ("xdotool", "search", "--sync", "--onlyvisible", "--pid", str(pid))
    found = subprocess.run(search, capture_output=True, text=True, check=True, timeout=START_S).stdout.split()
    subprocess.run(("xdotool", "windowfocus", found[-1]), check=True, timeout=SOON_S)
    with subprocess.Popen(("xdotool", "-"), stdin=subprocess.PIPE, text=True) as process:
        yield Keys(process)
        if process.stdin:
            process.stdin.close()


@contextmanager
def _display() -> Iterator[str]:
    """A display of its own; its name."""
    command = ("Xvfb", "-displayfd", "1", "-screen", "0", f"{SIZE}x24", "-nolisten", "tcp")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        yield f":{process.stdout.readline().strip()}"
        process.terminate()


@contextmanager
def _kiosk(engine: str, folder: str) -> Iterator[subprocess.Popen[bytes]]:
    """The kiosk as `make run` starts it."""
    options = ("--lang", "zh_CN", "--voice", "on", "--voice-engine", engine, "--data-dir", str(Path(folder) / "data"))
    with subprocess.Popen(
        (sys.executable, "-m", "kiosk", "run", *options),
        env=environment(folder) | {"QT_QPA_PLATFORM": "xcb", "ANXIN_WINDOW": SIZE},
        stderr=subprocess.DEVNULL,
    ) as process:
        yield process
        process.terminate()
