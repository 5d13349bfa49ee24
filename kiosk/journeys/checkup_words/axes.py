"""The five axes of the portrait, and how far an axis reaches, in words: never a score (CHECKUP.md 5)."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.words import Words

AXES = ("financial", "knowledge", "experience", "objective", "attitude")
MIDDLE, HIGH = 34, 67
"""From here on an axis is in the middle, and high."""


def axis_word(words: Words, axis: str) -> Phrase:
    """财务状况 · 投资知识 · 投资经验 · 投资目标 · 风险偏好."""
    match axis:
        case "financial":
            return words.phrase("Your means")
        case "knowledge":
            return words.phrase("What you know")
        case "experience":
            return words.phrase("Your experience")
        case "objective":
            return words.phrase("What you aim at")
    return words.phrase("What you dare")


def height_word(words: Words, height: int) -> Phrase:
    """How far an axis of 0 to 100 reaches."""
    if height >= HIGH:
        # Translators: how far one axis of her risk portrait reaches
        return words.phrase("much")
    # Translators: how far one axis of her risk portrait reaches
    return words.phrase("middling") if height >= MIDDLE else words.phrase("little")
