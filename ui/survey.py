"""A survey of what is on the window: every control and label as it really is, for the tour and the audit."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QAccessible, QPaintDevice, QPainterPath, QRawFont
from PySide6.QtWidgets import QLineEdit, QWidget

from accessibility.audit.seen import ControlRecord, IconRecord, Part, Rect, TextRecord
from accessibility.sizes import MM_PER_POINT
from ui.alert import AlertBand
from ui.blocks.chart import ChartCard
from ui.caption_bar import CaptionBar
from ui.controls.piece import Piece
from ui.controls.pressable import Pressable
from ui.frame import ASIDE, FOOT, Frame
from ui.lines import Lines
from ui.outlines import shape_record
from ui.page import Page
from ui.pointer import Pointer
from ui.window import KioskWindow

__all__ = ["ControlRecord", "Glyphs", "Rect", "TextRecord", "focus_numbers", "icons", "record", "survey"]

WIDE = "\u2e80"
"""From this character on, letters are as wide as they are high."""


class Glyphs:
    """Knows which characters a type family can draw. Asking the font is slow, so each is asked for once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], bool] = {}

    def missing(self, lines: Lines) -> str:
        """The characters of a run that its own family has no glyph for (CN-03)."""
        family = lines.font.family()
        new = {sign for sign in lines.text if (family, sign) not in self._known and sign.isprintable()}
        if new:
            raw = QRawFont.fromFont(lines.font)
            self._known |= {(family, sign): raw.supportsCharacter(ord(sign)) for sign in new}
        return "".join(dict.fromkeys(sign for sign in lines.text if not self._known.get((family, sign), True)))


def survey(window: KioskWindow, glyphs: Glyphs | None = None) -> list[ControlRecord]:
    """Every visible control and label of the window, in the order of its widgets. Measures the live widgets.

    Characters without a glyph are only looked for where `glyphs` is given.
    """
    found = _found(window)
    numbers = {id(widget): number for number, widget in enumerate(found)}
    return [_record(widget, window, numbers, glyphs) for widget in found]


def record(window: KioskWindow, widget: QWidget) -> ControlRecord | None:
    """One of them alone; None for a widget that is not in the survey."""
    numbers = {id(each): number for number, each in enumerate(_found(window))}
    return _record(widget, window, numbers, None) if id(widget) in numbers else None


def focus_numbers(window: KioskWindow) -> tuple[int, ...]:
    """Where in the survey the controls are that the keyboard reaches, in its order."""
    numbers = {id(widget): number for number, widget in enumerate(_found(window))}
    return tuple(numbers[id(widget)] for widget in window.focus_order() if id(widget) in numbers)


def icons(window: KioskWindow, drawn: Iterable[tuple[str, QPaintDevice, QRectF]]) -> tuple[IconRecord, ...]:
    """The icons that were drawn on controls of the survey."""
    numbers = {id(widget): number for number, widget in enumerate(_found(window))}
    found: list[IconRecord] = []
    for name, device, rect in drawn:
        if isinstance(device, QWidget) and id(device) in numbers:
            corner = device.mapTo(window, QPoint())
            place = Rect(rect.x() + corner.x(), rect.y() + corner.y(), rect.width(), rect.height())
            found.append(IconRecord(name, place, numbers[id(device)]))
    return tuple(found)


def _found(window: KioskWindow) -> list[QWidget]:
    found = [w for w in window.findChildren(QWidget) if isinstance(w, Piece | Pressable | QLineEdit | Pointer)]
    return [widget for widget in found if widget.isVisibleTo(window)]


def _record(widget: QWidget, window: KioskWindow, numbers: dict[int, int], glyphs: Glyphs | None) -> ControlRecord:
    mm = window.theme.mm_per_px
    place = _place(widget, window)
    access = QAccessible.queryAccessibleInterface(widget)
    checkable = isinstance(widget, Pressable) and widget.isCheckable()
    shown = widget.visibleRegion().boundingRect()
    return ControlRecord(
        key=str(getattr(widget, "key", "")), name=widget.accessibleName(), description=widget.accessibleDescription(),
        role=access.role().name if access else "", rect_px=_rect(place, 1), rect_mm=_rect(place, mm),
        focusable=bool(getattr(widget, "takes_focus", False)), enabled=widget.isEnabled(),
        pressable=isinstance(widget, Pressable),
        checked=widget.isChecked() if checkable and isinstance(widget, Pressable) else None,
        in_view=not shown.isEmpty(),
        texts=tuple(_text(lines, widget, place, mm, glyphs) for lines in _lines(widget, window)),
        part=_part(widget), kind=type(widget).__name__, number=numbers[id(widget)], within=_within(widget, numbers),
        visible_px=_rect(shown.translated(widget.mapTo(window, QPoint())) & place, 1),
        shapes=tuple(shape_record(number, path, place.topLeft()) for number, path in _shapes(widget)),
    )  # fmt: skip


def _shapes(widget: QWidget) -> list[tuple[int, QPainterPath]]:
    return widget.shapes() if isinstance(widget, ChartCard) else []


def _part(widget: QWidget) -> Part:
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, Page):
            return "page"
        if isinstance(above, AlertBand):
            return "alert"
        if isinstance(above, CaptionBar):
            return "caption"
        if isinstance(above, Frame):
            return "foot" if above.places == FOOT else "aside" if above.places == ASIDE else "top"
        above = above.parentWidget()
    return "head"


def _within(widget: QWidget, numbers: dict[int, int]) -> int:
    above = widget.parentWidget()
    while above is not None and id(above) not in numbers:
        above = above.parentWidget()
    return numbers[id(above)] if above is not None else -1


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


def _text(lines: Lines, widget: QWidget, place: QRect, mm: float, glyphs: Glyphs | None) -> TextRecord:
    size = lines.font.pixelSize()
    rect = lines.inked.translated(place.topLeft())
    return TextRecord(
        text=lines.text, rect_px=_rect(rect, 1), font_px=size, font_pt=round(size * mm / MM_PER_POINT, 1),
        cap_mm=round(lines.cap_height * mm, 2), line_pitch=round(lines.pitch / size, 2),
        foreground=lines.colour, background=lines.ground, clipped=not _inside(lines, widget),
        lines=max(1, lines.line_count), longest_line=_longest(lines), missing=glyphs.missing(lines) if glyphs else "",
    )  # fmt: skip


def _longest(lines: Lines) -> float:
    """Characters of the longest line, Latin ones counted half."""
    spans = (lines.span_of(number) for number in range(lines.line_count))
    return max((_units(lines.text[start:end]) for start, end in spans), default=_units(lines.text))


def _units(text: str) -> float:
    return sum(1.0 if sign >= WIDE else 0.5 for sign in text.strip())


def _inside(lines: Lines, widget: QWidget) -> bool:
    """Whether all of the run is within its control: a caption moves on by lines, so only its width counts."""
    room = widget.rect()
    if getattr(widget, "key", "") == "caption":
        return lines.widest <= lines.rect.width()
    wide_enough = lines.widest <= lines.rect.width() + 2
    return wide_enough and room.adjusted(-1, -1, 1, 1).contains(lines.rect)


def _place(widget: QWidget, window: QWidget) -> QRect:
    if isinstance(widget, Pointer):
        return widget.covered
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def _rect(rect: QRect, scale: float) -> Rect:
    sides = (rect.x(), rect.y(), rect.width(), rect.height())
    return Rect(*(round(side * scale, 2) for side in sides))
