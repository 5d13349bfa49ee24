"""Size of letters, in physical points and as the angle they have at the eye (STANDARDS.md CN-01, CN-02, EN-15, RS-12).

Elders: every word at least 18 pt, and what a page tells at least 0.7 degrees (a capital H, at the declared distance).
The frame's fixed buttons and the captions may stay at 18 pt, so that they leave room for the page when letters grow.
Others: at least 16 minutes of arc, the floor. In all modes the letters of a page grow with the customer's wish, as
far as twice (WCAG asks for no more: at 250 percent what stands in a narrow place need not grow on), and reach 30 pt.

One kind of control need not grow so far: what only works while all of it is seen. On a number pad one looks from key to
key and to what is typed; of a list's pager, one chooses between its two ends. In two parts neither could be used. Their
letters may stop growing where the whole just fits, if it does stand on the glass in one piece; never below the size
that sentences have at 100 percent, nor, for elders, below 0.7 degrees.
"""

from __future__ import annotations

import math

from accessibility.audit.seen import ControlRecord, Seen, TextRecord
from accessibility.audit.violation import Violation, at

ELDER_PT = 18.0
ELDER_DEGREES = 0.7
FLOOR_DEGREES = 16 / 60
LARGEST_STEP_PT, LARGEST_PERCENT = 30.0, 250
ROUNDING_PT, ROUNDING_DEGREES = 0.1, 0.005
TELLS = ("page", "head", "alert")
"""Where a page tells what it is for."""
GROWS = ("page", "head")
"""Where letters grow with her wish. A band of news stands on the page again, as a notice."""
SEEN_WHOLE = ("KeypadCard", "Pager")
"""Kinds of control that are of use only in one piece, with everything that stands on them."""


def type_size(seen: Seen) -> list[Violation]:
    """Every run of words on the glass."""
    found: list[Violation] = []
    for control in seen.in_view:
        for text in control.texts:
            wanted = _too_small(seen, control, text)
            if wanted:
                measured = f"{text.font_pt:.1f} pt, {degrees(text, seen.viewing_mm):.2f}°"
                found.append(Violation("type size", at(control), measured, wanted, text.rect_px))
    return found


def degrees(text: TextRecord, viewing_mm: float) -> float:
    """The angle of a capital H."""
    return math.degrees(math.atan(text.cap_mm / viewing_mm))


def _too_small(seen: Seen, control: ControlRecord, text: TextRecord) -> str:
    angle = degrees(text, seen.viewing_mm)
    tells = control.part in TELLS and not control.key.startswith("page:")
    if seen.elder and text.font_pt < ELDER_PT - ROUNDING_PT:
        return f"{ELDER_PT:g} pt (CN-01)"
    if seen.elder and tells and angle < ELDER_DEGREES - ROUNDING_DEGREES:
        return f"{ELDER_DEGREES:g}° (EN-15)"
    if angle < FLOOR_DEGREES - ROUNDING_DEGREES:
        return f"{FLOOR_DEGREES:.2f}° (RS-12)"
    grows = tells and control.part in GROWS
    if grows and _in_one_piece(seen, control):
        least = seen.own_body_pt - ROUNDING_PT
        return f"{seen.own_body_pt:.1f} pt, as at 100 % (WC-04)" if text.font_pt < least else ""
    if grows and text.font_pt < seen.least_body_pt - ROUNDING_PT:
        return f"{seen.least_body_pt:.1f} pt at {seen.text_percent} % (WC-04)"
    if grows and seen.text_percent >= LARGEST_PERCENT and text.font_pt < LARGEST_STEP_PT - ROUNDING_PT:
        return f"{LARGEST_STEP_PT:g} pt (CN-02)"
    return ""


def _in_one_piece(seen: Seen, control: ControlRecord) -> bool:
    """Whether it is part of something that is of use only as a whole, and that does stand on the glass whole."""
    by_number = {each.number: each for each in seen.controls}
    above: ControlRecord | None = control
    while above is not None and above.kind not in SEEN_WHOLE:
        above = by_number.get(above.within)
    return above is not None and above.visible_px.holds(above.rect_px, 1)
