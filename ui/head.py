"""The top of the window: heading and quiet lines at the left, the small buttons at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible

from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Keypad, Screen
from ui.controls.label import Label
from ui.frame import TOP, Frame, top_cell, top_rects
from ui.kit import Kit

SHAPES = ((False, 11), (True, 8))
"""Icons over their words or not, and the least width of the heading's place, in its own characters, for it."""
BETWEEN = 2
"""Gaps between two quiet lines that stand side by side."""


def heading_beside(kit: Kit, screen: Screen) -> bool:
    """Whether the heading has its place beside the small buttons; else, in a crowded window, it is on the page.

    A number pad must be seen whole: to that the height goes which a heading taller than the buttons would take.
    """
    theme = kit.theme
    if not theme.crowded:
        return True
    buttons = top_cell(kit, above=False)[1] * theme.head_rows + theme.gap * (theme.head_rows - 1)
    if theme.pitch(theme.body) > buttons and any(isinstance(block, Keypad) for block in screen.blocks):
        return False
    return kit.lines(screen.heading, theme.body, "", bold=True).natural <= theme.head_room


class Heading(Label):
    """The name of the page, as large as its place allows."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(
            kit, "heading", NOTHING, kit.theme.heading, bold=True, role=QAccessible.Role.Heading, focusable=True
        )
        self._phrase = NOTHING

    def say(self, phrase: Phrase) -> None:
        """Show other words."""
        self._phrase = phrase
        super().say(phrase)

    def fit(self, width: int, height: int) -> None:
        """Set it in letters with which it fits, never smaller than sentences."""
        size, least = self.kit.theme.heading, self.kit.theme.body
        while True:
            if size != self._size:
                self._size = size
                self._lines = self._made(self._phrase)
            if size <= least or self._lines.needed(width) <= height:
                return
            size = max(least, size * 15 // 16)


def set_head(
    kit: Kit, inner: QRect, buttons: Frame, words: list[Label], places: Sequence[str] = TOP, widest: int = 0
) -> int:
    """Place buttons and words (the heading first) in the upper part of `inner`; returns the bottom edge.

    On a window too narrow for both, the words stand under the buttons. Depends on nothing but theme, width and
    `places`, the ones that may ever be filled here, each at least `widest` pixels wide.
    """
    theme = kit.theme
    if theme.compact and places:
        return _set_compact(kit, inner, buttons, words, places, widest)
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


def _set_compact(kit: Kit, inner: QRect, buttons: Frame, words: list[Label], places: Sequence[str], widest: int) -> int:
    """The heading beside the buttons, in letters that fit there, the quiet lines under both or on the page."""
    theme = kit.theme
    width, height = top_cell(kit, above=False)
    rects = top_rects(kit, (max(width, widest), height), places, theme.head_rows)
    span = max(rect.right() + 1 for rect in rects.values())
    foot = max(rect.bottom() + 1 for rect in rects.values())
    buttons.setGeometry(inner.right() + 1 - span, inner.top(), span, foot)
    buttons.set_rects(rects, above=False)
    heading, *quiet = words
    if heading.isHidden():
        return inner.top() + foot
    room = inner.width() - span - 2 * theme.gap
    if isinstance(heading, Heading):
        heading.fit(room, foot)
    own = heading.needed(room)
    heading.setGeometry(
        inner.left(), inner.top() + max(0, (foot - own) // 2), min(room, heading.natural() + theme.gap), own
    )
    heading.set_out()
    return _set_quiet(kit, inner, inner.top() + max(foot, own), inner.width(), [] if theme.crowded else quiet)


def _set_words(kit: Kit, inner: QRect, top: int, room: int, foot: int, words: list[Label]) -> int:
    """The heading, and the quiet lines under it, as far as they go beside the buttons."""
    heading, *quiet = words
    top = _set_line(kit, inner.left(), top, room, [heading])
    if any(label.natural() > room for label in quiet) and room < inner.width():
        top, room = max(top, foot), inner.width()
    return _set_quiet(kit, inner, top, room, quiet)


def _set_quiet(kit: Kit, inner: QRect, top: int, room: int, quiet: list[Label]) -> int:
    """The quiet lines: side by side where one line has room for all, else one under the other."""
    shown = [label for label in quiet if label.needed(room)]
    for label in quiet:
        label.setVisible(label in shown)
    wide = sum(label.natural() + kit.theme.gap for label in shown) + BETWEEN * kit.theme.gap * (len(shown) - 1)
    if wide <= room:
        return _set_line(kit, inner.left(), top, room, shown)
    for label in shown:
        top = _set_line(kit, inner.left(), top, room, [label])
    return top


def _set_line(kit: Kit, left: int, top: int, room: int, words: list[Label]) -> int:
    """Labels side by side; returns the bottom edge."""
    bottom = top
    for label in words:
        wide = min(room, label.natural() + kit.theme.gap)
        label.setGeometry(left, top, wide, label.needed(room))
        label.set_out()
        left += wide + BETWEEN * kit.theme.gap
        bottom = max(bottom, top + label.height())
    return bottom
