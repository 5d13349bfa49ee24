"""Help from her wish to her rating: a real kiosk and a real staff room on one bank, with looking, pointing and writing.

And the other help: who fears a fraud has her order paused while it cools off.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import aclosing, closing
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from accessibility.screen import Notice, Screen
from kiosk.bank.demo.people import LIU, ZHOU
from kiosk.bank.store import FILE_NAME
from kiosk.client.desk import Desk
from kiosk.client.errors import Conflict
from kiosk.client.found import FoundBank
from kiosk.journeys.onlookers import BOARD, READ, STOP
from kiosk.wire.orders import PageWire, hash_of
from tests.journeys.conftest import BankChild, Live
from tests.journeys.customer import Customer
from tests.journeys.staff import Staff, on_duty
from tests.journeys.stand import Stand, standing
from tests.journeys.watch import SOON_S
from tests.kiosk.bank.banks import Caller
from tests.kiosk.journeys.promises import controls, text

PAGES = [PageWire("adopt.what", "en", "standard", ["A bond"], [])]
TOLD = {"pages": msgspec.to_builtins(PAGES), "hash": hash_of(PAGES)}


@dataclass
class Together:
    """She at the kiosk, somebody at the lobby's PC, and the desk that PC asks over."""

    stand: Stand
    staff: Staff
    desk: Desk
    books: Path

    @property
    def her(self) -> Customer:
        return self.stand.her


def test_help_from_the_wish_to_the_rating(live: Live, bank_child: BankChild, tmp_path: Path) -> None:
    live(helped(bank_child, tmp_path))


def test_who_fears_a_fraud_has_her_order_paused(live: Live, bank_child: BankChild, tmp_path: Path) -> None:
    order = cooling_order(bank_child)
    live(cheated(bank_child, tmp_path, order))


async def helped(child: BankChild, folder: Path) -> None:
    """The whole way."""
    found = FoundBank(child.folder)
    async with (
        on_duty(child.folder, "en") as staff,
        standing(folder, mode="standard", **child.settings) as stand,
        aclosing(Desk(found.where, lang=lambda: "en", token=found.staff_token)) as desk,
    ):
        both = Together(stand, staff, desk, child.folder)
        await sign_in(both.her)
        ticket = await somebody_comes(both)
        await they_point(both)
        await they_write(both)
        await she_ends_it(both, ticket)
        await it_is_done_and_rated(both, ticket)


async def sign_in(her: Customer) -> None:
    """To the home page."""
    await her.sees("welcome")
    her.touch("begin")
    await her.sees("sign_in.card")
    her.touch_digits(LIU.card)
    her.touch("card")
    await her.sees("sign_in.pin")
    her.touch_digits(LIU.pin)
    her.touch("pin")
    await her.sees("home")


async def somebody_comes(both: Together) -> str:
    """She asks, staff accept and arrive, she lets them look and goes on. The request."""
    her, staff = both.her, both.staff
    her.touch("help")
    await her.sees("help")
    her.touch("topic:come")
    await her.sees("help.waiting")
    await staff.press("ticket:")
    await staff.press("accept:")
    await her.sees("help.accepted")
    ticket = (await staff.press("arrive:")).partition(":")[2]
    page = await her.sees("help.arrived")
    assert ZHOU.names[page.lang] in text(page)
    her.touch("assist:begin")
    her.touch("carry_on")
    await her.sees("home", lambda page: looking(page) is not None)
    return ticket


async def they_point(both: Together) -> None:
    """Staff see her page without her name, point at a tile; it is marked on her screen, and said."""
    her, staff = both.her, both.staff
    await staff.until(lambda page: "She lets you look and point" in text(page), "her leave to look")
    await staff.press("beside:")
    page = await staff.until(lambda page: page.key == "staff.beside" and offers(page, "balances"), "her own page")
    assert LIU.greeting[page.lang] not in text(page)
    await staff.press("balances")
    page = await her.sees("home", lambda page: page.pointed == "balances")
    told = looking(page)
    assert told is not None
    await her.hears(told.next_step)


async def they_write(both: Together) -> None:
    """What staff write stands large until she has read it."""
    her, staff = both.her, both.staff
    await staff.room.act("back", "")
    await staff.press("board:")
    await staff.press("say:follow")
    page = await her.sees(BOARD)
    assert "请跟我来。" in text(page)
    her.touch(READ)
    await her.sees("home")


async def she_ends_it(both: Together, ticket: str) -> None:
    """One touch; from then on pointing leads nowhere, and staff are told so."""
    her, staff = both.her, both.staff
    await staff.room.act("back", "")
    await staff.press("beside:")
    await staff.until(lambda page: page.key == "staff.beside" and offers(page, "balances"), "her own page")
    her.touch(STOP)
    page = await her.sees("home", lambda page: looking(page) is None)
    assert page.pointed == ""
    await staff.until(lambda page: "Her page when she asked" in text(page), "that she has ended it")
    with pytest.raises(Conflict):
        await both.desk.point(ticket, "balances")
    await staff.room.act("balances", "")
    await staff.until(lambda page: "She does not let you point now." in text(page), "why nothing is pointed at")
    assert her.page.pointed == ""


async def it_is_done_and_rated(both: Together, ticket: str) -> None:
    """Staff resolve it, she touches a face, and the bank knows how content she is."""
    her, staff = both.her, both.staff
    await staff.room.act("back", "")
    await staff.press("done:")
    her.touch("help")
    await her.sees("help.done")
    her.touch("rate:3")
    query = "SELECT state, rating FROM help_tickets WHERE id = ?"
    await until_books(lambda: in_books(both.books, query, ticket) == [("done", 3)], "her rating")


async def cheated(child: BankChild, folder: Path, order: str) -> None:
    """She touches that she fears to be cheated."""
    async with standing(folder, mode="standard", **child.settings) as stand:
        her = stand.her
        await sign_in(her)
        her.touch("help")
        await her.sees("help")
        her.touch("topic:money_worry")
        await her.sees("help.waiting")
        await until_books(lambda: order_state(child.folder, order) == "paused", "the order to be paused")


def cooling_order(child: BankChild) -> str:
    """An order of hers that is confirmed twice and cools off."""
    body = {"suggestion": "state-savings-3y", "amount": {"amount": "5000.00", "currency": "CNY"}, **TOLD}
    with Caller(child.url, child.device_token) as kiosk, kiosk.signed_in(LIU) as liu:
        made = liu.own("POST", "orders", body, Idempotency_Key="cheated").json()
        in_books(child.folder, "UPDATE orders SET confirm_from = '2020-01-01 00:00:00' WHERE id = ?", made["id"])
        assert liu.own("POST", f"orders/{made['id']}/confirm", TOLD).json()["state"] == "cooling"
    return str(made["id"])


def order_state(folder: Path, order: str) -> str:
    """As it stands in the bank's books."""
    [(state,)] = in_books(folder, "SELECT state FROM orders WHERE id = ?", order)
    return str(state)


def in_books(folder: Path, query: str, *values: str) -> list[tuple[object, ...]]:
    """Ask the bank's own file."""
    with closing(sqlite3.connect(folder / FILE_NAME, timeout=5)) as books, books:
        return books.execute(query, values).fetchall()


async def until_books(true: Callable[[], bool], what: str) -> None:
    """Wait until the bank has written something, which no page tells of."""
    try:
        async with asyncio.timeout(SOON_S):
            while not true():
                await asyncio.sleep(0.05)
    except TimeoutError:
        raise AssertionError(f"waited for {what}") from None


def looking(page: Screen) -> Notice | None:
    """The sign that somebody may look."""
    signs = (block for block in page.blocks if isinstance(block, Notice) and block.action)
    return next((sign for sign in signs if sign.action and sign.action.key == STOP), None)


def offers(page: Screen, key: str) -> bool:
    """Whether a control acts with this key."""
    return key in controls(page)
