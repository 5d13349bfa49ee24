"""Everything that can go wrong becomes one of the BankErrors."""

from __future__ import annotations

import ssl

import httpx
import pytest

from kiosk.client import errors
from kiosk.client.errors import BankError
from kiosk.client.refusals import BY_PROBLEM
from kiosk.wire.kiosk_api import PROBLEMS
from tests.kiosk.client.lines import QUICK, Heard, bank_saying, in_turn, problem


def test_every_problem_of_the_contract_has_its_error() -> None:
    assert set(BY_PROBLEM) == set(PROBLEMS)


@pytest.mark.parametrize(("kind", "expected"), sorted(BY_PROBLEM.items()))
async def test_problems(kind: str, expected: type[BankError]) -> None:
    heard = Heard(lambda _: problem(kind, 400))
    async with closing_bank(heard) as bank:
        with pytest.raises(expected) as caught:
            await bank.holdings()
    assert type(caught.value) is expected
    assert caught.value.reference == heard.requests[0].headers["x-fapi-interaction-id"]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (400, errors.BankRefused),
        (401, errors.SessionEnded),
        (403, errors.NotAllowed),
        (404, errors.NotFound),
        (405, errors.BankUnclear),
        (406, errors.BankUnclear),
        (408, errors.BankSlow),
        (409, errors.Conflict),
        (412, errors.Conflict),
        (418, errors.BankRefused),
        (429, errors.TooMany),
        (500, errors.BankFailed),
        (502, errors.BankAway),
        (503, errors.BankAway),
        (504, errors.BankSlow),
        (507, errors.StorageFull),
        (599, errors.BankFailed),
        (302, errors.BankUnclear),
    ],
)
async def test_answers_without_a_body(status: int, expected: type[BankError]) -> None:
    async with closing_bank(lambda _: httpx.Response(status, headers={"location": "http://elsewhere/"})) as bank:
        with pytest.raises(expected) as caught:
            await bank.accounts()
    assert type(caught.value) is expected


@pytest.mark.parametrize(
    ("challenge", "token", "expected"),
    [
        ("", "", errors.DeviceRefused),
        ("KioskDevice", "the-token", errors.DeviceRefused),
        ('Bearer error="invalid_token"', "the-token", errors.SessionEnded),
    ],
)
async def test_a_bare_401_tells_the_device_from_the_sitting(
    challenge: str, token: str, expected: type[BankError]
) -> None:
    refusal = httpx.Response(401, headers={"www-authenticate": challenge} if challenge else {})
    async with closing_bank(lambda _: refusal, token=token) as bank:
        with pytest.raises(expected):
            await (bank.accounts() if token else bank.device())


async def test_an_account_that_is_not_there_in_the_official_words() -> None:
    body = {"Code": "400 BadRequest", "Message": "no", "Errors": [{"ErrorCode": "U011", "Message": "no such account"}]}
    async with closing_bank(lambda _: httpx.Response(400, json=body)) as bank:
        with pytest.raises(errors.NotFound):
            await bank.help_ticket("x")


def _tls_fault() -> httpx.ConnectError:
    fault = httpx.ConnectError("certificate verify failed")
    fault.__cause__ = ssl.SSLCertVerificationError(1, "certificate verify failed")
    return fault


@pytest.mark.parametrize(
    ("fault", "expected", "asked"),
    [
        (httpx.ConnectError("refused"), errors.BankAway, 4),
        (httpx.ConnectTimeout("slow"), errors.BankAway, 4),
        (httpx.PoolTimeout("busy"), errors.BankAway, 4),
        (httpx.ReadTimeout("slow"), errors.BankSlow, 4),
        (httpx.WriteTimeout("slow"), errors.BankSlow, 4),
        (httpx.ReadError("reset"), errors.BankAway, 4),
        (httpx.WriteError("reset"), errors.BankAway, 4),
        (httpx.CloseError("reset"), errors.BankAway, 4),
        (httpx.RemoteProtocolError("Server disconnected without sending a response."), errors.BankAway, 4),
        (httpx.RemoteProtocolError("illegal status line"), errors.BankUnclear, 1),
        (httpx.DecodingError("gzip"), errors.BankUnclear, 1),
        (httpx.UnsupportedProtocol("spdy"), errors.BankUnclear, 1),
        (httpx.TooManyRedirects("round and round"), errors.BankUnclear, 1),
        (_tls_fault(), errors.BankAway, 1),
    ],
)
async def test_faults_of_the_line(fault: httpx.RequestError, expected: type[BankError], asked: int) -> None:
    heard = Heard(in_turn([fault] * 5))
    async with closing_bank(heard) as bank:
        with pytest.raises(expected) as caught:
            await bank.holdings()
    assert type(caught.value) is expected
    assert len(heard.requests) == asked


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"holdings": 5}', b"\xff\xfe", b"[" * 100_000])
async def test_answers_that_break_our_contract(body: bytes) -> None:
    async with closing_bank(lambda _: httpx.Response(200, content=body)) as bank:
        with pytest.raises(errors.BankUnclear) as caught:
            await bank.holdings()
    assert caught.value.reference


async def test_an_endless_answer_is_not_read_to_its_end() -> None:
    async with closing_bank(lambda _: httpx.Response(200, content=b"1" * (8 * 1024 * 1024 + 1))) as bank:
        with pytest.raises(errors.BankUnclear):
            await bank.holdings()


@pytest.mark.parametrize("wait", [{"retry_after": 240}, {}])
async def test_a_lock_says_how_long_and_is_not_asked_again(wait: dict[str, int]) -> None:
    locked = problem("sign-in-locked", 423, **wait)
    locked.headers["retry-after"] = "240"
    heard = Heard(lambda _: locked)
    async with closing_bank(heard, token="") as bank:
        with pytest.raises(errors.SignInLocked) as caught:
            await bank.sign_in(card="1", pin="1234")
    assert caught.value.wait_s == 240
    assert len(heard.requests) == 1


def closing_bank(say: object, **more: object) -> object:
    from contextlib import aclosing

    return aclosing(bank_saying(say, patience=QUICK, **more))  # type: ignore[arg-type]
