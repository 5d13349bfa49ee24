"""Narration: what is said of a screen, in order, as plain data. A pure function of the screen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

import msgspec

from accessibility.phrase import NOTHING, Phrase
from accessibility.role_words import RoleWords
from accessibility.screen import (
    Block,
    Chart,
    Choices,
    Fact,
    Field,
    Finding,
    Keypad,
    Notice,
    Options,
    Paragraph,
    Progress,
    Row,
    Rows,
    Screen,
)

LONGEST_MENU = 6
"""More tiles than these are not all read out; each is still said when the focus reaches it."""
COMMAS = {"zh_CN": "，", "zh_TW": "，", "en": ", "}
TRAILING = "，。、：；,.:; "
ASKING = "？！?!"
AFTER_QUESTION = {"zh_CN": "", "zh_TW": "", "en": " "}
GAP = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef]) +(?=[\u3000-\u9fff\uff00-\uffef])")
"""Spaces between two Chinese characters or marks."""


class Line(msgspec.Struct, frozen=True):
    """One thing to say, in one language, in its full and its discreet form."""

    said: str
    aloud: str
    """For a loudspeaker that others can hear (STANDARDS.md EN-07); the same as `said` unless private."""
    lang: str
    private: bool = False
    pressing: bool = False
    """An error or a warning: said again even when it has not changed."""
    essential: bool = False
    """A short warning that a touch does not cut off."""
    left: bool = False
    """A choice that is not in force: it was there before, and is no news when another was taken."""

    def words(self, *, consent: bool) -> str:
        """The words for the ear: the discreet ones unless there is consent or a headset."""
        return self.said if consent else self.aloud

    def __repr__(self) -> str:
        return f"Line({'private' if self.private else self.said!r}, {self.lang})"


def narration(screen: Screen, roles: RoleWords, *, hints: bool = True, guide: bool = True) -> tuple[Line, ...]:
    """Everything said when a screen opens: what happened, heading, place in the flow, blocks, what can be done.

    What was said first as news is not said again where it stands on the page.
    """
    news = together(screen.lang, screen.lead_in)
    lines = [*opening(screen)]
    for block in screen.blocks:
        lines += [line for line in block_lines(block, screen.lang, roles, hints=hints) if not _said_in(line, news)]
    if guide:
        lines += together(screen.lang, screen.guide)
    return tuple(lines)


def _said_in(line: Line, news: tuple[Line, ...]) -> bool:
    return any((line.said, line.lang) == (said.said, said.lang) for said in news)


def opening(screen: Screen) -> tuple[Line, ...]:
    """What comes before the blocks."""
    return (
        *together(screen.lang, screen.lead_in),
        *together(screen.lang, screen.heading, screen.step),
        *together(screen.lang, screen.quiet),
    )


def block_lines(block: Block, lang: str, roles: RoleWords, *, hints: bool = True) -> tuple[Line, ...]:
    """What is said of one block."""
    if isinstance(block, Choices):
        return _choices(block, lang, roles, hints=hints)
    if isinstance(block, Options):
        return _options(block, lang, roles)
    return _SIMPLE[type(block)](block, lang)


def together(lang: str, *phrases: Phrase, pressing: bool = False) -> tuple[Line, ...]:
    """Phrases said in one breath; those in another language, such as a language's own name, get their own line."""
    present = [phrase for phrase in phrases if phrase.said]
    groups = groupby(present, key=lambda phrase: phrase.lang or lang)
    lines = (_line(own, tuple(group), pressing=pressing) for own, group in groups)
    return tuple(line for line in lines if line.said)


def row_phrases(row: Row) -> tuple[Phrase, ...]:
    """What is said of a row."""
    return row.title, row.detail, row.value


def _line(lang: str, phrases: Iterable[Phrase], *, pressing: bool) -> Line:
    phrases = tuple(phrases)
    return Line(
        said=_joined(lang, (phrase.said for phrase in phrases)),
        aloud=_joined(lang, (phrase.said_aloud for phrase in phrases)),
        lang=lang,
        private=any(phrase.private for phrase in phrases),
        pressing=pressing,
        essential=any(phrase.essential for phrase in phrases),
    )


def _joined(lang: str, texts: Iterable[str]) -> str:
    """The texts with commas between; what stands twice is said once, and a question needs no comma after it."""
    parts = list(dict.fromkeys(text.strip() for text in texts if text.strip()))
    pauses = ((part, AFTER_QUESTION) if part[-1] in ASKING else (part.rstrip(TRAILING), COMMAS) for part in parts[:-1])
    return _close_up("".join([*(part + pause[lang] for part, pause in pauses), *parts[-1:]]))


def _close_up(text: str) -> str:
    """Without the spaces that set figures apart on the page: in words they would be gaps ("第 一 步")."""
    return GAP.sub("", text)


def _paragraph(block: Paragraph, lang: str) -> tuple[Line, ...]:
    return together(lang, block.text)


def _fact(block: Fact, lang: str) -> tuple[Line, ...]:
    """The words of an amount rather than its digits, where the fact has them."""
    return *together(lang, block.label, block.words if block.words.said else block.value), *together(lang, block.note)


def _rows(block: Rows, lang: str) -> tuple[Line, ...]:
    lines = [*together(lang, block.heading, block.position)]
    for row in block.rows:
        lines += together(lang, *row_phrases(row))
    return (*lines, *(() if block.rows else together(lang, block.empty)))


def _choices(block: Choices, lang: str, roles: RoleWords, *, hints: bool) -> tuple[Line, ...]:
    lines = [*together(lang, block.heading)]
    for tile in block.tiles[:LONGEST_MENU]:
        state = Phrase(roles.chosen) if tile.selected else NOTHING
        told = together(lang, tile.title, state, tile.hint if hints else NOTHING)
        lines += [msgspec.structs.replace(line, left=tile.selected is False) for line in told]
    return tuple(lines)


def _finding(block: Finding, lang: str) -> tuple[Line, ...]:
    return (
        *together(lang, block.title, block.word),
        *together(lang, block.sentence),
        *together(lang, block.next_step),
    )


def _keypad(block: Keypad, lang: str) -> tuple[Line, ...]:
    """The error names its field and says what is wrong (STANDARDS.md EN-13)."""
    if block.error.said:
        return together(lang, block.label, block.error, pressing=True)
    return *together(lang, block.label), *together(lang, block.lesson)


def _field(block: Field, lang: str) -> tuple[Line, ...]:
    if block.error.said:
        return *together(lang, block.label, block.error, pressing=True), *together(lang, block.hint)
    return together(lang, block.label, block.hint)


def _progress(block: Progress, lang: str) -> tuple[Line, ...]:
    return together(lang, block.text)


def _notice(block: Notice, lang: str) -> tuple[Line, ...]:
    pressing = block.kind in {"warning", "error"}
    return *together(lang, block.text, pressing=pressing), *together(lang, block.next_step, pressing=pressing)


def _chart(block: Chart, lang: str) -> tuple[Line, ...]:
    """Its name and sentence, the names of its bars, its table row by row; aloud without the rows of private values."""
    lines = [*together(lang, block.title), *together(lang, block.sentence), *together(lang, *block.series)]
    for label, value in block.table:
        told = together(lang, label, value)
        lines += [msgspec.structs.replace(line, aloud="") if line.private else line for line in told]
    return tuple(lines)


def _options(block: Options, lang: str, roles: RoleWords) -> tuple[Line, ...]:
    """A setting and the value in force; the other values are said when the focus reaches them."""
    chosen = next((option.label for option in block.options if option.selected), NOTHING)
    return together(lang, block.label, chosen, Phrase(roles.chosen) if chosen.said else NOTHING)


_SIMPLE: dict[type, Callable[[Any, str], tuple[Line, ...]]] = {
    Paragraph: _paragraph,
    Fact: _fact,
    Rows: _rows,
    Finding: _finding,
    Keypad: _keypad,
    Field: _field,
    Progress: _progress,
    Notice: _notice,
    Chart: _chart,
}
