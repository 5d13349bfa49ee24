"""The device that is calling."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select
from starlette.responses import Response

from kiosk.bank.operation import Call, Operation, reply
from kiosk.bank.tables import Customer
from kiosk.wire.kiosk_api import Device, KnownCustomer


async def get_self(call: Call) -> Response:
    """Who this device is; at home also who may sign in by choosing herself."""
    known: list[KnownCustomer] = []
    if call.caller.kind == "home":
        async with call.parts.store.reading() as session:
            rows = await session.scalars(select(Customer).order_by(Customer.birth_date))
            known = [KnownCustomer(row.id, dict(row.greeting)) for row in rows]
    return reply(Device(call.caller.id, call.caller.kind, call.caller.place, known))


OPERATIONS: Final = (
    Operation("GET", "/kiosk/v1/devices/self", "The device that is calling", get_self, "device", answer=Device),
)
