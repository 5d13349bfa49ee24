"""Reads the sound files speech engines write: WAV (eSpeak, SAPI5) and AIFF (macOS)."""

from __future__ import annotations

import io
import struct
import wave
from array import array
from collections.abc import Iterator

from accessibility.speech.sound import SAMPLE_BYTES, Sound

LITTLE_ENDIAN_AIFF = b"sowt"


class SoundFileError(ValueError):
    """The file is not one we can play."""


def read_sound(content: bytes) -> Sound:
    """The sound in a WAV or AIFF file's bytes. Raises SoundFileError unless it is 16-bit, one channel."""
    return _read_aiff(content) if content[:4] == b"FORM" else _read_wav(content)


def write_wav(sound: Sound) -> bytes:
    """The sound as the bytes of a WAV file."""
    content = io.BytesIO()
    with wave.open(content, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(SAMPLE_BYTES)
        file.setframerate(sound.rate)
        file.writeframes(sound.pcm)
    return content.getvalue()


def _read_wav(content: bytes) -> Sound:
    try:
        with wave.open(io.BytesIO(content), "rb") as file:
            _expect(file.getnchannels(), file.getsampwidth() * 8)
            return Sound(file.getframerate(), file.readframes(file.getnframes()))
    except (wave.Error, EOFError) as problem:
        raise SoundFileError(str(problem) or "the file is cut off") from problem


def _read_aiff(content: bytes) -> Sound:
    chunks = dict(_chunks(content))
    try:
        common, data = chunks[b"COMM"], chunks[b"SSND"]
        channels, _, bits = struct.unpack(">hIh", common[:8])
        offset = struct.unpack(">I", data[:4])[0]
    except (KeyError, struct.error) as problem:
        raise SoundFileError(f"not a complete AIFF file: {problem}") from problem
    _expect(channels, bits)
    pcm = data[8 + offset :]
    return Sound(_extended(common[8:18]), pcm if common[18:22] == LITTLE_ENDIAN_AIFF else _swapped(pcm))


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(content):
        name, length = struct.unpack(">4sI", content[at : at + 8])
        yield name, content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _extended(number: bytes) -> int:
    """A sample rate in the 80-bit form AIFF uses."""
    exponent, mantissa = struct.unpack(">HQ", number)
    return int(mantissa >> (16383 + 63 - exponent))


def _swapped(pcm: bytes) -> bytes:
    samples = array("h", pcm[: len(pcm) - len(pcm) % SAMPLE_BYTES])
    samples.byteswap()
    return samples.tobytes()


def _expect(channels: int, bits: int) -> None:
    if (channels, bits) != (1, 8 * SAMPLE_BYTES):
        raise SoundFileError(f"expected one channel of 16 bits, got {channels} of {bits}")
