"""Lines of words: they are drawn where they were placed, whatever they were measured for since."""

from __future__ import annotations

from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui.lines import Lines


def drawn(lines: Lines) -> QImage:
    """A picture with the lines on it."""
    picture = QImage(700, 60, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFFFF)
    painter = QPainter(picture)
    lines.draw(painter)
    painter.end()
    return picture


def test_words_measured_for_another_width_are_still_drawn_in_their_place(qapp: QApplication) -> None:
    assert qapp
    lines = Lines("Stop", QFont(), "#000000", 30, align="centre")
    lines.place(10, 10, 120)
    before = drawn(lines)
    assert before != drawn(Lines("", QFont(), "#000000", 30)), "they are to be seen"
    lines.needed(600)
    assert drawn(lines) == before
