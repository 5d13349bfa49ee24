"""What the customer owns."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select
from starlette.responses import Response

from kiosk.bank.amounts import signed
from kiosk.bank.entitled import entitled
from kiosk.bank.operation import Call, Operation, reply
from kiosk.bank.tables import Account, Holding
from kiosk.wire.kiosk_api import Amount, HoldingsWire, HoldingWire


async def get_holdings(call: Call) -> Response:
    """All holdings; a deposit's value is its account's balance."""
    own = select(Holding, Account.balance_minor).outerjoin(Account, Account.id == Holding.account_id)
    async with call.parts.store.reading() as session:
        await entitled(session, call.customer_id, "checkup")
        rows = (await session.execute(own.where(Holding.customer_id == call.customer_id).order_by(Holding.id))).all()
    return reply(HoldingsWire([holding(row, balance) for row, balance in rows]))


def holding(row: Holding, balance_minor: int | None) -> HoldingWire:
    """A holding as the wire shows it."""
    value = row.value_minor if balance_minor is None else balance_minor
    return HoldingWire(
        id=row.id,
        names=dict(row.names),
        kind=row.kind,
        issuer=dict(row.issuer),
        value=signed(value, row.currency),
        as_of=row.as_of,
        quantity=row.quantity or None,
        unit_value=Amount(row.unit_value, row.currency) if row.unit_value else None,
        matures_on=row.matures_on,
        risk_level=row.risk_level,
        yearly_fee=row.yearly_fee or None,
        insured_deposit=row.insured_deposit,
    )


OPERATIONS: Final = (
    Operation(
        "GET", "/kiosk/v1/holdings", "What the customer owns", get_holdings,
        answer=HoldingsWire, problems=("not-allowed",),
    ),
)  # fmt: skip
