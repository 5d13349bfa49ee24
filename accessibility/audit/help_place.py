"""Help stands at the same place on every page, can be used, and is in view (STANDARDS.md WC-21, CN-21)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from accessibility.audit.seen import ControlRecord, Seen
from accessibility.audit.violation import NOWHERE, Violation

KEY = "help"


def help_place(pages: Sequence[Seen]) -> list[tuple[Seen, Violation]]:
    """All pages of one mode, language, size and window together: the commonest place is the right one."""
    places = {number: _help(seen) for number, seen in enumerate(pages)}
    rects = Counter(button.rect_px for button in places.values() if button)
    usual = rects.most_common(1)[0][0] if rects else NOWHERE
    found = []
    for number, seen in enumerate(pages):
        button = places[number]
        wrong = _wrong(button) or ("elsewhere" if button and button.rect_px != usual else "")
        if wrong:
            rect = button.rect_px if button else usual
            found.append((seen, Violation("help place", KEY, wrong, "there, the same on every page (WC-21)", rect)))
    return found


def _help(seen: Seen) -> ControlRecord | None:
    return next((control for control in seen.controls if control.key == KEY and control.part == "foot"), None)


def _wrong(button: ControlRecord | None) -> str:
    if button is None:
        return "not there"
    if not button.in_view or not button.visible_px.holds(button.rect_px, 1):
        return "not in view"
    return "" if button.enabled else "cannot be used"
