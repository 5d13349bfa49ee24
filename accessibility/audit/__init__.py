"""The audit: what STANDARDS.md asks of every page, checked on plain records of what is really on the glass.

One module a check; each answers with violations. `on_the_glass` are the checks of one rendered page.
"""

from __future__ import annotations

from collections.abc import Callable

from accessibility.audit.chart_contrast import chart_contrast, chart_patterns
from accessibility.audit.choices import choices
from accessibility.audit.clipping import clipping
from accessibility.audit.edge_contrast import edge_contrast
from accessibility.audit.filling import filling
from accessibility.audit.glyphs import glyphs
from accessibility.audit.icon_contrast import icon_contrast
from accessibility.audit.line_length import line_length
from accessibility.audit.line_pitch import line_pitch
from accessibility.audit.names import names
from accessibility.audit.overlap import overlap
from accessibility.audit.paragraph_gap import paragraph_gap
from accessibility.audit.pixels import Pixels
from accessibility.audit.seen import Seen
from accessibility.audit.tab_order import tab_order
from accessibility.audit.target_gap import target_gap
from accessibility.audit.target_size import target_size
from accessibility.audit.text_contrast import text_contrast
from accessibility.audit.type_size import type_size
from accessibility.audit.violation import Violation

RECORD_CHECKS: tuple[Callable[[Seen], list[Violation]], ...] = (
    target_size, target_gap, type_size, clipping, overlap, glyphs, line_length, line_pitch, paragraph_gap, names,
    tab_order, choices, filling,
)  # fmt: skip
PIXEL_CHECKS: tuple[Callable[[Seen, Pixels], list[Violation]], ...] = (
    text_contrast, edge_contrast, icon_contrast, chart_contrast, chart_patterns,
)  # fmt: skip


def on_the_glass(seen: Seen, pixels: Pixels) -> list[Violation]:
    """Everything that one rendered page, or one part of a page, shows by itself."""
    found = [violation for check in RECORD_CHECKS for violation in check(seen)]
    return found + [violation for check in PIXEL_CHECKS for violation in check(seen, pixels)]
