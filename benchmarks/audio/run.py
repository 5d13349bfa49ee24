"""`make audio-test`: real speech through a private sound server, recorded, measured, recognised.

Writes build/audio/report.md and the recordings beside it. Every part can be done anew by itself (`--part`); the report
tells of all that were done. Needs no sound card and disturbs none.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime

from benchmarks.audio.delays import delays
from benchmarks.audio.figures import FOLDER, Figure, Part, keep
from benchmarks.audio.listener import NoRecogniser
from benchmarks.audio.privacy import privacy
from benchmarks.audio.report import write_report
from benchmarks.audio.soaking import soaking
from benchmarks.audio.tones import tones
from benchmarks.audio.understanding import understanding
from benchmarks.audio.whole import whole
from benchmarks.audio.window import window
from tests.audio.sound_server import missing_tools

Found = tuple[list[Figure], list[str]]
MOVES, TEXTS, RINGS, PULLS, SOAK, TRIALS = 60, 10, 5, 20, 1000, 100
SHORT = 6
"""With --short everything is done so many times less often: to try the measuring itself."""
HINT = "apt install pulseaudio pulseaudio-utils alsa-utils util-linux; for the window: xvfb xdotool"


def parts(less: int) -> dict[str, Callable[[], Found]]:
    """What there is to measure."""
    return {
        "delays": lambda: (asyncio.run(delays(MOVES // less)), []),
        "window": lambda: window(MOVES // less),
        "whole": lambda: (asyncio.run(whole(-(-TEXTS // less))), []),
        "tones": lambda: (asyncio.run(tones(-(-RINGS // less))), []),
        "privacy": lambda: (asyncio.run(privacy(PULLS // less)), []),
        "soak": lambda: asyncio.run(soaking(SOAK // less)),
        "understanding": lambda: understanding(TRIALS // less),
    }


def main() -> int:
    """Measure, write the report. 0 also when targets were missed: the machine may be busy; 2 where there is no rig."""
    known = parts(1)
    parser = argparse.ArgumentParser(prog="make audio-test", description=__doc__)
    parser.add_argument("--part", action="append", choices=[*known, "none"], help="only this one; may be given again")
    parser.add_argument("--short", action="store_true", help="everything less often")
    given = parser.parse_args()
    if missing := missing_tools():
        print(f"Sound cannot be measured here, missing: {missing}. On Debian: {HINT}")
        return 2
    for name in given.part or known:
        if name != "none":
            _measure(name, parts(SHORT if given.short else 1)[name])
            write_report(list(known))
    print(write_report(list(known)))
    return 0


def _measure(name: str, measured: Callable[[], Found]) -> None:
    print(f"{name} …", flush=True)
    began = datetime.now()
    try:
        figures, notes = measured()
    except NoRecogniser as problem:
        figures, notes = [], [f"Not measured: {problem}"]
    when = f"{began:%Y-%m-%d %H:%M}, {(datetime.now() - began).seconds} s, load {os.getloadavg()[0]:.1f}"
    keep(Part(name, when, tuple(figures), tuple(notes)), FOLDER)
    _tell(figures)


def _tell(figures: Sequence[Figure]) -> None:
    for figure in figures:
        print(f"  {figure.what}: {figure.reached}, target {figure.target or '-'} {figure.verdict}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
