"""How many choices a customer has to weigh at once: at most six (STANDARDS.md RS-22).

For elders rows that can be chosen count as well. In the other modes they do not: a list of payments or findings is read
along, not weighed, and holds what its mode file says.
"""

from __future__ import annotations

from accessibility.audit.seen import ControlRecord, Rect, Seen
from accessibility.audit.violation import Violation

MOST = 6
TILE, ROW, VALUE = "TileButton", "RowButton", "OptionButton"


def choices(seen: Seen) -> list[Violation]:
    """Tiles and rows to choose from on the glass. The values of a setting are weighed setting by setting."""
    found: list[Violation] = []
    groups: dict[str, list[ControlRecord]] = {}
    for control in seen.in_view:
        if control.enabled and (control.kind == TILE or (seen.elder and control.kind == ROW)):
            groups.setdefault("the page", []).append(control)
        elif control.kind == VALUE:
            groups.setdefault(f"setting {control.within}", []).append(control)
    for name, members in groups.items():
        if len(members) > MOST:
            found.append(Violation("choices", name, f"{len(members)} choices", f"{MOST} (RS-22)", _around(members)))
    return found


def _around(members: list[ControlRecord]) -> Rect:
    rects = [control.rect_px for control in members]
    left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
    return Rect(left, top, max(r.right for r in rects) - left, max(r.bottom for r in rects) - top)
