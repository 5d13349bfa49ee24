"""A survey of what is on the window: every control and label as it really is, for the tour and the audit."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget

from accessibility.sizes import MM_PER_POINT
from ui.controls.piece import Piece
from ui.controls.pressable import Pressable
from ui.lines import Lines
from ui.window import KioskWindow


class Rect(msgspec.Struct, frozen=True):
    """A rectangle in the window."""

    x: float
    y: float
    width: float
    height: float


class TextRecord(msgspec.Struct, frozen=True):
    """One run of text on a control."""

    text: str
    rect_px: Rect
    """Where its lines stand in the window."""
    font_px: int
    font_pt: float
    """Physical points."""
    cap_mm: float
    """Height of a capital H in millimetres (EN-15)."""
    line_pitch: float
    """Line to line as a multiple of the type size (CN-04)."""
    foreground: str
    background: str
    clipped: bool
    """True when the run needs more room than its control gives it."""


class ControlRecord(msgspec.Struct, frozen=True):
    """One control or label."""

    key: str
    name: str
    """What a screen reader calls it."""
    description: str
    role: str
    rect_px: Rect
    rect_mm: Rect
    focusable: bool
    enabled: bool
    pressable: bool
    checked: bool | None
    """For a toggle or a choice that keeps its state."""
    in_view: bool
    """False for what stands on another part of a page that holds more than fits."""
    texts: tuple[TextRecord, ...] = ()


def survey(window: KioskWindow) -> list[ControlRecord]:
    """Every visible control and label of the window, in the order of its widgets. Measures the live widgets."""
    found = [w for w in window.findChildren(QWidget) if isinstance(w, Piece | Pressable | QLineEdit)]
    return [_record(widget, window) for widget in found if widget.isVisibleTo(window)]


def _record(widget: QWidget, window: KioskWindow) -> ControlRecord:
    mm = window.theme.mm_per_px
    place = _place(widget, window)
    access = QAccessible.queryAccessibleInterface(widget)
    checkable = isinstance(widget, Pressable) and widget.isCheckable()
    return ControlRecord(
        key=str(getattr(widget, "key", "")), name=widget.accessibleName(), description=widget.accessibleDescription(),
        role=access.role().name if access else "", rect_px=_rect(place, 1), rect_mm=_rect(place, mm),
        focusable=bool(getattr(widget, "takes_focus", False)), enabled=widget.isEnabled(),
        pressable=isinstance(widget, Pressable),
        checked=widget.isChecked() if checkable and isinstance(widget, Pressable) else None,
        in_view=not widget.visibleRegion().isEmpty(),
        texts=tuple(_text(lines, widget, place, mm) for lines in _lines(widget, window)),
    )  # fmt: skip


def _lines(widget: QWidget, window: KioskWindow) -> list[Lines]:
    if isinstance(widget, Piece | Pressable):
        return widget.texts()
    if isinstance(widget, QLineEdit):
        theme = window.theme
        shown = widget.text() or widget.placeholderText()
        colour = theme.colours.ink if widget.text() else theme.colours.soft
        lines = Lines(shown, widget.font(), colour, widget.height(), ground=theme.colours.card)
        lines.rect = widget.rect()
        return [lines]
    return []


def _text(lines: Lines, widget: QWidget, place: QRect, mm: float) -> TextRecord:
    size = lines.font.pixelSize()
    rect = lines.rect.translated(place.topLeft())
    return TextRecord(
        text=lines.text, rect_px=_rect(rect, 1), font_px=size, font_pt=round(size * mm / MM_PER_POINT, 1),
        cap_mm=round(lines.cap_height * mm, 2), line_pitch=round(lines.pitch / size, 2),
        foreground=lines.colour, background=lines.ground, clipped=not _inside(lines, widget),
    )  # fmt: skip


def _inside(lines: Lines, widget: QWidget) -> bool:
    """Whether all of the run is within its control: a caption moves on by lines, so only its width counts."""
    room = widget.rect()
    if getattr(widget, "key", "") == "caption":
        return lines.widest <= lines.rect.width()
    wide_enough = lines.widest <= lines.rect.width() + 2
    return wide_enough and room.adjusted(-1, -1, 1, 1).contains(lines.rect)


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def _rect(rect: QRect, scale: float) -> Rect:
    sides = (rect.x(), rect.y(), rect.width(), rect.height())
    return Rect(*(round(side * scale, 2) for side in sides))
