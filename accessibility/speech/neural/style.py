"""A voice's style: 510 rows of 256 numbers, one row for each length of a sentence, in half precision."""

from __future__ import annotations

import struct
from pathlib import Path

from accessibility.speech.engine import EngineError

ROWS, WIDTH = 510, 256
_ROW = struct.Struct(f"<{WIDTH}e")
_FULL_ROW = struct.Struct(f"<{WIDTH}f")


class Style:
    """How a voice sounds."""

    def __init__(self, data: bytes) -> None:
        """`data` as `packed` makes it. Raises EngineError when it is no style."""
        if len(data) != ROWS * _ROW.size:
            raise EngineError(f"a voice's style has {ROWS * _ROW.size} bytes, not {len(data)}")
        self._data = data

    def of(self, phonemes: int) -> tuple[float, ...]:
        """The row for a sentence of so many phonemes."""
        row = min(max(phonemes, 0), ROWS - 1)
        return _ROW.unpack_from(self._data, row * _ROW.size)


def read_style(path: Path) -> Style:
    """The style in a file. Raises EngineError."""
    try:
        return Style(path.read_bytes())
    except OSError as problem:
        raise EngineError(f"the voice's style {path.name} is missing: {problem.strerror}") from problem


def packed(full: bytes) -> bytes:
    """A style in single precision, as Kokoro's voices come, in half: 260 KB. Raises EngineError."""
    if len(full) != ROWS * _FULL_ROW.size:
        raise EngineError(f"a Kokoro voice has {ROWS * _FULL_ROW.size} bytes, not {len(full)}")
    return b"".join(_ROW.pack(*row) for row in _FULL_ROW.iter_unpack(full))
