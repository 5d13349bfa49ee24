"""From line to line at least 1.3 times the type size (STANDARDS.md CN-04)."""

from __future__ import annotations

from accessibility.audit.seen import Seen
from accessibility.audit.violation import Violation, at

LEAST = 1.3
ROUNDING = 0.005


def line_pitch(seen: Seen) -> list[Violation]:
    """Every run of words of more than one line on the glass."""
    return [
        Violation("line pitch", at(control), f"{text.line_pitch:.2f}", f"{LEAST} (CN-04)", text.rect_px)
        for control in seen.in_view
        for text in control.texts
        if text.lines > 1 and text.line_pitch < LEAST - ROUNDING
    ]
