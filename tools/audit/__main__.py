"""`make audit`: walk the kiosk once a mode and language, render every page in every look asked for, measure, report.

Exits with 1 when there is any violation. There is no list of what is allowed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from multiprocessing import get_context
from pathlib import Path

from accessibility.audit.jargon import load_jargon
from i18n.languages import LANGUAGES
from kiosk.modes import load_modes
from tools.audit.combination import Combination, full, only, pairwise
from tools.audit.recording import load, record_all
from tools.audit.report import faults_of, summary, write_report
from tools.audit.result import Entry, read_all
from tools.audit.share import RESULTS, SCREENS, work
from tools.audit.words_audit import read_pages

OUT = Path("build/audit")
STAFF = "staff"


def main(arguments: list[str] | None = None) -> int:
    """Run the audit; 0 when nothing was found."""
    wish = _wish(arguments)
    out = Path(wish.out)
    if not wish.resume:
        shutil.rmtree(out, ignore_errors=True)
    (out / RESULTS).mkdir(parents=True, exist_ok=True)
    modes = [mode for mode in load_modes() if mode != STAFF]
    combinations = (full if wish.full else pairwise)(modes, LANGUAGES)
    combinations = only(combinations, dict(_only(each) for each in wish.only))
    walks = sorted({(each.mode, each.lang) for each in combinations})
    if not (wish.resume and (out / SCREENS).exists()):
        _record(out / SCREENS, walks)
    left = [each for each in combinations if not (out / RESULTS / f"{each.name}.json").exists()]
    print(f"{len(combinations)} combinations, {len(left)} to do")
    failed = _measure(out, left, wish.jobs, tuple(wish.screens))
    return _tell(out, walks, failed=failed)


def _wish(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.audit", description=__doc__)
    parser.add_argument("--full", action="store_true", help="every combination, instead of each pair of values once")
    parser.add_argument("--sample", choices=("pairwise",), default="pairwise", help="which combinations without --full")
    parser.add_argument(
        "--only", nargs="*", default=[], metavar="mode=elder,youth", help="only these values of a thing"
    )
    parser.add_argument("--screens", nargs="*", default=[], metavar="home", help="only pages with these keys")
    parser.add_argument("--resume", action="store_true", help="keep what an audit that was broken off has done")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--out", default=str(OUT), help="folder of the report")
    return parser.parse_args(arguments)


def _only(wish: str) -> tuple[str, set[str]]:
    thing, _, values = wish.partition("=")
    return thing, set(values.split(","))


def _record(folder: Path, walks: list[tuple[str, str]]) -> None:
    """In a process of its own: a window that was closed must not take the focus of those that are measured."""
    child = get_context("spawn").Process(target=record_all, args=(folder, walks))
    child.start()
    child.join()
    if child.exitcode:
        raise SystemExit("the kiosk could not be walked")


def _measure(out: Path, left: list[Combination], jobs: int, screens: tuple[str, ...]) -> bool:
    """Share the combinations out; returns whether a process failed."""
    context = get_context("spawn")
    todo, done = context.Queue(), context.Queue()
    for each in [*left, *[None] * jobs]:
        todo.put(each)
    children = [context.Process(target=work, args=(out, todo, done, screens)) for _ in range(jobs)]
    for child in children:
        child.start()
    began, count = time.monotonic(), 0
    while count < len(left) and any(child.is_alive() for child in children):
        if done.empty():
            time.sleep(0.1)
            continue
        count += 1
        rest = (time.monotonic() - began) / count * (len(left) - count)
        print(f"{count}/{len(left)}, {rest / 60:.0f} min to go  {done.get()}", flush=True)
    for child in children:
        child.join()
    return any(child.exitcode for child in children)


def _tell(out: Path, walks: list[tuple[str, str]], *, failed: bool) -> int:
    jargon = load_jargon()
    words: dict[str, tuple[Entry, ...]] = {
        f"{mode}-{lang}": read_pages(load(out / SCREENS, mode, lang), jargon) for mode, lang in walks
    }
    results = read_all(out / RESULTS)
    faults = faults_of(results, words)
    told = summary(results, faults)
    (out / "summary.txt").write_text(told, encoding="utf-8")
    print(told.splitlines()[0])
    print(f"Open {write_report(out, results, faults)}")
    return 1 if faults or failed else 0


if __name__ == "__main__":
    sys.exit(main())
