"""Characters the type family has no glyph for: a box stands there instead (STANDARDS.md CN-03, QT-02)."""

from __future__ import annotations

from accessibility.audit.seen import Seen
from accessibility.audit.violation import Violation, at


def glyphs(seen: Seen) -> list[Violation]:
    """Every run of words on the glass."""
    return [
        Violation("glyphs", at(control), f"no glyph for {text.missing!r}", "a glyph each (CN-03)", text.rect_px)
        for control in seen.in_view
        for text in control.texts
        if text.missing
    ]
