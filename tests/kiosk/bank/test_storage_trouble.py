"""A full or locked disk is said as what it is, and what can still be read is still answered."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event, text

from kiosk.bank.demo.people import WANG
from kiosk.bank.parts import Parts
from tests.kiosk.bank.banks import Caller, TestClock, ThreadBank
from tests.kiosk.bank.test_sign_in import kind


async def fill(parts: Parts) -> None:
    """Allow the books not one page more."""
    async with parts.store.reading() as session:
        pages = await session.scalar(text("PRAGMA page_count"))
    on_each_connection(parts, f"PRAGMA max_page_count = {pages}")


async def forbid(parts: Parts) -> None:
    on_each_connection(parts, "PRAGMA query_only = ON")


def on_each_connection(parts: Parts, pragma: str) -> None:
    """It holds for one connection only, and the bank keeps several."""

    def lent(dbapi: Any, *_: object) -> None:
        dbapi.cursor().execute(pragma)

    event.listen(parts.store._engine.sync_engine, "checkout", lent)


def test_books_that_may_not_be_written_are_told_and_still_read(
    bank: ThreadBank, guest: Caller, clock: TestClock
) -> None:
    with guest.signed_in(WANG) as wang:
        bank.run(forbid)
        clock.pass_by(minutes=4)  # the use cannot be written down, but is remembered
        assert wang.get("balances").status_code == 200
        clock.pass_by(minutes=4)
        assert wang.get("balances").status_code == 200
        for answer in (guest.ask("k1"), guest.try_pin(WANG.card, WANG.pin), wang.own("POST", "checkup")):
            assert (answer.status_code, kind(answer)) == (503, "storage-read-only")


def test_a_full_disk_is_told_and_nothing_half_done_is_kept(bank: ThreadBank, guest: Caller) -> None:
    bank.run(fill)
    answer = guest.ask("k0")
    for number in range(1, 500):
        if answer.status_code != 201:
            break
        answer = guest.ask(f"k{number}", step="x" * 64, access=["y" * 64] * 16)
    assert (answer.status_code, kind(answer)) == (507, "storage-full")
    assert guest.own("GET", "devices/self").status_code == 200
    again = guest.ask(f"k{number}", step="x" * 64, access=["y" * 64] * 16)
    assert kind(again) == "storage-full"  # not "still in progress": the failed one left nothing behind


@pytest.mark.parametrize("path", ["accounts", "balances"])
def test_the_official_paths_say_so_in_their_own_shape(bank: ThreadBank, guest: Caller, path: str) -> None:
    async def break_books(parts: Parts) -> None:
        async with parts.store.writing() as session:
            await session.execute(text("ALTER TABLE accounts RENAME TO lost"))

    with guest.signed_in(WANG) as wang:
        bank.run(break_books)
        answer = wang.get(path)
    assert answer.status_code == 500
    assert answer.json()["Errors"][0]["ErrorCode"] == "U000"
    assert "lost" not in answer.text
    assert answer.headers["x-fapi-interaction-id"]
