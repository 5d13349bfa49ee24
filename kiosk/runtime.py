"""The composition root of the kiosk, second half: builds the parts and runs the loop.

Imported in a thread after the first paint (see `kiosk.app`); nothing here runs at import.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import sys
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any

from platformdirs import user_documents_dir
from PySide6.QtWidgets import QApplication

from accessibility.narrator import Narrator
from accessibility.reaching.band import Standing, low_band
from accessibility.reaching.reach import Keys
from accessibility.screen import Screen
from accessibility.speech.jack.choice import choose_jack
from accessibility.speech.jack.jack import Jack
from accessibility.speech.line_up import line_up
from accessibility.speech.manner import Manner
from accessibility.speech.outlet import Outlet
from accessibility.speech.player import Player, choose_player
from accessibility.speech.voice import Voice
from accessibility.speech_log import SpeechLog, SpeechLogError
from accessibility.spoken import lexicon
from kiosk.appearance import Eyes, eyes
from kiosk.client.address import Address, Where, at
from kiosk.client.bank import Bank
from kiosk.client.order_intents import OrderIntents
from kiosk.client.outbox import Outbox
from kiosk.client.resilience import Patience
from kiosk.desk_paper import DeskPaper
from kiosk.early import Early
from kiosk.embedded import EmbeddedBank
from kiosk.family.circle import Circle
from kiosk.folders import data_folder
from kiosk.garbage import GarbageDay
from kiosk.home_family import home_family
from kiosk.journeys.catalogue import open_journey
from kiosk.journeys.help_left_over import keep_sending_left_over
from kiosk.journeys.surroundings import HelpPlace, Sitting, Surroundings
from kiosk.journeys.visit import Visit
from kiosk.model.profile import Preferences
from kiosk.modes import Mode
from kiosk.platform_look import platform_colours
from kiosk.presenter import Presenter
from kiosk.qt_loop import qt_runner
from kiosk.settings import Settings
from kiosk.speech_metrics import SpeechMetrics
from ui.window import KioskWindow

log = logging.getLogger("anxin.kiosk")
LONGEST_QUESTION_S = 4.5
"""So that trouble is told within five seconds, whatever the bank does."""
LONGEST_PLACE, LONGEST_FLOOR = 64, 32
"""Characters of a place's name that the bank keeps."""


def run(
    app: QApplication,
    window: KioskWindow,
    settings: Settings,
    modes: Mapping[str, Mode],
    early: Early,
) -> int:
    """Run the kiosk until its window is closed. The exit code."""
    with qt_runner(app) as runner:
        runner.run(Kiosk(window, settings, modes).live(early))
    return 0


class Kiosk:
    """Everything that lives as long as the window: bank, voice, presenter and the visits one after another."""

    def __init__(
        self,
        window: KioskWindow,
        settings: Settings,
        modes: Mapping[str, Mode],
        player: Player | None = None,
        jack: Jack | None = None,
    ) -> None:
        """`player` is what the voice plays with, `jack` senses the headset; this machine's own when None."""
        self._player = player
        self._jack = jack or choose_jack(settings.headset)
        self._window = window
        self._settings = settings
        self._modes = modes
        self._folder = settings.data_dir or data_folder()
        self._closed = asyncio.Event()
        self._speaker: Voice | None = None

    @property
    def speaking(self) -> bool:
        """Whether something is being said or about to be."""
        return self._speaker is not None and self._speaker.speaking

    async def live(self, early: Early) -> None:
        """Until the window is closed."""
        self._window.closed.connect(self._closed.set)
        if early.closed:
            return
        async with AsyncExitStack() as parts:
            garbage = parts.enter_context(GarbageDay())
            visit, presenter = await self._build(parts, garbage)
            presenting = asyncio.create_task(presenter.present(visit, early))
            closing = asyncio.create_task(self._closed.wait())
            parts.push_async_callback(_end, presenting, closing)
            await asyncio.wait((presenting, closing), return_when=asyncio.FIRST_COMPLETED)
            if presenting.done():
                presenting.result()

    async def _build(self, parts: AsyncExitStack, garbage: GarbageDay) -> tuple[Visit, Presenter]:
        where = await self._find_bank(parts)
        bank = Bank(where, lang=lambda: visit.sitting.lang, patience=Patience(deadline_s=LONGEST_QUESTION_S))
        parts.push_async_callback(bank.aclose)
        voice = self._speaker = await self._voice(parts)
        presenter = self._presenter(voice)
        outbox = Outbox(self._folder / "outbox")

        def show(screen: Screen) -> None:
            presenter.show(visit, screen)
            garbage.later()

        family = self._family(parts, lambda: visit.refresh())
        visit = Visit(
            open_journey=open_journey,
            surround=self._surround(bank, outbox, family, lambda: visit),
            new_sitting=self._new_sitting,
            modes=self._modes,
            show=show,
            failed=report,
        )
        parts.push_async_callback(visit.aclose)
        longest = timedelta(minutes=self._settings.help_keep_min)
        sending = keep_sending_left_over(bank, outbox, longest, looked=garbage.later, failed=report)
        left_over = asyncio.create_task(sending, name="left over")
        parts.push_async_callback(_end, left_over)
        voice.add(presenter.listener(visit))
        self._jack.watch(presenter.private_ear(visit))
        parts.push_async_callback(self._jack.aclose)
        await self._jack.start()
        self._catch_what_nobody_caught(visit)
        return visit, presenter

    def _presenter(self, voice: Voice) -> Presenter:
        return Presenter(
            self._window,
            Narrator(voice),
            voice,
            self._eyes(),
            self._idle_times,
            failed=report,
            beside_reader=self._settings.voice == "on",
            number_keys=self._number_keys(),
            standing=self._standing(),
        )

    def _surround(
        self, bank: Bank, outbox: Outbox, family: Circle | None, visit: Callable[[], Visit]
    ) -> Callable[[Sitting], Surroundings]:
        """What journeys are handed in a sitting; a change in one that is over changes nothing."""
        intents = OrderIntents(self._folder / "orders")

        def surround(sitting: Sitting) -> Surroundings:
            return Surroundings(
                bank=bank,
                sitting=sitting,
                outbox=outbox,
                changed=lambda: visit().refresh() if visit().sitting is sitting else None,
                now=lambda: datetime.now().astimezone(),
                modes=self._modes,
                place=self._settings.place,
                paper=self._paper(),
                family=family,
                home_device=self._settings.home,
                intents=intents,
                speaking=lambda: self.speaking,
                pauses=(Bank.pause_orders,),
                low_reach=low_band(self._standing()) is not None,
                help_place=HelpPlace(
                    self._settings.help_call_number, self._settings.help_desk, self._settings.help_country
                ),
            )

        return surround

    def _family(self, parts: AsyncExitStack, changed: Callable[[], None]) -> Circle | None:
        """At home the relatives who may be told; in a branch nobody."""
        family = home_family(self._folder, self._settings.place, changed) if self._settings.home else None
        if family:
            parts.push_async_callback(family.aclose)
        return family

    def _paper(self) -> DeskPaper:
        """At home a sheet may also be saved; in a branch nothing is left behind."""
        documents = Path(user_documents_dir()) if self._settings.home else None
        return DeskPaper(self._settings.printer, documents, lambda: datetime.now().astimezone())

    async def _find_bank(self, parts: AsyncExitStack) -> Where:
        """The operator's bank, or one of our own beside us."""
        if self._settings.bank_url:
            return at(Address(self._settings.bank_url, self._settings.bank_device_token))
        embedded = EmbeddedBank(
            self._folder,
            place=self._settings.place[:LONGEST_PLACE],
            floor=self._settings.floor[:LONGEST_FLOOR],
            branch=self._settings.branch_name[:LONGEST_PLACE],
            kind="home" if self._settings.home else "branch",
            manager=(self._settings.manager_call, self._settings.manager_words),
        )
        await embedded.start()
        parts.push_async_callback(embedded.stop)
        return embedded.address

    async def _voice(self, parts: AsyncExitStack) -> Voice:
        """The voice with its log; its children warm up while the customer reads the first page."""
        engines = line_up(self._settings.voice_engine, self._folder / lexicon.FILE_NAME)
        voice = Voice(engines, Outlet(self._player or choose_player()), Manner(muted=self._settings.voice == "off"))
        metrics = SpeechMetrics(engines, lambda: voice.sound, self._folder)
        if self._settings.speech_log:
            try:
                speech_log = SpeechLog.open(self._settings.speech_log)
            except SpeechLogError as problem:
                print(problem, file=sys.stderr)
            else:
                parts.callback(speech_log.close)
                voice.add(speech_log)
        voice.add(metrics)
        metrics.start()
        parts.push_async_callback(metrics.aclose)  # after the voice, whose last words count
        parts.push_async_callback(voice.aclose)
        await voice.start()
        return voice

    def _new_sitting(self) -> Sitting:
        volume = min(5, max(1, round(self._settings.volume / 20)))
        wishes = Preferences(volume=volume, theme=platform_colours(home=self._settings.home))
        return Sitting(self._settings.mode, self._settings.lang, wishes, sensed=self._jack.state)

    def _number_keys(self) -> Keys:
        keys = self._settings.number_keys
        return "phone" if keys == "phone" else "computer" if keys == "computer" else "none"

    def _standing(self) -> Standing | None:
        """How the screen stands, where the operator has measured it."""
        bottom, height = self._settings.screen_bottom_mm, self._settings.screen_height_mm
        return Standing(bottom, height) if bottom is not None and height is not None else None

    def _eyes(self) -> Eyes:
        size = self._window.size()
        return eyes(self._settings.mm_per_px, self._settings.viewing_distance_mm, (size.width(), size.height()))

    def _idle_times(self, visit: Visit) -> tuple[int, int]:
        times = visit.mode.time
        return self._settings.idle_s or times.idle_s, self._settings.warn_s or times.warn_s

    def _catch_what_nobody_caught(self, visit: Visit) -> None:
        """The one last resort: a failure nobody foresaw becomes the trouble page with a reference number."""

        def caught(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
            if isinstance(problem, Exception):
                visit.fail(problem, report(problem))
            else:
                sys.__excepthook__(kind, problem, trace)

        def in_loop(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
            problem = context.get("exception")
            if isinstance(problem, Exception):
                visit.fail(problem, report(problem))
            else:
                log.error("%s", context.get("message"))

        sys.excepthook = caught
        asyncio.get_running_loop().set_exception_handler(in_loop)


def report(problem: BaseException) -> str:
    """Write a failure to the log under a short reference that the customer can read to the staff."""
    reference = secrets.token_hex(3).upper()
    log.error("reference %s", reference, exc_info=problem)
    return reference


async def _end(*tasks: asyncio.Task[Any]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
