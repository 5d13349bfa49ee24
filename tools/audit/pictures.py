"""Pictures: the place of a violation with its rectangle marked, and all pages of a combination on one sheet."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from accessibility.audit.seen import Rect
from accessibility.audit.violation import Violation
from tools.audit.combination import Combination

AROUND = 80
MOST_WIDTH, MOST_HEIGHT = 900, 520
MARK = "#D4004B"
QUALITY = 72
THUMB = 300
ACROSS = 6


class Pictures:
    """Writes pictures below a folder; the same fault of the same control is pictured once in a mode and language."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._done: set[tuple[str, ...]] = set()
        for name in ("pictures", "sheets"):
            (folder / name).mkdir(parents=True, exist_ok=True)

    def of(self, combination: Combination, page: str, violation: Violation, glass: QImage | None) -> str:
        """Picture a violation; returns the path below the folder, or "" where there is nothing new to see."""
        control = violation.where.split(" ")[0]
        sign = (violation.check, combination.mode, combination.lang, page, control)
        if sign in self._done or glass is None or glass.isNull() or violation.rect.empty:
            return ""
        self._done.add(sign)
        name = hashlib.sha1("|".join(sign).encode(), usedforsecurity=False).hexdigest()[:16]
        path = f"pictures/{name}.jpg"
        _marked(glass, violation.rect).save(str(self._folder / path), quality=QUALITY)
        return path

    def sheet(self, combination: Combination, pages: Sequence[tuple[str, QImage]]) -> str:
        """All pages, small; returns the path below the folder."""
        if not pages:
            return ""
        path = f"sheets/{combination.name}.jpg"
        first = pages[0][1]
        high = round(THUMB * first.height() / first.width())
        rows = -(-len(pages) // ACROSS)
        sheet = QImage(ACROSS * (THUMB + 8), rows * (high + 8), QImage.Format.Format_RGB32)
        sheet.fill(QColor("#888888"))
        painter = QPainter(sheet)
        for number, (_, picture) in enumerate(pages):
            small = picture.scaled(
                THUMB, high, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            row, column = divmod(number, ACROSS)
            painter.drawImage(column * (THUMB + 8) + 4, row * (high + 8) + 4, small)
        painter.end()
        sheet.save(str(self._folder / path), quality=QUALITY)
        return path


def _marked(glass: QImage, rect: Rect) -> QImage:
    """The surroundings of a rectangle, with a line around it; a large one is shown smaller."""
    place = QRect(round(rect.x), round(rect.y), max(1, round(rect.width)), max(1, round(rect.height)))
    around = place.adjusted(-AROUND, -AROUND, AROUND, AROUND).intersected(glass.rect())
    picture = glass.copy(around if not around.isEmpty() else glass.rect())
    painter = QPainter(picture)
    painter.setPen(QPen(QColor(MARK), 3))
    corner = around.topLeft() if not around.isEmpty() else glass.rect().topLeft()
    painter.drawRect(place.translated(-corner.x(), -corner.y()))
    painter.end()
    if picture.width() > MOST_WIDTH or picture.height() > MOST_HEIGHT:
        return picture.scaled(
            MOST_WIDTH, MOST_HEIGHT, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    return picture
