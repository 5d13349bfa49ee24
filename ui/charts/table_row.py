"""One row of a chart's table: label at the left, value at the right, or under it where there is no room."""

from __future__ import annotations

from accessibility.phrase import Phrase
from ui.kit import Kit
from ui.lines import Lines


class TableRow:
    """A label and its value."""

    def __init__(self, kit: Kit, label: Phrase, value: Phrase) -> None:
        self._gap = kit.theme.gap
        colours = kit.theme.colours
        self.label = kit.lines(label, kit.theme.body, colours.ink)
        self.value = kit.lines(value, kit.theme.body, colours.ink, bold=True, align="right")

    def natural(self) -> int:
        """Width in pixels of label and value on one line."""
        return self.label.natural + (self._gap * 2 + self.value.natural if self.value.text else 0)

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        if self._under(width):
            return self.label.needed(width) + self.value.needed(width)
        return max(self.label.needed(self._left(width)), self.value.pitch)

    def place(self, left: int, top: int, width: int) -> int:
        """Stand at `left`, `top`; returns the bottom edge."""
        if self._under(width):
            return self.value.place(left, self.label.place(left, top, width), width)
        own, room = self.value.natural, self._left(width)
        self.label.place(left, top, room)
        self.value.place(left + width - own, top, own)
        return top + self.needed(width)

    def texts(self) -> list[Lines]:
        """Its words."""
        return [lines for lines in (self.label, self.value) if lines.text]

    def _left(self, width: int) -> int:
        return max(1, width - self.value.natural - self._gap) if self.value.text else width

    def _under(self, width: int) -> bool:
        """The value would squeeze the label."""
        return bool(self.value.text) and self.label.natural + self._gap + self.value.natural > width
