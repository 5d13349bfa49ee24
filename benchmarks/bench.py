"""`make bench`: the kiosk against a bare window, interleaved in one run. Writes build/bench/report.md."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.bare import SIZE
from benchmarks.linux_process import AtRest, seconds_to_first_paint
from benchmarks.report import Row, p95, spread, table

OUT = Path("build/bench")
BARE = ("benchmarks.bare",)
KIOSK = ("kiosk", "run")
"""As `make run` starts it; the size comes by the environment, as from a settings file."""
PAIRS = 11
REST_PAIRS = 3
IDLE_S = 20
LINES = {"start": 1.3, "memory": 1.8, "idle": 0.5, "turn": 20, "switch": 50}
"""The targets: times bare, times bare, percent of a core, milliseconds, milliseconds."""


def environment(folder: str) -> dict[str, str]:
    """A user who has set nothing, on the offscreen platform, with data in a folder that passes.

    Compiled modules are kept, as on every kiosk; without them each start would compile the whole program.
    """
    kept_out = ("ANXIN_", "PYTHONDONTWRITEBYTECODE")
    usual = {name: value for name, value in os.environ.items() if not name.startswith(kept_out)}
    return usual | {
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "XDG_CONFIG_HOME": folder,
        "XDG_DATA_HOME": folder,
        "ANXIN_WINDOW": "x".join(map(str, SIZE)),
    }


def start(environ: Mapping[str, str], pairs: int) -> Row:
    """Time to the first painted page, as the median of paired ratios."""
    seconds_to_first_paint(BARE, environ), seconds_to_first_paint(KIOSK, environ)  # files into the cache
    bare, kiosk = [], []
    for _ in range(pairs):
        bare.append(seconds_to_first_paint(BARE, environ))
        kiosk.append(seconds_to_first_paint(KIOSK, environ))
    ratio = statistics.median(ours / floor for ours, floor in zip(kiosk, bare, strict=True))
    detail = (
        f"bare {statistics.median(bare) * 1000:.0f} ms, kiosk {statistics.median(kiosk) * 1000:.0f} ms, {pairs} pairs"
    )
    return Row("start to first painted welcome page", ratio, LINES["start"], "× bare", detail)


def rest(environ: Mapping[str, str], pairs: int, idle_s: float) -> tuple[Row, Row]:
    """Memory and processor time once the welcome page has come to rest."""
    bare, kiosk, shares = [], [], []
    for _ in range(pairs):
        with AtRest(BARE, environ) as floor:
            bare.append(floor.resident_mib())
        with AtRest(KIOSK, environ) as ours:
            shares.append(ours.processor_share(idle_s) * 100)
            kiosk.append(ours.resident_mib())
    ratio = statistics.median(kiosk) / statistics.median(bare)
    memory = f"bare {statistics.median(bare):.1f} MiB, kiosk {statistics.median(kiosk):.1f} MiB, {pairs} pairs"
    idle = f"{', '.join(f'{share:.2f}' for share in shares)} % over {idle_s:g} s each"
    return (
        Row("resident memory of the kiosk's own process", ratio, LINES["memory"], "× bare", memory),
        Row("processor at rest on the welcome page", statistics.median(shares), LINES["idle"], "% of a core", idle),
    )


def turns(environ: Mapping[str, str]) -> tuple[list[Row], list[dict[str, str | float]]]:
    """Touch to painted page and switching, over the real journeys."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.turning"], env=dict(environ), stdout=subprocess.PIPE, text=True, check=True
    )
    all_turns = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]

    def figures(field: str, *kinds: str) -> list[float]:
        return [turn[field] for turn in all_turns if turn["kind"] in kinds]

    rows = []
    for what, values, line in (
        ("touch to painted page, data there", figures("touch_ms", "ready"), LINES["turn"]),
        ("page known to painted, all pages", figures("page_ms", "ready", "asked"), LINES["turn"]),
        ("mode or language switch to painted page", figures("touch_ms", "switch"), LINES["switch"]),
    ):
        rows.append(Row(f"{what}, p95", p95(values), line, "ms", spread(values, "ms")))
    return rows, sorted(all_turns, key=lambda turn: -turn["page_ms"])[:10]


def main() -> int:
    """Measure, print and write the report; always 0: figures are for reading, the machine may be busy."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--pairs", type=int, default=PAIRS, help="starts of each program")
    parser.add_argument("--rest-pairs", type=int, default=REST_PAIRS, help="times each program is brought to rest")
    parser.add_argument("--idle-s", type=float, default=IDLE_S, help="seconds of watching at rest")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="anxin-bench-") as folder:
        environ = environment(folder)
        rows = [start(environ, given.pairs), *rest(environ, given.rest_pairs, given.idle_s)]
        turned, slowest = turns(environ)
    rows += turned
    report = "\n\n".join((_heading(), table(rows), "The ten slowest pages:", _slowest(slowest)))
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "report.md").write_text(report + "\n", encoding="utf-8")
    print(report)
    return 0


def _heading() -> str:
    python = sys.version.split()[0]
    cores, load = os.cpu_count(), os.getloadavg()[0]
    return (
        f"# Benchmarks, {datetime.now():%Y-%m-%d %H:%M}\n\nPython {python}, PySide6 {version('PySide6-Essentials')}, "
        f"{cores} cores, load {load:.1f}, platform {os.environ.get('QT_QPA_PLATFORM', 'offscreen')}."
    )


def _slowest(turns: list[dict[str, str | float]]) -> str:
    lines = ["| page | mode | language | page ms | touch ms |", "|---|---|---|---|---|"]
    lines += [
        f"| {turn['from']} → {turn['to']} | {turn['mode']} | {turn['lang']} | {turn['page_ms']} | {turn['touch_ms']} |"
        for turn in turns
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
