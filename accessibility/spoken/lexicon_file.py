"""A lexicon file: read and checked, and what is wrong with it told by its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

ALWAYS = "always"
"""In the place of a reading: the homophone stands for the character wherever it is."""
OPEN = "-"
"""In the place of a syllable: the engine knows it better, as the tones of 一 and 不."""
_SYLLABLE = re.compile(
    r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(a|ai|an|ang|ao|e|ei|en|eng|er|i|ia|ian|iang|iao|ie|in|ing|iong|iu|o|ong|ou|u|ua|uai|uan|uang|ue|ui|un|uo"
    r"|ü|üe)[1-5]"
)
_HAN = re.compile(r"[\u4e00-\u9fff]+")


class LexiconError(Exception):
    """A lexicon file cannot be used; the message names the file, the line and what is wrong."""


class Entries(msgspec.Struct, frozen=True):
    """What a lexicon file holds."""

    words: Mapping[str, str]
    """A word and its pinyin, one syllable a character."""
    surnames: Mapping[str, str]
    """Read so before one of the titles only."""
    titles: tuple[str, ...]
    homophones: Mapping[str, Mapping[str, str]]
    """A character, one of its readings, and a character that has no other."""
    traditional: Mapping[str, str]
    """A traditional character and the simplified one it stands for."""

    def under(self, over: Entries) -> Entries:
        """These entries with those of another file laid over them."""
        return Entries(
            words={**self.words, **over.words},
            surnames={**self.surnames, **over.surnames},
            titles=self.titles + over.titles,
            homophones={
                **self.homophones,
                **{c: {**self.homophones.get(c, {}), **o} for c, o in over.homophones.items()},
            },
            traditional={**self.traditional, **over.traditional},
        )


def entries(path: Path) -> Entries:
    """What the file holds. Raises LexiconError."""
    return _File(path).entries()


class _File:
    """One file on its way through the checks."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._text = path.read_text(encoding="utf-8")
            self._tables = tomllib.loads(self._text)
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
            raise LexiconError(f"{path}: {problem}") from problem

    def entries(self) -> Entries:
        """Everything in it, checked."""
        for name in self._tables:
            if name not in ("words", "surnames", "titles", "homophones", "traditional"):
                raise self._wrong(name, "no such table; there are words, surnames, titles, homophones and traditional")
        return Entries(
            words=self._table("words", self._pinyin),
            surnames=self._table("surnames", self._pinyin),
            titles=self._titles(),
            homophones=self._table("homophones", self._readings),
            traditional=self._pairs(),
        )

    def _table(self, name: str, check: Callable[[str, Any], Any]) -> dict[str, Any]:
        table = self._tables.get(name, {})
        if not isinstance(table, dict):
            raise self._wrong(name, "must be a table")
        return {word: check(word, value) for word, value in table.items()}

    def _pinyin(self, word: str, value: Any) -> str:
        if not _HAN.fullmatch(word):
            raise self._wrong(word, "is not written in Chinese characters")
        syllables = value.split() if isinstance(value, str) else []
        if len(syllables) != len(word):
            raise self._wrong(word, f"needs {len(word)} syllables in quotation marks, such as hang2 zhang3")
        for syllable in syllables:
            if syllable != OPEN and not _SYLLABLE.fullmatch(syllable):
                raise self._wrong(word, f"{syllable!r} is no pinyin syllable with its tone, 1 to 5")
        return " ".join(syllables)

    def _readings(self, character: str, value: Any) -> dict[str, str]:
        for syllable, homophone in value.items() if isinstance(value, dict) else [("", "")]:
            if (syllable != ALWAYS and not _SYLLABLE.fullmatch(syllable)) or not (
                isinstance(homophone, str) and len(homophone) == 1
            ):
                raise self._wrong(character, 'needs a reading and one character for it, such as { hang2 = "航" }')
        return dict(value)

    def _titles(self) -> tuple[str, ...]:
        after = self._tables.get("titles", {}).get("after", [])
        if not (isinstance(after, list) and all(isinstance(title, str) and title for title in after)):
            raise self._wrong("after", 'must be a list of titles, such as ["先生"]')
        return tuple(after)

    def _pairs(self) -> dict[str, str]:
        pairs = self._tables.get("traditional", {}).get("pairs", "").split()
        for pair in pairs:
            if len(pair) != 2:
                raise self._wrong(pair, "must be two characters, the traditional one first")
        return {pair[0]: pair[1] for pair in pairs}

    def _wrong(self, where: str, problem: str) -> LexiconError:
        lines = self._text.splitlines()
        line = next((number for number, text in enumerate(lines, 1) if _names(text, where)), 1)
        return LexiconError(f"{self._path}, line {line}: {where} {problem}")


def _names(line: str, where: str) -> bool:
    """Whether the line defines or opens what is called so."""
    text = line.strip()
    return text.startswith((f'"{where}"', f"'{where}'", f"[{where}]", where)) or where in re.split(r"[\s\"]+", text)
