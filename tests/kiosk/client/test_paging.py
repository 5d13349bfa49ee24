"""Which next pages are followed (API.md 1)."""

from __future__ import annotations

from contextlib import aclosing
from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest

from kiosk.client import errors
from kiosk.client.address import Address
from kiosk.client.bank import Bank
from tests.kiosk.client.lines import AISP, HERE, QUICK, Heard, bank_saying, page

MARCH = date(2026, 3, 1)
PATH = f"{HERE}{AISP}/accounts/1/transactions"


def row(number: int) -> dict[str, Any]:
    at = datetime(2026, 3, 28 - number % 20, tzinfo=UTC).isoformat()
    money = {"Amount": "1.00", "Currency": "CNY"}
    return {"CreditDebitIndicator": "Credit", "Status": "BOOK", "BookingDateTime": at, "Amount": money}


def numbered(pages: int, total: Any = "same") -> Heard:
    """A bank with so many pages, which says that there are `total`."""

    def say(request: httpx.Request) -> httpx.Response:
        number = int(request.url.params.get("page", "1"))
        meta = {} if total is None else {"TotalPages": pages if total == "same" else total}
        links = {"Self": str(request.url)} | ({"Next": f"{PATH}?page={number + 1}"} if number < pages else {})
        return page("Transaction", [row(number)], Links=links, Meta=meta)

    return Heard(say)


async def count(say: Any) -> int:
    async with aclosing(bank_saying(say, zone=UTC)) as bank:
        return len(await bank.transactions("1", MARCH))


@pytest.mark.parametrize("total", ["same", None, 99, "3", True])
async def test_every_page_is_read(total: Any) -> None:
    heard = numbered(3, total if total != "3" else None)
    assert await count(heard) == 3
    assert heard.paths[1:] == [f"{AISP}/accounts/1/transactions?page=2", f"{AISP}/accounts/1/transactions?page=3"]


@pytest.mark.parametrize(("total", "read"), [(2, 2), (1, 1), (0, 1), (-5, 1)])
async def test_never_more_than_the_bank_says(total: int, read: int) -> None:
    assert await count(numbered(9, total)) == read


async def test_a_bank_without_an_end_ends() -> None:
    heard = numbered(10**6, None)

    def say(request: httpx.Request) -> httpx.Response:
        answer = heard(request)
        return httpx.Response(200, json={**answer.json(), "Data": {}})

    assert await count(say) == 0
    assert len(heard.requests) == 100


@pytest.mark.parametrize(
    "link",
    [
        "https://thief.example/next",
        "http://127.0.0.1:10/next",
        "http://127.0.0.1/next",
        "https://127.0.0.1:9/next",
        "http://127.0.0.1:9@thief.example/next",
        "http://me@127.0.0.1:9/next",
        "http://me:pw@127.0.0.1:9/next",
        "http://127.0.0.1.thief.example:9/next",
        "//thief.example/next",
        "/\\thief.example/next",
        "\\\\thief.example/next",
        "http://[::1/next",
        "http://127.0.0.1:notaport/next",
        "next page",
        "?page=2",
        "javascript:alert(1)",
        "/a b",
        "/a\nHost: thief.example",
        "/" + "a" * 5000,
        5,
        ["/next"],
        None,
    ],
)
async def test_a_token_never_goes_anywhere_else(link: Any) -> None:
    heard = Heard(lambda _: page("Transaction", [row(1)], Links={"Next": link}, Meta={"TotalPages": 5}))
    assert await count(heard) == 1
    assert len(heard.requests) == 1


@pytest.mark.parametrize("link", ["http://127.0.0.1:9/next?x=1", "http://127.0.0.1:9/next?x=1#top", "/next?x=1"])
async def test_the_same_origin_is_followed_and_only_once(link: str) -> None:
    heard = Heard(lambda _: page("Transaction", [row(1)], Links={"Next": link}, Meta={"TotalPages": 5}))
    assert await count(heard) == 2
    assert heard.paths[1:] == ["/next?x=1"]
    assert {request.headers["authorization"] for request in heard.requests} == {"Bearer the-token"}


async def test_a_page_that_names_itself_is_not_read_twice() -> None:
    def say(request: httpx.Request) -> httpx.Response:
        return page("Transaction", [row(1)], Links={"Next": str(request.url)}, Meta={"TotalPages": 5})

    assert await count(say) == 1


async def test_default_ports_are_the_same_origin() -> None:
    url = "https://bank.example"
    heard = Heard(lambda _: page("Account", [], Links={"Next": f"{url}:443/next"}, Meta={"TotalPages": 2}))
    transport = httpx.MockTransport(heard)
    bank = Bank(Address(url, "d"), lang=lambda: "en", transport=transport, token="t", patience=QUICK)
    async with aclosing(bank):
        await bank.accounts()
    assert heard.paths.count("/next") == 2


async def test_a_page_that_fails_fails_the_question() -> None:
    def say(request: httpx.Request) -> httpx.Response:
        if request.url.params.get("page"):
            return httpx.Response(500)
        return numbered(2)(request)

    with pytest.raises(errors.BankFailed):
        await count(say)


@pytest.mark.parametrize(
    "body",
    [{}, {"Data": None}, {"Data": []}, {"Data": {"Transaction": None}}, {"Data": {"Transaction": {}}, "Links": 5}],
)
async def test_odd_envelopes_are_read_as_far_as_they_go(body: Any) -> None:
    async with aclosing(bank_saying(lambda _: httpx.Response(200, json=body), zone=UTC)) as bank:
        found = await bank.transactions("1", MARCH)
    assert all(one.amount is None for one in found)


async def test_bulk_balances_are_optional() -> None:
    asked: list[str] = []

    def say(request: httpx.Request) -> httpx.Response:
        path = request.url.path.removeprefix(AISP)
        asked.append(path)
        if path == "/accounts":
            return page("Account", [{"AccountId": "1", "Currency": "CNY"}, {"AccountId": "2", "Currency": "CNY"}])
        if path == "/accounts/2/balances":
            return httpx.Response(403)
        if path == "/accounts/1/balances":
            line = {"Amount": {"Amount": "5", "Currency": "CNY"}, "CreditDebitIndicator": "Credit", "Type": "ITAV"}
            return page("Balance", line)
        return httpx.Response(404)

    async with aclosing(bank_saying(say)) as bank:
        one, two = await bank.accounts()
    assert one.available is not None
    assert two.available is None
