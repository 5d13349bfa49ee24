"""Cutting: a clip out of a rendered sentence, at the quietest place between two sounds or in the silence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import numpy

from accessibility.speech.neural.model import RATE
from accessibility.speech.neural.syllables import TONES
from accessibility.speech.neural.units import Unit
from tools.voice_pack.rendering import Take
from tools.voice_pack.sharing import Spot, joined_left, joined_right

FRAME = RATE // 200
"""5 ms, the step in which loudness is looked at."""
SILENT = 0.002
"""Root mean square below which there is no voice; Kokoro's silence is cleaner than that."""
AHEAD = round(0.11 * RATE)
"""A sound is heard up to so long before the model's own border of it."""
SOFT = frozenset("aeiouyɑɐɒæɔəɚɛɜɤɪɨʊʌAIOQWYwjɥmnŋlɹɻ")
"""Vowels and what flows into them. They may be softest in their own middle, so these are looked at less widely."""
SOFT_AHEAD = round(0.075 * RATE)
SOFT_LEAST = round(0.015 * RATE)
BEFORE = round(0.012 * RATE)
"""Kept of the silence before a first sound, so that it is not clipped."""
BEHIND = round(0.03 * RATE)
"""Kept of the silence behind a last sound."""
TONE_AHEAD = round(0.025 * RATE)
"""A tone mark is no sound; what is heard of its syllable ends up to so long before it."""
QUIET_TOO = 1.5
"""So many times the level of the quietest frame counts as quiet, too."""
OVERLAP = round(0.005 * RATE)
"""Kept of the neighbouring sound where a clip will be joined: half of what two clips are faded over."""


class Cut(msgspec.Struct, frozen=True):
    """Where a clip is in its sentence, in samples."""

    start: int
    end: int
    ends: tuple[tuple[int, int], ...]
    """Character end in the key, sample from the clip's start."""


def cut(spot: Spot, made: Take) -> Cut:
    """Where the units of a spot are in their sentence's sound."""
    units, first, last = spot.sentence.units, spot.first, spot.last
    starts = _starts(units)
    loudness = _loudness(made.samples)
    if joined_left(units, first):
        start = _joint(first, units, starts, made, loudness) - OVERLAP
    else:
        start = _onset(first, units, starts, made, loudness)
    if joined_right(units, last):
        end = _joint(last + 1, units, starts, made, loudness) + OVERLAP
    else:
        end = _decay(last, units, starts, made, loudness)
    start, end = max(0, start), min(len(made.samples), end)
    ends = [_joint(number + 1, units, starts, made, loudness) - start for number in range(first, last)]
    offsets = [units[number].end - units[first].start for number in range(first, last + 1)]
    return Cut(start, end, tuple(zip(offsets, [*ends, end - start], strict=True)))


def _starts(units: Sequence[Unit]) -> list[int]:
    """Number of each unit's first phoneme."""
    starts, at = [], 0
    for unit in units:
        starts.append(at)
        at += len(unit.phonemes) + len(unit.after)
    return starts


def _loudness(samples: Any) -> Any:
    """Root mean square of each frame."""
    whole = samples[: len(samples) // FRAME * FRAME].reshape(-1, FRAME)
    return numpy.sqrt((whole.astype(numpy.float64) ** 2).mean(axis=1))


def _joint(number: int, units: Sequence[Unit], starts: Sequence[int], made: Take, loudness: Any) -> int:
    """The quietest place between a unit and the one before it."""
    begins = made.borders[starts[number]]
    before = units[number - 1]
    last_sound = made.borders[starts[number - 1] + max(0, len(before.phonemes) - 1)]
    if before.phonemes[-1] in TONES.values():
        last_sound -= TONE_AHEAD
    first_sound = units[number].phonemes.lstrip("ˈˌ")[:1]
    early, late = (SOFT_AHEAD, SOFT_LEAST) if first_sound in SOFT else (AHEAD, 0)
    return _quietest(max(last_sound, begins - early), begins - late, loudness)


def _quietest(start: int, end: int, loudness: Any) -> int:
    low, high = start // FRAME, max(start // FRAME + 1, end // FRAME)
    smooth = numpy.convolve(loudness[max(0, low - 1) : high + 1], (0.25, 0.5, 0.25), "same")
    inner = smooth[low - max(0, low - 1) :][: high - low]
    return int((low + _middle(inner)) * FRAME + FRAME // 2)


def _middle(levels: Any) -> int:
    """The middle of the quietest stretch: at its end the burst of a stop begins, and 八 would be heard as 发."""
    first = last = int(numpy.argmin(levels))
    most = levels[first] * QUIET_TOO
    while first > 0 and levels[first - 1] <= most:
        first -= 1
    while last + 1 < len(levels) and levels[last + 1] <= most:
        last += 1
    return (first + last) // 2


def _onset(number: int, units: Sequence[Unit], starts: Sequence[int], made: Take, loudness: Any) -> int:
    """Where a clip begins after a pause: back from the model's border to the silence, if there is one."""
    if number == 0:
        return int(_voiced(loudness)[0] * FRAME) - BEFORE
    border = made.borders[starts[number]]
    floor = _joint(number, units, starts, made, loudness)
    at = min(len(loudness) - 1, border // FRAME)
    if loudness[at] < SILENT:
        limit = made.borders[starts[number] + len(units[number].phonemes)] // FRAME
        while at < limit and loudness[at] < SILENT:
            at += 1
        return int(at * FRAME) - BEFORE
    while at * FRAME > floor - AHEAD and at > 0 and loudness[at - 1 : at + 1].max() >= SILENT:
        at -= 1
    quiet = loudness[at] < SILENT or at == 0
    return int((at + 1) * FRAME) - BEFORE if quiet else floor - OVERLAP


def _decay(number: int, units: Sequence[Unit], starts: Sequence[int], made: Take, loudness: Any) -> int:
    """Where a clip ends before a pause: ahead from the unit's own beginning to a silence, if there is one."""
    if number + 1 == len(units):
        return int((_voiced(loudness)[-1] + 1) * FRAME) + BEHIND
    at = made.borders[starts[number]] // FRAME
    limit = min(len(loudness), made.borders[starts[number + 1]] // FRAME)
    voiced = [frame for frame in range(at, limit) if loudness[frame] >= SILENT]
    if not voiced:
        return int((_voiced(loudness[: at + 1])[-1] + 1) * FRAME) + BEHIND
    last = _run_end(voiced, at)
    if last + 1 >= limit:
        return _joint(number + 1, units, starts, made, loudness) + OVERLAP
    return int((last + 1) * FRAME) + BEHIND


def _voiced(loudness: Any) -> Any:
    """Numbers of the frames with voice in them; there is some in every sentence."""
    return numpy.nonzero(loudness >= SILENT)[0]


def _run_end(voiced: Sequence[int], at: int) -> int:
    """The last voiced frame before a silence of 120 ms: what comes after belongs to the next sound."""
    last = at
    for frame in voiced:
        if frame - last > 24:
            break
        last = frame
    return last
