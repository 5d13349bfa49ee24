"""Turns pages of the real kiosk, on its own bank, by touch, and prints how long each took as JSON lines.

Run by the bench in a process of its own. A turn is a touch and the page that follows it. `asked` turns wait for the
bank first; for them `page_ms`, from the moment the page is known until it is painted, is what the kiosk itself takes.
"""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import qasync
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from accessibility.screen import Screen
from accessibility.words import Words
from benchmarks.bare import SIZE
from i18n.languages import LANGUAGES
from kiosk.appearance import eyes, theme_for
from kiosk.bank.demo.people import WANG
from kiosk.early import Early
from kiosk.frame_labels import frame_labels
from kiosk.modes import load_modes, offered
from kiosk.runtime import Kiosk
from kiosk.settings import Settings
from ui.kit import Patience
from ui.theme.tokens import Theme
from ui.window import FrameLabels, KioskWindow

BETWEEN_S = 0.15
"""Pause before a touch, so that nothing of the last turn is measured with the next."""
LONGEST_S = 20
ROUNDS = 2
JOURNEYS = ("balances", "checkup", "seeing_hearing")

Arrived = Callable[[Screen], bool]


class TimedWindow(KioskWindow):
    """The kiosk's window, which notes when a page became known and when it was painted."""

    known_at = 0.0
    painted_at = 0.0
    _arrived: Arrived | None = None
    _waiting: asyncio.Future[None] | None = None

    def show_screen(self, screen: Screen, *, theme: Theme | None = None, labels: FrameLabels | None = None) -> None:
        """Note when."""
        self.known_at = time.perf_counter()
        super().show_screen(screen, theme=theme, labels=labels)

    def event(self, event: QEvent) -> bool:
        """An update request is answered by painting all that changed; afterwards the page is there."""
        done = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and self._waiting and not self._waiting.done():
            shown = self.screen_shown
            if shown and self._arrived and self._arrived(shown):
                self.painted_at = time.perf_counter()
                self._waiting.set_result(None)
        return done

    async def after(self, do: Callable[[], object], arrived: Arrived) -> tuple[float, float]:
        """Do something; milliseconds until the page is painted, and of these, those since it was known."""
        self._arrived, self._waiting = arrived, asyncio.get_running_loop().create_future()
        start = time.perf_counter()
        do()
        async with asyncio.timeout(LONGEST_S):
            await self._waiting
        return (self.painted_at - start) * 1000, (self.painted_at - self.known_at) * 1000


class Customer:
    """Touches what is on the page."""

    def __init__(self, window: TimedWindow) -> None:
        self._window = window

    def control(self, key: str) -> QWidget | None:
        """What can be touched under this key."""
        return next((w for w in self._window.focus_order() if getattr(w, "key", "") == key), None)

    async def touch(self, kind: str, key: str, arrived: Arrived) -> None:
        """Touch, wait for the page, and print what it took."""
        await asyncio.sleep(BETWEEN_S)
        target = self.control(key)
        before = self._window.screen_shown
        if target is None or before is None:
            raise LookupError(f"there is no {key!r} on {before.key if before else 'nothing'}")
        try:
            full, page = await self._click(target, arrived)
        except TimeoutError:  # the page changed by itself under her finger: such a touch does not count, by design
            full, page = await self._click(self.control(key) or target, arrived)
        after = self._window.screen_shown
        turn = {
            "kind": kind,
            "from": before.key,
            "to": after.key if after else "",
            "mode": before.mode,
            "lang": before.lang,
            "touch_ms": round(full, 2),
            "page_ms": round(page, 2),
        }
        print(json.dumps(turn), flush=True)

    async def _click(self, target: QWidget, arrived: Arrived) -> tuple[float, float]:
        return await self._window.after(lambda: QTest.mouseClick(target, Qt.MouseButton.LeftButton), arrived)

    def type(self, digits: str) -> None:
        """Type as a card reader does."""
        QTest.keyClicks(self._window, digits)


def at(*keys: str) -> Arrived:
    """The page has one of these keys."""
    return lambda screen: screen.key in keys


def away_from(*keys: str) -> Arrived:
    """A page that is neither one of these nor the waiting page."""
    return lambda screen: screen.key not in (*keys, "waiting")


async def walk(customer: Customer) -> None:
    """Sign in, then open every journey in every mode and language."""
    await customer.touch("ready", "begin", at("sign_in.card"))
    customer.type(WANG.card)
    await customer.touch("ready", "card", at("sign_in.pin"))
    customer.type(WANG.pin)
    await customer.touch("asked", "pin", at("home"))
    for _ in range(ROUNDS):
        for mode in [each.key for each in offered(load_modes())]:
            await _switch(customer, "mode", mode)
            for lang in LANGUAGES:
                await _switch(customer, "language", lang)
                await _open_journeys(customer)


async def _switch(customer: Customer, what: str, target: str) -> None:
    await customer.touch("ready", what, at(what))
    await customer.touch("switch", target, away_from(what))


async def _open_journeys(customer: Customer) -> None:
    for journey in JOURNEYS:
        if customer.control(journey):
            await customer.touch("asked", journey, away_from("home"))
            await customer.touch("ready", "back", at("home"))


async def turning(window: TimedWindow, settings: Settings) -> None:
    """Run the kiosk and the customer side by side until the customer is through."""
    kiosk = asyncio.create_task(Kiosk(window, settings, load_modes()).live(Early(window)))
    walking = asyncio.create_task(walk(Customer(window)))
    await asyncio.wait((kiosk, walking), return_when=asyncio.FIRST_COMPLETED)
    window.close()
    await kiosk
    await walking


def main() -> int:
    """Let the customer walk; with `--profile FILE` write down which functions took the time."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.turning", description=__doc__)
    parser.add_argument("--profile", type=Path, help="write cProfile's figures here")
    given = parser.parse_args()
    if given.profile is None:
        return open_and_walk()
    with cProfile.Profile() as profile:
        code = open_and_walk()
    profile.dump_stats(given.profile)
    return code


def open_and_walk() -> int:
    """Open the window on a bank that passes, and let the customer walk."""
    with tempfile.TemporaryDirectory(prefix="anxin-bench-") as folder:
        settings = Settings(data_dir=Path(folder))
        app = QApplication(["anxin-kiosk"])
        app.setQuitOnLastWindowClosed(False)
        mode = load_modes()[settings.mode]
        machine = eyes(None, settings.viewing_distance_mm, SIZE)
        theme = theme_for(mode, machine, colours="light", text_percent=100, lang=settings.lang)
        window = TimedWindow(theme, patience=Patience(0, 0))
        window.set_labels(frame_labels(Words(settings.lang, mode.wording)))
        window.resize(*SIZE)
        window.show()
        with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
            runner.run(turning(window, settings))
    return 0


if __name__ == "__main__":
    sys.exit(main())
