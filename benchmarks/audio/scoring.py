"""Compares what was said with what was heard: syllables of Mandarin, words of English.

The recogniser writes numbers its own way ("12,345.6元" for 一万二千三百四十五元六角). That is not our mistake, so its
figures are read back into words, in each way they may be read, and the best way counts.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from accessibility.spoken.forms import LARGEST
from accessibility.spoken.languages import spoken

ZH_FIGURES = re.compile(r"(?P<figures>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>元|圆|圓)?")
EN_FIGURES = re.compile(r"[¥￥]?(?P<figures>\d[\d,]*(?:\.\d+)?)(?P<unit>st|nd|rd|th| ?yuan)?", re.IGNORECASE)
MOST_WAYS = 200
SAME_ZH = str.maketrans({"两": "二", "兩": "二", "〇": "零", "幺": "一"})
"""Said otherwise where a person chooses; the recogniser, which writes "2", cannot tell."""
SAME_EN = {"per cent": "percent", "o'clock": "oclock", "ok": "okay"}


@dataclass(frozen=True)
class Score:
    """How far apart two texts are."""

    errors: int
    length: int
    """Syllables or words that were said."""
    heard: str
    """The reading of what was heard that came closest."""


def errors(said: Sequence[str], heard: Sequence[str]) -> int:
    """The least number of parts put in, left out or exchanged (Levenshtein)."""
    row = list(range(len(heard) + 1))
    for number, own in enumerate(said, 1):
        before, row[0] = row[0], number
        for at, other in enumerate(heard, 1):
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, before + (own != other))
    return row[-1]


def best(said: Sequence[str], readings: Sequence[str], parts: Callable[[str], Sequence[str]]) -> Score:
    """The reading that comes closest."""
    scored = [(errors(said, parts(reading)), reading) for reading in dict.fromkeys(readings)]
    least, reading = min(scored, key=lambda pair: pair[0])
    return Score(least, len(said), reading)


def zh_readings(heard: str) -> list[str]:
    """The ways a Chinese line with figures may be read."""
    text = re.sub(r"(\d[\d,.]*)\s*%", r"百分之\1", unicodedata.normalize("NFKC", heard))
    return list(_read(text, ZH_FIGURES, _zh_ways))


def en_readings(heard: str) -> list[str]:
    """The ways an English line with figures may be read."""
    return list(_read(unicodedata.normalize("NFKC", heard), EN_FIGURES, _en_ways))


def en_words(text: str) -> list[str]:
    """The words of an English line, without marks, capitals and the "and" of numbers."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("%", " percent")
    for own, usual in SAME_EN.items():
        plain = plain.replace(own, usual)
    return [word.strip("'") for word in re.findall(r"[a-z0-9']+", plain) if word != "and"]


def zh_plain(text: str) -> str:
    """A Chinese line without marks, what may be said either way said one way."""
    kept = (character for character in text.translate(SAME_ZH) if unicodedata.category(character)[0] in "LN")
    return "".join(kept)


def _read(text: str, pattern: re.Pattern[str], ways: Callable[[str, str], Sequence[str]]) -> Iterator[str]:
    """The text with every figure read in every way."""
    pieces: list[Sequence[str]] = []
    at = 0
    for found in pattern.finditer(text):
        pieces += [(text[at : found.start()],), ways(found["figures"].replace(",", ""), found["unit"] or "")]
        at = found.end()
    pieces.append((text[at:],))
    different = [tuple(dict.fromkeys(piece)) for piece in pieces]
    yield from map("".join, itertools.islice(itertools.product(*different), MOST_WAYS))


def _zh_ways(figures: str, unit: str) -> list[str]:
    forms, unit = spoken("zh_CN"), "元" if unit else ""
    if Decimal(figures) >= LARGEST:
        return [forms.digits(figures.replace(".", "")) + unit]
    ways = [forms.number(Decimal(figures)) + unit, forms.digits(figures.replace(".", "")) + unit]
    if unit:
        ways.insert(0, forms.money(Decimal(figures), "CNY"))
    if figures.startswith("0") and len(figures) > 1 and "." not in figures:
        ways.append("零" + forms.number(Decimal(figures)) + unit)
    return ways


def _en_ways(figures: str, unit: str) -> list[str]:
    forms, unit = spoken("en"), unit.strip().lower()
    if Decimal(figures) >= LARGEST:
        return [f" {forms.digits(figures.replace('.', ''))} "]
    whole, _, cents = figures.partition(".")
    ways = [forms.number(Decimal(figures)), forms.digits(figures.replace(".", ""))]
    if cents:
        ways += [forms.money(Decimal(figures), "CNY"), f"{forms.number(Decimal(whole))} {forms.number(Decimal(cents))}"]
    if unit in ("st", "nd", "rd", "th") and not cents:
        ways = [forms.ordinal(int(whole))]
    elif unit:
        ways = [forms.money(Decimal(figures), "CNY"), *(f"{way} yuan" for way in ways)]
    return [f" {way} " for way in ways]
