"""The caption bar: what is being said, the words in progress in another colour (EN-17)."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QPainter

from accessibility.caption import QUIET, Caption
from accessibility.phrase import Phrase
from ui.controls.drawing import card
from ui.controls.piece import Piece
from ui.icons import Cut
from ui.kit import Kit
from ui.lines import Lines
from ui.theme.colours import contrast
from ui.theme.fitting import ENGLISH_EM, ENGLISH_ROW_EM, SENTENCE_EM

MOST_EM, MOST_ENGLISH_EM = 39, 32
"""A line of several is no longer than so many Chinese characters wide: 40 of them, or 80 Latin ones (WC-06)."""
APART = 3.0
"""A bar that stands out from the paper by this contrast needs no line round it."""


class CaptionBar(Piece):
    """One or two lines of fixed height; a longer caption moves on line by line with the voice."""

    def __init__(self, kit: Kit, rows: int = 1) -> None:
        super().__init__(kit, "caption", "", QAccessible.Role.StaticText)
        self.rows = rows
        self.caption = QUIET
        self._lines = self._made()

    def show_caption(self, caption: Caption) -> None:
        """Show what is being said now."""
        if caption == self.caption:
            return
        words_changed = (caption.text, caption.lang) != (self.caption.text, self.caption.lang)
        self.caption = caption
        if words_changed:
            self._lines = self._made()
            self.setAccessibleName(caption.text)
            self.set_out()
        self.update()

    def needed(self, _width: int) -> int:
        """Its fixed height in pixels."""
        return self._lines.pitch * self.rows + 2 * (self.kit.theme.tight_pad // 2)

    def rows_for(self, width: int, *, tall: bool) -> int:
        """How many lines a bar of this width has: one or two, and in a window that is `tall` two or three."""
        theme = self.kit.theme
        english = ENGLISH_EM if theme.crowded else ENGLISH_ROW_EM
        sentence = (english if theme.lang == "en" else SENTENCE_EM) * theme.caption
        least, most = (2, 3) if tall else (1, 2)
        return min(most, max(least, -(-sentence // self._room(width))))

    def first_row(self) -> int:
        """The line at the top just now: the one with the words in progress, and the last lines at the end."""
        now = self._lines.line_of(self.caption.start) if self.caption.end > self.caption.start else 0
        return max(0, min(now, self._lines.line_count - self.rows))

    def marked(self) -> str:
        """The words in progress."""
        return self.caption.text[self.caption.start : self.caption.end]

    def set_out(self) -> None:
        """Words to the right of the loudspeaker."""
        room = self._room(self.width())
        theme = self.kit.theme
        left = theme.tight_pad + theme.mark + theme.tight_pad // 2
        self._lines.needed(room)
        shown = min(self.rows, max(1, self._lines.line_count))
        self._lines.place(left, (self.height() - self._lines.pitch * shown) // 2, room)

    def paint(self, painter: QPainter) -> None:
        """The bar is always there, so that nothing jumps when the voice begins; in silence its loudspeaker is dim."""
        theme = self.kit.theme
        colours = theme.colours
        edge = colours.line if contrast(colours.bar, colours.paper) < APART else ""
        card(painter, self.rect(), theme.small_radius, colours.bar, edge, theme.hair)
        top = (self.height() - theme.mark) // 2
        self.kit.icons.draw(painter, *self._icon(), theme.tight_pad, top, theme.mark, self._glow())
        if not self.caption.text:
            return
        painter.setClipRect(0, self._lines.rect.top(), self.width(), self._lines.pitch * self.rows)
        painter.translate(0, -self.first_row() * self._lines.pitch)
        self._lines.draw(painter, marked=(self.caption.start, self.caption.end, colours.now))

    def texts(self) -> list[Lines]:
        """What is said."""
        return [self._lines] if self.caption.text else []

    def _room(self, width: int) -> int:
        theme = self.kit.theme
        room = width - 2 * theme.tight_pad - theme.mark - theme.tight_pad // 2
        return min(room, theme.caption * (MOST_ENGLISH_EM if theme.lang == "en" else MOST_EM))

    def _icon(self) -> tuple[str, Cut]:
        muted = self.caption.text and not self.caption.sounding
        return ("speaker-slash" if muted else "speaker-high"), "fill"

    def _glow(self) -> str:
        colours = self.kit.theme.colours
        return colours.now if self.caption.text else colours.line

    def _made(self) -> Lines:
        theme = self.kit.theme
        phrase = Phrase(self.caption.text, lang=self.caption.lang)
        lines = self.kit.lines(phrase, theme.caption, theme.colours.on_bar, ground=theme.colours.bar)
        lines.kind = False
        return lines
