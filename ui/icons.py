"""Icons: drawn crisp from their outlines in a theme's colour, and kept by name, size and colour."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPaintDevice, QPainter, QPixmap

import assets

Cut = Literal["bold", "fill"]
"""bold beside words in the frame, fill on tiles and as status."""
FOLDER = assets.ROOT / "icons"


class Icons:
    """Gives an icon as a picture. Made once by the window."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._kept: dict[tuple[str, Cut, int, str, float], QPixmap] = {}
        self.watched: list[tuple[str, QPaintDevice, QRectF]] | None = None
        """While the audit looks: every icon that is drawn, on what, and where on it."""

    def path(self, name: str, cut: Cut) -> Path | None:
        """The outline of an icon; the other cut where this one is not there, None when neither is."""
        for folder in (cut, "fill", "bold"):
            path = self._folder / folder / f"{name}.svg"
            if path.is_file():
                return path
        return None

    def draw(self, painter: QPainter, name: str, cut: Cut, left: int, top: int, size: int, colour: str) -> None:
        """Draw the icon with its corner at `left`, `top`, `size` pixels wide. An unknown one draws nothing."""
        ratio = painter.device().devicePixelRatio()
        key = (name, cut, size, colour, ratio)
        if key not in self._kept:
            self._kept[key] = self._picture(name, cut, size, colour, ratio)
        painter.drawPixmap(left, top, self._kept[key])
        if self.watched is not None:
            place = painter.worldTransform().mapRect(QRectF(left, top, size, size))
            self.watched.append((name, painter.device(), place))

    def _picture(self, name: str, cut: Cut, size: int, colour: str, ratio: float) -> QPixmap:
        picture = QPixmap(round(size * ratio), round(size * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(0, 0, 0, 0))
        path = self.path(name, cut)
        if path is not None:
            from PySide6.QtSvg import QSvgRenderer  # only needed once there is an icon to draw

            outline = path.read_bytes().replace(b"currentColor", colour.encode())
            painter = QPainter(picture)
            QSvgRenderer(outline).render(painter, QRectF(0, 0, size, size))
            painter.end()
        return picture
