"""The top of the window: heading and quiet lines at the left, the small buttons at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect

from ui.controls.label import Label
from ui.frame import TOP, Frame, top_cell, top_rects
from ui.kit import Kit

SHAPES = ((False, 11), (True, 8))
"""Icons over their words or not, and the least width of the heading's place, in its own characters, for it."""


def set_head(
    kit: Kit, inner: QRect, buttons: Frame, words: list[Label], places: Sequence[str] = TOP, widest: int = 0
) -> int:
    """Place buttons and words (the heading first) in the upper part of `inner`; returns the bottom edge.

    On a window too narrow for both, the words stand under the buttons. Depends on nothing but theme, width and
    `places`, the ones that may ever be filled here, each at least `widest` pixels wide.
    """
    theme = kit.theme
    for above, least in SHAPES:
        width, height = top_cell(kit, above=above)
        cell = max(width, widest), height
        rects = top_rects(kit, cell, places)
        span = max((rect.right() + 1 for rect in rects.values()), default=0)
        room = inner.width() - span - theme.gap * 2
        if room >= theme.heading * least:
            break
    else:
        room = inner.width()
    buttons.setGeometry(inner.right() + 1 - span, inner.top(), span, cell[1])
    buttons.set_rects(rects, above=above)
    foot = buttons.geometry().bottom() + 1
    top = foot + theme.gap if room == inner.width() else inner.top()
    return max(_set_words(kit, inner, top, room, foot, words), foot)


def _set_words(kit: Kit, inner: QRect, top: int, room: int, foot: int, words: list[Label]) -> int:
    for label in words:
        if label is not words[0] and label.natural() > room < inner.width():
            top, room = max(top, foot), inner.width()
        own = label.needed(room)
        label.setVisible(own > 0)
        label.setGeometry(inner.left(), top, min(room, label.natural() + kit.theme.gap), own)
        label.set_out()
        top += own
    return top
