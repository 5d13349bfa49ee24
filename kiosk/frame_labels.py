"""The few words the window itself needs, which stand on no Screen."""

from __future__ import annotations

from accessibility.words import Words
from ui.window import FrameLabels


def frame_labels(words: Words) -> FrameLabels:
    """The window's own words in one language."""
    return FrameLabels(scroll_up=words.phrase("Further up"), scroll_down=words.phrase("Further down"))
