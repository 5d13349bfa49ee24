"""Signing in and out, for customers and staff."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from kiosk.bank.operation import Call, Operation, reply
from kiosk.bank.problems import Refusal
from kiosk.wire.kiosk_api import SessionGrant, SessionRequest, StaffGrant, StaffSessionRequest


async def post_session(call: Call) -> Response:
    """Sign a customer in."""
    return reply(await call.parts.sign_in.customer(call.caller, call.asked(SessionRequest)), 201)


async def post_staff_session(call: Call) -> Response:
    """Sign a member of staff in."""
    return reply(await call.parts.sign_in.staff(call.caller, call.asked(StaffSessionRequest)), 201)


async def delete_session(call: Call) -> Response:
    """Sign out."""
    if call.sitting is None:
        raise Refusal("not-signed-in")
    await call.parts.gate.end(call.sitting)
    return Response(status_code=204)


REFUSALS: Final = ("sign-in-refused", "sign-in-locked", "malformed")
OPERATIONS: Final = (
    Operation(
        "POST", "/kiosk/v1/session", "Sign a customer in", post_session, "device",
        body=SessionRequest, answer=SessionGrant, status=201, problems=REFUSALS,
    ),
    Operation("DELETE", "/kiosk/v1/session", "Sign out", delete_session, "anyone", status=204),
    Operation(
        "POST", "/kiosk/v1/staff-session", "Sign a member of staff in", post_staff_session, "device",
        body=StaffSessionRequest, answer=StaffGrant, status=201, problems=REFUSALS,
    ),
)  # fmt: skip
