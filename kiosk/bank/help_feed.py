"""What has happened at the help desk, read once a change and shared by every stream of this process."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank.bell import Bell
from kiosk.bank.help_queue import OVERLAP, Happening, HelpQueue, newest_event, places_of
from kiosk.bank.store import Store, StoreError
from kiosk.bank.tables import HelpTicket

GATHER_S: Final = (0.02, 0.001, 0.1)
"""Changes that come so close together are told together: at least, more for each staff stream, at most. Each round
costs every stream a write, so a hundred screens are told ten times a second and a few at once."""
MOVES_S: Final = 0.5
"""Kiosks hear at most so often that they have moved up; staff order the queue themselves."""
POLL_S: Final = 3.0
"""A safety net: the books are read so often though no bell rang, for a notice can be lost on its way."""
BACKLOG: Final = 1000
"""A stream that has not taken so many rounds is ended; its caller comes back with Last-Event-ID."""


class Round(msgspec.Struct, frozen=True):
    """What one reading found, encoded once."""

    newest: int
    """Number of the newest event in the books as they were read."""
    events: tuple[tuple[int, str, bytes], ...]
    """Number, device and bytes of each changed ticket, oldest first."""
    whole: bytes
    """All of them."""
    moved: bool = False
    """Only places in the queue have changed: no event tells of that."""
    own: bool = False
    """One kiosk's: its places in the queue may be newer than its events."""

    def since(self, event_id: int) -> bytes:
        """Only what is newer than what a stream began with.

        A kiosk is told all of a reading that saw a newer event, for that may have moved it up; what it is told twice
        it knows. Staff order the queue themselves.
        """
        if self.moved or (self.own and self.newest > event_id) or self.events[0][0] > event_id:
            return self.whole
        return b"".join(data for number, _, data in self.events if number > event_id)


class Ears:
    """One stream's end of the feed."""

    def __init__(self, device_id: str | None) -> None:
        self.device_id = device_id
        self.rounds: list[Round] = []
        self.stirred = asyncio.Event()
        self.deaf = False
        """It was too slow and is to end."""

    def hear(self, one: Round) -> None:
        """Take what was found."""
        self.deaf = self.deaf or len(self.rounds) >= BACKLOG
        if not self.deaf:
            self.rounds.append(one)
        self.stirred.set()

    async def next(self, wait_s: float) -> list[Round]:
        """What has come since the last time; nothing when it stayed silent for `wait_s`."""
        try:
            async with asyncio.timeout(wait_s):
                await self.stirred.wait()
        except TimeoutError:
            return []
        self.stirred.clear()
        rounds, self.rounds = self.rounds, []
        return rounds


class HelpFeed:
    """Reads the books when the bell rings, and tells every stream. `run` is its task."""

    def __init__(self, store: Store, queue: HelpQueue, bell: Bell, poll_s: float = POLL_S) -> None:
        self._store, self._queue, self._bell, self._poll_s = store, queue, bell, poll_s
        self._staff: set[Ears] = set()
        self._kiosks: dict[str, set[Ears]] = {}
        self._last = -1
        self._places: dict[str, int] = {}
        self._moves_at = 0.0

    @contextmanager
    def listen(self, device_id: str | None) -> Iterator[Ears]:
        """Hear of one device's tickets, or of all, until the block ends."""
        ears = Ears(device_id)
        group = self._staff if device_id is None else self._kiosks.setdefault(device_id, set())
        group.add(ears)
        try:
            yield ears
        finally:
            group.discard(ears)
            if device_id is not None and not group:
                self._kiosks.pop(device_id, None)

    async def run(self) -> None:
        """Until the bell is closed. Trouble with the books passes: what was not read is read the next time."""
        with self._bell.listen() as rung:
            while not self._bell.closed:
                rung.clear()
                late = False
                try:
                    late = await self._read()
                except StoreError:
                    late = True
                await _rung(rung, MOVES_S if late else self._poll_s)
                least, each, most = GATHER_S
                await asyncio.sleep(min(most, least + each * len(self._staff)))
        for ears in (*self._staff, *(each for group in self._kiosks.values() for each in group)):
            ears.stirred.set()

    async def _read(self) -> bool:
        """One reading. True when moves in the queue are still to be told."""
        async with self._store.reading() as session:
            newest = await newest_event(session)
            if self._last < 0 or newest < self._last:
                # A stream may have begun before this first reading: a little is told again rather than lost.
                self._last, self._places = max(0, newest - OVERLAP), await places_of(session)
            happened = await self._queue.happened(session, self._last, None) if newest > self._last else []
            moved, late = await self._moved(session, {each.ticket.id for each in happened})
        self._tell(happened)
        for each in moved:
            self._tell_kiosk(each.device_id, _round([each], each.event_id, moved=True))
        return late

    async def _moved(self, session: AsyncSession, told: set[str]) -> tuple[list[Happening], bool]:
        places = await places_of(session)
        other = [key for key, place in places.items() if key not in told and self._places.get(key) != place]
        now = time.monotonic()
        if other and now - self._moves_at < MOVES_S:
            self._places.update({key: places[key] for key in told if key in places})
            return [], True
        self._places = places
        if not other:
            return [], False
        self._moves_at = now
        tickets = [found for key in other if (found := await session.get(HelpTicket, key)) is not None]
        shown = await self._queue.wires(session, tickets)
        return [Happening(self._last, wire, row.device_id) for row, wire in zip(tickets, shown, strict=True)], False

    def _tell(self, happened: list[Happening]) -> None:
        if not happened:
            return
        self._last = happened[-1].event_id
        whole = _round(happened, self._last)
        for ears in self._staff:
            ears.hear(whole)
        for device_id in {each.device_id for each in happened} & self._kiosks.keys():
            hers = [each for each in happened if each.device_id == device_id]
            self._tell_kiosk(device_id, _round(hers, self._last, own=True))

    def _tell_kiosk(self, device_id: str, one: Round) -> None:
        for ears in self._kiosks.get(device_id, ()):
            ears.hear(one)


def encoded(happening: Happening) -> bytes:
    """One server-sent event; JSON has no line breaks of its own."""
    return b"id: %d\nevent: ticket\ndata: %s\n\n" % (happening.event_id, msgspec.json.encode(happening.ticket))


def _round(happened: list[Happening], newest: int, *, moved: bool = False, own: bool = False) -> Round:
    events = tuple((each.event_id, each.device_id, encoded(each)) for each in happened)
    return Round(newest, events, b"".join(data for _, _, data in events), moved, own)


async def _rung(rung: asyncio.Event, wait_s: float) -> None:
    try:
        async with asyncio.timeout(wait_s):
            await rung.wait()
    except TimeoutError:
        return
