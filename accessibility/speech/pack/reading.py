"""Reading: the samples of a clip, from a recording that stays on the disk, those used last kept in memory."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from pathlib import Path

import miniaudio

from accessibility.speech.engine import EngineError, EngineGone
from accessibility.speech.sound import SAMPLE_BYTES

KEPT_BYTES = 8 * 1024 * 1024
"""Of decoded clips, about three minutes."""


class Recording:
    """One Ogg Vorbis file; any frame of it is reached within a millisecond.

    Should another file take its place, nothing more is read: its clips lie elsewhere, and other words would be said.
    """

    def __init__(self, path: Path, rate: int, kept_bytes: int = KEPT_BYTES) -> None:
        """`rate` is the recording's own, in samples a second. Raises EngineGone when there is no such file."""
        self._path = path
        self._identity = _identity(path)
        self._rate = rate
        self._most = kept_bytes
        self._kept: OrderedDict[tuple[int, int], array[int]] = OrderedDict()
        self._bytes = 0

    def samples(self, start: int, frames: int) -> array[int]:
        """Samples of one channel; not to be changed, others get the same. Raises EngineError."""
        wanted = start, frames
        if wanted in self._kept:
            self._kept.move_to_end(wanted)
        else:
            self._keep(wanted, self._read(start, frames))
        return self._kept[wanted]

    def _read(self, start: int, frames: int) -> array[int]:
        if _identity(self._path) != self._identity:
            raise EngineGone(f"{self._path.name} of the voice pack was replaced")
        try:
            stream = miniaudio.stream_file(
                str(self._path), miniaudio.SampleFormat.SIGNED16, 1, self._rate, max(1, frames), seek_frame=start
            )
            samples: array[int] = next(stream, array("h"))
            stream.close()
        except miniaudio.MiniaudioError as problem:
            raise EngineError(f"{self._path.name} of the voice pack cannot be read: {problem}") from problem
        if len(samples) < frames:
            raise EngineError(f"{self._path.name} of the voice pack ends too early")
        return samples

    def _keep(self, wanted: tuple[int, int], samples: array[int]) -> None:
        self._kept[wanted] = samples
        self._bytes += len(samples) * SAMPLE_BYTES
        while self._bytes > self._most and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= len(oldest) * SAMPLE_BYTES


def _identity(path: Path) -> tuple[int, int, int]:
    """What tells one file from another that came in its place. Raises EngineGone."""
    try:
        found = path.stat()
    except OSError as problem:
        raise EngineGone(f"{path.name} of the voice pack is missing: {problem.strerror}") from problem
    return found.st_ino, found.st_size, found.st_mtime_ns
