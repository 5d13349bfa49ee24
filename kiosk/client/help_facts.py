"""Between the wire's help tickets and the kiosk's own."""

from __future__ import annotations

from typing import get_args

import msgspec

from kiosk.model.help import HelpFigures, HelpRequest, HelpState, HelpTicket, HourFigures
from kiosk.wire.help import HelpFiguresWire, HelpRequestWire, HelpTicketWire

_STATES = get_args(HelpState)


def help_request(request: HelpRequest) -> HelpRequestWire:
    """What the bank is asked."""
    fields = msgspec.structs.asdict(request)
    return HelpRequestWire(**{**fields, "access": list(request.access)})


def help_ticket(one: HelpTicketWire) -> HelpTicket:
    """A help ticket. A state the kiosk does not know means that somebody has it, or that it waits."""
    fields = msgspec.structs.asdict(one)
    state = one.state if one.state in _STATES else ("accepted" if one.helper else "waiting")
    wait = (one.wait_s[0], one.wait_s[1]) if len(one.wait_s) == 2 else None
    return HelpTicket(**{**fields, "state": state, "access": tuple(one.access), "wait_s": wait})


def help_figures(found: HelpFiguresWire) -> HelpFigures:
    """A day's figures."""
    return HelpFigures(
        waiting_now=found.waiting_now,
        asked=found.asked,
        median_s=found.median_s,
        ninetieth_s=found.ninetieth_s,
        by_hour=tuple(HourFigures(one.hour, one.asked, one.median_s) for one in found.by_hour),
        by_topic=tuple((one.topic, one.asked) for one in found.by_topic),
    )
