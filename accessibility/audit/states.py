"""States told to every eye: in grey and with fewer colours, too (STANDARDS.md CN-06, WC-03, RS-14, EN-23).

A control is drawn in one state and in the other. The pixels that change by 3:1 must be as many as a plain tick has, for
eyes that see all colours, none, or all but red, green or blue. A light of the check-up has its own word.
"""

from __future__ import annotations

from accessibility.audit.colour import VISIONS
from accessibility.audit.pixels import Grid, changed
from accessibility.audit.seen import ControlRecord
from accessibility.audit.violation import Violation, at
from accessibility.screen import Finding, Screen

LEAST_CONTRAST = 3.0
TICK = 0.08
"""Pixels of a plain tick, as a share of the square of the type size."""


def states(control: ControlRecord, one: Grid, other: Grid) -> list[Violation]:
    """Compare a control in its two states; both grids show the same part of the window."""
    size = max((text.font_px for text in control.texts), default=0)
    wanted = round(TICK * size * size)
    pairs = one.became(other, control.rect_px)
    for vision in VISIONS:
        count = changed(pairs, LEAST_CONTRAST, vision)
        if count < wanted:
            measured = f"{count} px change ({vision})"
            return [Violation("states", at(control), measured, f"{wanted} px at 3:1 (CN-06)", control.rect_px)]
    return []


def lights(screen: Screen) -> list[Violation]:
    """Two different lights of a page have two different words."""
    words: dict[str, str] = {}
    found: list[Violation] = []
    for finding in (block for block in screen.blocks if isinstance(block, Finding)):
        word = finding.word.shown.strip()
        if not word or words.setdefault(word, finding.status) != finding.status:
            what = f"light {finding.status} says {word!r}"
            found.append(Violation("states", finding.title.shown[:24], what, "a word of its own (CN-06)"))
    return found
