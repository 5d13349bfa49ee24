"""The lobby's own journey: the live list of people who asked for help, and what staff do about each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import msgspec

from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.client.desk import Desk
from kiosk.client.errors import BankError, Conflict, NotAllowed, NotFound
from kiosk.model.help import HelpTicket
from kiosk.model.staff import StaffMember
from kiosk.staff import board_page, choosing_page, day_page, queue_page, ticket_page, witness_page
from kiosk.staff.beside import beside_screen, read_copy
from kiosk.staff.lobby_frame import NAMES_OF_FRAME, Told, framed
from kiosk.staff.tickets import Tickets
from kiosk.staff.verbs import VERBS, may
from kiosk.staff.view import Beside, Board, Choosing, Day, Queue, Ticket, View, Witness

Save = Callable[[str, str], str]
"""Writes a file of that name with that text, and says where it is; "" when it could not."""
LEADERS = ("manager", "operator")


class Lobby:
    """Holds the tickets as the bank tells of them, and what staff look at. No Qt, no clock of its own."""

    def __init__(
        self,
        desk: Desk,
        now: Callable[[], datetime],
        me: StaffMember | None = None,
        save: Save = lambda _name, _text: "",
    ) -> None:
        self._desk, self._now, self._me, self._save = desk, now, me, save
        self._view: View = Queue()
        self._told: Told = ""
        self.tickets = Tickets()
        self.away = False

    def use(self, desk: Desk) -> None:
        """From now on ask over this desk; the bank may have moved."""
        self._desk = desk

    @property
    def waiting(self) -> tuple[HelpTicket, ...]:
        """Who waits, the most pressing first."""
        return self.tickets.waiting

    async def refresh(self) -> None:
        """Ask for the whole list anew. Raises BankError."""
        self.tickets.replace(await self._desk.tickets())
        self.away = False

    async def heard(self, ticket: HelpTicket) -> bool:
        """The bank told of a change. True when somebody new waits, or waits too long: staff are to look up."""
        self.away = False
        calls = self.tickets.take(ticket)
        view = self._view
        if isinstance(view, Beside) and view.id == ticket.id:
            await self._look_along(ticket.id)
        return calls

    # What staff do

    async def act(self, action: str, typed: str = "") -> None:
        """Do what staff chose. A failure becomes words on the page; nothing is lost."""
        self._told = ""
        try:
            await self._do(action, typed)
        except (Conflict, NotFound):
            self._told = "taken"
            await self._refresh_quietly()
        except NotAllowed:
            self._told = "not_allowed"
        except BankError:
            self._told = "unreached"

    async def _do(self, action: str, typed: str) -> None:
        view = self._view
        if action in NAMES_OF_FRAME:
            self._view = self._out_of(view) if action == "back" else Queue()
        elif isinstance(view, Queue):
            await self._in_queue(action)
        elif isinstance(view, Day):
            await self._in_day(view, action)
        elif isinstance(view, Choosing):
            await self._change(view.id, view.what, action.partition(":")[2])
        elif isinstance(view, Witness):
            await self._be_witness(view, action)
        elif isinstance(view, Beside):
            await self._point(view, action)
        elif isinstance(view, Board):
            await self._write(view, action, typed)
        else:
            await self._with_ticket(view.id, action.partition(":")[0])

    def _out_of(self, view: View) -> View:
        return Ticket(view.id) if isinstance(view, Choosing | Witness | Beside | Board) else Queue()

    async def _in_queue(self, action: str) -> None:
        verb, _, ticket_id = action.partition(":")
        if verb == "ticket" and self.tickets.get(ticket_id):
            self._view = Ticket(ticket_id)
        elif verb == "place":
            self.tickets.next_place()
        elif verb == "sorting":
            self.tickets.next_sorting()
        elif verb == "day":
            await self._see_day(self._now().date())

    async def _with_ticket(self, ticket_id: str, verb: str) -> None:
        match verb:
            case "beside":
                await self._look_along(ticket_id)
            case "board":
                self._view = Board(ticket_id)
            case "witness":
                self._view = Witness(ticket_id)
            case "hold" | "outcome":
                self._view = Choosing(ticket_id, "hold" if verb == "hold" else "done")
            case "handover":
                colleagues = tuple(one for one in await self._desk.colleagues() if not one.me)
                self._view = Choosing(ticket_id, "handover", colleagues)
            case _ if verb in VERBS:
                await self._change(ticket_id, verb, "")

    async def _change(self, ticket_id: str, verb: str, chosen: str) -> None:
        ticket = self.tickets.get(ticket_id)
        if ticket is None or not may(verb, ticket):
            self._told = "taken"
            return
        self.tickets.take(await VERBS[verb].ask(self._desk, ticket, chosen))
        self._view = Queue() if VERBS[verb].leads_to_list else Ticket(ticket_id)

    async def _be_witness(self, view: Witness, action: str) -> None:
        """Whether she understood. The request stays open: staff are still with her."""
        ticket = self.tickets.get(view.id)
        if ticket is None or not witness_page.awaits_witness(ticket):
            self._told = "taken"
        elif action in witness_page.ANSWERS:
            understood = action == witness_page.UNDERSTOOD
            try:
                await self._desk.witness(witness_page.order_of(ticket), understood=understood)
            except (Conflict, NotFound):
                self._told = "no_order"
            else:
                self._told = "understood" if understood else "doubted"
            self._view = Ticket(view.id)

    async def _point(self, view: Beside, key: str) -> None:
        """An arrow at the control that was touched; touching it again takes the arrow away."""
        ticket = self.tickets.get(view.id)
        if ticket is None or not ticket.assisting:
            self._told = "no_pointing"
            return
        wanted = "" if ticket.pointed == key else key
        try:
            self.tickets.take(await VERBS["point"].ask(self._desk, ticket, wanted))
        except Conflict:
            self._told = "no_pointing"
            await self._refresh_quietly()

    async def _write(self, view: Board, action: str, typed: str) -> None:
        ticket = self.tickets.get(view.id)
        words = board_page.chosen(action, typed, ticket.lang) if ticket else None
        if ticket and words is not None:
            self.tickets.take(await VERBS["write"].ask(self._desk, ticket, words))

    async def _look_along(self, ticket_id: str) -> None:
        self._view = Beside(ticket_id, read_copy(await self._desk.screen(ticket_id)))

    async def _in_day(self, view: Day, action: str) -> None:
        match action:
            case "earlier" | "later":
                await self._see_day(view.day + timedelta(days=-1 if action == "earlier" else 1))
            case "save":
                text = await self._desk.csv(view.day)
                where = self._save(f"help-{view.day.isoformat()}.csv", text)
                self._view, self._told = msgspec.structs.replace(view, saved=where), "" if where else "not_saved"

    async def _see_day(self, day: date) -> None:
        self._view = Day(day, await self._desk.figures(day))

    async def _refresh_quietly(self) -> None:
        try:
            await self.refresh()
        except BankError:
            self.away = True

    # What staff see

    def screen(self, words: Words) -> Screen:
        """The page of what they look at. A request that is gone leads back to the list."""
        view = self._view
        if isinstance(view, Day):
            page = day_page.day_screen(words, view)
        elif isinstance(view, Queue) or (ticket := self.tickets.get(view.id)) is None:
            page = queue_page.queue_screen(words, self.tickets, self._now(), leads=self._leads)
        elif isinstance(view, Beside):
            page = beside_screen(words, ticket, view.page)
        elif isinstance(view, Witness):
            page = witness_page.witness_screen(words, ticket)
        elif isinstance(view, Board):
            page = board_page.board_screen(words, ticket)
        elif isinstance(view, Choosing):
            page = choosing_page.choosing_screen(words, ticket, view)
        else:
            page = ticket_page.ticket_screen(words, ticket, self.tickets, self._now())
        return framed(words, page, self._me, self._told, away=self.away, inner=not isinstance(view, Queue))

    @property
    def _leads(self) -> bool:
        """Whether the day's figures are offered; who decides is the bank."""
        return self._me is None or self._me.role in LEADERS
