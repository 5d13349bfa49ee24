"""The event stream of the help desk (server-sent events), and the same by long poll.

A kiosk hears of its own tickets, the lobby of all. The stream begins with every open ticket, or with what has changed
since `Last-Event-ID`, so that who comes late misses nothing. With `Prefer: wait=20` (RFC 7240) it is one answer, for
networks that break streams. Plain Starlette: sse-starlette wakes twice a second.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from typing import Final

from starlette.responses import Response, StreamingResponse

from kiosk.bank.help_feed import encoded
from kiosk.bank.help_queue import OVERLAP, Happening, newest_event
from kiosk.bank.operation import Call, Operation, bearer, reply
from kiosk.bank.problems import Refusal
from kiosk.bank.store import StoreError
from kiosk.wire.help import HelpTicketsWire, HelpTicketWire
from kiosk.wire.kiosk_api import DEVICE_HEADER

ALIVE: Final = b": still here\n\n"
LONGEST_WAIT_S: Final = 30
_WAIT: Final = re.compile(r"(?:^|[,;\s])wait\s*=\s*(\d{1,4})\b", re.ASCII | re.IGNORECASE)


async def get_events(call: Call) -> Response:
    """Open the stream. A lobby device needs a member of staff, a kiosk only itself."""
    await _check(call)
    own = None if call.caller.kind == "lobby" else call.caller.id
    if wait := _WAIT.search(call.request.headers.get("prefer", "")):
        return await _poll(call, own, min(LONGEST_WAIT_S, int(wait[1])))
    last = _number(call.request.headers.get("last-event-id", ""))
    return StreamingResponse(stream(call, last, own), media_type="text/event-stream")


async def stream(call: Call, last: int, own: str | None) -> AsyncIterator[bytes]:
    """Tickets as they change, until the caller goes, may no longer listen, or the server ends."""
    bell = call.parts.bell
    with call.parts.feed.listen(own) as ears:
        yield ALIVE
        try:
            begun, happened = await _happened(call, last, own, OVERLAP)
        except StoreError:
            return  # the caller comes back with Last-Event-ID
        if happened:
            yield b"".join(map(encoded, happened))
        while not bell.closed and not ears.deaf:
            rounds = await ears.next(call.parts.heartbeat_s)
            data = b"".join(one.since(begun) for one in rounds)  # the first may be older than what it began with
            if data:
                yield data
            elif not rounds and not bell.closed:
                if not await _still_welcome(call):
                    return
                yield ALIVE


async def _poll(call: Call, own: str | None, wait_s: int) -> Response:
    """What has changed since the ETag that is shown, at once or as soon as something does; 304 for nothing."""
    last = _number(call.request.headers.get("if-none-match", "").strip().removeprefix("W/").strip('"'))
    with call.parts.feed.listen(own) as ears:
        newest, happened = await _happened(call, last, own, 0)
        if last > 0 and not happened and not call.parts.bell.closed:
            await ears.next(wait_s)
            newest, happened = await _happened(call, last, own, 0 if own is None else OVERLAP)
    headers = {"ETag": f'"{max(1, newest)}"', "Preference-Applied": f"wait={wait_s}", "Vary": "Prefer"}
    if last > 0 and not happened:
        return Response(status_code=304, headers=headers)
    return reply(HelpTicketsWire([each.ticket for each in happened]), 200, headers)


async def _happened(call: Call, last: int, own: str | None, overlap: int) -> tuple[int, list[Happening]]:
    """The number of the newest event, read first: what comes meanwhile is told twice rather than not at all."""
    async with call.parts.store.reading() as session:
        newest = await newest_event(session)
        return newest, await call.parts.queue.happened(session, last, own, overlap)


def _number(given: str) -> int:
    """The last event that the caller has, or 0 for a fresh start."""
    return int(given) if given.isascii() and given.isdigit() and len(given) < 19 else 0


async def _still_welcome(call: Call) -> bool:
    """Whether the caller's device and session are still good. Listening is no use: who only listens goes idle."""
    try:
        await call.parts.gate.caller(call.request.headers.get(DEVICE_HEADER, ""))
        await _check(call)
    except (Refusal, StoreError):
        return False
    return True


async def _check(call: Call) -> None:
    """Raises Refusal not-signed-in for the lobby without a member of staff."""
    if call.caller.kind == "lobby":
        await call.parts.gate.sitting(bearer(call.request), call.caller, "staff", listening=True)


OPERATIONS: Final = (
    Operation(
        "GET", "/kiosk/v1/help-tickets/events", "Tickets as they change", get_events, "device",
        answer=HelpTicketWire, headers=("Last-Event-ID", "Prefer", "If-None-Match"),
        problems=("not-signed-in", "not-allowed"), media_type="text/event-stream",
    ),
)  # fmt: skip
