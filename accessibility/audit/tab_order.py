"""The keyboard's order against the order in which the page is read (STANDARDS.md WC-08, EN-18; WCAG 2.4.3).

News, heading, content, what stands beside the caption, foot, top: this order of parts is the same on every page. Within
a part nothing comes after what stands under it, or to the right of it in the same row. Columns are read one by one.
"""

from __future__ import annotations

from itertools import pairwise

from accessibility.audit.seen import ControlRecord, Part, Seen
from accessibility.audit.violation import Violation, at

PARTS: tuple[Part, ...] = ("alert", "head", "page", "caption", "aside", "foot", "top")
SAME_ROW = 0.5
SPARE = 2.0


def tab_order(seen: Seen) -> list[Violation]:
    """Every two neighbours in the keyboard's order."""
    by_number = {control.number: control for control in seen.controls}
    ordered = [by_number[number] for number in seen.order if number in by_number]
    return [
        Violation("tab order", f"{at(one)} → {at(two)}", "goes back", "reading order (WC-08)", two.rect_px)
        for one, two in pairwise(ordered)
        if _back(one, two)
    ]


def _back(one: ControlRecord, two: ControlRecord) -> bool:
    if one.part != two.part:
        return PARTS.index(two.part) < PARTS.index(one.part)
    if two.within == one.number or _turns(one) or _turns(two) or _hands_on(two):
        return False
    a, b = one.rect_px, two.rect_px
    together = min(a.bottom, b.bottom) - max(a.y, b.y)
    if together > SAME_ROW * min(a.height, b.height):
        return b.right <= a.x + SPARE
    over = min(a.right, b.right) - max(a.x, b.x) > SPARE
    return b.bottom <= a.y + SPARE and (over or b.right <= a.x + SPARE)


def _hands_on(control: ControlRecord) -> bool:
    """What hands a typed number on comes after its keys, wherever it stands: nothing can be handed on before."""
    return control.kind == "PadKey" and not control.key.startswith("keypad:")


def _turns(control: ControlRecord) -> bool:
    """The buttons that turn a page stand beside all of it."""
    return control.key.startswith("page:")
