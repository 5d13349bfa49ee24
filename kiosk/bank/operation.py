"""One operation of the API: what it needs and gives is written once, for the server and for its description."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeVar

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kiosk.bank.auth import Caller, Sitting
from kiosk.bank.parts import Parts
from kiosk.bank.problems import JSON, Refusal, of_store, official_response, problem_response
from kiosk.bank.store import StoreError
from kiosk.wire.kiosk_api import DEVICE_HEADER

LARGEST_BODY: Final = 64 * 1024
"""Bytes; the largest real request has a few hundred."""
Who = Literal["nobody", "device", "customer", "staff", "anyone"]
"""Whose tokens a call must carry; `anyone` is a customer or staff."""
Asked = TypeVar("Asked", bound=msgspec.Struct)


@dataclass(frozen=True)
class Call:
    """One request with what is known of its caller."""

    request: Request
    parts: Parts
    caller: Caller
    sitting: Sitting | None
    body: msgspec.Struct | None

    def asked(self, kind: type[Asked]) -> Asked:
        """The body, which the operation has declared to be of this kind."""
        if not isinstance(self.body, kind):
            raise TypeError(f"the operation takes no {kind.__name__}")
        return self.body

    @property
    def customer_id(self) -> str:
        """The signed-in customer. Raises Refusal not-signed-in."""
        if self.sitting is None or self.sitting.customer_id is None:
            raise Refusal("not-signed-in")
        return self.sitting.customer_id

    @property
    def staff_id(self) -> str:
        """The signed-in member of staff. Raises Refusal not-signed-in."""
        if self.sitting is None or self.sitting.staff_id is None:
            raise Refusal("not-signed-in")
        return self.sitting.staff_id


@dataclass(frozen=True)
class Operation:
    """A method on a path."""

    method: str
    path: str
    summary: str
    handle: Callable[[Call], Awaitable[Response]]
    who: Who = "customer"
    body: type[msgspec.Struct] | None = None
    answer: Any = None
    """The type of the answer's body; None for no body."""
    status: int = 200
    problems: tuple[str, ...] = ()
    """Beside those that every operation may give."""
    headers: tuple[str, ...] = ()
    """Request headers that it reads, a required one with `!` at its end."""
    media_type: str = "application/json"
    largest: int = LARGEST_BODY
    """Bytes that a request may have."""


def reply(content: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """An answer in JSON."""
    return Response(msgspec.json.encode(content), status, dict(headers or {}), JSON)


def bearer(request: Request) -> str:
    """The bearer token of a request, or nothing (RFC 6750)."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def route(operation: Operation, parts: Parts, *, official: bool = False) -> Route:
    """The operation as a Starlette route; `official` paths say no in the official shape."""
    refused = official_response if official else problem_response

    async def endpoint(request: Request) -> Response:
        try:
            return await _run(operation, parts, request)
        except Refusal as refusal:
            return refused(refusal)
        except StoreError as problem:
            return refused(of_store(problem))

    return Route(operation.path, endpoint, methods=[operation.method], max_body_size=operation.largest)


async def _run(operation: Operation, parts: Parts, request: Request) -> Response:
    """Device first, then the person, then the body: who may not call learns nothing else."""
    if operation.who == "nobody":
        return await operation.handle(Call(request, parts, Caller("", "", ""), None, None))
    caller = await parts.gate.caller(request.headers.get(DEVICE_HEADER, ""))
    sitting = await _sitting(operation.who, parts, request, caller)
    body = await _body(request, operation.body) if operation.body is not None else None
    return await operation.handle(Call(request, parts, caller, sitting, body))


async def _sitting(who: Who, parts: Parts, request: Request, caller: Caller) -> Sitting | None:
    if who in ("customer", "staff", "anyone"):
        return await parts.gate.sitting(bearer(request), caller, who)
    return None


async def _body(request: Request, kind: type[msgspec.Struct]) -> msgspec.Struct:
    """The body, checked. Raises Refusal malformed."""
    try:
        return msgspec.json.decode(await request.body(), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        # msgspec names the place and the rule, never the value.
        raise Refusal("malformed", str(problem)) from problem
