"""People: exactly a hundred small figures, so many of them filled, and the number printed (Galesic et al. 2009)."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.charts import patterns
from ui.charts.pictured import Pictured
from ui.ink import brush

HUNDRED, SIDE = 100, 10
STRUCK, SPARED = 0, 1
"""Numbers of the two fills."""
FILL = 0.64
"""Of a place for its figure; the rest is air."""


class People(Pictured):
    """How often something happened, of a hundred. The first part is those it happened to."""

    def picture(self, painter: QPainter, square: QRectF) -> None:
        """Ten rows of ten; those that are meant come first."""
        place = square.width() / SIDE
        struck = self.struck()
        for number in range(HUNDRED):
            down, across = divmod(number, SIDE)
            left = square.left() + across * place + place * (1 - FILL) / 2
            top = square.top() + down * place + place * (1 - FILL) / 2
            self._figure(painter, QRectF(left, top, place * FILL, place * FILL), struck=number < struck)

    def struck(self) -> int:
        """How many of the hundred are filled."""
        share = self.chart.parts[0].share if self.chart.parts else None
        return 0 if share is None else round(share * HUNDRED)

    def swatch(self, painter: QPainter, box: QRectF, number: int) -> None:
        """A filled figure for the first row, an empty one for the second."""
        if number < 2:
            self._figure(painter, box, struck=number == 0)

    def _figure(self, painter: QPainter, box: QRectF, *, struck: bool) -> None:
        theme = self.kit.theme
        path = patterns.rounded(box, box.width() / 4)
        if struck:
            painter.save()
            painter.fillPath(path, brush(theme.colours.act))
            painter.restore()
        self.filled.append((STRUCK if struck else SPARED, path))
        patterns.edge(painter, path, theme.colours.act if struck else theme.colours.line, theme)
