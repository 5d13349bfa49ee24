"""The measuring itself, on sounds of which everything is known."""

from __future__ import annotations

import array
import math
import random

import pytest

from tests.audio.waves import at_rate, find, first_audible, last_audible, level_db, pitches, voiced_db

RATE = 48000


def wave(hertz: int, seconds: float, height: int = 8000) -> array.array[int]:
    samples = (height * math.sin(2 * math.pi * hertz * at / RATE) for at in range(round(RATE * seconds)))
    return array.array("h", map(round, samples))


def test_where_something_is_heard() -> None:
    silence = array.array("h", bytes(2 * 480))
    sound = silence + array.array("h", [500] * 10) + silence
    assert (first_audible(sound), last_audible(sound)) == (480, 489)
    assert (first_audible(silence), last_audible(silence)) == (None, None)


def test_levels_leave_pauses_out() -> None:
    half = array.array("h", [16384]) * 4800
    assert level_db(half) == pytest.approx(-6.02, abs=0.01)
    assert voiced_db(half + array.array("h", bytes(2 * 9600)), RATE) == pytest.approx(-6.02, abs=0.01)


def test_a_stretch_is_found_where_it_was_put() -> None:
    chance = random.Random(1)
    noise = at_rate([chance.randint(-9000, 9000) for _ in range(1100)], 22050, RATE)
    place, likeness = find(noise[500:1700], noise)
    assert (place, round(likeness, 6)) == (500, 1.0)
    clipped = array.array("d", bytes(8 * 600)) + noise[1100:1700]
    assert find(noise[500:1700], clipped + array.array("d", bytes(8 * 200)))[1] < 0.9


def test_the_pitch_of_a_tone() -> None:
    assert max(pitches(wave(1000, 0.02), RATE), key=lambda pair: pair[1])[0] == 1000
