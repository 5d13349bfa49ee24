"""The voice: says utterances one after the other, stops at once, and tells listeners what it does."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Iterable

import msgspec

from accessibility.caption import QUIET, Caption
from accessibility.speech.ahead import Ahead
from accessibility.speech.listener import Listener
from accessibility.speech.listeners import Listeners
from accessibility.speech.loudness import LOUDEST
from accessibility.speech.maker import Maker
from accessibility.speech.manner import FASTEST, SLOWEST, Manner
from accessibility.speech.outlet import Outlet
from accessibility.speech.player import SoundReason
from accessibility.speech.speech_queue import SpeechQueue
from accessibility.speech.teller import Teller, Telling
from accessibility.speech.utterance import Channel, Ending, Priority, Report, Utterance


class Voice:
    """Owns the queue, the maker of sounds and the outlet. All methods are for the loop's thread and return at once.

    `start` before the first word, `aclose` after the last; what is said before `start` waits.
    """

    def __init__(
        self,
        maker: Maker,
        outlet: Outlet,
        manner: Manner = Manner(),  # noqa: B008 - a frozen value
        now: Callable[[], float] = time.time,
    ) -> None:
        self._maker = maker
        self._outlet = outlet
        self._manner = manner
        self._now = now
        self._queue = SpeechQueue()
        self._ahead = Ahead(maker)
        self._listeners = Listeners("muted" if manner.muted else outlet.reason)
        self._teller = Teller(self._ahead, outlet, self._listeners, now)
        self._current: asyncio.Task[None] | None = None
        self._telling: Telling | None = None
        self._runner: asyncio.Task[None] | None = None
        self._news = asyncio.Event()
        self._hurry = asyncio.Event()
        self._quiet = asyncio.Event()
        self._quiet.set()
        self._shown = QUIET

    @property
    def speaking(self) -> bool:
        """True while something is being said or waits to be."""
        return not self._quiet.is_set()

    @property
    def sound(self) -> SoundReason:
        """Whether there is sound, and why not."""
        if self._manner.muted:
            return "muted"
        return "engine_failed" if self._teller.engine_failed else self._outlet.reason

    @property
    def manner(self) -> Manner:
        """Rate, volume and channel now."""
        return self._manner

    def add(self, listener: Listener) -> None:
        """Tell it from now on."""
        self._listeners.add(listener)

    def remove(self, listener: Listener) -> None:
        """Tell it no longer."""
        self._listeners.remove(listener)

    async def start(self) -> None:
        """Begin to speak. The speech children warm up meanwhile."""
        if self._runner is None:
            self._runner = asyncio.create_task(self._run(), name="voice")
        await self._maker.start()

    def say(self, utterances: Iterable[Utterance], priority: Priority = Priority.NORMAL) -> None:
        """Say these, in this order, when their priority lets them; with NOW everything else is stopped or dropped."""
        ranked = [msgspec.structs.replace(utterance, priority=priority) for utterance in utterances]
        if not ranked:
            return
        if priority is Priority.NOW:
            self._interrupt()
        self._quiet.clear()
        self._shown = QUIET
        self._drop(self._queue.put(ranked, priority))
        if priority is not Priority.NORMAL:
            self._ahead.forget()
        self._news.set()

    def stop(self) -> None:
        """Be silent at once (about 1 ms) and drop what waits."""
        self._interrupt()
        self._drop(self._queue.clear())
        self._shown = QUIET
        self._ahead.forget()
        self._news.set()

    def leave(self, source_key: str) -> None:
        """A screen was left: stop and drop its words, keep all others."""
        self._drop(self._queue.clear(lambda utterance: utterance.source_key == source_key))
        if self._telling and self._telling.utterance.source_key == source_key:
            self._interrupt()
        self._ahead.forget()

    def drop(self, unwanted: Callable[[Utterance], bool]) -> None:
        """Drop what waits and is no longer wanted; what sounds is said to its end."""
        self._drop(self._queue.clear(unwanted))
        self._ahead.forget()

    def show(self, text: str, lang: str) -> None:
        """Show words in the caption without saying them, such as how many digits there are; until the next speech."""
        self._shown = Caption(text, lang=lang, sounding=False)
        if not self.speaking:
            self._listeners.caption(self._shown)

    def set_rate(self, words_a_minute: int) -> None:
        """Speak at this rate from the next utterance on; kept within 80 to 300 English words a minute."""
        self._set(rate=min(FASTEST, max(SLOWEST, words_a_minute)))

    def set_volume(self, volume: int) -> None:
        """Speak at volume 1 to 5 from the next utterance on; kept within them."""
        self._set(volume=min(LOUDEST, max(1, volume)))

    def set_muted(self, muted: bool) -> None:
        """Go on in captions only, or with sound again, from the next utterance on."""
        self._set(muted=muted)
        self._listeners.sound(self.sound)

    def set_channel(self, channel: Channel) -> None:
        """Where the sound is heard now: a headset was plugged in or pulled out."""
        self._set(channel=channel)

    async def until_quiet(self) -> None:
        """Wait until everything was said."""
        await self._quiet.wait()

    async def aclose(self) -> None:
        """Stop, end the children, and wait until nothing is left."""
        self.stop()
        self._ahead.forget()
        if self._runner:
            self._runner.cancel()
            await asyncio.wait({self._runner})
        await self._maker.aclose()

    def _set(self, **changes: object) -> None:
        self._manner = msgspec.structs.replace(self._manner, **changes)
        self._ahead.forget()

    def _interrupt(self) -> None:
        self._outlet.stop()
        self._hurry.set()
        if self._current:
            self._current.cancel()

    def _drop(self, utterances: tuple[Utterance, ...]) -> None:
        for utterance in utterances:
            self._listeners.ended(Report(utterance, "dropped", "none"))

    async def _run(self) -> None:
        while True:
            self._news.clear()
            if self._queue:
                await self._say_next()
            else:
                self._listeners.caption(self._shown)
                self._quiet.set()
                await self._news.wait()

    async def _say_next(self) -> None:
        telling = self._telling = Telling(self._queue.take(), self._manner)
        saying = self._current = asyncio.create_task(
            self._teller.tell(telling, lambda: self._queue.first), name="saying"
        )
        self._hurry.clear()
        try:
            await asyncio.wait({saying})
        finally:
            saying.cancel()
            await asyncio.wait({saying})
            self._current = self._telling = None
            self._report(saying, telling)
        if not saying.cancelled():
            await self._rest(telling.utterance.pause_after_ms / 1000)

    async def _rest(self, seconds: float) -> None:
        """A pause between two utterances, cut short by `stop` or more urgent speech."""
        if seconds:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._hurry.wait(), seconds)

    def _report(self, saying: asyncio.Task[None], telling: Telling) -> None:
        ending = _ending(saying, telling)
        channel = telling.manner.channel if telling.start is not None and telling.heard else "none"
        stop = self._now() if telling.start is not None else None
        self._listeners.ended(Report(telling.utterance, ending, channel, telling.start, stop))
        self._listeners.sound(self.sound)


def _ending(saying: asyncio.Task[None], telling: Telling) -> Ending:
    """How it ended. A mistake of ours in saying it is reported to the loop, and the voice goes on."""
    problem = None if saying.cancelled() else saying.exception()
    if problem:
        saying.get_loop().call_exception_handler({"message": "saying failed", "exception": problem, "task": saying})
    if problem or saying.cancelled():
        return "dropped" if telling.start is None else "stopped"
    return "finished" if telling.heard and telling.start is not None else "silent"
