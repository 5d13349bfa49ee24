"""The large-print sheet to take home: the words of screens in reading order, as plain lines. Pure, without Qt.

It says what the voice says: each line is a phrase that is also narrated, in the form for the eye. What cannot be
pressed on paper (tiles, pads, fields) is not on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal

import msgspec

from accessibility.phrase import Phrase
from accessibility.screen import Chart, Fact, Finding, Notice, Paragraph, Rows, Screen

Kind = Literal["title", "heading", "text", "amount", "note"]
"""The sheet's name · a part's name · a sentence · a value beside its label · what is less important."""
MARKS = {"good": "✓", "watch": "!", "act": "▶", "unknown": "?", "info": "i"}
"""The shape that stands beside a light's word, also where there is no colour."""


class SheetLine(msgspec.Struct, frozen=True):
    """One line, which may break."""

    kind: Kind
    text: str
    value: str = ""
    """For an amount: what stands beside its label."""


class Sheet(msgspec.Struct, frozen=True):
    """What is printed."""

    lang: str
    title: str
    lines: tuple[SheetLine, ...]
    foot: str = ""
    """At the foot of every page."""


def sheet(screen: Screen, *, foot: Phrase) -> Sheet:
    """The sheet of one screen. For a copy without amounts hand in the masked screen."""
    return Sheet(screen.lang, screen.heading.shown, tuple(_lines(screen)), foot.shown)


def _lines(screen: Screen) -> Iterator[SheetLine]:
    yield SheetLine("title", screen.heading.shown)
    if screen.quiet.shown:
        yield SheetLine("note", screen.quiet.shown)
    for block in screen.blocks:
        write = _WRITERS.get(type(block))
        if write:
            yield from write(block)


def _paragraph(block: Paragraph) -> Iterator[SheetLine]:
    yield SheetLine("note" if block.size == "quiet" else "text", block.text.shown)


def _fact(block: Fact) -> Iterator[SheetLine]:
    yield SheetLine("amount", block.label.shown, block.value.shown)
    yield from _present("text", block.words)
    yield from _present("note", block.note)


def _rows(block: Rows) -> Iterator[SheetLine]:
    yield from _present("heading", block.heading)
    for row in block.rows:
        yield SheetLine("amount", row.title.shown, row.value.shown)
        yield from _present("note", row.detail)
    if not block.rows:
        yield from _present("text", block.empty)


def _finding(block: Finding) -> Iterator[SheetLine]:
    yield SheetLine("heading", f"{MARKS[block.status]} {block.title.shown}", block.word.shown)
    yield from _present("text", block.sentence)
    for reason in block.reasons:
        yield from _present("note", reason)
    yield from _present("text", block.next_step)


def _notice(block: Notice) -> Iterator[SheetLine]:
    yield from _present("text", block.text)
    yield from _present("text", block.next_step)


def _chart(block: Chart) -> Iterator[SheetLine]:
    """Its sentence and its table: the picture itself says nothing more."""
    yield from _present("heading", block.title)
    yield from _present("text", block.sentence)
    for label, value in block.table:
        yield SheetLine("amount", label.shown, value.shown)


def _present(kind: Kind, phrase: Phrase) -> Iterator[SheetLine]:
    if phrase.shown:
        yield SheetLine(kind, phrase.shown)


_WRITERS: dict[type, Callable[[Any], Iterator[SheetLine]]] = {
    Paragraph: _paragraph,
    Fact: _fact,
    Rows: _rows,
    Finding: _finding,
    Notice: _notice,
    Chart: _chart,
}
