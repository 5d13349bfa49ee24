"""Part seven: how much of the voice the recogniser understands, and what it misread."""

from __future__ import annotations

from collections.abc import Sequence

from accessibility.speech.sound_file import write_wav
from benchmarks.audio.figures import FOLDER, Figure
from benchmarks.audio.listener import Listener
from benchmarks.audio.recognition import Result, listen, total, worst
from benchmarks.audio.trials import Kind, trials
from tests.audio.stage import PACK, engines_here

MOST = {"zh_CN": 12.0, "en": 6.0}
"""Percent of syllables, of words (issue 3); for the pack."""
UNIT = {"zh_CN": "Mandarin syllable error", "en": "English word error"}
OTHERS = 15
"""So many amounts and prompts for the engines that stand beside the pack, for comparison."""
SHOWN = 40
"""Misreadings told in the report; all are in misread.md."""
KINDS: tuple[Kind, ...] = ("amount", "prompt")


def understanding(count: int) -> tuple[list[Figure], list[str]]:
    """Figures of the pack over `count` amounts and as many prompts in each language, and of the others over fewer."""
    figures: list[Figure] = []
    notes: list[str] = []
    with Listener(FOLDER) as listener:
        for engine in engines_here():
            for lang in MOST:
                results = listen(engine, trials(lang, count if engine == PACK else min(OTHERS, count)), listener)
                figures += _figures(engine, lang, results)
                _keep_worst(engine, lang, results)
                if engine == PACK:
                    notes.append(_misread(f"## What was misread: {engine}, {lang}", results, SHOWN))
    return figures, notes


def _figures(engine: str, lang: str, results: Sequence[Result]) -> list[Figure]:
    whole = total(results)
    by_kind = "; ".join(f"{kind}s {total(results, kind).percent:.1f} %" for kind in KINDS)
    detail = f"{by_kind}; {whole.exact} of {whole.texts} texts without an error"
    silent = sum(result.sound is None for result in results)
    target = f"≤ {MOST[lang]:g} %" if engine == PACK else ""
    holds = whole.percent <= MOST[lang] and not silent if engine == PACK else None
    unsaid = f"; {silent} texts the engine has no sound for" if silent else ""
    return [Figure(f"{UNIT[lang]} ({engine})", target, f"{whole.percent:.1f} % ({detail}{unsaid})", holds)]


def _misread(heading: str, results: Sequence[Result], most: int) -> str:
    wrong = worst(results)
    lines = [
        heading,
        f"{len(wrong)} of {len(results)} texts with an error; the worst first.",
        "",
        "| said | heard | errors |",
    ]
    lines += ["|---|---|---|", *(f"| {r.trial.text} | {r.heard} | {r.score.errors} |" for r in wrong[:most])]
    return "\n".join(lines)


def _keep_worst(engine: str, lang: str, results: Sequence[Result]) -> None:
    """All misreadings, and the sounds of the worst, for whoever mends clips."""
    folder = FOLDER / "misread"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{engine}-{lang}.md").write_text(
        _misread(f"# {engine}, {lang}", results, len(results)), encoding="utf-8"
    )
    for number, result in enumerate(worst(results)[:20], 1):
        if result.sound:
            (folder / f"{engine}-{lang}-{number:02}.wav").write_bytes(write_wav(result.sound))
