"""What is on the glass, as plain records: rectangles, words and roles of one rendered page. Knows no Qt."""

from __future__ import annotations

from typing import Literal

import msgspec

Part = Literal["alert", "head", "page", "caption", "aside", "foot", "top"]
"""Where in the window a control stands."""
COVERED: tuple[Part, ...] = ("head", "top")
"""What a band of news may stand over, as `Screen.alert` says: the page goes on and is heard."""


class Rect(msgspec.Struct, frozen=True):
    """A rectangle in the window."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """First column that is no longer in it."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """First line that is no longer in it."""
        return self.y + self.height

    @property
    def empty(self) -> bool:
        """Whether nothing is in it."""
        return self.width <= 0 or self.height <= 0

    def common(self, other: Rect) -> Rect:
        """What both have in common; empty where they are apart."""
        left, top = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Rect(left, top, max(0.0, right - left), max(0.0, bottom - top))

    def holds(self, other: Rect, spare: float = 0.0) -> bool:
        """Whether all of `other` is in it, give or take `spare`."""
        return (
            other.x >= self.x - spare
            and other.y >= self.y - spare
            and other.right <= self.right + spare
            and other.bottom <= self.bottom + spare
        )


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
    lines: int = 1
    longest_line: float = 0.0
    """Characters of its longest line, in Chinese characters: a Latin letter or figure counts half (WC-06)."""
    missing: str = ""
    """Characters for which the type family has no glyph."""


class ShapeRecord(msgspec.Struct, frozen=True):
    """One bar, segment or swatch of a chart."""

    pattern: int
    """Number of its fill: two of one number mean the same."""
    edges: tuple[tuple[tuple[int, int], ...], ...]
    """For some places of its edge: pixels of the window from what is around it inwards, the first one outside."""
    inside: Rect
    """A square that it fills; empty where it is too small for one."""


class IconRecord(msgspec.Struct, frozen=True):
    """One icon on the glass."""

    name: str
    rect_px: Rect
    within: int
    """Number of the control it is drawn on."""


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
    part: Part = "page"
    kind: str = ""
    """What draws it, such as "TileButton"."""
    number: int = -1
    """Its place in the survey."""
    within: int = -1
    """Number of the control it stands on; -1 for none."""
    visible_px: Rect = Rect(0, 0, 0, 0)
    """What of it is on the glass."""
    shapes: tuple[ShapeRecord, ...] = ()
    """Of a chart."""


class Seen(msgspec.Struct, frozen=True):
    """One page as it is on the glass, or one part of a page that holds more than fits."""

    screen: str
    """The screen's key."""
    mode: str
    lang: str
    elder: bool
    """Whether the mode promises elders' sizes."""
    theme: str
    text_percent: int
    least_body_pt: float
    """Type size in physical points that sentences have in this mode at this text size."""
    own_body_pt: float
    """And at 100 percent."""
    width: int
    height: int
    mm_per_px: float
    viewing_mm: float
    """From eye to glass."""
    stop: int = 0
    """Which part of the page is on show, from 0."""
    controls: tuple[ControlRecord, ...] = ()
    icons: tuple[IconRecord, ...] = ()
    """As they were drawn; of those at the edge of the page's part on show, only a piece may be on the glass."""
    order: tuple[int, ...] = ()
    """Numbers of the controls the keyboard reaches, in its order."""

    @property
    def in_view(self) -> tuple[ControlRecord, ...]:
        """The controls on the glass. While news stand over the top of the window, what is under them is not."""
        news = [control.rect_px for control in self.controls if control.part == "alert" and control.in_view]
        return tuple(control for control in self.controls if control.in_view and not _under(control, news))


def _under(control: ControlRecord, news: list[Rect]) -> bool:
    return control.part in COVERED and any(not band.common(control.rect_px).empty for band in news)
