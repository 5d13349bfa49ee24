"""Slower and faster speech keeps its pitch, its level and its order, and is quick to make."""

from __future__ import annotations

import time
from array import array
from itertools import pairwise

import pytest

from accessibility.speech.pack.stretching import FASTEST, SLOWEST, stretched
from tests.accessibility.speech.pack.conftest import RATE, tone


def crossings(samples: array[int]) -> float:
    """Rising zero crossings a second: the pitch of a tone."""
    count = sum(1 for before, after in pairwise(samples) if before < 0 <= after)
    return count * RATE / len(samples)


@pytest.mark.parametrize("pace", [0.6, 0.75, 0.9, 1.1, 1.35, 1.8])
@pytest.mark.parametrize("hertz", [110, 220, 700])
def test_a_tone_keeps_its_pitch_and_level(pace: float, hertz: float) -> None:
    """Only its length changes."""
    before = tone(hertz, 1.0)
    after = stretched(before, RATE, pace)
    assert len(after) == pytest.approx(len(before) / pace, rel=0.05)
    assert crossings(after) == pytest.approx(hertz, rel=0.03)
    step = RATE // 50
    peaks = [max(map(abs, after[at : at + step])) for at in range(0, len(after) - step, step)]
    assert min(peaks) > 0.9 * max(before)


def test_order_is_kept() -> None:
    """Two tones one after the other stay so, their border where it belongs."""
    after = stretched(tone(200, 0.5) + tone(600, 0.5), RATE, 0.7)
    middle = len(after) // 2
    assert crossings(after[: middle - 1000]) == pytest.approx(200, rel=0.03)
    assert crossings(after[middle + 1000 :]) == pytest.approx(600, rel=0.03)


@pytest.mark.parametrize("pace", [0.985, 1.0, 1.015])
def test_a_pace_near_the_recorded_one_is_left(pace: float) -> None:
    """Nobody hears two percent; the recording is better than anything made of it."""
    before = tone(300, 0.5)
    assert stretched(before, RATE, pace) == before


def test_paces_beyond_sense_are_held() -> None:
    """As slow and as fast as can be followed."""
    assert stretched(tone(300, 0.5), RATE, 0.1) == stretched(tone(300, 0.5), RATE, SLOWEST)
    assert stretched(tone(300, 0.5), RATE, 9.0) == stretched(tone(300, 0.5), RATE, FASTEST)


@pytest.mark.parametrize("frames", [0, 1, 500, 2399])
def test_shorter_than_two_blocks_is_left(frames: int) -> None:
    """There is nothing to overlap."""
    samples = array("h", [100] * frames)
    assert stretched(samples, RATE, 0.8) == samples


def test_quick_enough() -> None:
    """At most 12 ms a second of sound (best of three: the machine is shared)."""
    sound = tone(150, 3.0)
    spent = []
    for _ in range(3):
        begun = time.process_time()
        after = stretched(sound, RATE, 0.8)
        spent.append((time.process_time() - begun) / (len(after) / RATE))
    assert min(spent) < 0.012
