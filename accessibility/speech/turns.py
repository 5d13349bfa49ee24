"""Turns: takes utterances from the queue one by one, has each said and reported, and rests between them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable

from accessibility.caption import QUIET
from accessibility.speech.listeners import Listeners
from accessibility.speech.outlet import Outlet
from accessibility.speech.player import SoundReason
from accessibility.speech.speech_queue import SpeechQueue
from accessibility.speech.teller import Teller, Telling
from accessibility.speech.utterance import Ending, Report, Utterance


class Turns:
    """Runs as a task of its own from `start` to `aclose`. What it takes from the queue is its to report."""

    def __init__(
        self,
        queue: SpeechQueue,
        teller: Teller,
        outlet: Outlet,
        listeners: Listeners,
        now: Callable[[], float],
        sound: Callable[[], SoundReason],
    ) -> None:
        """`sound` answers whether there is sound just now: looked at after every utterance."""
        self._queue = queue
        self._teller = teller
        self._outlet = outlet
        self._listeners = listeners
        self._now = now
        self._sound = sound
        self._saying: asyncio.Task[None] | None = None
        self._telling: Telling | None = None
        self._running: asyncio.Task[None] | None = None
        self._news = asyncio.Event()
        self._hurry = asyncio.Event()
        self._quiet = asyncio.Event()
        self._quiet.set()
        self._quiet_since = float("-inf")
        self.held = False
        """While true nobody gets a turn."""
        self.shown = QUIET
        """What stands in the caption when nothing is said."""

    @property
    def going_on(self) -> bool:
        """True from `begin` until everything was said."""
        return not self._quiet.is_set()

    @property
    def quiet_s(self) -> float:
        """Seconds since everything was said, when it is."""
        return self._now() - self._quiet_since

    @property
    def utterance(self) -> Utterance | None:
        """The one whose turn it is."""
        return self._telling.utterance if self._telling else None

    @property
    def left_s(self) -> float:
        """About how many seconds that one still takes; 0 when there is none."""
        return self._teller.left_s(self._telling) if self._telling else 0.0

    def start(self) -> None:
        """Begin to give turns."""
        if self._running is None:
            self._running = asyncio.create_task(self._run(), name="voice")
            self._running.add_done_callback(_report_failure)

    def begin(self) -> None:
        """There is something to say."""
        self._quiet.clear()
        self._news.set()

    def wake(self) -> None:
        """The queue is another one now, or no longer held."""
        self._news.set()

    def hurry(self) -> None:
        """Look at the queue at once, without the rest between two utterances."""
        self._hurry.set()
        self._news.set()

    def cut(self) -> tuple[Utterance, ...]:
        """End what is being said, at once. Returns what is left of it, from the beginning of its piece in progress."""
        rest = self._telling.rest if self._telling else None
        self._outlet.stop()
        if self._saying:
            self._saying.cancel()
        if self._telling:
            self._telling.todo = ()
        return (rest,) if rest else ()

    async def until_quiet(self) -> None:
        """Wait until everything was said."""
        await self._quiet.wait()

    async def aclose(self) -> None:
        """End it, in the middle of a word if need be."""
        if self._running:
            self._running.cancel()
            await asyncio.wait({self._running})

    async def _run(self) -> None:
        while True:
            self._news.clear()
            if self._queue and not self.held:
                await self._give_turn(Telling.of(self._queue.take()))
                continue
            if not self._queue:
                self._be_quiet()
            await self._news.wait()

    def _be_quiet(self) -> None:
        if not self._quiet.is_set():
            self._quiet_since = self._now()
        self._listeners.caption(self.shown)
        self._quiet.set()

    async def _give_turn(self, telling: Telling) -> None:
        self._telling, telling.turn = telling, self._now()
        saying = self._saying = asyncio.create_task(
            self._teller.tell(telling, lambda: self._queue.first), name="saying"
        )
        self._hurry.clear()
        try:
            await asyncio.wait({saying})
        finally:
            saying.cancel()
            await asyncio.wait({saying})
            self._saying = self._telling = None
            self._report(saying, telling)
        if not saying.cancelled():
            await self._rest(telling.utterance.pause_after_ms / 1000)

    async def _rest(self, seconds: float) -> None:
        """A pause between two utterances, cut short by `hurry`."""
        if seconds:
            # WORKAROUND asyncio (Python 3.11): wait_for may swallow a cancellation, and the voice would never end.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._hurry.wait()

    def _report(self, saying: asyncio.Task[None], telling: Telling) -> None:
        ending = _ending(saying, telling)
        channel = telling.channel if telling.start is not None and telling.heard else "none"
        stop = self._now() if telling.start is not None else None
        to_sound_s = None if telling.start is None else telling.start - telling.turn
        self._listeners.ended(Report(telling.utterance, ending, channel, telling.start, stop, to_sound_s))
        self._listeners.sound(self._sound())


def _report_failure(running: asyncio.Task[None]) -> None:
    """The turns end when they are cancelled, and never else: a voice that fell silent must not go unnoticed."""
    if not running.cancelled() and (problem := running.exception()):
        running.get_loop().call_exception_handler({"message": "the voice failed", "exception": problem})


def _ending(saying: asyncio.Task[None], telling: Telling) -> Ending:
    """How it ended. A mistake of ours in saying it is reported to the loop, and the voice goes on."""
    problem = None if saying.cancelled() else saying.exception()
    if problem:
        saying.get_loop().call_exception_handler({"message": "saying failed", "exception": problem, "task": saying})
    if problem or saying.cancelled():
        return "dropped" if telling.start is None else "stopped"
    return "finished" if telling.heard and telling.start is not None else "silent"
