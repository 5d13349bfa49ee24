"""Dead space between two targets, at least 3 mm (STANDARDS.md RS-04, RS-05)."""

from __future__ import annotations

from itertools import combinations

from accessibility.audit.seen import ControlRecord, Rect, Seen
from accessibility.audit.violation import Violation, at

LEAST_MM = 3.0
ROUNDING_MM = 0.05


def target_gap(seen: Seen) -> list[Violation]:
    """Every two targets on the glass that stand beside or over each other. Those that overlap are another check's."""
    found: list[Violation] = []
    targets = [control for control in seen.in_view if control.pressable and not control.visible_px.empty]
    for one, other in combinations(targets, 2):
        if other.within == one.number or one.within == other.number:
            continue
        gap = gap_px(one, other) * seen.mm_per_px
        if 0 <= gap < LEAST_MM - ROUNDING_MM:
            where = f"{at(one)} | {at(other)}"
            found.append(Violation("target gap", where, f"{gap:.1f} mm", f"{LEAST_MM:g} mm (RS-05)", _both(one, other)))
    return found


def gap_px(one: ControlRecord, other: ControlRecord) -> float:
    """Pixels between two targets; -1 where they overlap, a large number where they stand cornerwise."""
    a, b = one.visible_px, other.visible_px
    across, down = max(a.x, b.x) - min(a.right, b.right), max(a.y, b.y) - min(a.bottom, b.bottom)
    if across < 0 and down < 0:
        return -1.0
    if across >= 0 and down >= 0:
        return float((across**2 + down**2) ** 0.5)
    return max(across, down)


def _both(one: ControlRecord, other: ControlRecord) -> Rect:
    a, b = one.visible_px, other.visible_px
    left, top = min(a.x, b.x), min(a.y, b.y)
    return Rect(left, top, max(a.right, b.right) - left, max(a.bottom, b.bottom) - top)
