"""The balances journey on a bank nobody here wrote: Prism invents every answer from the official description."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from datetime import datetime
from pathlib import Path

import pytest

from accessibility.screen import Screen
from accessibility.words import Words
from i18n.languages import LANGUAGES
from kiosk.client.address import Address
from kiosk.client.bank import Bank
from kiosk.client.outbox import Outbox
from kiosk.client.resilience import Patience
from kiosk.journeys.catalogue import open_journey
from kiosk.journeys.surroundings import Sitting, Surroundings
from kiosk.journeys.visit import Visit
from kiosk.model.profile import Profile
from kiosk.modes import load_modes, offered
from tests.kiosk.journeys.promises import controls, keep_promises, text
from tests.prism import PrismMissing, start_prism

SEEDS = ("1", "3", "2026")
"""With the first one Prism invents no account that a customer may see; with the others it does."""
MODES = load_modes()
MODE_KEYS = [mode.key for mode in offered(MODES)]
CALM = Patience(deadline_s=30.0, light_deadline_s=30.0, fault_s=20.0, connect_s=10.0)
"""Prism is slow on a busy machine; how patient we are is tested elsewhere."""


@pytest.fixture(scope="module", params=SEEDS)
def invented(request: pytest.FixtureRequest) -> Iterator[str]:
    """Where the invented bank answers."""
    try:
        with start_prism("mock", "-d", "--seed", request.param) as prism:
            yield prism.url
    except PrismMissing as missing:
        pytest.skip(str(missing))


@pytest.fixture
async def bank(invented: str) -> AsyncIterator[Bank]:
    """Its client, with a consent given elsewhere."""
    async with aclosing(
        Bank(Address(invented, "none", aisp_path=""), lang=lambda: "en", token="x", patience=CALM)
    ) as client:
        yield client


@pytest.fixture(scope="module")
def pages_seen() -> Iterator[set[str]]:
    """Every page that came, of all seeds; a month is among them, or the tests have proved little."""
    seen: set[str] = set()
    yield seen
    assert not seen or "balances.month" in seen


class Viewer:
    """A visit of somebody who is signed in, without a window."""

    def __init__(self, bank: Bank, folder: Path, mode: str, lang: str) -> None:
        self.mode, self.lang = mode, lang
        self.screens: list[Screen] = []
        self.failures: list[BaseException] = []

        def surround(sitting: Sitting) -> Surroundings:
            sitting.profile = Profile(customer_id="42", greeting={}, entitlements=("balances",))
            return Surroundings(
                bank=bank,
                sitting=sitting,
                outbox=Outbox(folder),
                changed=lambda: None,
                now=lambda: datetime.now().astimezone(),
                modes=MODES,
            )

        self.visit = Visit(
            open_journey=open_journey,
            surround=surround,
            new_sitting=lambda: Sitting(mode, lang),
            modes=MODES,
            show=self.screens.append,
            failed=self._failed,
        )

    async def press(self, action: str) -> Screen:
        """Choose, and wait for the answer."""
        await self.visit.act(action)
        await self.visit.settled()
        return self.screens[-1]

    def _failed(self, problem: BaseException) -> str:
        self.failures.append(problem)
        return "PRISM"


@pytest.mark.parametrize("mode", MODE_KEYS)
async def test_accounts_account_and_month_come_out_whatever_is_invented(
    bank: Bank, tmp_path: Path, mode: str, pages_seen: set[str]
) -> None:
    lang = LANGUAGES[MODE_KEYS.index(mode)]
    viewer = Viewer(bank, tmp_path, mode, lang)
    await viewer.visit.begin()
    try:
        await viewer.press("home")
        page = await viewer.press("balances")
        if controls(page) == ["ask"]:
            assert page.key == "balances.accounts", text(page)
            assert Words(lang, MODES[mode].wording).text("There is no account here yet.") in text(page)
        else:
            if page.key == "balances.accounts":
                page = await viewer.press(controls(page)[0])
            assert page.key == "balances.account", text(page)
            page = await viewer.press("month")
            assert page.key == "balances.month", text(page)
    finally:
        await viewer.visit.aclose()
    assert not viewer.failures
    pages_seen.update(screen.key for screen in viewer.screens)
    ours = [screen for screen in viewer.screens if screen.key.startswith("balances")]
    for screen in ours:
        keep_promises(screen, MODES[mode], ())
        assert screen.lang == lang
