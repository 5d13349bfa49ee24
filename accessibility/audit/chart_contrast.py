"""A chart's parts against the card and against each other (STANDARDS.md WC-03, CN-06, RS-14).

Each part has an edge of at least 3:1 against what is right beside it: the card, of which a strip parts it from its
neighbour. And two parts differ by pattern or by brightness, not by hue, for eyes that see all colours, none, or all but
red, green or blue.
"""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import NamedTuple

from accessibility.audit.colour import VISIONS, Vision, contrast, luminance
from accessibility.audit.pixels import Pixels
from accessibility.audit.seen import ControlRecord, Rect, Seen, ShapeRecord
from accessibility.audit.violation import Violation, at

LEAST = 3.0
ROUNDING = 0.05
MOST_OF_EDGE = 0.8
"""Of its edge: a mark may lie across it, and corners are round."""
PLAIN = 1.2
"""Below this contrast between its darkest and lightest pixel a fill has no pattern."""
SHARE_APART, TURNS_APART = 0.15, 1.25
"""Two patterns differ by so much ink, or by so many times as many changes between ink and ground, along or down."""
FEW = 0.02
"""So many changes a pixel come from a fill's own edge."""


class Look(NamedTuple):
    """What a fill is like, whatever its hue."""

    ink: float
    """Share of the darker pixels; 1 for a plain fill."""
    along: float
    """Changes between ink and ground a pixel, from left to right,"""
    down: float
    """and from top to bottom."""
    light: float
    """Mean luminance."""


def chart_contrast(seen: Seen, pixels: Pixels) -> list[Violation]:
    """Every part of a chart that is on the glass in full."""
    found: list[Violation] = []
    for control in seen.in_view:
        for shape in _whole(control):
            share = _clear(shape, pixels)
            if share < MOST_OF_EDGE:
                wanted = f"{MOST_OF_EDGE:.0%} at {LEAST:g}:1 (WC-03)"
                what = f"{share:.0%} of an edge"
                found.append(Violation("chart contrast", at(control), what, wanted, _around(shape)))
    return found


def chart_patterns(seen: Seen, pixels: Pixels) -> list[Violation]:
    """Every two different parts of a chart that are on the glass in full."""
    return [violation for control in seen.in_view if control.shapes for violation in _alike(control, pixels)]


def _whole(control: ControlRecord) -> list[ShapeRecord]:
    """Its shapes of which nothing is cut off, and of which an edge could be told."""
    return [shape for shape in control.shapes if shape.edges and control.visible_px.holds(_around(shape))]


def _clear(shape: ShapeRecord, pixels: Pixels) -> float:
    """Share of the places along its edge where it stands out."""
    good = 0
    for line in shape.edges:
        around = pixels.at(*line[0])
        good += max(contrast(around, pixels.at(*place)) for place in line[1:]) >= LEAST - ROUNDING
    return good / len(shape.edges)


def _alike(control: ControlRecord, pixels: Pixels) -> list[Violation]:
    largest: dict[int, Rect] = {}
    for shape in _whole(control):
        if shape.inside.width > largest.get(shape.pattern, Rect(0, 0, 0, 0)).width:
            largest[shape.pattern] = shape.inside
    for vision in VISIONS:
        looks = {number: _look(rect, pixels, vision) for number, rect in largest.items()}
        for (one, first), (other, second) in combinations(looks.items(), 2):
            if not _apart(first, second):
                what = f"fills {one} and {other} alike ({vision})"
                return [Violation("chart patterns", at(control), what, "two patterns (CN-06)", control.rect_px)]
    return []


def _look(rect: Rect, pixels: Pixels, vision: Vision) -> Look:
    columns, rows = range(round(rect.x), round(rect.right)), range(round(rect.y), round(rect.bottom))
    grid = [[luminance(pixels.at(x, y), vision) for x in columns] for y in rows]
    flat = [each for row in grid for each in row]
    dark, light = min(flat), max(flat)
    mean = sum(flat) / len(flat)
    if (light + 0.05) / (dark + 0.05) < PLAIN:
        return Look(1.0, 0.0, 0.0, mean)
    ink = [[each < (dark + light) / 2 for each in row] for row in grid]
    along = sum(a != b for row in ink for a, b in pairwise(row))
    down = sum(a != b for one, other in pairwise(ink) for a, b in zip(one, other, strict=True))
    return Look(sum(map(sum, ink)) / len(flat), along / len(flat), down / len(flat), mean)


def _apart(one: Look, other: Look) -> bool:
    dark, light = sorted((one.light, other.light))
    if (light + 0.05) / (dark + 0.05) >= LEAST:
        return True
    if abs(one.ink - other.ink) >= SHARE_APART:
        return True
    return _ratio(one.along, other.along) >= TURNS_APART or _ratio(one.down, other.down) >= TURNS_APART


def _ratio(one: float, other: float) -> float:
    return (max(one, other) + FEW) / (min(one, other) + FEW)


def _around(shape: ShapeRecord) -> Rect:
    xs = [x for line in shape.edges for x, _ in line]
    ys = [y for line in shape.edges for _, y in line]
    return Rect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)
