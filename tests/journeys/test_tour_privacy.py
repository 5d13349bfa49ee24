"""The promise of the covered copy, over every stop of the tour: nothing of the customer's is in it."""

from __future__ import annotations

import pytest

from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.client.address import Address
from kiosk.journeys.page_copy import copy_of
from kiosk.modes import load_modes
from kiosk.tour.route import person_for, route
from kiosk.tour.walk import Walk
from tests.journeys.belongings import belongings
from tests.journeys.conftest import BankChild, Live
from ui.window import KioskWindow

MUST_BE_THERE = {
    "home", "balances.account", "help.arrived", "help.held", "help.done", "help.board", "staff.ticket", "staff.beside",
    "staff.board", "staff.hold", "staff.day",
}  # fmt: skip


@pytest.mark.parametrize(("mode", "lang"), [("elder", "zh_CN"), ("standard", "en")])
def test_no_covered_page_holds_anything_of_hers(live: Live, bank_child: BankChild, mode: str, lang: str) -> None:
    live(toured(bank_child, mode, lang))


async def toured(child: BankChild, mode: str, lang: str) -> None:
    """Go from stop to stop, without wandering between them, and look into the copy of each page."""
    hers = await belongings(person_for(mode, lang), lang, child)
    modes, pages = load_modes(), list[tuple[str, Screen]]()

    async def where() -> Address:
        return Address(child.url, child.device_token)

    def take(name: str, window: KioskWindow, screen: Screen) -> None:
        del window
        pages.append((name, screen))

    stops = [stop for stop in route(mode, lang) if not stop.wander]
    walk = Walk(where=where, folder=child.folder, modes=modes, mode=mode, lang=lang, size=(1366, 768), stops=stops)
    await walk.go(take)
    met = {screen.key for _, screen in pages}
    assert met >= MUST_BE_THERE, MUST_BE_THERE - met
    assert any(hers.found_in(repr(screen)) for _, screen in pages), "the search finds what is there"
    leaks = {
        (name or screen.key, word)
        for name, screen in pages
        for word in hers.found_in(copy_of(screen, Words(screen.lang, modes[mode].wording), b"salt").masked)
    }
    assert not leaks
