"""The lobby's live list: every open request in the order in which somebody should go, and which are in sight."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from kiosk.model.help import HelpTicket

OPEN = ("waiting", "accepted", "arrived", "held")
_ORDER = {"waiting": 0, "held": 1, "accepted": 2, "arrived": 3, "done": 4, "cancelled": 5}
Sorting = Literal["urgency", "waiting"]
"""The urgent first, then who has waited longest · only who has waited longest."""


class Tickets:
    """What the bank has told of, by id. An older version of a ticket changes nothing."""

    def __init__(self) -> None:
        self._known: dict[str, HelpTicket] = {}
        self.sorting: Sorting = "urgency"
        self.place = ""
        """Only this branch or floor; empty for all."""

    def replace(self, tickets: Iterable[HelpTicket]) -> None:
        """The whole list anew."""
        self._known = {ticket.id: ticket for ticket in tickets}

    def take(self, ticket: HelpTicket) -> bool:
        """The bank told of a change. True when somebody new is waiting, or one who waits became more pressing."""
        known = self._known.get(ticket.id)
        if known is not None and _age(ticket) < _age(known):
            return False
        self._known[ticket.id] = ticket
        if ticket.state != "waiting":
            return False
        return known is None or known.state != "waiting" or ticket.level > known.level

    def get(self, ticket_id: str) -> HelpTicket | None:
        """One of them, if it is known."""
        return self._known.get(ticket_id)

    @property
    def every(self) -> tuple[HelpTicket, ...]:
        """All that are known and in sight, in order."""
        return tuple(sorted((one for one in self._known.values() if self._in_sight(one)), key=self._rank))

    @property
    def open(self) -> tuple[HelpTicket, ...]:
        """Those that somebody has to see to."""
        return tuple(one for one in self.every if one.state in OPEN)

    @property
    def waiting(self) -> tuple[HelpTicket, ...]:
        """Those to whom nobody goes yet."""
        return tuple(one for one in self.every if one.state == "waiting")

    @property
    def places(self) -> tuple[str, ...]:
        """Branches and floors to choose from; empty when there is only one."""
        found = sorted({place_of(one) for one in self._known.values() if one.state in OPEN and place_of(one)})
        return tuple(found) if len(found) > 1 or self.place else ()

    def next_place(self) -> None:
        """See only the next branch or floor; after the last one all again."""
        turns = ("", *self.places)
        at = turns.index(self.place) if self.place in turns else 0
        self.place = turns[(at + 1) % len(turns)]

    def next_sorting(self) -> None:
        """Sort the other way."""
        self.sorting = "waiting" if self.sorting == "urgency" else "urgency"

    def _in_sight(self, ticket: HelpTicket) -> bool:
        return not self.place or place_of(ticket) == self.place

    def _rank(self, ticket: HelpTicket) -> tuple[int, bool, int, float, str]:
        pressing = self.sorting == "urgency"
        return (
            _ORDER[ticket.state],
            pressing and not ticket.urgent,
            -ticket.level if pressing else 0,
            ticket.created_at.timestamp(),
            ticket.id,
        )


def _age(ticket: HelpTicket) -> tuple[int, float]:
    """Pointing, the board and escalation change a ticket without a new version: they only make it younger."""
    return ticket.version, ticket.changed_at.timestamp() if ticket.changed_at else 0.0


def place_of(ticket: HelpTicket) -> str:
    """Branch and floor, as the operator named them."""
    return " ".join(part for part in (ticket.branch, ticket.floor) if part)
