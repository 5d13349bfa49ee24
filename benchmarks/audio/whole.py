"""Part two: whole texts as they are heard: nothing clipped, one loudness, captions in step. Keeps the recordings."""

from __future__ import annotations

import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from accessibility.speech.manner import Manner
from accessibility.speech.sound import Sound
from accessibility.speech.sound_file import write_wav
from benchmarks.audio.figures import FOLDER, Figure, at_least, at_most
from benchmarks.audio.hall import hall
from benchmarks.audio.trials import Kind, Trial, trials
from tests.audio.measures import Heard, drifts, hear, loudness_db
from tests.audio.sound_server import RATE
from tests.audio.stage import engines_here, speaking

LIKE = 0.9
MISSING_MS = 1000 / 200
"""The recorder's own resolution."""
LEVELS_DB = 3.0
DRIFT_MS = 200.0
LANGUAGES = ("zh_CN", "en")


@dataclass(frozen=True)
class Said:
    """One text and how it was heard."""

    engine: str
    trial: Trial
    heard: tuple[Heard, ...]
    level_db: float
    drifts_ms: tuple[float, ...]


async def whole(count: int, folder: Path = FOLDER) -> list[Figure]:
    """Figures of `count` amounts and as many prompts in each language, by each engine; their recordings in `folder`."""
    said: list[Said] = []
    for engine in engines_here():
        own = await _said(engine, [trial for lang in LANGUAGES for trial in trials(lang, count)])
        _keep(engine, own, folder)
        said += own
    return [figure for engine in engines_here() for figure in _of(engine, [s for s in said if s.engine == engine])] + [
        _levels("all engines, languages and kinds", said)
    ]


async def _said(engine: str, texts: Sequence[Trial]) -> list[Said]:
    found = []
    async with hall() as here, speaking(engine, manner=Manner(earcons=False)) as stage:
        for trial in texts:
            heard = await hear(stage, here.recorder, trial.text, trial.lang)
            if heard:
                in_step = drifts(stage, trial.text, heard)
                found.append(Said(engine, trial, tuple(heard), loudness_db(heard), tuple(in_step)))
            here.recorder.forget()
    return found


def _of(engine: str, said: Sequence[Said]) -> list[Figure]:
    heard = [sound for each in said for sound in each.heard]
    head, tail = min(heard, key=lambda each: each.head), min(heard, key=lambda each: each.tail)
    late, lost = max(heard, key=lambda each: each.late_ms), max(heard, key=lambda each: abs(each.stretch_ms))
    in_step = [(abs(ms), each.trial.text) for each in said for ms in each.drifts_ms]
    drift, where = max(in_step)
    return [
        at_least(f"beginning as it was made, likeness of 150 ms, least ({engine})", head.head, LIKE, _where(head)),
        at_least(f"end as it was made, likeness of 150 ms, least ({engine})", tail.tail, LIKE, _where(tail)),
        at_most(f"missing at the beginning, most ({engine})", late.late_ms, MISSING_MS, "ms", _where(late)),
        at_most(f"lost or put in, most ({engine})", abs(lost.stretch_ms), MISSING_MS, "ms", f"{len(heard)} sounds"),
        at_most(f"caption beside its word, most ({engine})", drift, DRIFT_MS, "ms", f"{len(in_step)} words; “{where}”"),
        _levels(engine, said),
    ]


def _where(heard: Heard) -> str:
    return f"“{heard.text}”"


def _levels(whose: str, said: Sequence[Said]) -> Figure:
    levels = [each.level_db for each in said]
    detail = f"{min(levels):.1f} to {max(levels):.1f} dB below full scale, {len(levels)} texts"
    return at_most(f"loudness between utterances ({whose})", max(levels) - min(levels), LEVELS_DB, "dB", detail)


def _keep(engine: str, said: Sequence[Said], folder: Path) -> None:
    """The recordings as WAV files, numbered by kind."""
    numbers: dict[tuple[str, Kind], int] = {}
    (folder / "wav").mkdir(parents=True, exist_ok=True)
    for each in said:
        key = each.trial.lang, each.trial.kind
        numbers[key] = number = numbers.get(key, 0) + 1
        samples = array.array("h")
        for sound in each.heard:
            samples += sound.samples
        name = f"{engine}-{each.trial.lang}-{each.trial.kind}-{number:02}.wav"
        (folder / "wav" / name).write_bytes(write_wav(Sound(RATE, samples.tobytes())))
