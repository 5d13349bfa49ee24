"""Orders on a real socket: once, slowly, witnessed, cancellable, never a debit before the cooling-off has passed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from kiosk.bank import chain
from kiosk.bank.clock import bank_day
from kiosk.bank.demo.people import CHEN, GREEN, LI, LIU, WANG, YUTONG, ZHOU
from kiosk.bank.tables import Account, Customer, Holding, RiskAssessment, Staff
from kiosk.wire.orders import PageWire, hash_of
from tests.kiosk.bank.banks import Caller, TestClock, ThreadBank

PAGES = [PageWire("adopt.what", "zh_CN", "elder", ["三年期储蓄国债", "21,000 元"], ["三年期储蓄国债"])]
BOND = "state-savings-3y"


def told() -> dict[str, Any]:
    return {"pages": msgspec.to_builtins(PAGES), "hash": hash_of(PAGES)}


def order(caller: Caller, amount: str = "5000.00", key: str = "k1", suggestion: str = BOND, **change: Any) -> Any:
    body = {"suggestion": suggestion, "amount": {"amount": amount, "currency": "CNY"}, **told(), **change}
    return caller.own("POST", "orders", body, Idempotency_Key=key)


def confirm(caller: Caller, order_id: str) -> Any:
    return caller.own("POST", f"orders/{order_id}/confirm", told())


def balances(bank: ThreadBank, customer: str) -> int:
    async def read(parts: Any) -> int:
        async with parts.store.reading() as session:
            rows = await session.scalars(select(Account.balance_minor).where(Account.customer_id == customer))
            return sum(rows)

    return int(bank.run(read))


def change(bank: ThreadBank, *statements: Any) -> None:
    async def write(parts: Any) -> None:
        async with parts.store.writing() as session:
            for statement in statements:
                await session.execute(statement)

    bank.run(write)


def settle(bank: ThreadBank) -> int:
    return int(bank.run(lambda parts: parts.settling.settle()))


def records(bank: ThreadBank) -> list[Any]:
    async def read(parts: Any) -> Any:
        async with parts.store.reading() as session:
            return await chain.after(session, 0, 500), await chain.verify(session)

    found, verified = bank.run(read)
    assert not verified.broken_at
    return list(found)


@pytest.fixture
def liu(guest: Caller) -> Iterator[Caller]:
    """43 years old: no witness is needed."""
    with guest.signed_in(LIU) as caller:
        yield caller


def confirmed(caller: Caller, clock: TestClock, **given: Any) -> dict[str, Any]:
    made = order(caller, **given).json()
    clock.pass_by(seconds=made["wait_s"])
    answer = confirm(caller, made["id"])
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_an_order_is_paid_only_after_the_cooling_off(bank: ThreadBank, liu: Caller, clock: TestClock) -> None:
    before = balances(bank, LIU.id)
    made = confirmed(liu, clock)
    assert made["state"] == "cooling"
    clock.pass_by(hours=23, minutes=59)
    assert settle(bank) == 0
    assert balances(bank, LIU.id) == before
    clock.pass_by(minutes=1)
    assert settle(bank) == 1
    assert settle(bank) == 0
    assert balances(bank, LIU.id) == before - 500_000

    async def bought(parts: Any) -> Holding:
        async with parts.store.reading() as session:
            return await session.get_one(Holding, made["id"])  # type: ignore[no-any-return]

    holding = bank.run(bought)
    assert (holding.customer_id, holding.value_minor, holding.treasury) == (LIU.id, 500_000, True)
    with bank.caller() as kiosk, kiosk.signed_in(LIU) as again:
        assert [each["state"] for each in again.own("GET", "orders").json()["orders"]] == ["placed"]
        assert again.own("DELETE", f"orders/{made['id']}").json()["type"].endswith("wrong-state")


def test_the_wait_cannot_be_hurried(liu: Caller, clock: TestClock) -> None:
    made = order(liu).json()
    assert made["wait_s"] == 30
    clock.pass_by(seconds=29)
    early = confirm(liu, made["id"])
    assert (early.status_code, early.json()["retry_after"]) == (429, 1)
    clock.pass_by(seconds=1)
    assert confirm(liu, made["id"]).json()["state"] == "cooling"


def test_one_intent_is_one_order(bank: ThreadBank, liu: Caller) -> None:
    first, again = order(liu), order(liu)
    assert first.json()["id"] == again.json()["id"]
    assert order(liu, amount="6000.00").json()["type"].endswith("idempotency-key-reused")
    assert order(liu, key="another").json()["type"].endswith("wrong-state")
    assert len(liu.own("GET", "orders").json()["orders"]) == 1
    assert [each.kind for each in records(bank)] == ["order.requested"]


@pytest.mark.parametrize("when", ["requested", "cooling", "paused"])
def test_she_can_cancel_until_it_is_placed(bank: ThreadBank, liu: Caller, clock: TestClock, when: str) -> None:
    before = balances(bank, LIU.id)
    made = order(liu).json() if when == "requested" else confirmed(liu, clock)
    if when == "paused":
        assert liu.own("POST", f"orders/{made['id']}/pause").json()["state"] == "paused"
    for _ in range(2):
        assert liu.own("DELETE", f"orders/{made['id']}").json()["state"] == "cancelled"
    clock.pass_by(days=30)
    assert settle(bank) == 0
    assert balances(bank, LIU.id) == before
    assert [each.kind for each in records(bank)].count("order.cancel") == 1


def test_a_worry_pauses_every_order_on_its_way(bank: ThreadBank, liu: Caller, clock: TestClock) -> None:
    made = confirmed(liu, clock)
    assert [each["state"] for each in liu.own("POST", "orders/pause").json()["orders"]] == ["paused"]
    assert liu.own("POST", "orders/pause").json()["orders"] == []
    clock.pass_by(days=3)
    assert settle(bank) == 0
    clock.pass_by(days=5)
    assert settle(bank) == 1
    with bank.caller() as kiosk, kiosk.signed_in(LIU) as again:
        found = again.own("GET", "orders").json()["orders"]
    assert [(each["id"], each["state"], each["why"]) for each in found] == [(made["id"], "lapsed", "not_finished")]


def witnessed(bank: ThreadBank, order_id: str, *, understood: bool = True) -> Any:
    with bank.caller() as lobby, lobby.staff(ZHOU) as zhou:
        return zhou.own("POST", f"orders/{order_id}/witness", {"understood": understood})


def helped(bank: ThreadBank, order_id: str, *verbs: str) -> None:
    """A member of staff has done these with her request, by default has come to her."""
    with bank.caller() as kiosk:
        ticket = kiosk.ask("t1", topic="order", about=f"order:{order_id}").json()
        with kiosk.staff(ZHOU) as zhou:
            for verb in verbs or ("claim", "arrive"):
                wanted = {"If_Match": f'"{ticket["version"]}"'}
                moved = zhou.own(
                    "POST", f"help-tickets/{ticket['id']}/{verb}", {} if verb == "resolve" else None, **wanted
                )
                assert moved.status_code == 200, moved.text
                ticket = moved.json()


def test_from_65_on_a_member_of_staff_is_the_witness(bank: ThreadBank, guest: Caller, clock: TestClock) -> None:
    with guest.signed_in(WANG) as wang:
        made = confirmed(wang, clock)
        assert (made["state"], made["needs_witness"]) == ("witness", True)
        assert witnessed(bank, made["id"]).status_code == 403
        helped(bank, made["id"])
        clock.pass_by(minutes=4)
        assert witnessed(bank, made["id"]).json()["state"] == "cooling"
        assert [each.kind for each in records(bank)][-1] == "order.witness"
    clock.pass_by(hours=24)
    assert settle(bank) == 1


@pytest.mark.parametrize("verbs", [("claim",), ("claim", "arrive", "resolve")], ids=["on the way", "gone again"])
def test_who_is_not_with_her_is_no_witness(
    bank: ThreadBank, guest: Caller, clock: TestClock, verbs: tuple[str, ...]
) -> None:
    with guest.signed_in(WANG) as wang:
        made = confirmed(wang, clock)
        helped(bank, made["id"], *verbs)
        refused = witnessed(bank, made["id"])
    assert (refused.status_code, refused.json()["type"].rpartition(":")[2].rpartition("/")[2]) == (403, "not-allowed")


def test_without_the_witness_it_never_happens(bank: ThreadBank, guest: Caller, clock: TestClock) -> None:
    before = balances(bank, WANG.id)
    with guest.signed_in(WANG) as wang:
        made = confirmed(wang, clock)
    clock.pass_by(hours=24)
    assert settle(bank) == 1
    helped(bank, made["id"])
    assert witnessed(bank, made["id"]).json()["type"].endswith("wrong-state")
    assert balances(bank, WANG.id) == before


def test_what_she_did_not_understand_ends(bank: ThreadBank, guest: Caller, clock: TestClock) -> None:
    with guest.signed_in(WANG) as wang:
        made = confirmed(wang, clock)
    helped(bank, made["id"])
    ended = witnessed(bank, made["id"], understood=False).json()
    assert (ended["state"], ended["why"]) == ("cancelled", "not_understood")


@pytest.mark.parametrize("person", [YUTONG, CHEN, GREEN], ids=["minor", "expired", "never assessed"])
def test_the_gate_holds_on_the_socket(bank: ThreadBank, guest: Caller, person: Any) -> None:
    with guest.signed_in(person) as caller:
        assert caller.own("GET", f"orders/terms/{BOND}").status_code == 403
        assert order(caller).status_code == 403
    assert records(bank) == []


def test_a_minor_whom_the_mode_would_let_in_is_stopped_by_the_books(bank: ThreadBank, guest: Caller) -> None:
    """Entitlements are no age: the bank looks at the birthday itself."""
    today = bank_day(bank.parts.clock())
    change(bank, update(Customer).where(Customer.id == LIU.id).values(birth_date=today.replace(year=today.year - 17)))
    with guest.signed_in(LIU) as caller:
        assert order(caller).status_code == 403


@pytest.mark.parametrize("suggestion", ["qinghe-index", "hemu-balanced", "no-such-thing"])
def test_what_is_not_suggested_cannot_be_ordered(bank: ThreadBank, guest: Caller, suggestion: str) -> None:
    """Mrs Wang is C2 and 78: R3 and R4 are above her level."""
    with guest.signed_in(WANG) as wang:
        assert order(wang, suggestion=suggestion).status_code in (403, 404)
    assert records(bank) == []


def expire(bank: ThreadBank) -> None:
    async def write(session: AsyncSession) -> None:
        for row in await session.scalars(select(RiskAssessment).where(RiskAssessment.customer_id == LIU.id)):
            row.assessment = {**row.assessment, "done_on": "2020-01-01"}

    async def run(parts: Any) -> None:
        async with parts.store.writing() as session:
            await write(session)

    bank.run(run)


def lose_money(bank: ThreadBank) -> None:
    change(bank, update(Account).where(Account.customer_id == LIU.id).values(balance_minor=100_00))


@pytest.mark.parametrize(("happens", "why"), [(expire, "gate"), (lose_money, "no_money")])
def test_what_may_not_or_cannot_be_paid_any_more_ends(
    bank: ThreadBank, liu: Caller, clock: TestClock, happens: Callable[[ThreadBank], None], why: str
) -> None:
    made = confirmed(liu, clock)
    happens(bank)
    clock.pass_by(hours=24)
    assert settle(bank) == 1
    last = records(bank)[-1]
    assert (last.kind, last.about, last.facts["why"]) == ("order.lapse", f"order:{made['id']}", why)


def test_the_gate_is_asked_again_at_the_confirmation(bank: ThreadBank, liu: Caller, clock: TestClock) -> None:
    made = order(liu).json()
    clock.pass_by(seconds=30)
    expire(bank)
    assert confirm(liu, made["id"]).status_code == 403


@pytest.mark.parametrize(
    "wrong",
    [{"amount": "99.00"}, {"amount": "90000.00"}, {"amount": "-5.00"}, {"amount": "500.005"}, {"hash": "0" * 64}],
)
def test_amounts_and_the_hash_are_checked(liu: Caller, wrong: dict[str, str]) -> None:
    assert order(liu, **wrong).status_code == 400
    assert liu.own("GET", "orders").json()["orders"] == []


def test_another_customers_order_looks_as_if_it_were_not_there(liu: Caller, guest: Caller) -> None:
    made = order(liu).json()
    with guest.signed_in(WANG) as wang:
        for method, path, body in (("DELETE", "", None), ("POST", "/pause", None), ("POST", "/confirm", told())):
            assert wang.own(method, f"orders/{made['id']}{path}", body).status_code == 404


def test_what_was_shown_is_in_the_chain_and_only_operators_read_it(
    bank: ThreadBank, liu: Caller, guest: Caller
) -> None:
    made = order(liu).json()
    change(bank, update(Staff).where(Staff.id == LI.id).values(role="operator"))
    with guest.staff(ZHOU) as zhou:
        assert zhou.own("GET", "audit").status_code == 403
    with guest.staff(LI) as li:
        found = li.own("GET", "audit?after=0").json()["records"]
        assert li.own("GET", f"audit?after={found[-1]['number']}").json()["records"] == []
        assert li.own("GET", "audit?after=x").status_code == 400
    record = next(each for each in found if each["about"] == f"order:{made['id']}")
    assert msgspec.json.decode(record["facts"]["pages"], type=list[PageWire]) == PAGES
    assert record["facts"]["hash"] == hash_of(PAGES)
    assert LIU.pin not in str(found)
