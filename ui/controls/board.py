"""A few words as large as the page lets them be, for somebody who does not hear them."""

from __future__ import annotations

from accessibility.phrase import Phrase
from ui.controls.label import Label
from ui.kit import Kit
from ui.lines import Lines

LARGEST = 3.0
"""So many times its planned size at most: larger, a lobby would read it too."""
STEP = 0.94
"""From one size to the next smaller one that is tried."""


class Board(Label):
    """Words that take the spare height of the page, and are written as large as they stand in it."""

    def __init__(self, kit: Kit, key: str, phrase: Phrase, size: int) -> None:
        super().__init__(kit, key, phrase, size, bold=True)
        self.grows = 3
        self.middle = True
        self._phrase, self._planned = phrase, size

    def say(self, phrase: Phrase) -> None:
        """Show other words."""
        self._phrase = phrase
        super().say(phrase)

    def needed(self, width: int) -> int:
        """Height in pixels at `width`, in the planned size."""
        return self._in(self._planned).needed(self._room(width))

    def set_out(self) -> None:
        """As large as the words stand in the height without breaking one in two."""
        room, size = self._room(self.width()), round(self._planned * LARGEST)
        while size > self._planned and not self._stands(size, room):
            size = max(self._planned, int(size * STEP))
        self._size = size
        self._lines = self._in(size)
        super().set_out()

    def _stands(self, size: int, room: int) -> bool:
        lines = self._in(size)
        latin = (self.kit.lines(Phrase(word), size, "", bold=True) for word in lines.text.split() if word.isascii())
        return lines.needed(room) <= self.height() and all(word.natural <= room for word in latin)

    def _in(self, size: int) -> Lines:
        return self.kit.lines(self._phrase, size, self._colour, bold=True, ground=self.kit.theme.colours.paper)

    def _room(self, width: int) -> int:
        return min(width, self.kit.theme.measure)
