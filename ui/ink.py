"""Brushes for colours, made in the one way that does not cost start-up time."""

from __future__ import annotations

from PySide6.QtGui import QBrush, QColor, QPalette


def brush(colour: str) -> QBrush:
    """A solid brush of #RRGGBB.

    WORKAROUND PySide 6.11: `QBrush(colour)`, `QPen(colour)` and `painter.setPen` choose among overloads that take enums
    of the Qt namespace; the first such call builds them all (see `ui/keys.py`). A palette hands out brushes without.
    """
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor(colour))
    return palette.brush(QPalette.ColorRole.Text)
