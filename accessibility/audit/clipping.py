"""Words cut off or left out: each run within its control, each control within the glass (STANDARDS.md WC-04, CN-02).

What is higher than the page has room for is shown part by part; then no line of words may be cut through.
"""

from __future__ import annotations

from accessibility.audit.seen import ControlRecord, Rect, Seen, TextRecord
from accessibility.audit.violation import Violation, at

ELIDED = ("…", "...")
SPARE = 1.0


def clipping(seen: Seen) -> list[Violation]:
    """Every run of words on the glass. A caption moves on with the voice, so only its width counts."""
    found: list[Violation] = []
    for control in seen.in_view:
        for text in control.texts:
            what = _wrong(seen, control, text)
            if what:
                wanted = "all of it to be seen (WC-04)"
                found.append(Violation("clipping", at(control), what, wanted, control.rect_px))
    return found


def _wrong(seen: Seen, control: ControlRecord, text: TextRecord) -> str:
    rect = text.rect_px
    if text.clipped:
        return "needs more room than its control gives"
    if control.part != "page" and not Rect(0, 0, seen.width, seen.height).holds(control.rect_px.common(rect), SPARE):
        return "stands outside the window"
    shown, whole = control.visible_px.common(rect), control.rect_px.common(rect)
    if control.part != "caption" and not shown.empty and not (shown.holds(whole, SPARE) or _between_lines(text, shown)):
        return f"{shown.height:.0f} of {whole.height:.0f} px high, {shown.width:.0f} of {whole.width:.0f} px wide"
    return ""


def _between_lines(text: TextRecord, shown: Rect) -> bool:
    """Whether a run that goes on in another part of the page is parted between two of its lines."""
    pitch = text.rect_px.height / max(1, text.lines)
    over = (text.line_pitch - 1) * text.font_px / 2
    cuts = ((edge - text.rect_px.y) % pitch for edge in (shown.y, shown.bottom))
    whole_width = shown.width >= text.rect_px.width - SPARE
    return whole_width and all(min(cut, pitch - cut) <= over + SPARE for cut in cuts)


def unreached(parts: list[Seen]) -> list[Violation]:
    """What no part of a page shows in full, however often it is turned."""
    best: dict[int, tuple[float, ControlRecord]] = {}
    for seen in parts:
        for control in seen.controls:
            share = _share(control)
            if share >= best.get(control.number, (-1.0, control))[0]:
                best[control.number] = share, control
    return [
        Violation("clipping", at(control), f"{share:.0%} of it is ever shown", "all of it (WC-04)", control.rect_px)
        for share, control in best.values()
        if control.texts and share < 0.99 and not _taller_than_page(control, parts)
    ]


def _share(control: ControlRecord) -> float:
    area = control.rect_px.width * control.rect_px.height
    return control.visible_px.width * control.visible_px.height / area if area else 1.0


def _taller_than_page(control: ControlRecord, parts: list[Seen]) -> bool:
    """A control that fills more than a part is shown piece by piece: its words are judged line by line."""
    shown = [c.visible_px.height for seen in parts for c in seen.controls if c.number == control.number and c.in_view]
    return sum(shown) >= control.rect_px.height
