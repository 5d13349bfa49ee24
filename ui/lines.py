"""Words laid out in lines: wrapped by the language's rules, at the theme's line pitch, never cut off."""

from __future__ import annotations

import re
from typing import Literal

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from ui.ink import brush

SHORT = 60
"""Texts up to so many characters have their lines balanced, so that no single character is left over."""

Align = Literal["left", "centre", "right"]
WORD = re.compile(r"[!-~\u00a1-\u024f]+")
"""What is not torn: Latin words and figures."""
STOPS = "，。、；：！？"


def _coloured(start: int, length: int, colour: str) -> QTextLayout.FormatRange:
    """A stretch of text in a colour."""
    look = QTextCharFormat()
    look.setForeground(brush(colour))
    stretch = QTextLayout.FormatRange()
    stretch.start, stretch.length = start, length
    stretch.format = look
    return stretch


class Lines:
    """One run of text in one font and colour. The owner says where it stands; it says how high it is."""

    def __init__(
        self,
        text: str,
        font: QFont,
        colour: str,
        pitch: int,
        *,
        align: Align = "left",
        ground: str = "",
    ) -> None:
        self.text = text
        self.font = font
        self.colour = colour
        self.ground = ground
        """The colour it stands on: told to the survey."""
        self.pitch = pitch
        """Pixels from line to line."""
        self.rect = QRect()
        """Where it stands in its widget."""
        self.align = align
        self.kind = True
        """Lines are balanced; not so where the place of each character counts."""
        self._layout: QTextLayout | None = None
        self._width = -1
        self._count = 0
        self._widest = 0
        self._natural = -1

    @property
    def natural(self) -> int:
        """Width in pixels when set on one line."""
        if self._natural < 0:
            longest = max(self.text.split("\n"), key=len)
            self._natural = int(QFontMetricsF(self.font).horizontalAdvance(longest)) + 2
        return self._natural

    @property
    def widest(self) -> int:
        """Width in pixels of the longest line, as it was last laid out."""
        return self._widest

    @property
    def inked(self) -> QRect:
        """Where it stands, no wider than its longest line reaches."""
        if self.align != "left" or not self._count:
            return self.rect
        return QRect(self.rect.left(), self.rect.top(), min(self.rect.width(), self._widest), self.rect.height())

    @property
    def cap_height(self) -> float:
        """Height of a capital H in pixels."""
        return QFontMetricsF(self.font).capHeight()

    @property
    def line_count(self) -> int:
        """How many lines it has at the width it was last laid out for."""
        return self._count

    def needed(self, width: int) -> int:
        """Height in pixels at `width`; 0 for no text."""
        if not self.text:
            return 0
        self._lay_out(max(1, width))
        return self._count * self.pitch

    def place(self, left: int, top: int, width: int) -> int:
        """Stand at `left`, `top`, `width` pixels wide; returns the bottom edge."""
        height = self.needed(width)
        self.rect = QRect(left, top, width, height)
        return top + height

    def draw(self, painter: QPainter, colour: str = "", marked: tuple[int, int, str] = (0, 0, "")) -> None:
        """Draw where it was placed; `marked` are the characters from, to, and their colour."""
        if not self.text or self._layout is None:
            return
        if not self.rect.isEmpty():
            self._lay_out(self.rect.width())  # they may have been measured for another width meanwhile
        ink, start = colour or self.colour, QPointF(self.rect.topLeft())
        first, last, other = marked
        if first < last:
            # Two stretches that touch spoil each other's colour in Qt 6.11, so here the pen gives the first one.
            painter.setPen(QPen(QColor(ink)))
            self._layout.draw(painter, start, [_coloured(first, last - first, other)])
        else:
            # The layout's own text: broken kindly, it is longer by the breaks.
            self._layout.draw(painter, start, [_coloured(0, len(self._layout.text()), ink)])

    def line_of(self, position: int) -> int:
        """The line that the character at `position` is in, counted from 0."""
        if self._layout is None or not self._count:
            return 0
        line = self._layout.lineForTextPosition(min(position, len(self.text)))
        return line.lineNumber() if line.isValid() else 0

    def span_of(self, line: int) -> tuple[int, int]:
        """First character of a line and the one after its last."""
        if self._layout is None or line >= self._count:
            return 0, 0
        part = self._layout.lineAt(line)
        return part.textStart(), part.textStart() + part.textLength()

    def _lay_out(self, width: int) -> None:
        if width == self._width:
            return
        self._width = width
        self._count = self._broken(width, width)
        balanced = self.kind and len(self.text) <= SHORT and "\n" not in self.text
        if balanced and self._count > 1 and not self._break_kindly(width):
            self._balance(width)

    def _break_kindly(self, width: int) -> bool:
        """Chinese: break after a comma or a full stop, where that takes no more lines. False where it does."""
        metrics = QFontMetricsF(self.font)
        lines, start = [""], 0
        for end in range(1, len(self.text) + 1):
            if end < len(self.text) and self.text[end - 1] not in STOPS:
                continue
            part, start = self.text[start:end], end
            if lines[-1] and metrics.horizontalAdvance(lines[-1] + part) > width:
                lines.append(part)
            else:
                lines[-1] += part
        if len(lines) != self._count or any(metrics.horizontalAdvance(line) > width for line in lines):
            return False
        return self._broken(width, width, "\u2028".join(lines)) == self._count

    def _balance(self, width: int) -> None:
        least, most, count = max(width // 2, min(width, self._longest_word())), width, self._count
        while most - least > self.pitch // 3:
            middle = (least + most) // 2
            if self._broken(middle, width) > count:
                least = middle
            else:
                most = middle
        self._count = self._broken(most, width)

    def _longest_word(self) -> int:
        """Width in pixels of the longest word or number: a narrower line would tear it."""
        metrics = QFontMetricsF(self.font)
        return int(max((metrics.horizontalAdvance(word) for word in WORD.findall(self.text)), default=0)) + 2

    def _broken(self, width: int, full: int, text: str = "") -> int:
        """Break into lines of `width`, aligned within `full`; returns how many."""
        layout = QTextLayout((text or self.text).replace("\n", "\u2028"), self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        count, widest = 0, 0.0
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            left = self._indent(full - line.naturalTextWidth())
            line.setPosition(QPointF(left, count * self.pitch + (self.pitch - line.height()) / 2))
            count, widest = count + 1, max(widest, line.naturalTextWidth())
            line = layout.createLine()
        layout.endLayout()
        self._layout, self._widest = layout, min(int(widest) + 2, max(width, int(widest)))
        return count

    def _indent(self, spare: float) -> float:
        if self.align == "centre":
            return max(0.0, spare / 2)
        return max(0.0, spare) if self.align == "right" else 0.0


class Column:
    """Runs of text one under the other, with the space before each."""

    def __init__(self, *parts: tuple[Lines, int]) -> None:
        self.parts = [(lines, space) for lines, space in parts if lines.text]

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        total = 0
        for number, (lines, space) in enumerate(self.parts):
            total += lines.needed(width) + (space if number else 0)
        return total

    def place(self, left: int, top: int, width: int) -> int:
        """Stand at `left`, `top`; returns the bottom edge."""
        for number, (lines, space) in enumerate(self.parts):
            top = lines.place(left, top + (space if number else 0), width)
        return top

    def draw(self, painter: QPainter, colour: str = "") -> None:
        """Draw all, each in its own colour unless another is given."""
        for lines, _ in self.parts:
            lines.draw(painter, colour)

    @property
    def lines(self) -> list[Lines]:
        """The runs, in reading order."""
        return [lines for lines, _ in self.parts]
