"""Normalising: a text as the pack's keys are written, each sign of it knowing where in the text it stood.

Chinese: simplified characters, no gaps, figures in words, Latin letters one by one as capitals. English: words in
small letters with one space between; words all in capitals stay so. Of the marks only pauses stay: "，" "：" "。",
in English ", " ": " ". ".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from accessibility.spoken import en_numbers, zh_numbers

COMMA, COLON, STOP = "，", "：", "。"
PAUSES = (COMMA, COLON, STOP)
"""From the shortest to the longest."""
_MARKS = {
    **dict.fromkeys("，,、—–", COMMA),
    **dict.fromkeys("：:；;", COLON),
    **dict.fromkeys("。.！!？?…\n", STOP),
}
_IN_ENGLISH = {COMMA: ",", COLON: ":", STOP: "."}
_FIGURES = r"(?P<figures>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_MARK = r"(?P<mark>[，,、—–：:；;。.！!？?…\n])"
_UNSAID = r"(?P<unsaid>[%‰¥￥$€£&+=@#*/°℃×÷<>−]|(?<=\d)[-:：](?=\d)|-(?=\d))"
"""Signs with a meaning that no clip has: another engine should say them, better than leaving them out."""
_CHINESE = re.compile(rf"{_FIGURES}|{_UNSAID}|(?P<sign>[^\W\d_])|{_MARK}")
_GRADE = r"[A-Z](?=(?:zero|one|two|three|four|five|six|seven|eight|nine)\b)"
"""The letter of "Rthree", as a product's risk is put together."""
_ENGLISH = re.compile(rf"{_FIGURES}|{_UNSAID}|(?P<sign>{_GRADE}|[^\W\d_]+(?:['’][^\W\d_]+)*)|{_MARK}")
_FULL = {ord("０") + figure: ord("0") + figure for figure in range(10)}
_LONGEST_NUMBER = 4
"""Figures read as one number; a longer row without marks between, or one that begins with 0, is read one by one."""


class Sign(msgspec.Struct, frozen=True):
    """One character or word of the normalised text, or a pause."""

    text: str
    start: int
    """Where it begins in the text that was given …"""
    end: int
    """… and ends."""

    @property
    def pause(self) -> bool:
        """True for a pause, which no clip need say."""
        return self.text in PAUSES


def signs(text: str, voice: str, same: Mapping[str, str]) -> tuple[Sign, ...]:
    """The text as the signs of a voice ("zh" or "en"), pauses between them but none before or after."""
    found = _chinese(text, same) if voice == "zh" else _english(text)
    kept: list[Sign] = []
    for sign in found:
        if sign.pause and (not kept or kept[-1].pause):
            if kept:
                kept[-1] = _longer(kept[-1], sign)
        else:
            kept.append(sign)
    return tuple(kept[:-1] if kept and kept[-1].pause else kept)


def key(found: tuple[Sign, ...], voice: str) -> str:
    """Signs as the key of a clip."""
    if voice == "zh":
        return "".join(sign.text for sign in found)
    return "".join(_IN_ENGLISH.get(sign.text, f" {sign.text}") for sign in found).strip()


def normalised(text: str, voice: str, same: Mapping[str, str]) -> str:
    """The text as the key of a clip that says it."""
    return key(signs(text, voice, same), voice)


def _longer(before: Sign, mark: Sign) -> Sign:
    longer = max(before, mark, key=lambda sign: PAUSES.index(sign.text))
    return Sign(longer.text, before.start, mark.end)


def _chinese(text: str, same: Mapping[str, str]) -> Iterator[Sign]:
    for found in _CHINESE.finditer(text.translate(_FULL)):
        if found["figures"]:
            yield from _spread(_chinese_figures(found["figures"]), found)
        elif found["unsaid"]:
            yield Sign(found[0], found.start(), found.end())
        elif found["sign"]:
            yield Sign(same.get(found["sign"], found["sign"]).upper(), found.start(), found.end())
        else:
            yield Sign(_MARKS[found["mark"]], found.start(), found.end())


def _english(text: str) -> Iterator[Sign]:
    for found in _ENGLISH.finditer(text.translate(_FULL)):
        if found["figures"]:
            yield from _spread(_english_figures(found["figures"]), found)
        elif found["unsaid"]:
            yield Sign(found[0], found.start(), found.end())
        elif found["sign"]:
            yield Sign(_word(found["sign"], text[found.end() : found.end() + 2]), found.start(), found.end())
        elif found["mark"] != "." or not _inside(text, found.start()):
            yield Sign(_MARKS[found["mark"]], found.start(), found.end())


def _word(word: str, behind: str) -> str:
    """Small letters, but capitals where a word is spelled: "ATM", "K". The letter A has a pause after it."""
    if word.isupper() and not (word == "A" and behind[:1].isspace() and behind.strip()):
        return word
    return word.replace("’", "'").lower()


def _inside(text: str, at: int) -> bool:
    """True for the point of "e.g" or "1.5", which is no end of a sentence."""
    return at + 1 < len(text) and text[at + 1].isalnum()


def _spread(words: tuple[str, ...], found: re.Match[str]) -> Iterator[Sign]:
    for word in words:
        yield Sign(word, found.start(), found.end())


def _chinese_figures(figures: str) -> tuple[str, ...]:
    whole, _, fraction = figures.replace(",", "").partition(".")
    said = zh_numbers.cardinal(int(whole)) if _is_number(figures) else zh_numbers.figures(whole)
    return tuple(said + ("点" + zh_numbers.figures(fraction) if fraction else ""))


def _english_figures(figures: str) -> tuple[str, ...]:
    whole, _, fraction = figures.replace(",", "").partition(".")
    said = en_numbers.cardinal(int(whole)) if _is_number(figures) else _one_by_one(whole)
    return tuple(f"{said}{f' point {_one_by_one(fraction)}' if fraction else ''}".replace("-", " ").split())


def _is_number(figures: str) -> bool:
    whole = figures.partition(".")[0]
    return "," in whole or (len(whole) <= _LONGEST_NUMBER and (whole == "0" or not whole.startswith("0")))


def _one_by_one(figures: str) -> str:
    return " ".join(en_numbers.SMALL[int(figure)] for figure in figures)
