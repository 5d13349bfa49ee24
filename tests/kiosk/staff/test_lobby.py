"""The lobby's list and ticket, over a real help desk."""

from __future__ import annotations

from datetime import datetime

from accessibility.screen import Notice, Rows, Screen
from accessibility.words import Words
from kiosk.bank.demo.people import LI, ZHOU
from kiosk.client.desk import Desk
from kiosk.model.staff import StaffMember
from kiosk.staff.lobby import Lobby
from tests.kiosk.bank.banks import Caller, ChildBank
from tests.kiosk.journeys.promises import controls, text

WORDS = Words("en", "staff")


def lobby_at(desk: Desk) -> Lobby:
    """A lobby with the machine's own time."""
    return Lobby(desk, lambda: datetime.now().astimezone(), StaffMember({"en": "Zhou"}, "s-1", "manager", me=True))


def asked(kiosk: Caller, *topics: str) -> list[str]:
    """Ask for help once for each topic; the tickets' ids."""
    return [kiosk.ask(f"key-{at}", topic=topic).json()["id"] for at, topic in enumerate(topics)]


def rows(screen: Screen) -> list[tuple[str, str]]:
    """Action and state of each line."""
    block = next(block for block in screen.blocks if isinstance(block, Rows))
    return [(row.action, row.value.shown) for row in block.rows]


def news(screen: Screen) -> list[str]:
    """The notices on a page."""
    return [block.text.shown for block in screen.blocks if isinstance(block, Notice)]


async def test_who_waits_longest_is_on_top_and_who_is_seen_to_below(kiosk: Caller, desk: Desk) -> None:
    lobby = lobby_at(desk)
    assert "Nobody is waiting." in text(lobby.screen(WORDS))
    first, second, third = asked(kiosk, "come", "balances", "money_worry")
    await lobby.refresh()
    assert rows(lobby.screen(WORDS)) == [
        (f"ticket:{first}", "Waiting, number 1"),
        (f"ticket:{second}", "Waiting, number 2"),
        (f"ticket:{third}", "Waiting, number 3"),
    ]
    assert "3 people are waiting." in text(lobby.screen(WORDS))
    await lobby.act(f"ticket:{first}")
    await lobby.act(f"accept:{first}")
    await lobby.act("home")
    await lobby.refresh()
    assert rows(lobby.screen(WORDS)) == [
        (f"ticket:{second}", "Waiting, number 1"),
        (f"ticket:{third}", "Waiting, number 2"),
        (f"ticket:{first}", f"{ZHOU.names['en']} is going"),
    ]


async def test_a_ticket_tells_where_since_when_what_about_and_how_she_has_the_kiosk(kiosk: Caller, desk: Desk) -> None:
    lobby = lobby_at(desk)
    (ticket,) = asked(kiosk, "checkup")
    await lobby.refresh()
    await lobby.act(f"ticket:{ticket}")
    page = lobby.screen(WORDS)
    assert page.heading.shown == "About the wealth check-up"
    shown = text(page)
    for told in ("A-03", "since ", "Large print", "简体中文", "listens"):
        assert told in shown
    assert controls(page)[0] == f"accept:{ticket}"


async def test_accepted_then_done_and_off_the_list(kiosk: Caller, desk: Desk) -> None:
    lobby = lobby_at(desk)
    (ticket,) = asked(kiosk, "come")
    await lobby.refresh()
    await lobby.act(f"ticket:{ticket}")
    await lobby.act(f"accept:{ticket}")
    assert controls(lobby.screen(WORDS))[:2] == [f"arrive:{ticket}", f"done:{ticket}"]
    assert f"{ZHOU.names['en']} is going" in text(lobby.screen(WORDS))
    await lobby.act(f"done:{ticket}")
    assert lobby.screen(WORDS).key == "staff.queue"
    assert rows(lobby.screen(WORDS)) == []
    assert kiosk.own("GET", f"help-tickets/{ticket}").json()["state"] == "done"


async def test_a_colleague_was_first(kiosk: Caller, desk: Desk) -> None:
    """Two saw the same ticket: one goes, the other is told, and sees who goes."""
    lobby = lobby_at(desk)
    (ticket,) = asked(kiosk, "come")
    await lobby.refresh()
    with kiosk.staff(LI) as colleague:
        taken = colleague.own("POST", f"help-tickets/{ticket}/claim", If_Match='"1"')
        assert taken.status_code == 200, taken.text
    await lobby.act(f"ticket:{ticket}")
    await lobby.act(f"accept:{ticket}")
    page = lobby.screen(WORDS)
    assert news(page) == ["A colleague was first, or the customer no longer needs it."]
    assert f"{LI.names['en']} is going" in text(page)
    assert f"accept:{ticket}" not in controls(page)


async def test_the_customer_took_it_back_meanwhile(kiosk: Caller, desk: Desk) -> None:
    lobby = lobby_at(desk)
    (ticket,) = asked(kiosk, "come")
    await lobby.refresh()
    await lobby.act(f"ticket:{ticket}")
    assert kiosk.own("DELETE", f"help-tickets/{ticket}").is_success
    await lobby.act(f"accept:{ticket}")
    page = lobby.screen(WORDS)
    assert page.key == "staff.queue"
    assert rows(page) == []
    assert news(page) == ["A colleague was first, or the customer no longer needs it."]


async def test_the_bank_is_away_and_nothing_is_lost(bank: ChildBank, kiosk: Caller, desk: Desk) -> None:
    lobby = lobby_at(desk)
    (ticket,) = asked(kiosk, "come")
    await lobby.refresh()
    await lobby.act(f"ticket:{ticket}")
    bank.kill()
    await lobby.act(f"accept:{ticket}")
    page = lobby.screen(WORDS)
    assert news(page) == ["That did not reach the bank."]
    assert controls(page)[0] == f"accept:{ticket}", "she can try again"


async def test_who_else_waits_is_told_on_the_page_of_one(kiosk: Caller, desk: Desk) -> None:
    lobby = lobby_at(desk)
    (first,) = asked(kiosk, "come")
    await lobby.refresh()
    await lobby.act(f"ticket:{first}")
    assert news(lobby.screen(WORDS)) == []
    kiosk.ask("another", topic="money_worry")
    await lobby.refresh()
    assert news(lobby.screen(WORDS)) == ["1 other person is waiting."]
    await lobby.act("home")
    assert lobby.screen(WORDS).key == "staff.queue"
