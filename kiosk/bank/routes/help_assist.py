"""Letting staff look, pointing, writing large, and rating."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from kiosk.bank.operation import Call, Operation, reply
from kiosk.bank.routes.help_tickets import LARGEST_MASKED, ONE, tagged, ticket_id
from kiosk.wire.help import AssistWire, BoardWire, HelpTicketWire, MaskedWire, PointWire, RatingWire


async def put_rating(call: Call) -> Response:
    """The customer says how it was."""
    rating = call.asked(RatingWire).rating
    return tagged(await call.parts.assist.rate(ticket_id(call), call.caller.id, rating))


async def put_assist(call: Call) -> Response:
    """The customer lets staff look, or no longer."""
    return tagged(await call.parts.assist.assist(ticket_id(call), call.caller.id, call.asked(AssistWire)))


async def get_screen(call: Call) -> Response:
    """What the customer sees, masked."""
    return reply(MaskedWire(await call.parts.assist.screen(ticket_id(call))))


async def put_point(call: Call) -> Response:
    """An arrow on the customer's screen."""
    return tagged(await call.parts.assist.point(ticket_id(call), call.staff_id, call.asked(PointWire).key))


async def put_board(call: Call) -> Response:
    """Words, very large, on the customer's screen."""
    words = call.asked(BoardWire).words
    return tagged(await call.parts.assist.board(ticket_id(call), call.staff_id, words))


REFUSALS: Final = ("malformed", "not-found", "wrong-state")
OPERATIONS: Final = (
    Operation(
        "PUT", ONE + "/rating", "Say how it was", put_rating, "device",
        body=RatingWire, answer=HelpTicketWire, problems=REFUSALS,
    ),
    Operation(
        "PUT", ONE + "/assist", "Let staff look", put_assist, "device",
        body=AssistWire, answer=HelpTicketWire, problems=REFUSALS, largest=LARGEST_MASKED,
    ),
    Operation(
        "GET", ONE + "/screen", "The customer's masked page", get_screen, "staff",
        answer=MaskedWire, problems=("not-allowed", "not-found", "wrong-state"),
    ),
    Operation(
        "PUT", ONE + "/point", "Point at a control", put_point, "staff",
        body=PointWire, answer=HelpTicketWire, problems=("not-allowed", *REFUSALS),
    ),
    Operation(
        "PUT", ONE + "/board", "Write large", put_board, "staff",
        body=BoardWire, answer=HelpTicketWire, problems=("not-allowed", *REFUSALS),
    ),
)  # fmt: skip
