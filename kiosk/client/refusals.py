"""What the bank says when it says no: problem details (RFC 9457), or a bare status, as BankErrors."""

from __future__ import annotations

from datetime import datetime

import msgspec

from kiosk.client import errors
from kiosk.client.answer import Answer
from kiosk.client.errors import BankError
from kiosk.client.retry_after import LONGEST_S, seconds_to_wait

BY_PROBLEM: dict[str, type[BankError]] = {
    "device-unknown": errors.DeviceRefused,
    "not-signed-in": errors.SessionEnded,
    "sign-in-refused": errors.SignInRefused,
    "sign-in-locked": errors.SignInLocked,
    "not-allowed": errors.NotAllowed,
    "not-found": errors.NotFound,
    "malformed": errors.BankRefused,
    "idempotency-key-missing": errors.BankRefused,
    "idempotency-key-reused": errors.Conflict,
    "still-in-progress": errors.Conflict,
    "version-mismatch": errors.Conflict,
    "wrong-state": errors.Conflict,
    "too-many-requests": errors.TooMany,
    "storage-full": errors.StorageFull,
    "storage-read-only": errors.StorageReadOnly,
    "internal": errors.BankFailed,
}
"""Every problem of the contract (kiosk.wire.kiosk_api.PROBLEMS)."""

_BY_STATUS: dict[int, type[BankError]] = {
    403: errors.NotAllowed,
    404: errors.NotFound,
    405: errors.BankUnclear,
    406: errors.BankUnclear,
    408: errors.BankSlow,
    409: errors.Conflict,
    410: errors.NotFound,
    412: errors.Conflict,
    429: errors.TooMany,
    502: errors.BankAway,
    503: errors.BankAway,
    504: errors.BankSlow,
    507: errors.StorageFull,
}
_PASSING_STATUS = (408, 429, 500, 502, 503, 504)
_LASTING_PROBLEMS = ("storage-full", "storage-read-only", "sign-in-locked")


_NOT_FOUND_CODES = ("U011", "UK.OBIE.Resource.NotFound")
"""What the Open Banking half says, with status 400, of an account that does not exist (v4.0, v3.1)."""


class _OfficialError(msgspec.Struct, rename="pascal"):
    error_code: str = ""


class _Problem(msgspec.Struct):
    type: str = ""
    retry_after: int | None = None
    errors: list[_OfficialError] = msgspec.field(name="Errors", default_factory=list)


def problem_of(answer: Answer) -> str:
    """The last part of the problem's type; empty when there is none to read."""
    return _problem(answer).type.rstrip("/").rpartition("/")[2]


def may_pass(answer: Answer) -> bool:
    """The same question may well be answered in a moment."""
    problem = problem_of(answer)
    if problem == "still-in-progress":
        return True
    return answer.status in _PASSING_STATUS and problem not in _LASTING_PROBLEMS


def as_bank_error(answer: Answer, now: datetime, *, with_token: bool) -> BankError:
    """The BankError for an answer that is not good. `with_token` says whether a sitting's token was sent."""
    problem = _problem(answer)
    kind = BY_PROBLEM.get(problem_of(answer)) or _by_status(answer, with_token=with_token)
    wait = problem.retry_after if problem.retry_after is not None else seconds_to_wait(answer.headers, now)
    detail = f"{answer.status} {problem_of(answer)}".strip()
    return kind(detail, reference=answer.reference, wait_s=max(0, min(wait or 0, LONGEST_S)))


def _by_status(answer: Answer, *, with_token: bool) -> type[BankError]:
    status = answer.status
    if status == 401:
        return _unauthorised(answer, with_token=with_token)
    if any(error.error_code in _NOT_FOUND_CODES for error in _problem(answer).errors):
        return errors.NotFound
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if status >= 500:
        return errors.BankFailed
    return errors.BankRefused if status >= 400 else errors.BankUnclear


def _unauthorised(answer: Answer, *, with_token: bool) -> type[BankError]:
    """A 401 may have no body; WWW-Authenticate then says which of the two tokens was not good."""
    challenge = answer.headers.get("www-authenticate", "").lower()
    if with_token and not challenge.startswith("kioskdevice"):
        return errors.SessionEnded
    return errors.DeviceRefused


def _problem(answer: Answer) -> _Problem:
    """A body that is no problem (401, 405, 406, 429 and 500 may have none) is an empty problem."""
    try:
        return msgspec.json.decode(answer.body, type=_Problem)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _Problem()
