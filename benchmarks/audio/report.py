"""The audio report: one page with all figures, the misreadings, and how it was measured."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.audio.figures import FOLDER, Part, kept, table

HOW = """## How it was measured

The kiosk's own narrator, voice, engines and `aplay` play into a null sink of a private PulseAudio; its monitor is read
by `parec` in blocks of 5 ms, each stamped with the system's steady clock, so every time is right within some 5 ms. A
real card adds its own delay. "Audible" is a sample of 100 of 32,768 or more; a null sink's silence is exactly zero. A
key is a call of the narrator; under "real window" it is a key of an X display, pressed by xdotool in front of the whole
kiosk.

- *Beginning as it was made*: the first 150 ms heard, laid over the samples the engine made (cross-correlation).
- *Loudness*: mean power of the voiced 20 ms steps of each utterance, loudest minus quietest.
- *Caption beside its word*: when the caption marked it, minus when the recording has it, by the marks of the engine.
- *Recogniser*: faster-whisper base (MIT), int8, beam 5; it is told beforehand that a bank speaks and what
  the units are called, as every customer knows. Mandarin is compared syllable by syllable
  in pinyin without tones, English word by word. It may write no figures: it puts them together its own way, often
  wrongly, and that would be no mistake of ours. It errs by itself, too: read its figures as a trend.

`make audio-test ARGS="--part whole"` measures one part anew. Recordings are in `wav/`, misread sounds in `misread/`.
"""


def write_report(names: Sequence[str], folder: Path = FOLDER) -> str:
    """Write report.md from the parts measured so far; its text."""
    done = kept(names, folder)
    missing = [name for name in names if name not in {part.name for part in done}]
    figures = [figure for part in done for figure in part.figures]
    missed = sum(figure.holds is False for figure in figures)
    held = sum(figure.holds is True for figure in figures)
    text = "\n\n".join(
        (
            "# The voice, measured",
            f"{held} targets reached, {missed} missed."
            + (f" Not measured: {', '.join(missing)}." if missing else "")
            + f" {_machine()}",
            table(figures),
            *(note for part in done for note in part.notes),
            HOW,
            "Measured: " + "; ".join(_when(part) for part in done) + ".",
        )
    )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.md").write_text(text + "\n", encoding="utf-8")
    return text


def _machine() -> str:
    return f"Python {sys.version.split()[0]}, {os.cpu_count()} cores."


def _when(part: Part) -> str:
    return f"{part.name} {part.when}"
