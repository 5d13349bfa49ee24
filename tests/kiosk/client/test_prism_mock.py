"""The client reads the official standard, not only our bank: Prism invents answers from the official description."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from datetime import UTC, date, datetime
from typing import Any

import pytest

from kiosk.client import errors
from kiosk.client.accounts import read_account
from kiosk.client.address import Address
from kiosk.client.bank import Bank
from kiosk.client.lenient import moment, signed, text
from kiosk.client.line import Line
from kiosk.client.transactions import read_transactions
from tests.prism import PrismMissing, start_prism

SEEDS = ("1", "7", "2026")
ALL_TIME = (datetime(1600, 1, 1, tzinfo=UTC), datetime(8999, 1, 1, tzinfo=UTC))


@pytest.fixture(scope="module", params=SEEDS)
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A bank nobody here wrote."""
    try:
        with start_prism("mock", "-d", "--seed", request.param) as prism:
            yield prism.url
    except PrismMissing as missing:
        pytest.skip(str(missing))


@pytest.fixture
async def bank(url: str) -> AsyncIterator[Bank]:
    async with aclosing(Bank(Address(url, "none", aisp_path=""), lang=lambda: "en", token="consent")) as client:
        yield client


async def raw(url: str, path: str) -> Any:
    """What the invented bank says, unread."""
    async with (
        aclosing(Line(_at(url), lang=lambda: "en")) as line,
        line.question(token="consent") as question,
    ):
        return (await question.get("aisp", path)).plain()


def _at(url: str) -> Any:
    async def where() -> Address:
        return Address(url, "none", aisp_path="")

    return where


async def test_accounts_are_read_whatever_is_invented(bank: Bank, url: str) -> None:
    accounts = await bank.accounts()
    invented = (await raw(url, "/accounts"))["Data"]["Account"]
    assert invented, "Prism invents at least one"
    for account in accounts:
        assert account.available is None or account.available.amount.is_finite()
        assert len(account.tail) <= 4


async def test_movements_are_read_whatever_is_invented(bank: Bank) -> None:
    for month in (date(2026, 3, 1), date(1970, 1, 31), date(1999, 12, 31)):
        assert isinstance(await bank.transactions("22289", month), tuple)


async def test_each_value_is_read_or_not_known(url: str) -> None:
    """Every amount that the description allows is read; nothing is lost but what the standard says did not happen."""
    body = await raw(url, "/accounts/22289/transactions")
    lines = body["Data"].get("Transaction", [])
    real = [one for one in lines if one["Status"] not in ("RJCT", "INFO")]
    found = read_transactions("22289", lines, ALL_TIME, UTC)
    expected = [one for one in real if moment(one["BookingDateTime"]) or moment(one.get("ValueDateTime"))]
    assert len(found) >= len(expected)
    for one in real:
        assert signed(one) is not None
    for row in (await raw(url, "/balances"))["Data"]["Balance"]:
        assert signed(row) is not None
        account = read_account({"AccountId": row["AccountId"], "Currency": row["Amount"]["Currency"]}, [row])
        assert account.currency == row["Amount"]["Currency"]


async def test_who_the_customer_is(url: str) -> None:
    party = (await raw(url, "/party"))["Data"]["Party"]
    assert text(party["PartyId"])
    assert text(party.get("Name", "none"))


async def test_what_is_not_invented_is_refused_in_our_words(url: str) -> None:
    """Prism checks the question too: without a token it is a 401."""
    async with aclosing(Line(_at(url), lang=lambda: "en")) as line:
        with pytest.raises(errors.DeviceRefused):
            async with line.question() as question:
                await question.get("aisp", "/accounts")
