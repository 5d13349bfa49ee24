"""The shelf: which clips there are for a piece of text, and for a part of a longer clip that stands between pauses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

import msgspec

from accessibility.speech.pack.manifest import Clip, Manifest
from accessibility.speech.pack.normalising import key, signs

SYLLABLE = "syllable"


class Cut(msgspec.Struct, frozen=True):
    """Something that can be said: a clip, or the part of one between two of its pauses."""

    key: str
    place: str
    start: int
    """First frame in the recording."""
    frames: int
    ends: tuple[tuple[int, int], ...]
    """Character end in the key, frame from `start` at which it has been said; rising."""
    part: bool = False
    """True for a part of a longer clip."""

    def said_by(self, character: int) -> int:
        """The frame at which the key up to this character has been said."""
        at = bisect_right(self.ends, character, key=lambda end: end[0])
        return self.ends[at - 1][1] if at else 0


class Shelf:
    """The clips of one voice, found by their text."""

    def __init__(self, manifest: Manifest, readings: Mapping[str, str] | None = None) -> None:
        """`readings`: the pinyin of more words, over those of the manifest."""
        self.voice = manifest.voice
        self.same = manifest.same
        self.readings = {**manifest.readings, **(readings or {})} if manifest.readings else {}
        self._cuts: dict[str, list[Cut]] = {}
        self._syllables: dict[str, Cut] = {}
        for clip in manifest.clips:
            whole = Cut(clip.key, clip.place, clip.start, clip.frames, clip.ends)
            if clip.place == SYLLABLE:
                self._syllables[clip.key] = whole
            else:
                self._cuts.setdefault(clip.key, []).append(whole)
        for cut in [part for clip in manifest.clips for part in _parts(clip, self.voice)]:
            self._cuts.setdefault(cut.key, []).append(cut)
        self.longest = max((len(signs(known, self.voice, {})) for known in self._cuts), default=0)
        self.longest_word = max(map(len, self.readings), default=0)

    def cuts(self, text: str) -> tuple[Cut, ...]:
        """Everything that says this key."""
        return tuple(self._cuts.get(text, ()))

    def syllable(self, pinyin: str) -> Cut | None:
        """The syllable of the bank."""
        return self._syllables.get(pinyin)


def _parts(clip: Clip, voice: str) -> Iterator[Cut]:
    """What stands between the pauses of a clip. A pause is silence, so it cuts cleanly."""
    if clip.place == SYLLABLE:
        return
    found = signs(clip.key, voice, {})
    pauses = [at for at, sign in enumerate(found) if sign.pause]
    if not pauses:
        return
    whole = Cut(clip.key, clip.place, clip.start, clip.frames, clip.ends)
    for first, last in zip([0, *(at + 1 for at in pauses)], [*pauses, len(found)], strict=True):
        inner = found[first:last]
        begin, end = inner[0].start, inner[-1].end
        start, stop = whole.said_by(begin), whole.said_by(end)
        ends = tuple((at - begin, frame - start) for at, frame in clip.ends if begin < at <= end)
        if stop > start and ends:
            yield Cut(key(inner, voice), "whole", clip.start + start, stop - start, ends, part=True)
