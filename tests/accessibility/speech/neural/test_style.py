"""A voice's style in half precision."""

from __future__ import annotations

import struct

import pytest

from accessibility.speech.engine import EngineError
from accessibility.speech.neural.style import ROWS, WIDTH, Style, packed


def test_a_style_keeps_its_rows() -> None:
    full = b"".join(struct.pack(f"<{WIDTH}f", *(row / 256 for _ in range(WIDTH))) for row in range(ROWS))
    style = Style(packed(full))
    assert style.of(0) == (0.0,) * WIDTH
    assert style.of(128) == (0.5,) * WIDTH
    assert style.of(9999) == style.of(ROWS - 1)


def test_another_length_is_refused() -> None:
    with pytest.raises(EngineError, match="bytes"):
        Style(b"12")
    with pytest.raises(EngineError, match="bytes"):
        packed(b"12")
