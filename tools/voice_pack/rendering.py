"""Rendering: sentences to sound by Kokoro, each one once; what was rendered before is kept by its content."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
import numpy

from accessibility.speech.neural.model import read_alphabet, read_model
from accessibility.speech.neural.session import Session
from accessibility.speech.neural.speakers import Speaker
from accessibility.speech.neural.style import Style
from accessibility.speech.neural.units import written
from tools.voice_pack.sentence import Sentence

KINDNESS = 10
"""The renderers' niceness: whoever works on this machine comes first."""
FULL_SCALE = 32767


class Take(msgspec.Struct, frozen=True):
    """A rendered sentence."""

    samples: Any
    """float32, -1 to 1."""
    borders: tuple[int, ...]
    """First sample of each phoneme, and the one after the last."""


def render(sentences: Iterable[Sentence], styles: Mapping[str, bytes], processes: int) -> Iterator[int]:
    """Render what is not kept yet, telling how many are left."""
    wanted = {sentence.kept: sentence for sentence in sentences if not sentence.kept.exists()}
    if not wanted:
        return
    context = multiprocessing.get_context("spawn")
    with context.Pool(processes, _Renderer.open, (dict(styles),)) as pool:
        jobs = [(written(each.units), each.speaker, str(path)) for path, each in sorted(wanted.items())]
        for done, _ in enumerate(pool.imap_unordered(_Renderer.work, jobs), 1):
            yield len(jobs) - done


def take(sentence: Sentence) -> Take:
    """The sound of a rendered sentence."""
    with numpy.load(sentence.kept) as found:
        samples = found["samples"].astype(numpy.float32) / FULL_SCALE
        return Take(samples, tuple(int(border) for border in found["borders"]))


class _Renderer:
    """What a renderer's process holds: the loaded model."""

    session: Session
    styles: Mapping[str, Style]

    @classmethod
    def open(cls, styles: Mapping[str, bytes]) -> None:
        if hasattr(os, "nice"):
            os.nice(max(0, KINDNESS - os.nice(0)))
        cls.session = Session(read_model(), read_alphabet())
        cls.styles = {name: Style(data) for name, data in styles.items()}

    @classmethod
    def work(cls, job: tuple[str, Speaker, str]) -> None:
        phonemes, speaker, path = job
        made = cls.session.render(phonemes, cls.styles[speaker.name], speaker.speed)
        samples = numpy.clip(made.samples * FULL_SCALE, -FULL_SCALE, FULL_SCALE).round().astype(numpy.int16)
        beside = f"{path[:-4]}.{os.getpid()}.npz"
        numpy.savez(beside, samples=samples, borders=numpy.array(made.borders, dtype=numpy.int32))
        Path(beside).replace(path)
