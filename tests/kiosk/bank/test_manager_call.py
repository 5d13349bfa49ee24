"""Nobody goes for three minutes: the manager gets a message, through the real sending child, exactly once."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from kiosk.bank.bell import Bell
from kiosk.bank.enrolment import from_parent, standalone
from kiosk.bank.help_books import HelpBooks
from kiosk.bank.help_calls import HelpCalls, SecondFailed
from kiosk.bank.help_desk import HelpDesk
from kiosk.bank.help_escalation import Escalation
from kiosk.bank.help_limits import Limits
from kiosk.bank.help_queue import HelpQueue
from kiosk.bank.manager_call import ManagerCall
from kiosk.bank.manager_line import ManagerLine
from kiosk.bank.store import data_url, open_store
from kiosk.bank.tables import Device
from kiosk.notify import ChildNotifier, SilentNotifier
from kiosk.settings import Settings
from kiosk.wire.help import HelpRequestWire, HelpTicketWire
from tests.kiosk.bank.banks import TestClock
from tests.kiosk.notify.sinks import http_sink

ASKED = HelpRequestWire("come", "home", "elder", "zh_CN")


async def test_of_two_servers_one_message_arrives_after_three_minutes(tmp_path: Path, clock: TestClock) -> None:
    pytest.importorskip("apprise")
    store = await open_store(data_url(tmp_path))
    async with store.writing() as session:
        session.add(Device(id="k", kind="branch", place="A-03", token_hash="h"))
    with http_sink() as (posted, port):
        line = ManagerLine(f"json://127.0.0.1:{port}/manager", Settings().manager_words)
        books, queue = HelpBooks(store, clock, Bell()), HelpQueue(clock)
        clocks = [Escalation(books, Bell(), Limits()) for _ in range(2)]
        servers = [HelpCalls(books, queue, Bell(), ManagerCall(ChildNotifier(), line), Limits()) for _ in clocks]
        await HelpDesk(books, queue).ask("k", "k1", ASKED)
        for seconds, told in ((179, 0), (1, 1), (600, 1)):
            clock.pass_by(seconds=seconds)
            await asyncio.gather(*(each.look() for each in clocks))
            await asyncio.gather(*(each.look() for each in servers))
            await asyncio.gather(*(each.settled() for each in servers))
            assert len(posted) == told
    await store.aclose()
    [(path, _, body)] = posted
    assert path == "/manager"
    assert body["type"] == "warning"
    assert "A-03：有人在等" in body["message"]
    assert "A-03: somebody is waiting" in body["message"]


async def test_what_is_not_sent_has_failed(clock: TestClock) -> None:
    seen = HelpTicketWire("t", "waiting", "come", "home", "elder", "zh_CN", "A-03", clock(), 1, 1, {})
    with pytest.raises(SecondFailed):
        await ManagerCall(SilentNotifier(), ManagerLine("json://nowhere")).call(seen)


def test_the_parent_and_the_operator_name_the_manager_and_no_repr_shows_it(tmp_path: Path) -> None:
    secret = "ntfys://secret-topic"
    given = {"device_token": "d" * 32, "manager_call": secret, "manager_words": "{place}!"}
    embedded = from_parent(json.dumps(given).encode())
    assert embedded.manager.address == secret
    assert embedded.manager.told("A-03") == "A-03!"
    alone = standalone(tmp_path, manager=ManagerLine(secret))
    assert alone.manager.address == secret
    shown = f"{embedded!r} {alone!r} {alone.manager!r} {Settings(manager_call=secret)!r}"
    assert "secret" not in shown
