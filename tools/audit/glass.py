"""The glass: a picture of the window, with its colours counted quickly. An audit reads some billions of pixels."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from accessibility.audit.seen import Rect

MOST_ROWS = 48
"""Of a tall rectangle so many rows are counted: each letter is met several times."""
COLOUR = np.uint32(0xFFFFFF)
ONE_ABOVE = np.uint64(32)


class Glass:
    """Colours of a part of the window as 0xRRGGBB, row by row: `accessibility.audit.pixels.Pixels`."""

    def __init__(self, picture: QImage, *, left: int = 0, top: int = 0) -> None:
        """`picture` is RGB32 or empty; its corner stands at `left`, `top` of the window."""
        self.height, self.width = picture.height(), picture.width()
        self.picture = picture
        """Also what keeps the colours in memory."""
        self.left = left
        self.top = top
        flat = np.zeros(0, np.uint32) if picture.isNull() else np.frombuffer(picture.constBits(), np.uint32)
        self._colours = flat.reshape(self.height, picture.bytesPerLine() // 4)[:, : self.width]

    def at(self, x: int, y: int) -> int:
        """The colour at a place of the window; the nearest one where it is outside."""
        column = min(self.width - 1, max(0, x - self.left))
        row = min(self.height - 1, max(0, y - self.top))
        return int(self._colours[row, column]) & 0xFFFFFF

    def colours_in(self, rect: Rect) -> Mapping[int, int]:
        """How often each colour is met in a rectangle; of a tall one some rows are enough."""
        inside = self._cut(rect)
        rows = inside[:: max(1, len(inside) // MOST_ROWS)].ravel()
        if not rows.size:
            return {}
        # Most of a page is ground: colours are counted run by run, which is many times quicker than pixel by pixel.
        starts = np.flatnonzero(np.concatenate(([True], rows[1:] != rows[:-1])))
        lengths = np.diff(np.append(starts, rows.size))
        colours, places = np.unique(rows[starts] & COLOUR, return_inverse=True)
        counts = np.bincount(places, weights=lengths)
        return {int(colour): int(count) for colour, count in zip(colours, counts, strict=True)}

    def became(self, after: Glass, rect: Rect) -> Mapping[tuple[int, int], int]:
        """Which colours are others in `after`, a grid of the same place, and how often, in a rectangle."""
        one, other = self._cut(rect), after._cut(rect)
        differ = one != other
        pairs = ((one[differ] & COLOUR).astype(np.uint64) << ONE_ABOVE) | (other[differ] & COLOUR)
        found, counts = np.unique(pairs, return_counts=True)
        return {
            (int(pair) >> 32, int(pair) & 0xFFFFFFFF): int(count) for pair, count in zip(found, counts, strict=True)
        }

    def _cut(self, rect: Rect) -> NDArray[np.uint32]:
        top, bottom = round(rect.y) - self.top, round(rect.bottom) - self.top
        left, right = round(rect.x) - self.left, round(rect.right) - self.left
        return self._colours[max(0, top) : max(0, bottom), max(0, left) : max(0, right)]


def grab(window: QWidget, place: QRect) -> Glass:
    """What is on the glass at a place of the window; a place of no size is outside, where nothing is to be seen."""
    picture = QImage() if place.isEmpty() else window.grab(place).toImage()
    return Glass(picture.convertToFormat(QImage.Format.Format_RGB32), left=place.x(), top=place.y())
