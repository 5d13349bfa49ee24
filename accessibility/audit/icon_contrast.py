"""Contrast of icons with what they stand on, on rendered pixels: at least 3:1 (STANDARDS.md WC-03, CN-05)."""

from __future__ import annotations

from accessibility.audit.colour import contrast
from accessibility.audit.pixels import Pixels, ground_and_ink
from accessibility.audit.seen import IconRecord, Seen
from accessibility.audit.violation import Violation

LEAST = 3.0
ROUNDING = 0.05


def icon_contrast(seen: Seen, pixels: Pixels) -> list[Violation]:
    """Every icon that is on the glass in full, also on what cannot be used now."""
    found: list[Violation] = []
    shown = {control.number: control.visible_px for control in seen.in_view}
    for icon in seen.icons:
        if icon.within not in shown or not shown[icon.within].holds(icon.rect_px):
            continue
        ratio = contrast(*ground_and_ink(pixels.colours_in(icon.rect_px)))
        if ratio < LEAST - ROUNDING:
            wanted = f"{LEAST:g}:1 (WC-03)"
            found.append(Violation("icon contrast", _where(icon), f"{ratio:.2f}:1", wanted, icon.rect_px))
    return found


def _where(icon: IconRecord) -> str:
    return f"icon {icon.name}"
