"""Figures put in words before Chinese text is read, each sign still knowing where in the text it stood."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from accessibility.spoken import zh_numbers

_FIGURES = re.compile(r"(\d+)(?:\.(\d+))?")
LONGEST_NUMBER = 4
"""Figures read as one number; a longer row, or one that begins with 0, is read figure by figure."""


class InWords(msgspec.Struct, frozen=True):
    """A text without figures."""

    text: str
    spans: tuple[tuple[int, int], ...]
    """Of each character: the characters of the text before that it stands for."""


def in_words(text: str, same: Mapping[str, str]) -> InWords:
    """The text with its figures in words, and its characters as `same` (traditional to simplified) writes them."""
    signs: list[str] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for found in [*_FIGURES.finditer(text), None]:
        for place in range(at, found.start() if found else len(text)):
            signs.append(same.get(text[place], text[place]))
            spans.append((place, place + 1))
        if found:
            said = _said(found[1], found[2] or "")
            signs += said
            spans += [found.span()] * len(said)
            at = found.end()
    return InWords("".join(signs), tuple(spans))


def _said(whole: str, fraction: str) -> str:
    number = len(whole) <= LONGEST_NUMBER and (whole == "0" or not whole.startswith("0"))
    said = zh_numbers.cardinal(int(whole)) if number else zh_numbers.figures(whole)
    return said + ("点" + zh_numbers.figures(fraction) if fraction else "")
