"""The presenter keeps the idle clock in step with what really stands on the page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import httpx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from accessibility.narrator import Narrator
from accessibility.screen import Screen
from accessibility.speech.manner import Manner
from accessibility.speech.outlet import Outlet
from accessibility.speech.recording_player import RecordingPlayer
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.voice import Voice
from kiosk.appearance import eyes, theme_for
from kiosk.client.address import Address
from kiosk.client.bank import Bank
from kiosk.client.outbox import Outbox
from kiosk.early import Early
from kiosk.journeys.catalogue import open_journey
from kiosk.journeys.surroundings import Sitting, Surroundings
from kiosk.journeys.visit import Visit
from kiosk.model.profile import Preferences
from kiosk.modes import load_modes
from kiosk.presenter import Presenter
from kiosk.qt_loop import qt_runner
from tests.journeys.watch import Watch
from tests.kiosk.journeys.test_idle import Clockwork
from ui.controls.pressable import Pressable
from ui.window import KioskWindow

IDLE_S, WARN_S = 120, 30


@dataclass
class Stand:
    """A window with its visit; time passes only by hand."""

    window: KioskWindow
    visit: Visit
    time: Clockwork
    watch: Watch
    broken: set[str]
    """Names of journeys that cannot be drawn."""
    bank: Bank
    """One that nobody answers for."""

    async def shows(self, key: str) -> None:
        """Wait for a page."""
        await self.watch.until(lambda: self.visit.screen().key == key, key)

    def page_has(self, widget: QWidget) -> bool:
        """Whether it stands in the content of the page, not in the frame around it."""
        return self.window.page is not None and self.window.page.isAncestorOf(widget)

    async def do(self, action: str, key: str) -> None:
        """An action as a screen reader gives it: without any touch. Then wait for a page."""
        self.window.acted.emit(action, "")
        await self.shows(key)


@asynccontextmanager
async def standing(folder: Path, speaking: Voice | None = None) -> AsyncIterator[Stand]:
    """A kiosk that is silent, or one that speaks with a voice of the test's."""
    modes, time = load_modes(), Clockwork()
    window = KioskWindow(
        theme_for(modes["elder"], eyes(None, 600, (1280, 800)), colours="light", text_percent=100, lang="en")
    )
    watch = Watch(window)
    window.resize(1280, 800)
    window.show()
    voice = speaking or Voice(Synthesiser(), Outlet(RecordingPlayer(40.0)), Manner(muted=True))
    narrator = Narrator(voice)
    presenter = Presenter(
        window,
        narrator,
        voice,
        eyes(None, 600, (1280, 800)),
        lambda _: (IDLE_S, WARN_S),
        failed=lambda _: "AB12CD",
        later=time.later,
    )
    nowhere = httpx.MockTransport(lambda _: httpx.Response(204))
    bank = Bank(Address("http://127.0.0.1:9", "device"), lang=lambda: "en", transport=nowhere)

    def surround(sitting: Sitting) -> Surroundings:
        return Surroundings(
            bank=bank,
            sitting=sitting,
            outbox=Outbox(folder),
            changed=lambda: None,
            now=lambda: datetime.now().astimezone(),
            modes=modes,
        )

    broken: set[str] = set()

    def show(screen: Screen) -> None:
        if screen.key in broken:
            raise ZeroDivisionError("cannot be drawn")
        presenter.show(visit, screen)

    visit = Visit(
        open_journey=open_journey,
        surround=surround,
        new_sitting=lambda: Sitting("elder", "en", Preferences(speech=speaking is not None)),
        modes=modes,
        show=show,
        failed=lambda _: "AB12CD",
    )
    voice.add(presenter.listener(visit))
    presenting = asyncio.create_task(presenter.present(visit, Early(window)))
    try:
        await watch.until(lambda: window.screen_shown is not None, "the first page")
        yield Stand(window, visit, time, watch, broken, bank)
    finally:
        presenting.cancel()
        await asyncio.gather(presenting, return_exceptions=True)
        await visit.aclose()
        await bank.aclose()
        window.close()
        watch.end()
        window.deleteLater()
        QApplication.sendPostedEvents()


Live = Callable[..., None]


@pytest.fixture
def live(qapp: QApplication) -> Iterator[Live]:
    qapp.setQuitOnLastWindowClosed(False)
    with qt_runner(qapp) as runner:
        yield lambda story: runner.run(story)


def test_the_clock_runs_as_soon_as_somebody_has_begun(live: Live, tmp_path: Path) -> None:
    async def story() -> None:
        async with standing(tmp_path) as stand:
            assert stand.time.timers == [], "nobody is there yet"
            await stand.do("begin", "sign_in.card")
            stand.time.pass_time(IDLE_S)
            await stand.shows("still_there")
            stand.time.pass_time(WARN_S)
            await stand.shows("welcome")
            await stand.watch.until(lambda: stand.time.timers == [], "the clock to stop")

    live(story())


def test_a_language_chosen_on_the_first_page_does_not_stay_for_the_next_customer(live: Live, tmp_path: Path) -> None:
    async def story() -> None:
        async with standing(tmp_path) as stand:
            stand.window.acted.emit("language:zh_TW", "")
            await stand.watch.until(lambda: stand.visit.screen().lang == "zh_TW", "the language")
            stand.time.pass_time(IDLE_S + WARN_S)
            await stand.watch.until(lambda: stand.visit.screen().lang == "en", "the usual language")

    live(story())


def test_more_time_pressed_by_a_screen_reader_is_more_time(live: Live, tmp_path: Path) -> None:
    async def story() -> None:
        async with standing(tmp_path) as stand:
            await stand.do("begin", "sign_in.card")
            stand.time.pass_time(IDLE_S)
            await stand.shows("still_there")
            await stand.do("more_time", "sign_in.card")
            stand.time.pass_time(WARN_S)
            assert stand.visit.screen().key == "sign_in.card"

    live(story())


def test_a_finger_on_i_am_finished_is_no_wish_for_more_time(live: Live, tmp_path: Path) -> None:
    async def story() -> None:
        async with standing(tmp_path) as stand:
            await stand.do("begin", "sign_in.card")
            stand.time.pass_time(IDLE_S)
            await stand.shows("still_there")
            finished = next(
                tile for tile in stand.window.findChildren(Pressable) if tile.key == "leave" and stand.page_has(tile)
            )
            QTest.mousePress(finished, Qt.MouseButton.LeftButton)
            await asyncio.sleep(0)
            QTest.mouseRelease(finished, Qt.MouseButton.LeftButton)
            await stand.shows("farewell")

    live(story())


def test_any_key_is_more_time(live: Live, tmp_path: Path) -> None:
    async def story() -> None:
        async with standing(tmp_path) as stand:
            await stand.do("begin", "sign_in.card")
            stand.time.pass_time(IDLE_S)
            await stand.shows("still_there")
            QTest.keyClick(stand.window, Qt.Key.Key_X)
            await stand.shows("sign_in.card")
            stand.time.pass_time(IDLE_S - 1)
            assert stand.visit.screen().key == "sign_in.card"

    live(story())


def test_the_goodbye_page_goes_by_itself_without_a_question(live: Live, tmp_path: Path) -> None:
    async def story() -> None:
        async with standing(tmp_path) as stand:
            await stand.do("begin", "sign_in.card")
            await stand.do("leave", "farewell")
            stand.time.pass_time(IDLE_S)
            await stand.shows("welcome")
            assert not stand.visit.screen().lead_in.shown
            await stand.watch.until(lambda: stand.time.timers == [], "the clock to stop")

    live(story())


def test_what_cannot_be_drawn_becomes_the_trouble_page_and_the_kiosk_goes_on(live: Live, tmp_path: Path) -> None:
    async def story() -> None:
        async with standing(tmp_path) as stand:
            await stand.do("begin", "sign_in.card")
            stand.broken.add("sign_in.card")
            await stand.do("louder", "trouble")
            assert "AB12CD" in stand.visit.screen().quiet.shown
            stand.broken.clear()
            await stand.do("try_again", "sign_in.card")

    live(story())
