"""Cutting, evening out and writing, on sounds made here. Needs the recorder's packages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

numpy = pytest.importorskip("numpy")
soundfile = pytest.importorskip("soundfile")

from accessibility.speech.neural.model import RATE  # noqa: E402 - only where numpy is
from accessibility.speech.neural.speakers import SPEAKERS  # noqa: E402
from accessibility.speech.neural.units import Unit  # noqa: E402
from tools.voice_pack import ogg  # noqa: E402
from tools.voice_pack.cutting import BEFORE, BEHIND, OVERLAP, cut  # noqa: E402
from tools.voice_pack.evening import evened, gain, voiced_level  # noqa: E402
from tools.voice_pack.hushing import hushed  # noqa: E402
from tools.voice_pack.rendering import Take  # noqa: E402
from tools.voice_pack.sentence import Sentence  # noqa: E402
from tools.voice_pack.sharing import Spot  # noqa: E402

QUARTER = RATE // 4


def tone(level: float, samples: int = QUARTER) -> Any:
    return (level * 2**0.5 * numpy.sin(numpy.arange(samples) * 0.1)).astype(numpy.float32)


def silence(samples: int = QUARTER) -> Any:
    return numpy.zeros(samples, dtype=numpy.float32)


def spoken() -> tuple[Sentence, Take]:
    """Silence, two syllables with a dip between them, a pause, a syllable, silence: a quarter of a second each."""
    dip = RATE // 50
    parts = [silence(), tone(0.2, QUARTER - dip), tone(0.01, dip), tone(0.2), silence(), tone(0.02), silence()]
    units = (Unit(0, 1, "a", ""), Unit(1, 2, "b", ", "), Unit(3, 4, "c", "."))
    borders = tuple(QUARTER * quarter for quarter in (1, 2, 3, 3, 4, 5, 6, 7))
    return Sentence("ab，c。", units, SPEAKERS["zh"], Path("x")), Take(numpy.concatenate(parts), borders)


def test_between_two_sounds_the_quietest_place_is_cut() -> None:
    sentence, made = spoken()
    left = cut(Spot(sentence, 0, 0), made)
    right = cut(Spot(sentence, 1, 1), made)
    dip = range(2 * QUARTER - RATE // 50, 2 * QUARTER)
    assert left.end - OVERLAP in dip
    assert right.start + OVERLAP == left.end - OVERLAP


def test_beside_a_pause_nothing_of_the_sound_is_lost() -> None:
    sentence, made = spoken()
    whole = cut(Spot(sentence, 0, 1), made)
    frame = RATE // 200
    assert QUARTER - BEFORE - frame <= whole.start <= QUARTER - BEFORE
    assert 3 * QUARTER + BEHIND - frame <= whole.end <= 3 * QUARTER + BEHIND + frame
    assert [character for character, _ in whole.ends] == [1, 2]


def test_what_ends_softly_is_brought_up() -> None:
    levels = [0.2 * 0.75**number for number in range(10)]
    even = evened(numpy.concatenate([tone(level) for level in levels]), [QUARTER * number for number in range(10)])
    made = [voiced_level(even[QUARTER * number :][:QUARTER]) for number in range(10)]
    assert levels[0] / levels[-1] > 13
    assert max(made) / min(made) < 3


def hiss(level: float, samples: int) -> Any:
    """A sound with nothing below 6 kHz."""
    return (level * 2**0.5 * numpy.sin(numpy.arange(samples) * 2.0)).astype(numpy.float32)


def test_a_mumble_before_a_hiss_is_taken_away() -> None:
    tenth = RATE // 10
    made = numpy.concatenate([silence(), tone(0.05, tenth), hiss(0.05, tenth // 2), tone(0.1)])
    border = QUARTER + tenth + tenth // 2
    clean = hushed(made, [Unit(0, 1, "san→", ". ")], [border])
    mumble, sounds = slice(0, QUARTER + tenth - RATE // 100), slice(QUARTER + tenth + RATE // 100, None)
    assert not clean[mumble].any()
    assert (clean[sounds] == made[sounds]).all()
    only_hiss = numpy.concatenate([silence(), hiss(0.05, tenth), tone(0.1)])
    kept = hushed(only_hiss, [Unit(0, 1, "san→", ". ")], [QUARTER + tenth])
    assert (kept[QUARTER + RATE // 100 :] == only_hiss[QUARTER + RATE // 100 :]).all()


def test_a_voice_that_grows_without_a_dip_is_left() -> None:
    growing = tone(0.1) * numpy.linspace(0.05, 1, QUARTER, dtype=numpy.float32)
    made = numpy.concatenate([silence(), growing])
    clean = hushed(made, [Unit(0, 1, "nin↗", ". ")], [QUARTER + RATE // 10])
    assert (clean[QUARTER + RATE // 100 :] == made[QUARTER + RATE // 100 :]).all()


def test_clips_come_to_one_level_without_clipping() -> None:
    assert tone(0.02).max() * gain(tone(0.02)) == pytest.approx(0.1 * 2**0.5, rel=0.01)
    sharp = tone(0.01)
    sharp[100] = 1.0
    assert gain(sharp) * sharp.max() <= 0.97


def test_the_same_clips_make_the_same_file(tmp_path: Path) -> None:
    parts = [tone(0.1), silence(), tone(0.2)]
    ogg.write(tmp_path / "one.ogg", parts)
    ogg.write(tmp_path / "two.ogg", parts)
    assert (tmp_path / "one.ogg").read_bytes() == (tmp_path / "two.ogg").read_bytes()
    back, rate = soundfile.read(tmp_path / "one.ogg", dtype="float32")
    assert rate == RATE
    assert len(back) == 3 * QUARTER
    assert voiced_level(back[:QUARTER]) == pytest.approx(0.1, rel=0.1)
