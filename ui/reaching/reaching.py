"""How the customer before a window reaches its controls: put into force at once, and changed at once."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from accessibility.reaching.reach import Reach
from ui.kit import Patience
from ui.reaching.doorway import Doorway
from ui.reaching.pointer import large_pointer
from ui.window import KioskWindow

DIGIT_SHARE = 0.5
"""Of the time in which a control does not act again, the same digit waits this much: numbers have pairs."""


class Reaching:
    """Stands between one window and the hands before it. Made after the first paint: till then nothing needs it."""

    def __init__(self, window: KioskWindow, speaking: Callable[[], bool] = lambda: False) -> None:
        """`speaking`: whether the voice is saying something just now."""
        window.winId()  # so that there is a native window to stand before
        self._window = window
        self._reach = Reach()
        self._dressed = (0.0, "", 0.0)
        self.doorway = Doorway(window.room(), window.windowHandle(), self._reach, speaking)
        window.let_in(self.doorway)

    @property
    def reach(self) -> Reach:
        """What is in force."""
        return self._reach

    def set_reach(self, reach: Reach, *, any_key: bool) -> None:
        """From now on she reaches like this. `any_key`: the page asks to press any key."""
        self.doorway.any_key = any_key
        if reach != self._reach:
            self._reach = reach
            self._window.set_patience(Patience(reach.again_s, reach.again_s * DIGIT_SHARE))
            self.doorway.set_reach(msgspec.structs.replace(reach, pointer_mm=0.0))
        self._point()

    def _point(self) -> None:
        """The pointer in the size and the ink in use."""
        theme, mm = self._window.theme, self._reach.pointer_mm
        wanted = (mm, theme.colours.ink, theme.mm_per_px)
        if wanted == self._dressed:
            return
        self._dressed = wanted
        if mm:
            height = round(mm / theme.mm_per_px)
            self._window.setCursor(large_pointer(height, theme.colours.ink, theme.colours.paper))
        else:
            self._window.unsetCursor()
