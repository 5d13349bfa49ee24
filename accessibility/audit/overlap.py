"""Controls or words that stand on one another (STANDARDS.md WC-04)."""

from __future__ import annotations

from itertools import combinations

from accessibility.audit.seen import ControlRecord, Rect, Seen
from accessibility.audit.violation import Violation, at

SPARE = 1.0
"""Edges may share a pixel line."""


def overlap(seen: Seen) -> list[Violation]:
    """Every two on the glass, unless one is made to stand on the other. News may cover the head, nothing else."""
    found: list[Violation] = []
    for one, other in combinations(seen.in_view, 2):
        if other.within == one.number or one.within == other.number:
            continue
        common = one.visible_px.common(other.visible_px)
        if min(common.width, common.height) > SPARE and _matters(one, other, common):
            where = f"{at(one)} | {at(other)}"
            found.append(Violation("overlap", where, f"{common.width:.0f}x{common.height:.0f} px", "none", common))
    return found


def _matters(one: ControlRecord, other: ControlRecord, common: Rect) -> bool:
    """Two labels may share empty ground; words and targets may not be shared."""
    if one.pressable and other.pressable:
        return True
    words = [text.rect_px.common(common) for control in (one, other) for text in control.texts]
    return any(min(rect.width, rect.height) > SPARE for rect in words)
