"""Cutting: a sentence with brackets around what is wanted becomes items, each knowing what stands beside it.

"余额是[三千][四百]五十元。" is two clips: one sentence is rendered, both are cut from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from accessibility.speech.pack.normalising import normalised
from tools.voice_pack.item import Item, Place

MARKS = "，,、—–：:；;。.！!？?…"
_PART = re.compile(r"\[([^\]]*)\]|([^\[\]]+)")
_EDGE = re.compile(rf"^([\s{MARKS}“”‘’\"「」『』（）()]*)(.*?)([\s{MARKS}“”‘’\"「」『』（）()]*)$", re.DOTALL)
_PLACES: dict[tuple[bool, bool], Place] = {
    (True, True): "whole",
    (True, False): "first",
    (False, False): "middle",
    (False, True): "last",
}


def cut(
    voice: str, sentence: str, same: Mapping[str, str], readings: tuple[tuple[str, str], ...] = ()
) -> Iterator[Item]:
    """The bracketed parts of a sentence as items. A whole sentence in brackets is a clip of its own."""
    parts = [part for found in _PART.finditer(sentence) for part in _parts(found, voice, same)]
    for at, (text, wanted) in enumerate(parts):
        if wanted:
            before = _written(voice, [part for part, _ in parts[:at]])
            after = _written(voice, [part for part, _ in parts[at + 1 :]])
            place = _PLACES[_pauses(before[-2:]), _pauses(after[:1])]
            yield Item(voice, text, place, _spaced(voice, before, text), _spaced_after(voice, after), readings)


def _parts(found: re.Match[str], voice: str, same: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """Marks at the edges of a bracket belong outside of it."""
    edges = _EDGE.match(found[1] if found[1] is not None else found[2])
    if edges:
        for text, inner in ((edges[1], False), (edges[2], True), (edges[3], False)):
            if inner and normalised(text, voice, same):
                yield normalised(text, voice, same), found[1] is not None
            elif mark := "".join(sign for sign in text if sign in MARKS)[:1]:
                yield mark, False


def _written(voice: str, parts: list[str]) -> str:
    """The parts as one text; English words get a space before them."""
    if voice == "zh":
        return "".join(parts)
    return "".join(part if part in MARKS else f" {part}" for part in parts).strip()


def _pauses(beside: str) -> bool:
    return not beside or beside.strip()[-1:] in MARKS


def _spaced(voice: str, before: str, text: str) -> str:
    return f"{before} " if voice == "en" and before and text else before


def _spaced_after(voice: str, after: str) -> str:
    return f" {after}" if voice == "en" and after and after[0] not in MARKS else after
