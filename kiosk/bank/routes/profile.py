"""Who the customer is, and how she wants the kiosk to be."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec
from starlette.responses import Response

from kiosk.bank.clock import bank_day
from kiosk.bank.operation import Call, Operation, reply
from kiosk.bank.tables import Customer
from kiosk.wire.kiosk_api import PreferencesWire, ProfileUpdate, ProfileWire
from kiosk.wire.pace import pace_of


async def get_profile(call: Call) -> Response:
    """The profile."""
    async with call.parts.store.reading() as session:
        customer = await session.get_one(Customer, call.customer_id)
    return reply(profile(customer, bank_day(call.parts.clock())))


async def put_profile(call: Call) -> Response:
    """Mode, language and seeing and hearing: they follow the customer to any kiosk."""
    asked = call.asked(ProfileUpdate)
    async with call.parts.store.writing() as session:
        customer = await session.get_one(Customer, call.customer_id)
        customer.mode, customer.lang = asked.mode, asked.lang
        customer.preferences = msgspec.to_builtins(asked.preferences)
    return reply(profile(customer, bank_day(call.parts.clock())))


def profile(customer: Customer, today: date) -> ProfileWire:
    """A customer as the wire shows her. What the books do not know of her wishes is the usual."""
    wishes = msgspec.convert(customer.preferences or {}, PreferencesWire)
    return ProfileWire(
        customer=customer.id,
        greeting=dict(customer.greeting),
        age_band=age_band(customer.birth_date, today),
        entitlements=list(customer.entitlements),
        mode=customer.mode,
        lang=customer.lang,
        preferences=msgspec.structs.replace(wishes, pace=pace_of(wishes)),
    )


def age_band(born: date, today: date) -> str:
    """child under 18, adult, senior from 65."""
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return "child" if age < 18 else "senior" if age >= 65 else "adult"


OPERATIONS: Final = (
    Operation("GET", "/kiosk/v1/profile", "The profile", get_profile, answer=ProfileWire),
    Operation(
        "PUT", "/kiosk/v1/profile", "Change what the customer may change herself", put_profile,
        body=ProfileUpdate, answer=ProfileWire, problems=("malformed",),
    ),
)  # fmt: skip
