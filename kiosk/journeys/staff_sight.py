"""What staff may see of a sitting: the page she asks for help from, and each page while she lets them look."""

from __future__ import annotations

from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.journeys.onlookers import BOARD, tell_onlookers
from kiosk.journeys.page_copy import PageCopy, copy_of
from kiosk.journeys.surroundings import Sitting


class StaffSight:
    """Remembers the last page that was not about asking for help. Only covered copies leave it."""

    def __init__(self) -> None:
        self._page: Screen | None = None

    def turned_to(self, sitting: Sitting, screen: Screen, words: Words, *, hers: bool) -> None:
        """A page is on show; `hers`: it is one that she may want to ask about."""
        if hers and screen.key != BOARD:
            self._page = screen
        tell_onlookers(sitting, screen, words)

    def copy(self, sitting: Sitting, words: Words) -> PageCopy:
        """The covered copy of that page."""
        return copy_of(self._page, words, sitting.salt) if self._page else PageCopy()

    def forget(self) -> None:
        """The sitting is over."""
        self._page = None
