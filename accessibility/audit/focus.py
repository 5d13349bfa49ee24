"""The mark of the keyboard's focus, counted in changed pixels (STANDARDS.md WC-14, WC-15, WC-16).

The pixels that change by 3:1 or more must be at least as many as a line of 2 px around the control. The control itself
must be in full view: what has the focus behind something else is lost.
"""

from __future__ import annotations

import math

from accessibility.audit.pixels import Grid, Pixels, changed
from accessibility.audit.seen import ControlRecord, Rect
from accessibility.audit.violation import Violation, at

LEAST_CONTRAST = 3.0
THICK_PX = 2
MIXED = 0.98
"""Pixels of a round corner are mixed of ring and ground and reach 3:1 only in part: so much may be missing."""
CORNER = 8 - 2 * math.pi
"""So many times its radius a round corner makes a rectangle's outline shorter, all four together."""


def focus(control: ControlRecord, without: Grid, with_focus: Grid) -> list[Violation]:
    """Compare a control without and with the focus; both grids show the same part of the window."""
    rect = control.rect_px
    area = Rect(without.left, without.top, without.width, without.height)
    count = changed(without.became(with_focus, area), LEAST_CONTRAST)
    perimeter = outline(rect, control.visible_px) - CORNER * corner(without, rect)
    wanted = round(THICK_PX * perimeter - 4 * THICK_PX**2)
    if count >= wanted * MIXED:
        return []
    return [Violation("focus mark", at(control), f"{count} px change", f"{wanted} px at 3:1 (WC-16)", rect)]


def outline(rect: Rect, shown: Rect) -> float:
    """Length of the edges that are on the glass: a card higher than the page shows them in part."""
    across = sum(
        shown.width for one, other in ((rect.y, shown.y), (rect.bottom, shown.bottom)) if abs(one - other) <= 1
    )
    down = sum(shown.height for one, other in ((rect.x, shown.x), (rect.right, shown.right)) if abs(one - other) <= 1)
    return across + down


def corner(pixels: Pixels, rect: Rect) -> float:
    """Radius of a control's corners: how far its upper edge is of another colour than in the middle."""
    left, top, most = round(rect.x), round(rect.y), int(min(rect.width, rect.height) / 2)
    edge = pixels.at(left + round(rect.width / 2), top)
    return next((x for x in range(most) if pixels.at(left + x, top) == edge), most)


def hidden_focus(control: ControlRecord, room: Rect) -> list[Violation]:
    """The control that has the focus, where `room` is the place a page has: larger ones cannot be seen whole."""
    whole, shown = control.rect_px, control.visible_px
    fits = whole.width <= room.width + 1 and whole.height <= room.height + 1
    if not control.in_view or shown.empty or (fits and not shown.holds(whole, 1)):
        return [Violation("focus hidden", at(control), "not in full view", "all of it to be seen (WC-15)", whole)]
    return []
