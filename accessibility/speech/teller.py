"""The teller: takes one utterance through its life, from its pieces to its last word."""

from __future__ import annotations

from collections.abc import Callable

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
from accessibility.speech.utterance import Channel, Utterance

SENTENCE_PAUSE_S = 0.15
"""Between two pieces of one utterance."""
SLOWER_PAUSE = 1.5
"""So many times longer where an utterance is said slower than usual."""


class Telling(msgspec.Struct):
    """What is known of the utterance in progress."""

    utterance: Utterance
    channel: Channel = "speaker"
    """Where it began to be heard."""
    todo: tuple[Piece, ...] = ()
    """The piece in progress and those after it."""
    turn: float = 0.0
    """When its turn came, in seconds since 1970."""
    start: float | None = None
    """When it began, in seconds since 1970."""
    heard: bool = True
    """False once a part of it had to go without sound."""

    @classmethod
    def of(cls, utterance: Utterance) -> Telling:
        """Nothing of it has been said yet, but for what was said before an interruption."""
        return cls(utterance, todo=_left_of(utterance))

    @property
    def rest(self) -> Utterance | None:
        """What is left to say, from the beginning of the piece in progress; None when nothing is."""
        if not self.todo:
            return None
        return msgspec.structs.replace(self.utterance, since=self.todo[0].start)


class Teller:
    """Says one utterance at a time, in the manner that holds when each of its pieces is made."""

    def __init__(
        self,
        ahead: Ahead,
        outlet: Outlet,
        listeners: Listeners,
        manner: Callable[[], Manner],
        now: Callable[[], float],
    ) -> None:
        self._ahead = ahead
        self._outlet = outlet
        self._listeners = listeners
        self._manner = manner
        self._now = now
        self.engine_failed = False

    async def tell(self, telling: Telling, following: Callable[[], Utterance | None]) -> None:
        """Say it to its end. `following` answers what will be said after it, so that it can be made meanwhile."""
        while telling.todo:
            await self._tell_piece(telling, telling.todo[0], following)
            telling.todo = telling.todo[1:]

    def left_s(self, telling: Telling) -> float:
        """About how many seconds it will still take."""
        rate = self._manner().rate_of(telling.utterance)
        sounding = self._outlet.left_s
        later = telling.todo if sounding is None else telling.todo[1:]
        return (sounding or 0.0) + sum(estimated_seconds(piece.text, rate) for piece in later)

    async def _tell_piece(self, telling: Telling, piece: Piece, following: Callable[[], Utterance | None]) -> None:
        rest = _rest_s(telling)
        if self._manner().muted:
            await self._show_only(telling, piece, rest)
            return
        made = await self._ahead.make(self._manner().request(piece, telling.utterance))
        self.engine_failed = made is None
        self._prepare(telling, following)
        await (self._sound(telling, piece, made, rest) if made else self._show_only(telling, piece, rest))

    def _prepare(self, telling: Telling, following: Callable[[], Utterance | None]) -> None:
        """Have the next piece made while this one sounds."""
        utterance, left = telling.utterance, telling.todo[1:]
        if not left and (after := following()):
            utterance, left = after, _left_of(after)
        if left:
            self._ahead.prepare(self._manner().request(left[0], utterance))

    async def _sound(self, telling: Telling, piece: Piece, made: Made, rest: float) -> None:
        timing = moments(piece, telling.utterance.text, made.sound.seconds, made.marks)
        show = self._shower(telling, made=True)
        if not await self._outlet.play(_with_rest(made.sound, rest), timing, show):
            telling.heard = False

    async def _show_only(self, telling: Telling, piece: Piece, rest: float) -> None:
        seconds = estimated_seconds(piece.text, self._manner().rate_of(telling.utterance))
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
            telling.channel = self._manner().channel
            self._listeners.began(telling.utterance)


def _left_of(utterance: Utterance) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces(utterance.text) if piece.start >= utterance.since)


def _rest_s(telling: Telling) -> float:
    """The pause after a piece that is not the last."""
    if len(telling.todo) < 2:
        return 0.0
    return SENTENCE_PAUSE_S * (SLOWER_PAUSE if telling.utterance.pace < 1 else 1.0)


def _with_rest(sound: Sound, seconds: float) -> Sound:
    return Sound(sound.rate, sound.pcm + bytes(round(seconds * sound.rate) * SAMPLE_BYTES))
