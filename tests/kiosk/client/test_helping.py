"""Desk and Bank over a real socket: everything staff do with a ticket, and what the customer answers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.bank.clock import bank_day
from kiosk.client.bank import Bank
from kiosk.client.desk import Desk
from kiosk.client.errors import Conflict, NotAllowed
from kiosk.client.events import Newest
from kiosk.client.found import FoundBank
from kiosk.embedded import EmbeddedBank
from kiosk.model.help import HelpRequest, HelpTicket

ASKED = HelpRequest("come", "home", "elder", "zh_CN", about="finding:W05", masked='{"facts": []}')


@pytest.fixture
async def zhou(embedded: EmbeddedBank, data_dir: Path) -> AsyncIterator[Desk]:
    async for desk in desk_of(embedded, data_dir, "10086", "802468"):
        yield desk


@pytest.fixture
async def li(embedded: EmbeddedBank, data_dir: Path) -> AsyncIterator[Desk]:
    async for desk in desk_of(embedded, data_dir, "10001", "975310"):
        yield desk


async def desk_of(embedded: EmbeddedBank, data_dir: Path, badge: str, pin: str) -> AsyncIterator[Desk]:
    await embedded.address()
    desk = Desk(FoundBank(data_dir).where, lang=lambda: "en")
    await desk.sign_in(badge, pin)
    yield desk
    await desk.aclose()


async def test_from_claim_to_rating(bank: Bank, zhou: Desk) -> None:
    ticket = await bank.ask_for_help(ASKED, "i1")
    assert ticket.about == "finding:W05"
    ticket = await zhou.claim(ticket.id, ticket.version)
    assert ticket.look["en"].startswith("blue waistcoat")
    ticket = await zhou.arrive(ticket.id, ticket.version)
    ticket = await zhou.hold(ticket.id, ticket.version, "fetching")
    assert (ticket.state, ticket.held) == ("held", "fetching")
    ticket = await zhou.resume(ticket.id, ticket.version)
    ticket = await zhou.resolve(ticket.id, ticket.version, "helped")
    assert (await bank.rate_help(ticket.id, 3)).rating == 3
    assert (await zhou.reopen(ticket.id, ticket.version)).state == "waiting"


async def test_of_two_one_claims(bank: Bank, zhou: Desk, li: Desk) -> None:
    ticket = await bank.ask_for_help(ASKED, "i1")
    taken = await zhou.claim(ticket.id, ticket.version)
    with pytest.raises(Conflict):
        await li.claim(ticket.id, ticket.version)
    colleague = next(one for one in await zhou.colleagues() if not one.me)
    handed = await zhou.hand_over(ticket.id, taken.version, colleague.id)
    assert handed.helper == colleague.names
    assert (await li.hand_over(ticket.id, handed.version)).state == "waiting"


async def test_looking_pointing_and_writing(bank: Bank, zhou: Desk) -> None:
    ticket = await bank.ask_for_help(ASKED, "i1")
    assert await zhou.screen(ticket.id) == ASKED.masked
    with pytest.raises(Conflict):
        await zhou.point(ticket.id, "next")
    assert (await bank.assist(ticket.id, on=True, masked="live")).assisting
    assert await zhou.screen(ticket.id) == "live"
    assert (await zhou.point(ticket.id, "next")).pointed == "next"
    await zhou.claim(ticket.id, ticket.version)
    assert (await zhou.board(ticket.id, "您好")).board == "您好"
    ended = await bank.assist(ticket.id, on=False)
    assert (ended.assisting, ended.pointed) == (False, "")


async def test_figures_are_for_the_manager(bank: Bank, zhou: Desk, li: Desk) -> None:
    await bank.ask_for_help(ASKED, "i1")
    day = bank_day(datetime.now(UTC))
    found = await li.figures(day)
    assert (found.waiting_now, found.asked, found.by_topic) == (1, 1, (("come", 1),))
    assert (await li.csv(day)).count("\n") == 2
    for ask in (zhou.figures, zhou.csv):
        with pytest.raises(NotAllowed):
            await ask(day)


def ticket(version: int, **change: object) -> HelpTicket:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    fields = {"id": "t", "state": "waiting", "topic": "come", "screen": "home", "mode": "elder", "lang": "en"}
    return HelpTicket(**{**fields, "where": "", "created_at": now, "changed_at": now, "version": version, **change})  # type: ignore[arg-type]


def test_what_is_told_twice_or_late_is_no_news() -> None:
    newest = Newest()
    assert newest.news(ticket(2))
    assert not newest.news(ticket(2))
    assert not newest.news(ticket(1))
    assert newest.news(ticket(2, position=1))
    assert newest.news(ticket(2, level=1, changed_at=datetime(2026, 11, 23, 1, tzinfo=UTC)))
    assert not newest.news(ticket(2, position=3))
    assert newest.news(ticket(1, id="another"))
