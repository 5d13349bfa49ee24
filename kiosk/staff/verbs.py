"""What staff can do with a request, in which of its states, and what the bank is asked then."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

import msgspec

from kiosk.client.desk import Desk
from kiosk.model.help import HelpTicket

Ask = Callable[[Desk, HelpTicket, str], Awaitable[HelpTicket]]


class Verb(msgspec.Struct, frozen=True):
    """One thing to do. `ask` is given what was chosen with it, such as a reason."""

    states: tuple[str, ...]
    ask: Ask
    leads_to_list: bool = False
    """Afterwards the request needs nobody here any more."""


VERBS: Mapping[str, Verb] = {
    "accept": Verb(("waiting",), lambda desk, one, _: desk.claim(one.id, one.version)),
    "arrive": Verb(("accepted",), lambda desk, one, _: desk.arrive(one.id, one.version)),
    "hold": Verb(("accepted", "arrived"), lambda desk, one, why: desk.hold(one.id, one.version, why)),
    "resume": Verb(("held",), lambda desk, one, _: desk.resume(one.id, one.version)),
    "handover": Verb(
        ("accepted", "arrived", "held"),
        lambda desk, one, to: desk.hand_over(one.id, one.version, to),
        leads_to_list=True,
    ),
    "done": Verb(
        ("accepted", "arrived", "held"),
        lambda desk, one, came: desk.resolve(one.id, one.version, came or "helped"),
        leads_to_list=True,
    ),
    "reopen": Verb(("done",), lambda desk, one, _: desk.reopen(one.id, one.version)),
    "point": Verb(("accepted", "arrived"), lambda desk, one, key: desk.point(one.id, key)),
    "write": Verb(("accepted", "arrived"), lambda desk, one, words: desk.board(one.id, words)),
}
HELD_BECAUSE = ("colleague", "papers", "busy", "system", "customer")
"""Codes of why a request is put aside; the customer is told in words."""
OUTCOMES = ("helped", "shown", "counter", "appointment", "fraud", "nobody")
"""Codes of what came of a request."""


def may(verb: str, ticket: HelpTicket) -> bool:
    """Whether it can be done with this request now."""
    return ticket.state in VERBS[verb].states
