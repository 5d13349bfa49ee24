"""A customer's request for a person, from her wish until somebody has been with her.

It belongs to the sitting, not to a page: she may go on using the kiosk, and nothing is lost by leaving the page. The
request is on the disk before the first attempt and keeps one intent, so it is delivered exactly once (API.md 3).

When the sitting ends, what was asked stays: a request the bank has taken waits until somebody comes, one that was not
sent yet stays in the outbox (see `help_left_over`). Who could not go on alone is the one who needs a person most.
"""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Literal

from kiosk.client.errors import BankError, Conflict, NotFound
from kiosk.client.outbox import Outbox, OutboxError
from kiosk.journeys.help_assist import Assist
from kiosk.journeys.help_left_over import cancel_taken_back, for_good
from kiosk.model.help import HelpRequest, HelpTicket

if TYPE_CHECKING:
    from kiosk.client.bank import Bank
    from kiosk.journeys.surroundings import Surroundings

State = Literal["idle", "sending", "unsent", "waiting", "accepted", "arrived", "held", "done", "cancelled", "refused"]
FINAL = ("done", "cancelled", "refused")
PAUSES_S = (1.0, 2.0, 4.0, 8.0, 15.0)
"""Before each further attempt; the last one is used from then on."""
AT_ONCE_S = 0.25
"""How long asking waits for the first attempt, so that a good line shows no page in between."""
RATING_ATTEMPTS = 4

_LOG = logging.getLogger(__name__)


class HelpLine:
    """One request at a time, with the tasks that deliver and follow it. `changed` is called when `state` moves."""

    def __init__(
        self,
        bank: Bank,
        outbox: Outbox,
        changed: Callable[[], None],
        *,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bank, self._outbox, self._changed, self._pause = bank, outbox, changed, pause
        self._tasks: set[asyncio.Task[None]] = set()
        self._delivery: asyncio.Task[None] | None = None
        self._following: asyncio.Task[None] | None = None
        self._seen: dict[str, HelpTicket] = {}
        self._intent = ""
        self.state: State = "idle"
        self.request: HelpRequest | None = None
        self.ticket: HelpTicket | None = None
        self.noticed = True
        """False while that somebody comes is news to her."""
        self.rating = 0
        """How she was content: 1 sad, 2 so-so, 3 glad; 0 not given."""
        self.assist = Assist(bank, self._hold, pause)
        self.on_disk = True
        """False when the request could not be written and would not outlive this program."""

    @property
    def open(self) -> bool:
        """True from the wish until somebody has been there or she took it back."""
        return self.state not in ("idle", *FINAL)

    async def ask(self, request: HelpRequest) -> None:
        """Ask for a person. Returns soon, sent or not; the sending goes on by itself. Nothing while one is open."""
        if self.open:
            return
        self.request, self.ticket, self._intent = request, None, uuid.uuid4().hex
        self._seen.clear()
        self.rating, self.on_disk = 0, True
        self._outbox.attend(self._intent)
        try:
            self._outbox.put(self._intent, request)
        except OutboxError as problem:
            _LOG.warning("a help request is in memory only: %s", problem)
            self.on_disk = False
        self.state = "sending"
        self._following = self._hold(self._follow())
        self._delivery = self._hold(self._deliver(request, self._intent))
        await asyncio.wait({self._delivery}, timeout=AT_ONCE_S)

    async def cancel(self) -> None:
        """She no longer needs anybody. Raises BankError when a request the bank has taken cannot be taken back now."""
        if not self.open or self.request is None:
            return
        if self.ticket is None:
            await self._stop(self._delivery)
        if self.ticket is None:
            self._outbox.take_back(self._intent, self.request)
            self._hold(self._take_back())
            self.state = "cancelled"
        else:
            await self._cancel_ticket(self.ticket.id)
        if not self.open:
            await self._stop(self._following)

    def forget(self) -> None:
        """Be ready for another request, when the last one has come to its end."""
        if not self.open:
            self.state, self.request, self.ticket = "idle", None, None

    def rate(self, rating: int) -> None:
        """How content she is: 1 sad, 2 so-so, 3 glad. The bank is told without her waiting for it."""
        if self.state == "done" and self.ticket and not self.rating:
            self.rating = rating
            self._hold(self._tell_rating(self.ticket.id, rating))

    async def aclose(self) -> None:
        """The sitting ends: stop trying and listening. What was asked, or taken back, stays so."""
        self._outbox.leave_alone(self._intent)
        await self.assist.end()
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # Delivering

    async def _deliver(self, request: HelpRequest, intent: str) -> None:
        """Try until the bank has taken it, or refuses it for good."""
        attempt = 0
        while True:
            [answer] = await asyncio.gather(self._bank.ask_for_help(request, intent), return_exceptions=True)
            if isinstance(answer, HelpTicket):
                self._outbox.sent(intent, answer.id)
                self._take(max(answer, self._seen.get(answer.id, answer), key=lambda each: each.version))
                return
            if for_good(answer):
                self._outbox.withdrawn(intent)
                self._become("refused")
                return
            if not isinstance(answer, BankError):  # a fault of ours, or of the disk: she is not left without an answer
                _LOG.error("a help request could not be sent", exc_info=answer)
            self._become("unsent")
            await self._pause(PAUSES_S[min(attempt, len(PAUSES_S) - 1)])
            attempt += 1

    async def _take_back(self) -> None:
        """Once at once; what does not succeed waits in the outbox for the next look."""
        await cancel_taken_back(self._bank, self._outbox)

    async def _tell_rating(self, ticket_id: str, rating: int) -> None:
        for pause_s in (*PAUSES_S[: RATING_ATTEMPTS - 1], None):
            try:
                await self._bank.rate_help(ticket_id, rating)
            except BankError as problem:
                if for_good(problem) or pause_s is None:
                    _LOG.warning("a rating was lost: %s", problem)
                    return
                await self._pause(pause_s)
            else:
                return

    async def _cancel_ticket(self, ticket_id: str) -> None:
        try:
            self._take(await self._bank.cancel_help(ticket_id))
        except Conflict:
            self._take(await self._bank.help_ticket(ticket_id))
        except NotFound:
            self._become("cancelled")

    # Following

    async def _follow(self) -> None:
        """Hear of every change until the request has come to its end."""
        async with aclosing(self._bank.help_events()) as events:
            async for ticket in events:
                self._seen[ticket.id] = ticket
                if self.ticket is not None and ticket.id == self.ticket.id and ticket.version >= self.ticket.version:
                    self._take(ticket)
                if self.state in FINAL:
                    return

    def _take(self, ticket: HelpTicket) -> None:
        moved = ticket != self.ticket
        self.ticket = ticket
        self.assist.follow(ticket)
        if moved:
            self._become(ticket.state, even_if_same=True)

    def _become(self, state: State, *, even_if_same: bool = False) -> None:
        if state != self.state or even_if_same:
            if state == "accepted" != self.state:
                self.noticed = False
            self.state = state
            self._changed()

    # Holding tasks

    def _hold(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        problem = None if task.cancelled() else task.exception()
        if problem is not None:
            _LOG.error("the help line broke", exc_info=problem)

    async def _stop(self, task: asyncio.Task[None] | None) -> None:
        if task is not None and not task.done():
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


def line_of(around: Surroundings) -> HelpLine:
    """The sitting's line, made when she first asks."""
    sitting = around.sitting
    if sitting.help_line is None:
        sitting.help_line = HelpLine(around.bank, around.outbox, around.changed)
    return sitting.help_line
