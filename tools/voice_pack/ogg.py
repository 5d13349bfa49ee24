"""Ogg Vorbis: clips one after the other in one long file, the same bytes for the same clips."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy
import soundfile

from accessibility.speech.neural.model import RATE

QUALITY = 0.0
"""0 to 1. At 0 libvorbis takes about 33 kbit/s for this voice and distorts less than at 0.1 or 0.2."""
CHUNK = 4096
"""soundfile crashes on one huge write."""
SERIAL = 0x616E7869
"""Of the stream; otherwise it would be a random number."""
_PAGE = struct.Struct("<4sBBqIIIB")
_SUM = slice(22, 26)


def write(path: Path, parts: Iterable[Any]) -> None:
    """Write float32 samples as one recording."""
    with soundfile.SoundFile(path, "w", RATE, 1, format="OGG", subtype="VORBIS", compression_level=1 - QUALITY) as file:
        for part in parts:
            for start in range(0, len(part), CHUNK):
                file.write(numpy.ascontiguousarray(part[start : start + CHUNK]))
    path.write_bytes(_renumbered(path.read_bytes()))


def _renumbered(data: bytes) -> bytes:
    """The file with our serial number in each page, and each page's sum made anew."""
    pages, at = [], 0
    while at < len(data):
        mark, _, _, _, _, _, _, segments = _PAGE.unpack_from(data, at)
        if mark != b"OggS":
            raise ValueError("this is no Ogg file")
        head = at + _PAGE.size
        end = head + segments + sum(data[head : head + segments])
        page = bytearray(data[at:end])
        struct.pack_into("<I", page, 14, SERIAL)
        page[_SUM] = bytes(4)
        page[_SUM] = struct.pack("<I", _sum(page))
        pages.append(bytes(page))
        at = end
    return b"".join(pages)


def _table() -> tuple[int, ...]:
    def row(value: int) -> int:
        value <<= 24
        for _ in range(8):
            value = (value << 1) ^ 0x04C11DB7 if value & 0x80000000 else value << 1
        return value & 0xFFFFFFFF

    return tuple(row(value) for value in range(256))


_TABLE = _table()


def _sum(page: bytes | bytearray) -> int:
    """Ogg's check sum."""
    found = 0
    for byte in page:
        found = (found << 8 & 0xFFFFFFFF) ^ _TABLE[found >> 24 ^ byte]
    return found
