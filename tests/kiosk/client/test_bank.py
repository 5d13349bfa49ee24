"""Journeys' questions to the real bank over a real socket."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import aclosing
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.client import errors
from kiosk.client.address import Address
from kiosk.client.bank import Bank
from kiosk.client.desk import Desk
from kiosk.client.found import FoundBank
from kiosk.client.lenient import signed
from kiosk.client.line import Line
from kiosk.client.paging import all_rows
from kiosk.embedded import EmbeddedBank
from kiosk.model.help import HelpRequest, HelpTicket
from kiosk.model.profile import Preferences
from kiosk.wire.kiosk_api import SessionGrant, SessionRequest

CARD, PIN = "6299990010010006222", "135790"
COME = HelpRequest("come", "home", "elder", "zh_CN", access=("speech",))
CHINA = timezone(timedelta(hours=8))


async def test_the_device_knows_where_it_stands_and_who_lives_here(bank: Bank) -> None:
    device = await bank.device()
    assert (device.kind, device.place) == ("home", "Kiosk 1")
    assert {"wang-xiuying", "zhao-yutong"} <= {known.customer for known in device.customers}


async def test_signing_in_with_a_card_and_leaving(bank: Bank) -> None:
    profile = await bank.sign_in(card=CARD, pin=PIN)
    assert profile.greeting["en"] == "Mrs Wang"
    assert profile.age_band == "senior"
    assert bank.signed_in
    await bank.sign_out()
    assert not bank.signed_in
    with pytest.raises(errors.SessionEnded):
        await bank.accounts()


async def test_signing_in_by_choosing_oneself_at_home(bank: Bank) -> None:
    assert (await bank.sign_in(customer="wang-xiuying", pin=PIN)).customer_id == "wang-xiuying"


async def test_five_wrong_pins_lock_and_say_for_how_long(bank: Bank) -> None:
    for _ in range(5):
        with pytest.raises((errors.SignInRefused, errors.SignInLocked)):
            await bank.sign_in(card=CARD, pin="000000")
    with pytest.raises(errors.SignInLocked) as caught:
        await bank.sign_in(card=CARD, pin=PIN)
    assert caught.value.wait_s > 0
    assert not bank.signed_in


async def test_wishes_follow_the_customer(bank: Bank) -> None:
    await bank.sign_in(card=CARD, pin=PIN)
    wishes = Preferences(text_size=175, theme="contrast", rate=5, volume=5, sounds=False, consent_aloud=True)
    await bank.save_profile("standard", "en", wishes)
    again = await bank.sign_in(card=CARD, pin=PIN)
    assert (again.mode, again.lang) == ("standard", "en")
    assert again.preferences == Preferences(text_size=175, theme="contrast", rate=5, volume=5, sounds=False)


async def test_accounts_and_movements_agree(bank: Bank) -> None:
    await bank.sign_in(card=CARD, pin=PIN)
    accounts = await bank.accounts()
    assert accounts
    assert all(one.available and one.as_of and len(one.tail) == 4 and one.name for one in accounts)
    current = next(one for one in accounts if one.kind == "current")
    today = datetime.now(CHINA).date()
    found = await bank.transactions(current.id, today) or await bank.transactions(
        current.id, today.replace(day=1) - timedelta(days=1)
    )
    assert found == tuple(sorted(found, key=lambda one: one.at, reverse=True))
    assert found[0].balance_after == current.booked


async def test_every_page_of_a_long_answer_comes(embedded: EmbeddedBank) -> None:
    """The bank gives 50 lines a page; a running balance proves that none of two years is missing or doubled."""
    async with aclosing(Line(embedded.address, lang=lambda: "en")) as line:
        async with line.question() as question:
            grant = (await question.send("POST", "/session", SessionRequest(card=CARD, pin=PIN))).typed(SessionGrant)
        async with line.question(token=grant.token) as question:
            accounts = await all_rows(question, "/accounts", "Account")
            current = next(one["AccountId"] for one in accounts if one["AccountTypeCode"] == "CACC")
            rows = await all_rows(question, f"/accounts/{current}/transactions", "Transaction")
    assert len(rows) > 500
    for newer, older in pairwise(rows):
        after, before, moved = signed(newer["Balance"]), signed(older["Balance"]), signed(newer)
        assert after is not None
        assert before is not None
        assert after - before == moved


async def test_another_customers_account_is_not_there(bank: Bank) -> None:
    await bank.sign_in(customer="zhao-qiang", pin="314159")
    strangers = (await bank.accounts())[0].id
    await bank.sign_in(card=CARD, pin=PIN)
    with pytest.raises(errors.NotFound):
        await bank.transactions(strangers, datetime.now(CHINA).date())


async def test_holdings_and_check_up(bank: Bank) -> None:
    await bank.sign_in(card=CARD, pin=PIN)
    holdings = await bank.holdings()
    assert all(one.name and isinstance(one.value.amount, Decimal) for one in holdings)
    assert await bank.checkup() is None
    report = await bank.run_checkup()
    assert report.checks
    assert await bank.checkup() == report


async def test_a_minor_may_not_see_the_check_up(bank: Bank) -> None:
    await bank.sign_in(customer="zhao-yutong", pin="112358")
    with pytest.raises(errors.NotAllowed):
        await bank.run_checkup()


async def test_names_come_in_the_language_on_the_screen(embedded: EmbeddedBank) -> None:
    spoken = ["en"]
    async with aclosing(Bank(embedded.address, lang=lambda: spoken[0])) as bank:
        await bank.sign_in(card=CARD, pin=PIN)
        english = [one.name for one in await bank.accounts()] + [one.name for one in await bank.holdings()]
        spoken[0] = "zh_CN"
        chinese = [one.name for one in await bank.accounts()] + [one.name for one in await bank.holdings()]
    assert all(name.isascii() for name in english)
    assert not any(name.isascii() for name in chinese)


async def test_one_intent_is_one_ticket(bank: Bank) -> None:
    first, again = await asyncio.gather(bank.ask_for_help(COME, "intent-1"), bank.ask_for_help(COME, "intent-1"))
    other = await bank.ask_for_help(COME, "intent-2")
    assert first.id == again.id != other.id
    assert (first.state, first.where, first.access) == ("waiting", "Kiosk 1", ("speech",))
    assert other.position == first.position + 1
    assert (await bank.cancel_help(first.id)).state == "cancelled"
    assert (await bank.help_ticket(other.id)).position == first.position
    with pytest.raises(errors.Conflict):
        await bank.ask_for_help(HelpRequest("other", "home", "elder", "en"), "intent-2")
    with pytest.raises(errors.NotFound):
        await bank.help_ticket("t-nobody")


async def until(events: object, state: str) -> HelpTicket:
    """The next ticket in that state."""
    async for ticket in events:  # type: ignore[attr-defined]
        if ticket.state == state:
            return ticket
    raise AssertionError("the stream ended")


async def test_the_lobby_hears_of_a_request_and_the_kiosk_of_who_comes(bank: Bank, data_dir: Path) -> None:
    await bank.device()  # the bank answers, so its file is there
    found = FoundBank(data_dir)
    async with (
        aclosing(Desk(found.where, token=found.staff_token, lang=lambda: "en")) as desk,
        aclosing(desk.events()) as at_the_desk,
        aclosing(bank.help_events()) as at_the_kiosk,
    ):
        asked = await bank.ask_for_help(COME, "intent-1")
        heard = await until(at_the_desk, "waiting")
        assert heard.id == asked.id
        assert [one.id for one in await desk.tickets()] == [asked.id]
        claimed = await desk.claim(heard.id, heard.version)
        assert claimed.helper["en"]
        with pytest.raises(errors.Conflict):
            await desk.claim(heard.id, heard.version)
        assert (await until(at_the_kiosk, "accepted")).helper == claimed.helper
        assert (await desk.resolve(claimed.id, claimed.version)).state == "done"
        await until(at_the_kiosk, "done")
        with pytest.raises(errors.Conflict):
            await bank.cancel_help(asked.id)


async def test_staff_sign_in_with_a_badge(bank: Bank, data_dir: Path) -> None:
    await bank.device()
    async with aclosing(Desk(FoundBank(data_dir).where, lang=lambda: "en")) as desk:
        with pytest.raises(errors.SessionEnded):
            await desk.tickets()
        with pytest.raises(errors.SignInRefused):
            await desk.sign_in("10086", "000000")
        assert (await desk.sign_in("10086", "802468")).names["en"] == "Zhou"
        assert await desk.tickets() == ()
        await desk.sign_out()
        assert not desk.signed_in


async def test_a_killed_bank_is_back_within_the_question(bank: Bank, embedded: EmbeddedBank) -> None:
    """Kill -9 at any moment: the sitting, the tokens and the stream outlive it."""
    await bank.sign_in(card=CARD, pin=PIN)
    before = await bank.accounts()
    assert embedded.pid is not None
    os.kill(embedded.pid, signal.SIGKILL)
    after = await bank.accounts()
    assert [one.available for one in after] == [one.available for one in before]
    assert embedded.state.starts == 2


async def test_the_help_stream_goes_on_after_the_bank_was_killed(embedded: EmbeddedBank) -> None:
    links: list[str] = []
    async with (
        aclosing(Bank(embedded.address, lang=lambda: "en", help_linked=links.append)) as bank,
        aclosing(bank.help_events()) as events,
    ):
        first = await bank.ask_for_help(COME, "intent-1")
        assert (await anext(events)).id == first.id
        assert embedded.pid is not None
        os.kill(embedded.pid, signal.SIGKILL)
        second = await bank.ask_for_help(COME, "intent-2")
        assert (await anext(events)).id == second.id, "what was told already is not told again"
    assert links[:3] == ["standing", "broken", "standing"]


async def test_closing_the_bank_ends_its_streams(embedded: EmbeddedBank) -> None:
    linked = asyncio.Event()
    bank = Bank(embedded.address, lang=lambda: "en", help_linked=lambda _: linked.set())

    async def listen() -> list[HelpTicket]:
        return [ticket async for ticket in bank.help_events()]

    listening = asyncio.create_task(listen())
    await linked.wait()
    await bank.aclose()
    assert await asyncio.wait_for(listening, 5) == []


async def test_a_stranger_device_is_refused_and_its_stream_ends(embedded: EmbeddedBank) -> None:
    here = await embedded.address()
    async with aclosing(Bank(Address(here.url, "a stranger's token"), lang=lambda: "en")) as bank:
        with pytest.raises(errors.DeviceRefused):
            await bank.device()
        async with aclosing(bank.help_events()) as events:
            with pytest.raises(errors.DeviceRefused):
                await anext(events)
