"""Linux: the headset as PulseAudio or PipeWire knows it."""

from __future__ import annotations

import asyncio
import contextlib
import re

import msgspec

from accessibility.speech.jack.jack import JackState, JackWatcher
from accessibility.speech.jack.pactl import NoAnswer, Pactl
from accessibility.speech.jack.sinks import Sink, headset_state, read_sinks

EVENT = re.compile(r"Event '(?P<what>[a-z]+)' on (?P<whose>[a-z-]+) #(?P<index>\d+)")
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.1, 5.0
"""Between two tries to reach an audio server that is away; doubled each time."""
ASK_AGAIN_S = 5.0
"""After a question that was not answered, should nothing happen meanwhile."""


class PulseJack:
    """Follows the server's events with one child, and asks it what they mean (STANDARDS.md EN-03, EN-07).

    An event that may be the headset's end is told at once (`stirred`), before the server is asked: whatever is
    private falls silent in the meantime. When the server is away nothing is known, and it is tried again.

    The child does not say when it has begun to listen, and what happens before is in no event. But each question is
    itself an event (a client that comes and goes): until one has been heard, the server is asked again and again.
    """

    def __init__(self, pactl: Pactl | None = None, *, setpriv: str = "") -> None:
        self._pactl = pactl or Pactl(setpriv=setpriv)
        self._state: JackState = "unknown"
        self._watchers: list[JackWatcher] = []
        self._sinks: tuple[Sink, ...] = ()
        self._default = ""
        self._seen = self._stirred = False
        self._listening = False
        self._to_ask = asyncio.Event()
        self._watching: asyncio.Task[None] | None = None

    @property
    def state(self) -> JackState:
        """How it stands now; unknown until the server has answered."""
        return self._state

    def watch(self, watcher: JackWatcher) -> None:
        """Tell it of changes from now on."""
        self._watchers.append(watcher)

    async def start(self) -> None:
        """Begin to sense, in a task of its own."""
        if self._watching is None:
            self._watching = asyncio.create_task(self._watch(), name="headset")

    async def aclose(self) -> None:
        """End the task and its children."""
        watching, self._watching = self._watching, None
        if watching:
            watching.cancel()
            await asyncio.wait({watching})

    async def _watch(self) -> None:
        """As long as the kiosk runs; ends only when there is no pactl."""
        pause = FIRST_PAUSE_S
        while True:
            try:
                async with self._pactl.events() as events:
                    answered = await self._follow(events)
            except OSError:
                return
            self._stir()
            self._settle("unknown")
            pause = FIRST_PAUSE_S if answered else min(LONGEST_PAUSE_S, pause * 2)
            await asyncio.sleep(pause)

    async def _follow(self, events: asyncio.StreamReader) -> bool:
        """Until the server ends. True when it has answered at all."""
        self._default, self._sinks, self._listening = "", (), False
        self._to_ask.set()
        async with asyncio.TaskGroup() as group:
            asking = group.create_task(self._keep_asking(), name="headset's state")
            while event := await events.readline():
                self._heard(event)
            asking.cancel()
        return bool(self._sinks)

    def _heard(self, line: bytes) -> None:
        event = EVENT.match(line.decode(errors="replace"))
        if event is None:
            return
        if not self._listening:
            self._listening = True
            self._to_ask.set()
        what, whose, index = event["what"], event["whose"], int(event["index"])
        if whose in ("server", "card"):
            self._stir()
        elif whose != "sink" or (what != "new" and not self._matters(what, index)):
            return
        self._to_ask.set()

    def _matters(self, what: str, index: int) -> bool:
        """Of an event of a sink. Sound that begins or ends changes its sink too: no reason to hush, or even to ask."""
        default = self._default_sink
        if default is None or default.index != index:
            return default is None
        if what == "remove":
            self._stir()
        return what == "remove" or bool(default.ports)

    @property
    def _default_sink(self) -> Sink | None:
        return next((sink for sink in self._sinks if sink.name == self._default), None)

    async def _keep_asking(self) -> None:
        """Ask after each event, once for those that come together; unasked for until it surely hears of events."""
        pause = FIRST_PAUSE_S
        while True:
            known = self._sinks and self._listening
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(None if known else ASK_AGAIN_S if self._listening else pause):
                    await self._to_ask.wait()
            self._to_ask.clear()
            pause = min(ASK_AGAIN_S, pause * 2)
            self._settle(await self._asked())

    async def _asked(self) -> JackState:
        questions = self._pactl.ask("-f", "json", "list", "sinks"), self._pactl.ask("get-default-sink")
        answers = await asyncio.gather(*questions, return_exceptions=True)
        try:
            sinks, default = [_checked(answer) for answer in answers]
            self._sinks, self._default = read_sinks(sinks), default.decode().strip()
        except (NoAnswer, msgspec.DecodeError, UnicodeDecodeError):
            self._sinks = ()
            return "unknown"
        return headset_state(self._sinks, self._default, seen_before=self._seen)

    def _stir(self) -> None:
        if self._state == "in" and not self._stirred:
            self._stirred = True
            for watcher in tuple(self._watchers):
                watcher.stirred()

    def _settle(self, state: JackState) -> None:
        told, self._stirred = self._stirred, False
        if self._to_ask.is_set() and told and state == "in":
            self._stirred = True  # something has happened since: wait for the next answer
            return
        self._seen = self._seen or state == "in"
        if told or state != self._state:
            self._state = state
            for watcher in tuple(self._watchers):
                watcher.settled(state)


def _checked(answer: bytes | BaseException) -> bytes:
    if isinstance(answer, BaseException):
        raise answer
    return answer
