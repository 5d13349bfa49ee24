"""An illustration beside the words, drawn in the customer's own colours. It says nothing that the words do not."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QColor, QPainter, QPixmap

import assets
from ui.controls.piece import Piece
from ui.kit import Kit
from ui.lines import Lines
from ui.theme.colours import Colours

FOLDER = assets.ROOT / "illustrations"
SHAPE = 1.6
"""Width to height."""
COLOUR = re.compile(rb'"([a-z_]+)"')


class Illustration(Piece):
    """A picture. The keyboard and the screen reader pass it by."""

    def __init__(self, kit: Kit, name: str, folder: Path = FOLDER) -> None:
        super().__init__(kit, f"picture:{name}", "", QAccessible.Role.NoRole)
        self.outline = _outline(folder / f"{name}.svg")
        """In the names of colours; empty where there is no such picture."""
        self._drawn: QPixmap | None = None

    def needed(self, width: int) -> int:
        """Height in pixels at `width`."""
        return round(width / SHAPE)

    def set_out(self) -> None:
        """To be drawn anew where the size is another."""
        if self._drawn is not None and self._drawn.deviceIndependentSize().toSize() != self.size():
            self._drawn = None

    def paint(self, painter: QPainter) -> None:
        """Draw it, as large as fits, in the middle of its place."""
        if self._drawn is None:
            self._drawn = self._picture(painter.device().devicePixelRatio())
        painter.drawPixmap(0, 0, self._drawn)

    def texts(self) -> list[Lines]:
        """None."""
        return []

    def _picture(self, ratio: float) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer  # only needed once there is a picture to draw

        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(0, 0, 0, 0))
        wide = min(self.width(), self.height() * SHAPE)
        place = QRectF((self.width() - wide) / 2, (self.height() - wide / SHAPE) / 2, wide, wide / SHAPE)
        painter = QPainter(picture)
        QSvgRenderer(coloured(self.outline, self.kit.theme.colours)).render(painter, place)
        painter.end()
        return picture


def coloured(outline: bytes, colours: Colours) -> bytes:
    """A drawing with the names of colours replaced by those of a theme."""
    named: dict[bytes, bytes] = {
        name.encode(): value.encode() for name, value in msgspec.structs.asdict(colours).items()
    }

    def of_theme(found: re.Match[bytes]) -> bytes:
        name: bytes = found[1]
        return b'"' + named.get(name, name) + b'"'

    return COLOUR.sub(of_theme, outline)


def _outline(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""
