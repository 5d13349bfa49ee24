"""How a row of a list looks."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from accessibility.screen import Row
from ui.icons import Cut
from ui.kit import Kit
from ui.lines import Column, Lines

TITLE_SHARE = 0.45
"""Of a flat row for its title at most."""
FLOWS = {"in": "arrow-down-left", "out": "arrow-up-right"}


def said_row(row: Row) -> str:
    """What a screen reader says of a row."""
    return ", ".join(part for part in (row.title.said, row.detail.said, row.value.said) if part)


class Abreast:
    """Title and detail side by side."""

    def __init__(self, title: Lines, detail: Lines) -> None:
        self.lines = [lines for lines in (title, detail) if lines.text]
        self.title_width = 0

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        shares = zip(self.lines, self._shares(width), strict=True)
        return max((lines.needed(share) for lines, share in shares), default=0)

    def place(self, left: int, top: int, width: int) -> int:
        """Stand at `left`, `top`, each in the middle of the height; returns the bottom edge."""
        height = self.needed(width)
        for lines, share in zip(self.lines, self._shares(width), strict=True):
            lines.place(left, top + (height - lines.needed(share)) // 2, share)
            left += share
        return top + height

    def draw(self, painter: QPainter) -> None:
        """Draw both."""
        for lines in self.lines:
            lines.draw(painter)

    def _shares(self, width: int) -> list[int]:
        if len(self.lines) < 2:
            return [width] * len(self.lines)
        title = min(self.title_width, width * 2 // 3)
        return [max(1, title), max(1, width - title)]


class RowFace:
    """How a row looks, whether it can be chosen or not: mark, title over detail, value at the right."""

    def __init__(self, kit: Kit, row: Row, *, flat: int = 0) -> None:
        theme, colours = kit.theme, kit.theme.colours
        self.kit, self.row = kit, row
        self.flat = flat
        """Width in pixels of its title where the detail stands beside it; 0 where it stands under it."""
        self.icon = row.icon or FLOWS.get(row.flow, "")
        title = kit.lines(row.title, theme.lead, colours.ink, bold=True)
        detail = kit.lines(row.detail, theme.body, colours.soft)
        self.left: Column | Abreast = Abreast(title, detail) if flat else Column((title, 0), (detail, 0))
        self.value = kit.lines(row.value, theme.lead, self._value_colour(), bold=True, align="right")

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        words, value = self._rooms(width)
        if self._under(width):
            height = self.left.needed(words) + self.value.needed(words)
        else:
            height = max(self.left.needed(words), self.value.needed(value))
        return max(self.kit.theme.main, height + self.kit.theme.gap)

    def place(self, width: int, height: int) -> None:
        """Arrange for a row of this size."""
        words, value = self._rooms(width)
        left = self._edge() + self._beside()
        if self._under(width):
            both = self.left.needed(words) + self.value.needed(words)
            foot = self.left.place(left, (height - both) // 2, words)
            self.value.place(left, foot, words)
            return
        self.left.place(left, (height - self.left.needed(words)) // 2, words)
        self.value.place(width - self._edge() - self._after() - value, (height - self.value.needed(value)) // 2, value)

    def draw(self, painter: QPainter, width: int, height: int) -> None:
        """Draw mark, words, value, and the arrow of a row that leads somewhere."""
        theme, colours = self.kit.theme, self.kit.theme.colours
        mark = self._mark()
        top = (height - mark) // 2
        if self.icon:
            colour = {"in": colours.good, "out": colours.soft}.get(self.row.flow, colours.brand)
            cut: Cut = "bold" if self.icon.startswith("arrow") else "fill"
            self.kit.icons.draw(painter, self.icon, cut, self._edge(), top, mark, colour)
        self.left.draw(painter)
        self.value.draw(painter)
        if self.row.action:
            size = round(theme.body * 0.9)
            left = width - self._edge() - size
            self.kit.icons.draw(painter, "caret-right", "bold", left, (height - size) // 2, size, colours.soft)

    def texts(self) -> list[Lines]:
        """Its words."""
        return [*self.left.lines, *([self.value] if self.value.text else [])]

    def _value_colour(self) -> str:
        colours = self.kit.theme.colours
        return colours.good if self.row.flow == "in" else colours.ink

    def _under(self, width: int) -> bool:
        """The value stands under the words where it would squeeze them."""
        inner = width - 2 * self._edge() - self._beside() - self._after()
        return bool(self.value.text) and self.value.natural > inner * 0.55

    def _rooms(self, width: int) -> tuple[int, int]:
        inner = width - 2 * self._edge() - self._beside() - self._after()
        if isinstance(self.left, Abreast):
            self.left.title_width = min(self.flat, round(inner * TITLE_SHARE))
        if not self.value.text or self._under(width):
            return inner, 0
        value = self.value.natural
        return inner - value - self.kit.theme.gap, value

    def _edge(self) -> int:
        return self.kit.theme.tight_pad

    def _mark(self) -> int:
        return round(self.kit.theme.lead * 1.25)

    def _beside(self) -> int:
        return self._mark() + self.kit.theme.gap if self.icon else 0

    def _after(self) -> int:
        return round(self.kit.theme.body * 0.9) + self.kit.theme.gap if self.row.action else 0
