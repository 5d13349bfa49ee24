"""Help tickets: the kiosk's side needs its device only, so that help never waits for a sign-in."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from kiosk.bank.auth import Sitting
from kiosk.bank.help_desk import KEY_LENGTH
from kiosk.bank.operation import Call, Operation, bearer, reply
from kiosk.bank.problems import Refusal
from kiosk.wire.help import HelpRequestWire, HelpTicketsWire, HelpTicketWire


async def post_ticket(call: Call) -> Response:
    """Ask for a person."""
    key = call.request.headers.get("idempotency-key", "").strip().strip('"')
    if not key:
        raise Refusal("idempotency-key-missing")
    if len(key) > KEY_LENGTH:
        raise Refusal("malformed", f"an Idempotency-Key has at most {KEY_LENGTH} characters")
    ticket = await call.parts.desk.ask(call.caller.id, key, call.asked(HelpRequestWire))
    return tagged(ticket, 201, {"Location": f"/kiosk/v1/help-tickets/{ticket.id}"})


async def get_ticket(call: Call) -> Response:
    """One ticket: a kiosk sees its own, staff see all."""
    own = None if await staff_sitting(call) else call.caller.id
    return tagged(await call.parts.desk.ticket(ticket_id(call), own))


async def get_tickets(call: Call) -> Response:
    """Every open ticket, the one that has waited longest first."""
    return reply(HelpTicketsWire(await call.parts.desk.open_tickets()))


async def delete_ticket(call: Call) -> Response:
    """The customer no longer needs anybody."""
    return tagged(await call.parts.desk.cancel(ticket_id(call), call.caller.id))


def tagged(ticket: HelpTicketWire, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A ticket with its version as ETag."""
    return reply(ticket, status, {"ETag": f'"{ticket.version}"'} | (headers or {}))


async def staff_sitting(call: Call) -> Sitting | None:
    """The staff session of the caller, if it has one; a customer's or an old token does not matter here."""
    token = bearer(call.request)
    try:
        return await call.parts.gate.sitting(token, call.caller, "staff") if token else None
    except Refusal:
        return None


def ticket_id(call: Call) -> str:
    """The ticket that the path names."""
    return str(call.request.path_params["ticket_id"])


LARGEST_MASKED: Final = 400 * 1024
"""Bytes of a request with a masked copy: 65,536 characters, each of at most six bytes in JSON."""
TICKETS: Final = "/kiosk/v1/help-tickets"
ONE: Final = TICKETS + "/{ticket_id}"
OPERATIONS: Final = (
    Operation(
        "POST", TICKETS, "Ask for a person", post_ticket, "device",
        body=HelpRequestWire, answer=HelpTicketWire, status=201, headers=("Idempotency-Key!",),
        problems=("malformed", "idempotency-key-missing", "idempotency-key-reused", "still-in-progress"),
        largest=LARGEST_MASKED,
    ),
    Operation(
        "GET", TICKETS, "Every open ticket", get_tickets, "staff", answer=HelpTicketsWire, problems=("not-allowed",)
    ),
    Operation("GET", ONE, "One ticket", get_ticket, "device", answer=HelpTicketWire, problems=("not-found",)),
    Operation(
        "DELETE", ONE, "Cancel", delete_ticket, "device", answer=HelpTicketWire, problems=("not-found", "wrong-state")
    ),
)  # fmt: skip
