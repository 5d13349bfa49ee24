"""The tones as samples: in the range every ear hears, soft at their edges, below speech."""

from __future__ import annotations

import math
from array import array
from typing import get_args

import pytest

from accessibility.earcons.kinds import HIGHEST_HZ, LASTING, LOWEST_HZ, NOTES, Earcon, Note
from accessibility.earcons.tone import BELOW_SPEECH_DB, RATE, tone
from accessibility.speech.loudness import LEVEL, VOLUME_STEP_DB, peak, root_mean_square
from accessibility.speech.sound import SAMPLE_BYTES, Sound

KINDS: tuple[Earcon, ...] = get_args(Earcon)


def test_every_kind_has_its_notes() -> None:
    assert set(NOTES) == set(KINDS)
    assert len({NOTES[kind] for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_strongest_frequency_of_every_note_is_heard_by_old_ears(kind: Earcon) -> None:
    for note, sound in heard_notes(kind):
        strongest = max(range(100, 5000, 10), key=lambda hertz: strength(sound, hertz))
        assert strongest == pytest.approx(note.hertz, abs=30)
        assert LOWEST_HZ <= note.hertz <= HIGHEST_HZ
        assert strength(sound, 4 * note.hertz) < strength(sound, note.hertz) / 100


@pytest.mark.parametrize("kind", KINDS)
def test_none_lasts_long(kind: Earcon) -> None:
    assert tone(kind, 3).sound.seconds <= (0.45 if kind == "help" else 0.12)


def test_accept_rises_and_error_falls() -> None:
    assert [note.hertz for note in NOTES["accept"]] == sorted(note.hertz for note in NOTES["accept"])
    assert [note.hertz for note in NOTES["error"]] == sorted((note.hertz for note in NOTES["error"]), reverse=True)
    assert len(NOTES["help"]) == 3


@pytest.mark.parametrize("kind", KINDS)
def test_no_edge_clicks(kind: Earcon) -> None:
    for _, sound in heard_notes(kind):
        samples = array("h", sound.pcm)
        assert samples[0] == samples[-1] == 0
        edge = RATE * 5 // 1000 // 5
        first, last = Sound(RATE, samples[:edge].tobytes()), Sound(RATE, samples[-edge:].tobytes())
        assert peak(first) < peak(sound) / 6
        assert peak(last) < peak(sound) / 6


@pytest.mark.parametrize("volume", [1, 2, 3, 4, 5])
def test_tones_are_some_way_below_speech_at_every_volume(volume: int) -> None:
    sound = tone("help", volume).sound
    speech_db = 20 * math.log10(LEVEL) - VOLUME_STEP_DB * (5 - volume)
    below_db = speech_db - 20 * math.log10(root_mean_square(sound))
    assert below_db == pytest.approx(BELOW_SPEECH_DB, abs=1)


def test_there_are_five_volumes() -> None:
    with pytest.raises(ValueError, match="volume 0"):
        tone("key", 0)


def test_only_what_matters_later_waits_for_its_turn() -> None:
    assert {kind for kind in KINDS if tone(kind, 3).lasting} == LASTING == {"error", "help"}


def heard_notes(kind: Earcon) -> list[tuple[Note, Sound]]:
    pcm, found = tone(kind, 5).sound.pcm, []
    for note in NOTES[kind]:
        size = RATE * note.ms // 1000 * SAMPLE_BYTES
        found.append((note, Sound(RATE, pcm[:size])))
        pcm = pcm[size:]
    assert not pcm
    return found


def strength(sound: Sound, hertz: float) -> float:
    """How much of this frequency is in it."""
    samples = array("h", sound.pcm)
    turns = [2 * math.pi * hertz * at / sound.rate for at in range(len(samples))]
    across = sum(sample * math.cos(turn) for sample, turn in zip(samples, turns, strict=True))
    up = sum(sample * math.sin(turn) for sample, turn in zip(samples, turns, strict=True))
    return across**2 + up**2
