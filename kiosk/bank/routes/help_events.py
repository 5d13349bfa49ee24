"""The event stream of the help desk (server-sent events).

A kiosk hears of its own tickets, the lobby of all. The stream begins with every open ticket, or with what has changed
since `Last-Event-ID`, so that who comes late misses nothing. Plain Starlette: sse-starlette wakes twice a second.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Final

import msgspec
from starlette.responses import Response, StreamingResponse

from kiosk.bank import help_queue
from kiosk.bank.help_queue import Happening
from kiosk.bank.operation import Call, Operation, bearer
from kiosk.bank.problems import Refusal
from kiosk.bank.store import StoreError
from kiosk.wire.kiosk_api import DEVICE_HEADER, HelpTicketWire

ALIVE: Final = b": still here\n\n"


async def get_events(call: Call) -> Response:
    """Open the stream. A lobby device needs a member of staff, a kiosk only itself."""
    await _check(call)
    own = None if call.caller.kind == "lobby" else call.caller.id
    return StreamingResponse(stream(call, last_event(call), own), media_type="text/event-stream")


async def stream(call: Call, last: int, own: str | None) -> AsyncIterator[bytes]:
    """Tickets as they change, until the caller goes, may no longer listen, or the server ends."""
    bell = call.parts.bell
    with bell.listen() as rung:
        yield ALIVE
        while not bell.closed:
            rung.clear()
            try:
                happened = await _happened(call, last, own)
            except StoreError:
                return  # the caller comes back with Last-Event-ID
            for happening in happened:
                last = happening.event_id
                yield event(happening)
            if not await _rung(rung, call.parts.heartbeat_s):
                if not await _still_welcome(call):
                    return
                yield ALIVE


def event(happening: Happening) -> bytes:
    """One server-sent event; JSON has no line breaks of its own."""
    data = msgspec.json.encode(happening.ticket)
    return b"id: %d\nevent: ticket\ndata: %s\n\n" % (happening.event_id, data)


def last_event(call: Call) -> int:
    """The last event that the caller has, or 0 for a fresh start."""
    given = call.request.headers.get("last-event-id", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 19 else 0


async def _happened(call: Call, last: int, own: str | None) -> list[Happening]:
    async with call.parts.store.reading() as session:
        return await help_queue.happened(session, last, own)


async def _rung(rung: asyncio.Event, wait_s: float) -> bool:
    """Wait for the bell. False when it stayed silent; then it is time for a sign of life."""
    try:
        await asyncio.wait_for(rung.wait(), wait_s)
    except TimeoutError:
        return False
    return True


async def _still_welcome(call: Call) -> bool:
    """Whether the caller's device and session are still good. Listening counts as a use."""
    try:
        await call.parts.gate.caller(call.request.headers.get(DEVICE_HEADER, ""))
        await _check(call)
    except (Refusal, StoreError):
        return False
    return True


async def _check(call: Call) -> None:
    """Raises Refusal not-signed-in for the lobby without a member of staff."""
    if call.caller.kind == "lobby":
        await call.parts.gate.sitting(bearer(call.request), call.caller, "staff")


OPERATIONS: Final = (
    Operation(
        "GET", "/kiosk/v1/help-tickets/events", "Tickets as they change", get_events, "device",
        answer=HelpTicketWire, headers=("Last-Event-ID",), problems=("not-signed-in", "not-allowed"),
        media_type="text/event-stream",
    ),
)  # fmt: skip
