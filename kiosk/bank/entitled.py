"""What a customer may do is decided here, whatever mode the kiosk is in."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank.problems import Refusal
from kiosk.bank.tables import Customer


async def entitled(session: AsyncSession, customer_id: str, to: str) -> Customer:
    """The customer, when she may do it. Raises Refusal not-allowed."""
    customer = await session.get_one(Customer, customer_id)
    if to not in customer.entitlements:
        raise Refusal("not-allowed")
    return customer
