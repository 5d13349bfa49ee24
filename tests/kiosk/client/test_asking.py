"""How a question is asked: once or again, in time, and with no secret where it should not be."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import replace

import httpx
import pytest

from kiosk.client import errors
from kiosk.client.address import Address
from kiosk.client.bank import Bank
from kiosk.client.resilience import Patience
from kiosk.model.help import HelpRequest
from kiosk.model.profile import Preferences
from tests.kiosk.client.lines import QUICK, Heard, bank_saying, in_turn, problem

NO_HOLDINGS = {"holdings": []}
REQUEST = HelpRequest("come", "home", "elder", "en")
TICKET = {
    "id": "t-1", "state": "waiting", "topic": "come", "screen": "home", "mode": "elder", "lang": "en", "where": "K1",
    "created_at": "2026-03-01T10:00:00Z", "version": 1, "position": 1, "helper": {},
}  # fmt: skip


@pytest.mark.parametrize("hiccup", [httpx.ReadError("reset"), httpx.Response(503), httpx.Response(500)])
async def test_reading_is_tried_again(hiccup: httpx.Response | Exception) -> None:
    heard = Heard(in_turn([hiccup, httpx.Response(200, json=NO_HOLDINGS)]))
    async with aclosing(bank_saying(heard)) as bank:
        assert await bank.holdings() == ()
    assert len(heard.requests) == 2
    first, second = (request.headers["x-fapi-interaction-id"] for request in heard.requests)
    assert first == second


async def test_one_intent_keeps_its_key_through_all_attempts() -> None:
    busy = problem("still-in-progress", 409)
    heard = Heard(in_turn([httpx.ReadError("reset"), busy, httpx.Response(201, json=TICKET)]))
    async with aclosing(bank_saying(heard)) as bank:
        assert (await bank.ask_for_help(REQUEST, "intent-1")).id == "t-1"
    assert {request.headers["idempotency-key"] for request in heard.requests} == {'"intent-1"'}
    assert len(heard.requests) == 3


async def test_what_must_not_be_doubled_is_sent_once() -> None:
    heard = Heard(in_turn([httpx.ReadError("reset")]))
    async with aclosing(bank_saying(heard)) as bank:
        with pytest.raises(errors.BankAway):
            await bank.run_checkup()
    assert len(heard.requests) == 1


async def test_what_was_never_sent_may_be_sent_again() -> None:
    heard = Heard(in_turn([httpx.ConnectError("refused"), problem("sign-in-refused", 401)]))
    async with aclosing(bank_saying(heard, token="")) as bank:
        with pytest.raises(errors.SignInRefused):
            await bank.sign_in(card="1", pin="1234")
    assert len(heard.requests) == 2


async def test_a_full_disk_is_not_asked_again() -> None:
    heard = Heard(lambda _: problem("storage-read-only", 503))
    async with aclosing(bank_saying(heard)) as bank:
        with pytest.raises(errors.StorageReadOnly):
            await bank.save_profile("elder", "en", Preferences())
    assert len(heard.requests) == 1


async def test_a_long_retry_after_is_told_and_not_waited_for() -> None:
    heard = Heard(lambda _: httpx.Response(429, headers={"retry-after": "30"}))
    async with aclosing(bank_saying(heard)) as bank:
        with pytest.raises(errors.TooMany) as caught:
            await bank.holdings()
    assert (caught.value.wait_s, len(heard.requests)) == (30, 1)


async def test_a_short_retry_after_is_waited_for() -> None:
    busy = httpx.Response(429, headers={"retry-after": "1"})
    heard = Heard(in_turn([busy, httpx.Response(200, json=NO_HOLDINGS)]))
    before = asyncio.get_running_loop().time()
    async with aclosing(bank_saying(heard)) as bank:
        assert await bank.holdings() == ()
    assert asyncio.get_running_loop().time() - before >= 0.95


async def _never(_request: httpx.Request) -> httpx.Response:
    await asyncio.Event().wait()
    raise AssertionError


async def test_no_answer_is_slow_at_the_deadline_and_three_of_them_open_the_breaker() -> None:
    changes: list[str] = []
    bank = bank_saying(
        _never, patience=replace(QUICK, deadline_s=0.05), line_changed=lambda: changes.append(bank.line.state)
    )
    async with aclosing(bank):
        for _ in range(3):
            with pytest.raises(errors.BankSlow) as caught:
                await bank.holdings()
            assert caught.value.reference
        with pytest.raises(errors.BankAway) as caught2:
            await bank.holdings()
        assert caught2.value.wait_s > 0
        assert changes == ["open"]


async def test_a_refusal_does_not_open_the_breaker() -> None:
    async with aclosing(bank_saying(lambda _: problem("not-allowed", 403))) as bank:
        for _ in range(5):
            with pytest.raises(errors.NotAllowed):
                await bank.holdings()
        assert bank.line.state == "closed"


async def test_one_trial_question_with_two_exchanges_gets_through_the_half_open_breaker() -> None:
    now = [0.0]
    answers = {"up": False}

    def say(_request: httpx.Request) -> httpx.Response:
        if not answers["up"]:
            raise httpx.ConnectError("refused")
        return httpx.Response(200, json={"Data": {}})

    async with aclosing(bank_saying(say, patience=replace(QUICK, attempts=1), clock=lambda: now[0])) as bank:
        for _ in range(3):
            with pytest.raises(errors.BankAway):
                await bank.accounts()
        answers["up"], now[0] = True, 2.0
        assert await bank.accounts() == ()
        assert bank.line.state == "closed"


async def test_a_bank_that_moved_is_found_again_within_one_question() -> None:
    places = iter(["http://127.0.0.1:1", "http://127.0.0.1:2"])

    async def where() -> Address:
        return Address(next(places), "device-secret")

    def say(request: httpx.Request) -> httpx.Response:
        if request.url.port == 1:
            raise httpx.ConnectError("refused")
        return httpx.Response(200, json=NO_HOLDINGS)

    transport = httpx.MockTransport(say)
    async with aclosing(Bank(where, lang=lambda: "en", transport=transport, token="t", patience=QUICK)) as bank:
        assert await bank.holdings() == ()


async def test_a_bank_that_is_nowhere_is_away_in_time() -> None:
    async def where() -> Address:
        await asyncio.Event().wait()
        raise AssertionError

    async with aclosing(Bank(where, lang=lambda: "en", token="t", patience=replace(QUICK, fault_s=0.05))) as bank:
        for _ in range(4):
            with pytest.raises(errors.BankAway):
                await bank.holdings()
        assert bank.line.state == "closed"


async def test_the_real_figures_bring_a_fault_within_five_seconds() -> None:
    patience = Patience()
    assert patience.fault_s < 5
    assert patience.connect_s < patience.fault_s
    assert patience.light_deadline_s < 5


async def test_a_refused_connection_fails_fast() -> None:
    async with aclosing(Bank(Address("http://127.0.0.1:1", "x"), lang=lambda: "en", token="t")) as bank:
        before = asyncio.get_running_loop().time()
        with pytest.raises(errors.BankAway):
            await bank.holdings()
        assert asyncio.get_running_loop().time() - before < 3


async def test_a_question_without_a_customer_is_not_sent() -> None:
    heard = Heard(lambda _: httpx.Response(200))
    async with aclosing(bank_saying(heard, token="")) as bank:
        with pytest.raises(errors.SessionEnded):
            await bank.accounts()
    assert heard.requests == []


async def test_the_end_of_a_sitting_is_noticed() -> None:
    async with aclosing(bank_saying(lambda _: problem("not-signed-in", 401))) as bank:
        with pytest.raises(errors.SessionEnded):
            await bank.holdings()
        assert not bank.signed_in


async def test_signing_out_forgets_at_once_and_never_fails() -> None:
    profile = {"customer": "c", "greeting": {}, "age_band": "senior", "entitlements": [], "mode": "elder", "lang": "en"}
    signed_in = [
        httpx.Response(201, json={"token": "the-token", "expires_in": 300}),
        httpx.Response(200, json=profile | {"preferences": {}}),
    ]
    heard = Heard(in_turn([*signed_in, *[httpx.ConnectError("refused")] * 9]))
    async with aclosing(bank_saying(heard, token="")) as bank:
        await bank.sign_in(customer="c", pin="1234")
        assert bank.signed_in
        leaving = asyncio.create_task(bank.sign_out())
        await asyncio.sleep(0)
        assert not bank.signed_in
        await leaving
    assert heard.requests[2].headers["authorization"] == "Bearer the-token"


async def test_leaving_while_signing_in_leaves_nobody_signed_in() -> None:
    asked, go_on = asyncio.Event(), asyncio.Event()
    ended: list[str] = []

    async def say(request: httpx.Request) -> httpx.Response:
        if request.method == "DELETE":
            ended.append(request.headers["authorization"])
            return httpx.Response(204)
        asked.set()
        await go_on.wait()
        return httpx.Response(201, json={"token": "late", "expires_in": 300})

    async with aclosing(bank_saying(say, token="")) as bank:
        signing_in = asyncio.create_task(bank.sign_in(card="1", pin="1234"))
        await asked.wait()
        await bank.sign_out()
        go_on.set()
        with pytest.raises(errors.SessionEnded):
            await signing_in
        assert not bank.signed_in
    assert ended == ["Bearer late"]


async def test_each_question_carries_what_the_standard_wants() -> None:
    heard = Heard(lambda _: httpx.Response(200, json=NO_HOLDINGS))
    async with aclosing(bank_saying(heard)) as bank:
        await bank.holdings()
        await bank.holdings()
    one, two = (request.headers for request in heard.requests)
    assert one["x-kiosk-device-token"] == "device-secret"
    assert one["accept-language"] == "en"
    assert one["x-fapi-interaction-id"] != two["x-fapi-interaction-id"]


async def test_no_cookie_of_one_customer_meets_the_next() -> None:
    heard = Heard(lambda _: httpx.Response(200, json=NO_HOLDINGS, headers={"set-cookie": "who=wang; Path=/"}))
    async with aclosing(bank_saying(heard)) as bank:
        await bank.holdings()
        await bank.holdings()
    assert "cookie" not in heard.requests[1].headers


async def test_secrets_are_in_no_log_and_no_repr(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    heard = Heard(in_turn([httpx.ReadError("x"), httpx.Response(200, json=NO_HOLDINGS), problem("internal", 500)] * 9))
    async with aclosing(bank_saying(heard)) as bank:
        await bank.holdings()
        with pytest.raises(errors.BankError) as caught:
            await bank.sign_in(card="6222000011112222", pin="918273")
        seen = caplog.text + repr(bank) + repr(caught.value) + str(caught.value) + repr(vars(caught.value))
    assert "asking again" in seen
    for secret in ("the-token", "device-secret", "918273", "6222000011112222"):
        assert secret not in seen


@pytest.fixture
async def dripping() -> AsyncIterator[str]:
    """A real server that gives a byte every now and then and never ends."""

    async def serve(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n")
        try:
            while True:
                writer.write(b" ")
                await writer.drain()
                await asyncio.sleep(0.01)
        except ConnectionError:
            writer.close()

    async with serving(serve) as url:
        yield url


async def test_a_dripping_answer_ends_at_the_deadline(dripping: str) -> None:
    patience = replace(QUICK, deadline_s=0.3)
    async with aclosing(Bank(Address(dripping, "x"), lang=lambda: "en", token="t", patience=patience)) as bank:
        with pytest.raises(errors.BankSlow):
            await bank.holdings()


async def test_a_server_that_hangs_up_is_away() -> None:
    async def hang_up(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async with (
        serving(hang_up) as url,
        aclosing(Bank(Address(url, "x"), lang=lambda: "en", token="t", patience=QUICK)) as bank,
    ):
        with pytest.raises(errors.BankAway):
            await bank.holdings()


async def test_a_server_that_speaks_something_else_is_unclear() -> None:
    async def chatter(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"220 mail.example ESMTP\r\n\r\n")
        await writer.drain()
        writer.close()

    async with (
        serving(chatter) as url,
        aclosing(Bank(Address(url, "x"), lang=lambda: "en", token="t", patience=QUICK)) as bank,
    ):
        with pytest.raises(errors.BankUnclear):
            await bank.holdings()


Served = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class serving:  # noqa: N801 - reads as a verb
    """A raw server on a loopback port."""

    def __init__(self, handle: Served) -> None:
        self._handle = handle

    async def __aenter__(self) -> str:
        self._tasks: set[asyncio.Task[None]] = set()

        def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self._tasks.add(asyncio.get_running_loop().create_task(self._one(reader, writer)))

        self._server = await asyncio.start_server(connected, "127.0.0.1", 0)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._handle(reader, writer)
        finally:
            writer.close()

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
