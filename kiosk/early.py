"""What the customer does before the program is ready: kept, and handed over without a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.journeys.welcome import ANY_KEY

if TYPE_CHECKING:
    from ui.window import KioskWindow


class Early:
    """Listens to the window from the first paint until somebody takes over."""

    def __init__(self, window: KioskWindow) -> None:
        self._window = window
        self._actions: list[tuple[str, str]] = []
        self.closed = False
        """The window was closed already: there is nothing to begin."""
        window.closed.connect(self._close)
        window.acted.connect(self._add)
        window.stray.connect(self._begin)

    def hand_over(self) -> tuple[tuple[str, str], ...]:
        """What was done so far, in order; forgets it and listens no longer. Whoever calls listens from then on."""
        self._window.acted.disconnect(self._add)
        self._window.stray.disconnect(self._begin)
        self._window.closed.disconnect(self._close)
        done, self._actions = tuple(self._actions), []
        return done

    def _add(self, action: str, typed: str) -> None:
        self._actions.append((action, typed))

    def _close(self) -> None:
        self.closed = True

    def _begin(self) -> None:
        """A touch anywhere on the welcome page."""
        self._actions.append((ANY_KEY, ""))
