"""The witness of an order, from the staff window to the books of a real bank whose clock the test moves."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from accessibility.screen import Notice, Screen
from accessibility.words import Words
from kiosk.bank.demo.people import WANG, ZHOU
from kiosk.client.address import Address
from kiosk.client.desk import Desk
from kiosk.staff.lobby import Lobby
from kiosk.wire.orders import PageWire, hash_of
from tests.kiosk.bank.banks import LOBBY, Caller, TestClock, ThreadBank, thread_bank
from tests.kiosk.journeys.promises import controls, text
from tests.kiosk.staff.conftest import HURRIED

WORDS = Words("en", "staff")
PAGES = [PageWire("adopt.what", "zh_CN", "elder", ["三年期储蓄国债"], ["三年期储蓄国债"])]
TOLD = {"pages": msgspec.to_builtins(PAGES), "hash": hash_of(PAGES)}


@pytest.fixture
def clock() -> TestClock:
    """Moves only when told."""
    return TestClock()


@pytest.fixture
def slow_bank(folder: Path, clock: TestClock) -> Iterator[ThreadBank]:
    """A bank in which a day passes at once."""
    with thread_bank(folder, clock) as bank:
        yield bank


@pytest.fixture
async def zhou(slow_bank: ThreadBank) -> AsyncIterator[Desk]:
    """The lobby's PC, with somebody of the staff."""
    desk = Desk(Address(slow_bank.url, LOBBY), lang=lambda: "en", patience=HURRIED)
    await desk.sign_in(ZHOU.badge, ZHOU.pin)
    yield desk
    await desk.aclose()


def confirmed(wang: Caller, clock: TestClock) -> str:
    """She has confirmed twice; the order waits for its witness."""
    body = {"suggestion": "state-savings-3y", "amount": {"amount": "5000.00", "currency": "CNY"}, **TOLD}
    made = wang.own("POST", "orders", body, Idempotency_Key="k1").json()
    clock.pass_by(seconds=made["wait_s"])
    assert wang.own("POST", f"orders/{made['id']}/confirm", TOLD).json()["state"] == "witness"
    return str(made["id"])


def how_it_stands(slow_bank: ThreadBank) -> tuple[str, str]:
    """State of her only order, and why it ended."""
    with slow_bank.caller() as kiosk, kiosk.signed_in(WANG) as wang:
        [order] = wang.own("GET", "orders").json()["orders"]
    return order["state"], order.get("why", "")


async def with_her(lobby: Lobby, kiosk: Caller, order: str) -> str:
    """She asks because of the order; somebody goes and arrives. The request."""
    ticket = str(kiosk.ask("one", topic="order", about=f"order:{order}").json()["id"])
    await lobby.refresh()
    for action in ("ticket", "accept", "arrive"):
        assert f"witness:{ticket}" not in controls(lobby.screen(WORDS)), "nobody is a witness from afar"
        await lobby.act(f"{action}:{ticket}")
    return ticket


def news(page: Screen) -> list[str]:
    """What came of the last thing."""
    return [block.text.shown for block in page.blocks if isinstance(block, Notice)]


@pytest.mark.parametrize(
    ("answer", "state", "told"),
    [
        ("understood", ("cooling", ""), "Noted. She can still cancel the order."),
        ("doubted", ("cancelled", "not_understood"), "Noted. The order has ended, nothing was paid."),
    ],
)
async def test_what_the_witness_says_decides(
    slow_bank: ThreadBank, zhou: Desk, clock: TestClock, answer: str, state: Any, told: str
) -> None:
    lobby = Lobby(zhou, lambda: datetime.now().astimezone())
    with slow_bank.caller() as kiosk, kiosk.signed_in(WANG) as wang:
        order = confirmed(wang, clock)
        ticket = await with_her(lobby, kiosk, order)
    await lobby.act(f"witness:{ticket}")
    page = lobby.screen(WORDS)
    assert page.key == "staff.witness"
    assert "5,000" not in text(page)
    assert how_it_stands(slow_bank) == ("witness", ""), "reading what to go through decides nothing"
    await lobby.act(answer)
    assert how_it_stands(slow_bank) == state
    page = lobby.screen(WORDS)
    assert page.key == "staff.ticket"
    assert told in news(page)


async def test_without_a_witness_it_lapses_and_a_late_one_is_told(
    slow_bank: ThreadBank, zhou: Desk, clock: TestClock
) -> None:
    lobby = Lobby(zhou, lambda: datetime.now().astimezone())
    with slow_bank.caller() as kiosk, kiosk.signed_in(WANG) as wang:
        order = confirmed(wang, clock)
        ticket = await with_her(lobby, kiosk, order)
    clock.pass_by(hours=24)
    assert slow_bank.run(lambda parts: parts.settling.settle()) == 1
    assert how_it_stands(slow_bank) == ("lapsed", "not_finished")
    await zhou.sign_in(ZHOU.badge, ZHOU.pin)
    await lobby.act(f"witness:{ticket}")
    await lobby.act("understood")
    assert how_it_stands(slow_bank) == ("lapsed", "not_finished")
    assert "This order waits for no witness any more." in news(lobby.screen(WORDS))


async def test_the_page_before_can_be_left(slow_bank: ThreadBank, zhou: Desk, clock: TestClock) -> None:
    lobby = Lobby(zhou, lambda: datetime.now().astimezone())
    with slow_bank.caller() as kiosk, kiosk.signed_in(WANG) as wang:
        ticket = await with_her(lobby, kiosk, confirmed(wang, clock))
    await lobby.act(f"witness:{ticket}")
    await lobby.act("back")
    assert lobby.screen(WORDS).key == "staff.ticket"
    assert how_it_stands(slow_bank) == ("witness", "")
