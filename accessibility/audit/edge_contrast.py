"""Contrast of a control's edge with what is around it, on rendered pixels (STANDARDS.md WC-03).

A control shows where it ends by a border or a ground of its own, at least 3:1. Corners are round, so only the middle of
each side is looked at. What cannot be used now is exempt, as in WCAG.
"""

from __future__ import annotations

from collections.abc import Iterator

from accessibility.audit.colour import contrast
from accessibility.audit.pixels import Pixels
from accessibility.audit.seen import ControlRecord, Rect, Seen
from accessibility.audit.violation import Violation, at

LEAST = 3.0
ROUNDING = 0.05
OUTSIDE, INSIDE = 3, 10
"""Pixels beyond the edge where the surroundings are read, and within it where border or ground begins."""
PLACES = (0.3, 0.4, 0.5, 0.6, 0.7)
"""Along each side, as shares of its length."""
SIDES_NEEDED = 4
SEAMLESS = ("Entry",)
"""A line of text is shown by the box around it, which is wider than the line itself: the box is measured."""


def edge_contrast(seen: Seen, pixels: Pixels) -> list[Violation]:
    """Every control on the glass that can be used."""
    found: list[Violation] = []
    for control in seen.in_view:
        if not (control.pressable and control.enabled) or not seen_whole(control) or control.part == "alert":
            continue
        worst = min(_side(pixels, control.rect_px, side) for side in range(SIDES_NEEDED))
        if worst < LEAST - ROUNDING:
            found.append(
                Violation("edge contrast", at(control), f"{worst:.2f}:1", f"{LEAST:g}:1 (WC-03)", control.rect_px)
            )
    return found


def seen_whole(control: ControlRecord) -> bool:
    """Whether nothing of it is cut off."""
    return control.visible_px.holds(control.rect_px, 1)


def _side(pixels: Pixels, rect: Rect, side: int) -> float:
    """The contrast of one side: at its middle place, so that a letter or a neighbour at one place decides nothing."""
    ratios = sorted(_place(pixels, list(line)) for line in _lines(rect, side))
    return ratios[len(ratios) // 2]


def _place(pixels: Pixels, line: list[tuple[int, int]]) -> float:
    around = pixels.at(*line[0])
    return max(contrast(around, pixels.at(*place)) for place in line[1:])


def _lines(rect: Rect, side: int) -> Iterator[Iterator[tuple[int, int]]]:
    """For some places of a side: where to look, from the surroundings inwards."""
    left, top, right, bottom = round(rect.x), round(rect.y), round(rect.right) - 1, round(rect.bottom) - 1
    depths = [-OUTSIDE, *range(INSIDE)]
    for share in PLACES:
        x, y = left + round((right - left) * share), top + round((bottom - top) * share)
        yield iter(
            [
                [(x, top + depth) for depth in depths],
                [(x, bottom - depth) for depth in depths],
                [(left + depth, y) for depth in depths],
                [(right - depth, y) for depth in depths],
            ][side]
        )
