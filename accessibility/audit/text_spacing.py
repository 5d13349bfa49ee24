"""A page stands wider spacing of its words without loss (STANDARDS.md WC-05; WCAG 1.4.12).

It is shown once more with lines 1.5 times the type size apart, two of them after a paragraph, letters 0.12 and words
0.16 of it farther apart: nothing may be cut off, left out, or stand on anything else.
"""

from __future__ import annotations

import msgspec

from accessibility.audit.clipping import clipping, unreached
from accessibility.audit.overlap import overlap
from accessibility.audit.seen import Seen
from accessibility.audit.violation import Violation

LINE, PARAGRAPH, LETTER, WORD = 1.5, 2.0, 0.12, 0.16
"""As shares of the type size: from line to line, after a paragraph, between letters, between words."""

ARROW = "Pointer"


def text_spacing(parts: list[Seen]) -> list[Violation]:
    """All parts of one page as it is with that spacing."""
    found = [violation for seen in parts for violation in (*clipping(seen), *overlap(_words_only(seen)))]
    return [
        msgspec.structs.replace(each, check="text spacing", wanted=f"{each.wanted}, spaced out (WC-05)")
        for each in (*found, *unreached(parts))
    ]


def _words_only(seen: Seen) -> Seen:
    """Without the arrow of a colleague who points at something: it lies over the page for a moment."""
    return msgspec.structs.replace(seen, controls=tuple(each for each in seen.controls if each.kind != ARROW))
