"""Orders: on what terms, asked for, confirmed, witnessed, cancelled, paused. Nothing here takes money."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from kiosk.bank.help_desk import KEY_LENGTH
from kiosk.bank.operation import Call, Operation, reply
from kiosk.bank.problems import Refusal
from kiosk.wire.orders import (
    OrderConfirmWire,
    OrderRequestWire,
    OrdersWire,
    OrderTermsWire,
    OrderWire,
    WitnessWire,
)


async def get_terms(call: Call) -> Response:
    """What a suggestion would be like as an order."""
    return reply(await call.parts.orders.terms(call.customer_id, str(call.request.path_params["suggestion"])))


async def post_order(call: Call) -> Response:
    """Ask for it."""
    key = call.request.headers.get("idempotency-key", "").strip().strip('"')
    if not key:
        raise Refusal("idempotency-key-missing")
    if len(key) > KEY_LENGTH:
        raise Refusal("malformed", f"an Idempotency-Key has at most {KEY_LENGTH} characters")
    orders = call.parts.orders
    return reply(await orders.request(call.customer_id, call.caller.id, key, call.asked(OrderRequestWire)), 201)


async def get_orders(call: Call) -> Response:
    """Her orders."""
    return reply(OrdersWire(await call.parts.orders.mine(call.customer_id)))


async def confirm_order(call: Call) -> Response:
    """The second confirmation."""
    return reply(await call.parts.orders.confirm(call.customer_id, _id(call), call.asked(OrderConfirmWire)))


async def delete_order(call: Call) -> Response:
    """She does not want it any more."""
    return reply(await call.parts.orders.cancel(call.customer_id, _id(call)))


async def pause_order(call: Call) -> Response:
    """She is worried about it."""
    return reply(await call.parts.orders.pause(call.customer_id, _id(call)))


async def pause_orders(call: Call) -> Response:
    """She is worried about them all."""
    return reply(OrdersWire(await call.parts.orders.pause_all(call.customer_id)))


async def witness_order(call: Call) -> Response:
    """Staff have gone through it with her."""
    understood = call.asked(WitnessWire).understood
    return reply(await call.parts.orders.witness(call.staff_id, _id(call), understood=understood))


def _id(call: Call) -> str:
    return str(call.request.path_params["order_id"])


ORDERS: Final = "/kiosk/v1/orders"
ONE: Final = ORDERS + "/{order_id}"
MOVES: Final = ("not-found", "wrong-state")
OPERATIONS: Final = (
    Operation(
        "GET", ORDERS + "/terms/{suggestion}", "The terms of a suggestion as an order", get_terms,
        answer=OrderTermsWire, problems=("not-allowed", "not-found"),
    ),
    Operation(
        "POST", ORDERS, "Ask for an order", post_order, body=OrderRequestWire, answer=OrderWire, status=201,
        headers=("Idempotency-Key!",),
        problems=(
            "malformed", "not-allowed", "not-found", "wrong-state", "idempotency-key-missing", "idempotency-key-reused",
        ),
    ),
    Operation("GET", ORDERS, "The customer's orders", get_orders, answer=OrdersWire),
    Operation("POST", ORDERS + "/pause", "Pause every order on its way", pause_orders, answer=OrdersWire),
    Operation(
        "POST", ONE + "/confirm", "Confirm a second time", confirm_order, body=OrderConfirmWire, answer=OrderWire,
        problems=("malformed", "not-allowed", "too-many-requests", *MOVES),
    ),
    Operation("DELETE", ONE, "Cancel", delete_order, answer=OrderWire, problems=MOVES),
    Operation("POST", ONE + "/pause", "Pause", pause_order, answer=OrderWire, problems=MOVES),
    Operation(
        "POST", ONE + "/witness", "Say whether she understood", witness_order, "staff",
        body=WitnessWire, answer=OrderWire, problems=("malformed", "not-allowed", *MOVES),
    ),
)  # fmt: skip
