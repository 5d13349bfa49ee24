"""The lobby's own journey: the live list of people who asked for help, and one of them in full."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Action, Block, Choices, Notice, Row, Rows, Screen, Tile
from accessibility.words import Words
from kiosk.client.desk import Desk
from kiosk.client.errors import BankError, Conflict, NotFound
from kiosk.model.help import HelpTicket
from kiosk.staff import ticket_words

_ORDER = {"waiting": 0, "accepted": 1, "done": 2, "cancelled": 3}


class Lobby:
    """Holds the tickets as the bank tells of them, and what staff look at. No Qt, no clock of its own."""

    def __init__(self, desk: Desk, now: Callable[[], datetime], me: str = "") -> None:
        self._desk = desk
        self._now = now
        self._me = me
        self._tickets: dict[str, HelpTicket] = {}
        self._open = ""
        self._news: tuple[str, str] | None = None
        self.away = False

    def use(self, desk: Desk) -> None:
        """From now on ask over this desk; the bank may have moved."""
        self._desk = desk

    @property
    def tickets(self) -> tuple[HelpTicket, ...]:
        """All that are known, the urgent first."""
        return tuple(self._in_order())

    @property
    def waiting(self) -> tuple[HelpTicket, ...]:
        """Who waits, the longest waiting first."""
        return tuple(t for t in self._in_order() if t.state == "waiting")

    async def refresh(self) -> None:
        """Ask for the whole list anew. Raises BankError."""
        self._tickets = {ticket.id: ticket for ticket in await self._desk.tickets()}
        self.away = False

    def heard(self, ticket: HelpTicket) -> None:
        """The bank told of a change; an older version of a ticket changes nothing."""
        known = self._tickets.get(ticket.id)
        if known is None or ticket.version >= known.version:
            self._tickets[ticket.id] = ticket
        self.away = False

    async def act(self, action: str) -> None:
        """Do what staff chose. A failure becomes words on the page; nothing is lost."""
        self._news = None
        verb, _, ticket_id = action.partition(":")
        if verb == "ticket":
            self._open = ticket_id
        elif action in ("back", "home"):
            self._open = ""
        elif verb in ("accept", "done") and ticket_id in self._tickets:
            await self._change(verb, self._tickets[ticket_id])

    async def _change(self, verb: str, ticket: HelpTicket) -> None:
        change = self._desk.claim if verb == "accept" else self._desk.resolve
        try:
            self.heard(await change(ticket.id, ticket.version))
        except (Conflict, NotFound):
            self._news = ("taken", ticket.id)
            await self._refresh_quietly()
        except BankError:
            self._news = ("away", ticket.id)
        else:
            self._open = "" if verb == "done" else ticket.id

    async def _refresh_quietly(self) -> None:
        try:
            await self.refresh()
        except BankError:
            self.away = True

    def screen(self, words: Words) -> Screen:
        """The list, or the ticket that is open."""
        ticket = self._tickets.get(self._open)
        return self._ticket_screen(words, ticket) if ticket else self._list_screen(words)

    def _in_order(self) -> list[HelpTicket]:
        return sorted(self._tickets.values(), key=lambda t: (_ORDER[t.state], t.position, t.created_at))

    def _list_screen(self, words: Words) -> Screen:
        now = self._now()
        live = [t for t in self._in_order() if t.state in ("waiting", "accepted")]
        count = len(self.waiting)
        quiet = words.plural("{number} person is waiting.", "{number} people are waiting.", count)
        return Screen(
            key="staff.queue",
            lang=words.lang,
            mode="staff",
            heading=words.phrase("Who needs help"),
            quiet=quiet if count else ticket_words.nothing_waits(words),
            blocks=(
                *self._notices(words),
                Rows(
                    tuple(ticket_words.ticket_row(words, ticket, now) for ticket in live),
                    empty=words.phrase("When a customer asks for help, it appears here by itself."),
                ),
            ),
            actions=self._frame(words, inner=False),
            live=True,
        )

    def _ticket_screen(self, words: Words, ticket: HelpTicket) -> Screen:
        now = self._now()
        facts = Rows(
            (
                Row(words.phrase("Where"), value=ticket_words.where(words, ticket)),
                Row(words.phrase("Waiting"), value=ticket_words.since(words, ticket, now)),
                Row(words.phrase("Customer's settings"), value=ticket_words.needs(words, ticket)),
                Row(words.phrase("Now"), value=ticket_words.state(words, ticket)),
            )
        )
        return Screen(
            key="staff.ticket",
            lang=words.lang,
            mode="staff",
            heading=ticket_words.topic(words, ticket.topic),
            quiet=ticket_words.where(words, ticket),
            blocks=(
                *self._notices(words),
                *self._others(words, ticket),
                *ticket_words.duties(words, ticket),
                *self._choices(words, ticket),
                facts,
            ),
            actions=self._frame(words, inner=True),
            focus=f"accept:{ticket.id}" if ticket.state == "waiting" else f"done:{ticket.id}",
            live=True,
        )

    def _others(self, words: Words, ticket: HelpTicket) -> tuple[Block, ...]:
        """Nobody who waits is forgotten while one request is looked at."""
        count = sum(each.id != ticket.id for each in self.waiting)
        if not count:
            return ()
        more = Action("home", words.phrase("All requests"), "list-bullets")
        told = words.plural("{number} other person is waiting.", "{number} other people are waiting.", count)
        return (Notice(told, "warning", action=more),)

    def _choices(self, words: Words, ticket: HelpTicket) -> tuple[Block, ...]:
        accept = Tile(
            f"accept:{ticket.id}",
            words.phrase("I am going"),
            words.phrase("The kiosk shows your name at once"),
            "person-simple-walk",
            filled=True,
        )
        done = Tile(
            f"done:{ticket.id}",
            words.phrase("Mark as done"),
            words.phrase("The customer has been helped"),
            "check",
            filled=ticket.state == "accepted",
        )
        match ticket.state:
            case "waiting":
                return (Choices((accept,)),)
            case "accepted":
                return (Choices((done,)),)
        return ()

    def _notices(self, words: Words) -> tuple[Block, ...]:
        if self.away:
            return (
                Notice(
                    words.phrase("The bank cannot be reached just now."),
                    "warning",
                    words.phrase("The list may be old. We keep trying."),
                ),
            )
        match self._news:
            case ("taken", _):
                return (Notice(words.phrase("A colleague was first, or the customer no longer needs it."), "info"),)
            case ("away", _):
                return (Notice(words.phrase("That did not reach the bank."), "error", words.phrase("Try again.")),)
        return ()

    def _frame(self, words: Words, *, inner: bool) -> tuple[Action, ...]:
        name = Phrase(self._me) if self._me else NOTHING
        return (
            Action("back", words.phrase("Back"), "arrow-left", "back", enabled=inner),
            Action("home", words.phrase("All requests"), "list-bullets", "home", enabled=inner),
            Action("language", words.phrase("Change language"), "globe", "language"),
            *((Action("me", name, "user", "mode", enabled=False),) if self._me else ()),
        )
