"""A simple page uses its glass: for elders at least 70 % of the screen (as Shinhan's simple tasks do).

Simple is a page that is only for choosing, for typing a number or for reading one amount, and that stands on the glass
in one piece. Counted is what can be read or pressed there, the frame included; the air between is not.
"""

from __future__ import annotations

from itertools import pairwise

from accessibility.audit.seen import Rect, Seen
from accessibility.audit.violation import Violation

LEAST = 0.7
SIMPLE = {"TileButton", "KeypadCard", "DigitKey", "PadKey", "FactCard", "Button", "Illustration"}
"""What stands on such a page, and nothing else."""
MAIN = {"TileButton", "KeypadCard", "FactCard"}


def filling(seen: Seen) -> list[Violation]:
    """One page; of those with more than one part none is simple."""
    kinds = {control.kind for control in seen.in_view if control.part == "page"}
    news = any(control.part == "alert" for control in seen.in_view)
    if not seen.elder or news or not kinds & MAIN or not kinds <= SIMPLE:
        return []
    share = covered([control.visible_px for control in seen.in_view]) / (seen.width * seen.height)
    if share >= LEAST:
        return []
    return [Violation("filling", seen.screen, f"{share:.0%} of the screen", f"{LEAST:.0%}")]


def covered(rects: list[Rect]) -> float:
    """The area of several rectangles together, what they share counted once."""
    edges = sorted({edge for rect in rects for edge in (rect.y, rect.bottom)})
    total = 0.0
    for top, bottom in pairwise(edges):
        spans = sorted((rect.x, rect.right) for rect in rects if rect.y <= top and rect.bottom >= bottom)
        end = float("-inf")
        for left, right in spans:
            total += max(0.0, right - max(left, end)) * (bottom - top)
            end = max(end, right)
    return total
