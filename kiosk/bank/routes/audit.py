"""The audit chain for operators: read forwards, never changed."""

from __future__ import annotations

from typing import Final

import msgspec
from starlette.responses import Response

from kiosk.bank import chain
from kiosk.bank.operation import Call, Operation, reply
from kiosk.bank.problems import Refusal
from kiosk.bank.tables import AuditRecord, Staff
from kiosk.wire.orders import AuditRecordWire, AuditWire

AT_MOST: Final = 100
"""Records in one answer: each may hold several pages of text."""
ROLE: Final = "operator"


async def get_audit(call: Call) -> Response:
    """The records after a number, oldest first; ask again with the last one's number until there are none."""
    given = call.request.query_params.get("after", "0")
    if not (given.isascii() and given.isdigit() and len(given) < 19):
        raise Refusal("malformed", "after is the number of a record")
    async with call.parts.store.reading() as session:
        person = await session.get_one(Staff, call.staff_id)
        if person.role != ROLE:
            raise Refusal("not-allowed")
        records = await chain.after(session, int(given), AT_MOST)
    return reply(AuditWire([_wire(record) for record in records]))


def _wire(record: AuditRecord) -> AuditRecordWire:
    fields = {name: getattr(record, name) for name in AuditRecordWire.__struct_fields__}
    return msgspec.convert({**fields, "facts": dict(record.facts)}, AuditRecordWire)


OPERATIONS: Final = (
    Operation(
        "GET", "/kiosk/v1/audit", "The audit chain after a record", get_audit, "staff",
        answer=AuditWire, problems=("malformed", "not-allowed"),
    ),
)  # fmt: skip
