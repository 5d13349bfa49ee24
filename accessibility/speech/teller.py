"""The teller: takes one utterance through its life, from its pieces to its last word."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from accessibility.caption import Caption
from accessibility.speech.ahead import Ahead
from accessibility.speech.listeners import Listeners
from accessibility.speech.maker import Made
from accessibility.speech.manner import Manner
from accessibility.speech.outlet import Outlet
from accessibility.speech.sentences import Piece, pieces
from accessibility.speech.sound import SAMPLE_BYTES, Sound
from accessibility.speech.timing import Moment, estimated_seconds, moments
from accessibility.speech.utterance import Utterance

SENTENCE_PAUSE_S = 0.15
"""Between two pieces of one utterance."""


class Telling(msgspec.Struct):
    """What is known of the utterance in progress."""

    utterance: Utterance
    manner: Manner
    start: float | None = None
    """When it began, in seconds since 1970."""
    heard: bool = True
    """False once a part of it had to go without sound."""


class Teller:
    """Says one utterance at a time."""

    def __init__(self, ahead: Ahead, outlet: Outlet, listeners: Listeners, now: Callable[[], float]) -> None:
        self._ahead = ahead
        self._outlet = outlet
        self._listeners = listeners
        self._now = now
        self.engine_failed = False

    async def tell(self, telling: Telling, following: Callable[[], Utterance | None]) -> None:
        """Say it to its end. `following` answers what will be said after it, so that it can be made meanwhile."""
        todo = pieces(telling.utterance.text)
        for index, piece in enumerate(todo):
            rest = SENTENCE_PAUSE_S if index + 1 < len(todo) else 0.0
            if telling.manner.muted:
                await self._show_only(telling, piece, rest)
                continue
            made = await self._ahead.make(telling.manner.request(piece, telling.utterance.lang))
            self.engine_failed = made is None
            self._prepare(telling, todo[index + 1 :], following)
            await (self._sound(telling, piece, made, rest) if made else self._show_only(telling, piece, rest))

    def _prepare(self, telling: Telling, left: Sequence[Piece], following: Callable[[], Utterance | None]) -> None:
        """Have the next piece made while this one sounds."""
        lang = telling.utterance.lang
        if not left and (utterance := following()):
            left, lang = pieces(utterance.text), utterance.lang
        if left:
            self._ahead.prepare(telling.manner.request(left[0], lang))

    async def _sound(self, telling: Telling, piece: Piece, made: Made, rest: float) -> None:
        timing = moments(piece, telling.utterance.text, made.sound.seconds, made.marks)
        show = self._shower(telling, made=True)
        if not await self._outlet.play(_with_rest(made.sound, rest), timing, show):
            telling.heard = False

    async def _show_only(self, telling: Telling, piece: Piece, rest: float) -> None:
        seconds = estimated_seconds(piece.text, telling.manner.rate)
        timing = moments(piece, telling.utterance.text, seconds)
        await self._outlet.keep_time(seconds + rest, timing, self._shower(telling, made=False))

    def _shower(self, telling: Telling, *, made: bool) -> Callable[[Moment], None]:
        """Shows moments of the utterance, and tells of its beginning with the first."""
        utterance = telling.utterance

        def show(moment: Moment) -> None:
            self._begin(telling)
            sounding = made and self._outlet.reason == "ok"
            telling.heard = telling.heard and sounding
            self._listeners.caption(Caption(utterance.text, moment.start, moment.end, utterance.lang, sounding))

        return show

    def _begin(self, telling: Telling) -> None:
        if telling.start is None:
            telling.start = self._now()
            self._listeners.began(telling.utterance)


def _with_rest(sound: Sound, seconds: float) -> Sound:
    return Sound(sound.rate, sound.pcm + bytes(round(seconds * sound.rate) * SAMPLE_BYTES))
