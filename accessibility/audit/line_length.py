"""Characters on a line: at most 40 Chinese ones or 80 Latin ones (STANDARDS.md WC-06)."""

from __future__ import annotations

from accessibility.audit.seen import Seen
from accessibility.audit.violation import Violation, at

MOST = 40


def line_length(seen: Seen) -> list[Violation]:
    """Every run on the glass of two lines or more, for which the rule is made; a Latin letter counts half."""
    return [
        Violation("line length", at(control), f"{text.longest_line:g} characters", f"{MOST} (WC-06)", text.rect_px)
        for control in seen.in_view
        for text in control.texts
        if text.lines > 1 and text.longest_line > MOST
    ]
