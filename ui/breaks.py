"""Where a page that is higher than the window may be turned: between lines and controls, never through them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from ui.blocks.view import Part
from ui.controls.piece import Piece
from ui.controls.pressable import Pressable
from ui.lines import Lines

LEAST = 4
"""A part of a page fills at least such a share of its height; else controls are cut through, but not their words,"""
LEAST_WORDS = 12
"""unless it would then fill less than such a share."""


def stops(canvas: QWidget, parts: Iterable[Part], top: int, bottom: int, height: int) -> list[tuple[int, int]]:
    """The pages between `top` and `bottom` of the canvas, each as (first pixel, one after the last).

    A page is at most `height` pixels high. A single line or control that is higher than that is turned through.
    """
    words = sorted(span for span in _words(canvas, parts) if span[1] - span[0] <= height)
    solid = sorted([*words, *(span for span in _controls(canvas, parts) if span[1] - span[0] <= height)])
    pages: list[tuple[int, int]] = []
    while top < bottom:
        end = min(top + height, bottom)
        if end < bottom:
            around, between = _cut(solid, top, end), _cut(words, top, end)
            if around - top > height // LEAST:
                end = around
            elif between - top > height // LEAST_WORDS:
                end = between
        pages.append((top, end))
        top = end
    return pages


def _cut(solid: list[tuple[int, int]], top: int, end: int) -> int:
    """The last place before `end` that goes through none of them."""
    cut = min((first for first, last in solid if top < first < end < last), default=end)
    while any(first < cut < last for first, last in solid):
        cut = min((first for first, last in solid if first < cut < last))
    return cut


def _controls(canvas: QWidget, parts: Iterable[Part]) -> Iterable[tuple[int, int]]:
    """From where to where, on the canvas, each control reaches."""
    return (span for piece, span in _pieces(canvas, parts) if isinstance(piece, Pressable))


def _words(canvas: QWidget, parts: Iterable[Part]) -> Iterable[tuple[int, int]]:
    """And each line of text."""
    for piece, (top, _) in _pieces(canvas, parts):
        if isinstance(piece, Piece | Pressable):
            yield from (_moved(line, top) for words in piece.texts() for line in _lines(words))


def _pieces(canvas: QWidget, parts: Iterable[Part]) -> Iterable[tuple[QWidget, tuple[int, int]]]:
    for part in parts:
        for piece in (part, *part.findChildren(QWidget)):
            if not piece.isVisibleTo(canvas):
                continue
            top = piece.mapTo(canvas, piece.rect().topLeft()).y()
            yield piece, (top, top + piece.height())


def _lines(words: Lines) -> list[tuple[int, int]]:
    first, pitch = words.rect.top(), words.pitch
    return [(first + at * pitch, first + (at + 1) * pitch) for at in range(words.line_count)]


def _moved(line: tuple[int, int], by: int) -> tuple[int, int]:
    return line[0] + by, line[1] + by
