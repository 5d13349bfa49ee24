"""Contrast of words, measured on rendered pixels (STANDARDS.md WC-01, WC-02, CN-05).

Every word in every mode and theme has 7:1, large ones too: the AAA figure for all. What cannot be used now is exempt in
WCAG; here it must still be made out, 3:1.
"""

from __future__ import annotations

from accessibility.audit.colour import contrast
from accessibility.audit.pixels import Pixels, ground_and_ink
from accessibility.audit.seen import Rect, Seen, TextRecord
from accessibility.audit.violation import Violation, at

USABLE, OUT_OF_USE = 7.0, 3.0
ROUNDING = 0.05
"""Colours have 256 steps: a ratio is not known more closely."""


def text_contrast(seen: Seen, pixels: Pixels) -> list[Violation]:
    """Every run of words on the glass against the ground it really stands on."""
    found: list[Violation] = []
    for control in seen.in_view:
        for text in control.texts:
            rect = text.rect_px.common(control.visible_px)
            if not measurable(text, rect):
                continue
            ratio = contrast(*ground_and_ink(pixels.colours_in(rect)))
            wanted = USABLE if control.enabled else OUT_OF_USE
            if ratio < wanted - ROUNDING:
                found.append(Violation("text contrast", at(control), f"{ratio:.2f}:1", f"{wanted:g}:1 (WC-02)", rect))
    return found


def measurable(text: TextRecord, shown: Rect) -> bool:
    """Whether letters must be there: where the page's edge parts a text, perhaps only air between lines is left."""
    if shown.empty or not any(sign.isalnum() for sign in text.text):
        return False
    return shown.height >= min(text.font_px, text.rect_px.height)
