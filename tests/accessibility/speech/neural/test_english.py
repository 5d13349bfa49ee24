"""English in the model's alphabet, read by the real eSpeak NG in a process of its own: it may be loaded once only."""

from __future__ import annotations

import subprocess
import sys

import msgspec
import pytest

from accessibility.speech.neural.units import Unit, written

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="eSpeak NG comes with us on Linux only")
READ = """
import sys, msgspec
from accessibility.speech.neural.espeak import Espeak
from accessibility.speech.neural.phonemes_en import AMERICAN, BRITISH, English
british, spelled, text = sys.argv[1] == "british", sys.argv[2] == "spelled", sys.argv[3]
reader = English(Espeak(BRITISH if british else AMERICAN), british, spelled)
sys.stdout.buffer.write(msgspec.json.encode(reader(text)))
"""


def read(text: str, *, british: bool = False, spelled: bool = False) -> tuple[Unit, ...]:
    asked = ["british" if british else "american", "spelled" if spelled else "words", text]
    done = subprocess.run([sys.executable, "-c", READ, *asked], capture_output=True, check=True, timeout=30)
    return msgspec.json.decode(done.stdout, type=tuple[Unit, ...])


def test_sounds_are_in_the_models_letters() -> None:
    assert written(read("Your balance is nine pounds.")) == "jʊɹ bˈæləns ɪz nˈIn pˈWndz."
    assert written(read("Go home.", british=True)) == "ɡˌQ hˈQm."


def test_each_word_knows_where_it_stands() -> None:
    text = "Press the button on the right, please."
    assert [text[unit.start : unit.end] for unit in read(text)] == text.replace(",", "").rstrip(".").split()


def test_words_said_as_one_are_told_apart() -> None:
    units = read("out of the way")
    assert [unit.phonemes for unit in units][:2] == ["ˌWT", "əv"]


def test_marks_are_pauses() -> None:
    assert [unit.after for unit in read("one, two: three. 1.5 four?")] == [", ", ": ", ". ", " ", "? "]


def test_a_capital_alone_is_a_letter_in_the_pack() -> None:
    assert read("the code is A four, A.", spelled=True)[3].phonemes == "ˈA"
    assert read("a dog")[0].phonemes == "ə"


def test_words_the_reader_gets_wrong_have_their_own_sound() -> None:
    assert [unit.phonemes for unit in read("Five yuan.")] == ["fˈIv", "juˈɑn"]
