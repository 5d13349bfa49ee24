"""Whether this server can answer."""

from __future__ import annotations

from typing import Final

import msgspec
from sqlalchemy import text
from starlette.responses import Response

from kiosk.bank.operation import Call, Operation, reply


class Health(msgspec.Struct):
    """GET /healthz."""

    status: str


async def get_health(call: Call) -> Response:
    """Well, when the books can be read."""
    async with call.parts.store.reading() as session:
        await session.execute(text("SELECT 1"))
    return reply(Health("ok"))


OPERATIONS: Final = (
    Operation("GET", "/kiosk/v1/healthz", "Whether the server is well", get_health, "nobody", answer=Health),
    Operation("GET", "/healthz", "The same, for a load balancer", get_health, "nobody", answer=Health),
)
