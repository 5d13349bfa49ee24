"""What staff do with a ticket, each naming the version they have seen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from starlette.responses import Response

from kiosk.bank.help_desk import Move
from kiosk.bank.operation import Call, Operation
from kiosk.bank.problems import Refusal
from kiosk.bank.routes.help_tickets import ONE, tagged, ticket_id
from kiosk.wire.help import HandOverWire, HelpTicketWire, HoldWire, OutcomeWire

MOVES: Final = ("malformed", "not-allowed", "not-found", "version-mismatch", "wrong-state")


async def _move(call: Call, verb: str, word: str = "") -> Response:
    move = Move(verb, call.staff_id, _version(call), word)
    return tagged(await call.parts.desk.move(ticket_id(call), move))


async def claim_ticket(call: Call) -> Response:
    """A member of staff comes."""
    return await _move(call, "claim")


async def arrive_ticket(call: Call) -> Response:
    """She is with the customer."""
    return await _move(call, "arrive")


async def hold_ticket(call: Call) -> Response:
    """Put aside, with a reason."""
    return await _move(call, "hold", call.asked(HoldWire).because)


async def resume_ticket(call: Call) -> Response:
    """Taken up again."""
    return await _move(call, "resume")


async def hand_over_ticket(call: Call) -> Response:
    """Back to the queue, or to a colleague."""
    to = call.asked(HandOverWire).to
    return await _move(call, "hand_to" if to else "hand_over", to)


async def resolve_ticket(call: Call) -> Response:
    """It is done."""
    return await _move(call, "resolve", call.asked(OutcomeWire).outcome)


async def reopen_ticket(call: Call) -> Response:
    """It was not done after all."""
    return await _move(call, "reopen")


def _version(call: Call) -> int:
    """The version that the caller has seen (RFC 9110, If-Match). Raises Refusal malformed."""
    given = call.request.headers.get("if-match", "").strip().removeprefix("W/").strip('"')
    if not (given.isascii() and given.isdigit() and len(given) < 10):
        raise Refusal("malformed", "If-Match names the version that was seen")
    return int(given)


def _operation(
    verb: str, summary: str, handle: Callable[[Call], Awaitable[Response]], body: type | None = None
) -> Operation:
    return Operation(
        "POST", f"{ONE}/{verb}", summary, handle, "staff",
        body=body, answer=HelpTicketWire, headers=("If-Match!",), problems=MOVES,
    )  # fmt: skip


OPERATIONS: Final = (
    _operation("claim", "Say that one comes", claim_ticket),
    _operation("arrive", "Say that one is there", arrive_ticket),
    _operation("hold", "Put it aside", hold_ticket, HoldWire),
    _operation("resume", "Take it up again", resume_ticket),
    _operation("hand-over", "Back to the queue, or to a colleague", hand_over_ticket, HandOverWire),
    _operation("resolve", "Say that it is done", resolve_ticket, OutcomeWire),
    _operation("reopen", "Say that it was not done after all", reopen_ticket),
)
