"""Size of what is touched, in millimetres (STANDARDS.md CN-08, RS-02, RS-04, WC-18).

Elders: tiles, keys, rows and the foot at least 20 mm, any target 16. Others: 44 reference pixels, the angle of which is
fixed by the viewing distance (distance / 2688 each, WCAG2ICT), so that a coarse screen far away and a fine one near the
eye are judged alike: 9.8 mm at 600 mm.
"""

from __future__ import annotations

from accessibility.audit.seen import ControlRecord, Seen
from accessibility.audit.violation import Violation, at

MAIN_MM, ANY_MM = 20.0, 16.0
REFERENCE_PX = 44
REFERENCE_SHARE = 2688
MAIN_KINDS = ("TileButton", "RowButton", "DigitKey", "PadKey")
ROUNDING_MM = 0.05


def target_size(seen: Seen) -> list[Violation]:
    """The smaller side of every target on the glass."""
    found: list[Violation] = []
    for control in seen.in_view:
        if not control.pressable:
            continue
        size, wanted = min(control.rect_mm.width, control.rect_mm.height), least_mm(seen, control)
        if size < wanted - ROUNDING_MM:
            found.append(
                Violation("target size", at(control), f"{size:.1f} mm", f"{wanted:.1f} mm (CN-08)", control.rect_px)
            )
    return found


def least_mm(seen: Seen, control: ControlRecord) -> float:
    """The least side of a target in millimetres."""
    if not seen.elder:
        return REFERENCE_PX * seen.viewing_mm / REFERENCE_SHARE
    return MAIN_MM if control.part == "foot" or control.kind in MAIN_KINDS else ANY_MM
