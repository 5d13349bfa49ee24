"""How the bank says no: one exception, written as RFC 9457 or, on the official paths, as OBErrorResponse1."""

from __future__ import annotations

from typing import Final

import msgspec
from starlette.responses import Response

from kiosk.bank.store import StorageBusy, StorageFull, StorageReadOnly, StoreError
from kiosk.wire.kiosk_api import PROBLEM_BASE, PROBLEM_JSON, Problem

JSON: Final = "application/json; charset=utf-8"
KINDS: Final[dict[str, tuple[int, str]]] = {
    "device-unknown": (401, "This device may not call"),
    "not-signed-in": (401, "Sign in first"),
    "sign-in-refused": (401, "The sign-in was refused"),
    "sign-in-locked": (423, "Signing in is locked for a while"),
    "not-allowed": (403, "This is not allowed"),
    "not-found": (404, "There is no such thing"),
    "malformed": (400, "The request cannot be understood"),
    "idempotency-key-missing": (400, "The Idempotency-Key header is missing"),
    "idempotency-key-reused": (422, "This Idempotency-Key was used for another request"),
    "still-in-progress": (409, "The first request with this Idempotency-Key is still being worked on"),
    "version-mismatch": (412, "It was changed in the meantime"),
    "wrong-state": (409, "It is no longer in a state that allows this"),
    "too-many-requests": (429, "Too many requests"),
    "storage-full": (507, "The bank's disk is full"),
    "storage-read-only": (503, "The bank cannot write its data"),
    "internal": (500, "The bank failed"),
}
"""Status and title of each problem type (kiosk.wire.kiosk_api.PROBLEMS)."""
OFFICIAL: Final = {
    "malformed": (400, "400 BadRequest", "U002", "UK.OBIE.Field.Invalid"),
    "not-found": (400, "400 BadRequest", "U011", "UK.OBIE.Resource.NotFound"),
    "not-allowed": (403, "403 Forbidden", "U009", "UK.OBIE.Resource.InvalidConsentStatus"),
}
"""Status, code, v4 error code and its v3.1 name. The description knows no 404 for an account and no body for 401."""


class Refusal(Exception):
    """The bank says no. `kind` is one of KINDS; `wait_s` is in how many seconds trying again makes sense."""

    def __init__(self, kind: str, detail: str = "", *, wait_s: int | None = None) -> None:
        super().__init__(kind)
        self.kind = kind
        self.detail = detail
        self.wait_s = wait_s


class OfficialError(msgspec.Struct, rename="pascal", omit_defaults=True):
    """OBError1 of the official description."""

    error_code: str
    message: str = ""


class OfficialErrors(msgspec.Struct, rename="pascal"):
    """OBErrorResponse1 of the official description."""

    code: str
    message: str
    errors: list[OfficialError]


def of_store(problem: StoreError) -> Refusal:
    """What the caller hears of trouble with the books."""
    if isinstance(problem, StorageFull):
        return Refusal("storage-full")
    if isinstance(problem, StorageReadOnly):
        return Refusal("storage-read-only")
    return Refusal("internal", wait_s=1 if isinstance(problem, StorageBusy) else None)


def problem_response(refusal: Refusal) -> Response:
    """The refusal as RFC 9457 problem details."""
    status, title = KINDS[refusal.kind]
    problem = Problem(PROBLEM_BASE + refusal.kind, title, status, refusal.detail, refusal.wait_s)
    return Response(msgspec.json.encode(problem), status, _headers(refusal), PROBLEM_JSON)


def official_response(refusal: Refusal) -> Response:
    """The refusal in the official shape: 401 has no body, trouble of the bank is 500."""
    if KINDS[refusal.kind][0] == 401:
        return Response(status_code=401, headers=_headers(refusal))
    failed = (500, "500 InternalServerError", "U000", "UK.OBIE.UnexpectedError")
    status, code, error_code, name = OFFICIAL.get(refusal.kind, failed)
    said = refusal.detail or KINDS[refusal.kind][1]
    body = OfficialErrors(code, said, [OfficialError(error_code, f"{name}: {said}")])
    return Response(msgspec.json.encode(body), status, _headers(refusal), JSON)


def _headers(refusal: Refusal) -> dict[str, str]:
    """When to come again, and which of the two tokens was not good."""
    headers = {} if refusal.wait_s is None else {"Retry-After": str(refusal.wait_s)}
    if refusal.kind == "device-unknown":
        headers["WWW-Authenticate"] = "KioskDevice"
    elif refusal.kind == "not-signed-in":
        headers["WWW-Authenticate"] = 'Bearer error="invalid_token"'
    return headers
