"""From paragraph to paragraph at least 1.3 times as far as from line to line (STANDARDS.md CN-04).

A paragraph is a run of words that ends as a sentence does. Two of them follow each other where one stands right under
the other, on one card or on the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from accessibility.audit.seen import ControlRecord, Rect, Seen, TextRecord
from accessibility.audit.violation import Violation

LEAST = 1.3
ROUNDING = 0.02
ENDS = ("。", "！", "？", ".", "!", "?")
LABEL = "Label"
NEAR = 3.0
"""Farther apart than so many lines they do not follow each other."""


def paragraph_gap(seen: Seen) -> list[Violation]:
    """Every two paragraphs that follow each other on the glass."""
    found: list[Violation] = []
    for one, other in _followers(seen):
        pitch = max(_pitch(one), _pitch(other))
        apart = (other.rect_px.y - one.rect_px.bottom) / pitch + 1
        if apart < LEAST - ROUNDING:
            around = _both(one.rect_px, other.rect_px)
            found.append(
                Violation("paragraph gap", f"“{other.text[:24]}”", f"{apart:.2f} lines", f"{LEAST} (CN-04)", around)
            )
    return found


def _followers(seen: Seen) -> Iterator[tuple[TextRecord, TextRecord]]:
    for control in seen.in_view:
        yield from ((one, other) for one, other in pairwise(_paragraphs(control)) if _under(one, other))
    labels = [control for control in seen.in_view if control.kind == LABEL and _tells(control)]
    both = pairwise([text for control in labels for text in _paragraphs(control)])
    yield from ((one, other) for one, other in both if _under(one, other))


def _tells(control: ControlRecord) -> bool:
    """A heading that asks something is no paragraph, wherever it stands."""
    return control.part == "page" and control.key != "heading"


def _paragraphs(control: ControlRecord) -> list[TextRecord]:
    return [text for text in control.texts if text.text.rstrip("”’」』) ").endswith(ENDS) and text.rect_px.height > 0]


def _under(one: TextRecord, other: TextRecord) -> bool:
    across = min(one.rect_px.right, other.rect_px.right) > max(one.rect_px.x, other.rect_px.x)
    return across and -1 <= other.rect_px.y - one.rect_px.bottom < NEAR * _pitch(one)


def _pitch(text: TextRecord) -> float:
    return text.line_pitch * text.font_px


def _both(a: Rect, b: Rect) -> Rect:
    left, top = min(a.x, b.x), min(a.y, b.y)
    return Rect(left, top, max(a.right, b.right) - left, max(a.bottom, b.bottom) - top)
