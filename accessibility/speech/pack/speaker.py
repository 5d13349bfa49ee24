"""A speaker: one voice of the pack, which says whatever its clips cover."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from accessibility.speech.engine import EngineGone, Mark, Speech
from accessibility.speech.pack.covering import Piece, covering
from accessibility.speech.pack.joining import Joint, quiet_edges
from accessibility.speech.pack.manifest import Manifest, PackError, check_recording, read_manifest
from accessibility.speech.pack.normalising import Sign, key, signs
from accessibility.speech.pack.pauses import pause_s
from accessibility.speech.pack.reading import Recording
from accessibility.speech.pack.shelf import Cut, Shelf
from accessibility.speech.pack.stretching import FASTEST, SLOWEST, stretched
from accessibility.speech.sound import Sound


class _Told(msgspec.Struct, frozen=True):
    """Characters of the text and the sample at which they begin."""

    start: int
    end: int
    at: int


class Speaker:
    """Says texts with the clips of one manifest and its recording."""

    def __init__(self, manifest: Manifest, recording: Recording, readings: Mapping[str, str] | None = None) -> None:
        """`readings`: the pinyin of words that the bank added."""
        self.manifest = manifest
        self._recording = recording
        self._shelf = Shelf(manifest, readings)

    @classmethod
    def open(cls, folder: Path, voice: str, readings: Mapping[str, str] | None = None) -> Speaker:
        """The voice "zh" or "en" of the pack in a folder. Raises PackError with a plain reason."""
        manifest, recording = read_manifest(folder / f"{voice}.json"), folder / f"{voice}.ogg"
        if manifest.voice != voice:
            raise PackError(f"{voice}.json is the manifest of another voice, {manifest.voice!r}")
        try:
            opened = Recording(recording, manifest.rate)  # first: what is checked is what will be read
        except EngineGone as problem:
            raise PackError(str(problem)) from problem
        check_recording(manifest, recording)
        return cls(manifest, opened, readings)

    @property
    def name(self) -> str:
        """Which voice it is, such as "zh 1 (zm_yunjian)"."""
        return f"{self.manifest.voice} {self.manifest.version} ({self.manifest.speaker})"

    def say(self, text: str, rate: int) -> Speech:
        """The text as sound; `rate` in English words a minute. Raises Missing, EngineError."""
        found = signs(text, self.manifest.voice, self._shelf.same)
        pieces = covering(found, self._shelf)
        joint, told = Joint(self.manifest.rate), []
        for number, piece in enumerate(pieces):
            if number and (seconds := pause_s(found, pieces[number - 1], piece, self.manifest.voice)):
                joint.rest(seconds)
            if piece.cut:
                told += self._add(joint, found, piece, piece.cut)
        pace = min(max(rate / self.manifest.words_a_minute, SLOWEST), FASTEST)
        recorded = joint.close()
        samples = stretched(recorded, self.manifest.rate, pace)
        return Speech(self._sound(samples), self._marks(told, len(samples) / max(1, len(recorded))), levelled=True)

    def _add(self, joint: Joint, found: Sequence[Sign], piece: Piece, cut: Cut) -> list[_Told]:
        samples, before = self._recording.samples(cut.start, cut.frames), 0
        if cut.part:
            before, end = quiet_edges(samples, self.manifest.rate)
            samples = samples[before:end]
        begins = joint.add(samples) - before
        told: list[_Told] = []
        for number in range(piece.first, piece.last):
            said = key(tuple(found[piece.first : number]), self.manifest.voice)
            if not found[number].pause:
                at = max(begins + cut.said_by(len(said)), begins + before)
                told.append(_Told(found[number].start, found[number].end, at))
        return told

    def _marks(self, told: Sequence[_Told], stretch: float) -> tuple[Mark, ...]:
        """One for each character or word; figures that became several words have one mark for all of them."""
        marks: list[Mark] = []
        for each in told:
            if not marks or each.start >= marks[-1].end:
                marks.append(Mark(each.start, each.end, each.at * stretch / self.manifest.rate))
        return tuple(marks)

    def _sound(self, samples: array[int]) -> Sound:
        if sys.byteorder == "big":
            samples = array("h", samples)
            samples.byteswap()
        return Sound(self.manifest.rate, samples.tobytes())
