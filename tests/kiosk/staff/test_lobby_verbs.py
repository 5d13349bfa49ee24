"""What staff do about a request, over a real help desk: each thing leads where it should, and the kiosk knows of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from accessibility.phrase import Phrase
from accessibility.screen import Action, Choices, Field, Keypad, Notice, Rows, Screen, Tile
from accessibility.words import Words
from kiosk.client.desk import Desk
from kiosk.model.help import HelpTicket
from kiosk.model.staff import StaffMember
from kiosk.staff.beside import beside_screen, read_copy
from kiosk.staff.lobby import Lobby
from tests.kiosk.bank.banks import Caller
from tests.kiosk.journeys.promises import controls, text

WORDS = Words("en", "staff")
HER_PAGE = Screen(
    key="balances", lang="zh_CN", mode="elder", heading=Phrase("余额"),
    blocks=(Choices((Tile("account:a", Phrase("活期")), Tile("account:b", Phrase("定期")))),
            Keypad("pin", Phrase("密码"), Action("pin", Phrase("好"))), Field("search", Phrase("找"))),
)  # fmt: skip


def lobby_at(desk: Desk, folder: Path) -> Lobby:
    """A manager's lobby that saves into a folder."""

    def save(name: str, written: str) -> str:
        (folder / name).write_text(written)
        return str(folder / name)

    return Lobby(desk, lambda: datetime.now().astimezone(), StaffMember({"en": "Zhou"}, "", "manager", me=True), save)


async def opened(lobby: Lobby, ticket: str) -> Screen:
    await lobby.refresh()
    await lobby.act(f"ticket:{ticket}")
    return lobby.screen(WORDS)


def state(kiosk: Caller, ticket: str) -> str:
    return str(kiosk.own("GET", f"help-tickets/{ticket}").json()["state"])


async def test_going_arriving_putting_aside_and_taking_up_again(kiosk: Caller, desk: Desk, tmp_path: Path) -> None:
    lobby, ticket = lobby_at(desk, tmp_path), kiosk.ask("one").json()["id"]
    await opened(lobby, ticket)
    await lobby.act(f"accept:{ticket}")
    await lobby.act(f"arrive:{ticket}")
    assert state(kiosk, ticket) == "arrived"
    assert "is with her" in text(lobby.screen(WORDS))
    await lobby.act(f"hold:{ticket}")
    assert lobby.screen(WORDS).key == "staff.hold"
    await lobby.act("hold:papers")
    assert kiosk.own("GET", f"help-tickets/{ticket}").json()["held"] == "papers"
    assert "papers are being fetched" in text(lobby.screen(WORDS))
    await lobby.act(f"resume:{ticket}")
    assert state(kiosk, ticket) in ("accepted", "arrived")


async def test_another_outcome_is_kept_and_what_was_not_done_opens_again(
    kiosk: Caller, desk: Desk, tmp_path: Path
) -> None:
    lobby, ticket = lobby_at(desk, tmp_path), kiosk.ask("one").json()["id"]
    await opened(lobby, ticket)
    await lobby.act(f"accept:{ticket}")
    await lobby.act(f"outcome:{ticket}")
    assert lobby.screen(WORDS).key == "staff.done"
    await lobby.act("done:counter")
    assert lobby.screen(WORDS).key == "staff.queue"
    assert state(kiosk, ticket) == "done"
    await lobby.act(f"ticket:{ticket}")
    assert f"reopen:{ticket}" in controls(lobby.screen(WORDS))
    await lobby.act(f"reopen:{ticket}")
    assert state(kiosk, ticket) == "waiting"


async def test_handing_over_to_anybody_puts_her_back_in_her_place(kiosk: Caller, desk: Desk, tmp_path: Path) -> None:
    lobby = lobby_at(desk, tmp_path)
    first, second = (kiosk.ask(key).json()["id"] for key in ("one", "two"))
    await opened(lobby, first)
    await lobby.act(f"accept:{first}")
    await lobby.act(f"handover:{first}")
    assert "Anybody" in text(lobby.screen(WORDS))
    await lobby.act("handover:")
    await lobby.refresh()
    assert [one.id for one in lobby.waiting] == [first, second]


async def test_the_urgent_come_first_unless_staff_sort_by_time(kiosk: Caller, desk: Desk, tmp_path: Path) -> None:
    lobby = lobby_at(desk, tmp_path)
    calm = kiosk.ask("one").json()["id"]
    urgent = kiosk.ask("two", topic="money_worry", urgent=True).json()["id"]
    await lobby.refresh()
    page = lobby.screen(WORDS)
    assert [one.id for one in lobby.waiting] == [urgent, calm]
    assert [block.kind for block in page.blocks if isinstance(block, Notice)] == ["error"]
    await lobby.act("sorting")
    assert [one.id for one in lobby.waiting] == [calm, urgent]


async def test_her_page_can_be_looked_at_but_nothing_on_it_can_be_done(
    kiosk: Caller, desk: Desk, tmp_path: Path
) -> None:
    lobby = lobby_at(desk, tmp_path)
    ticket = kiosk.ask("one", masked=msgspec.json.encode(HER_PAGE).decode()).json()["id"]
    await opened(lobby, ticket)
    await lobby.act(f"accept:{ticket}")
    await lobby.act(f"beside:{ticket}")
    page = lobby.screen(WORDS)
    assert page.key == "staff.beside"
    assert (page.lang, page.mode, page.heading.shown) == ("zh_CN", "elder", "余额")
    assert not [block for block in page.blocks if isinstance(block, Keypad | Field)]
    await lobby.act("account:a")
    assert kiosk.own("GET", f"help-tickets/{ticket}").json()["pointed"] == "", "she has not let anybody look along"


async def test_with_her_leave_staff_point_and_she_ends_it(kiosk: Caller, desk: Desk, tmp_path: Path) -> None:
    lobby = lobby_at(desk, tmp_path)
    copy = msgspec.json.encode(HER_PAGE).decode()
    ticket = kiosk.ask("one", masked=copy).json()["id"]
    await opened(lobby, ticket)
    await lobby.act(f"accept:{ticket}")
    assert kiosk.own("PUT", f"help-tickets/{ticket}/assist", {"on": True, "masked": copy}).is_success
    await opened(lobby, ticket)
    await lobby.act(f"beside:{ticket}")
    await lobby.act("account:b")
    assert kiosk.own("GET", f"help-tickets/{ticket}").json()["pointed"] == "account:b"
    assert lobby.screen(WORDS).pointed == "account:b"
    await lobby.act("account:b")
    assert kiosk.own("GET", f"help-tickets/{ticket}").json()["pointed"] == "", "again takes the arrow away"
    assert kiosk.own("PUT", f"help-tickets/{ticket}/assist", {"on": False}).is_success
    await lobby.act("account:a")
    assert kiosk.own("GET", f"help-tickets/{ticket}").json()["pointed"] == ""


async def test_large_words_are_in_her_language(kiosk: Caller, desk: Desk, tmp_path: Path) -> None:
    lobby, ticket = lobby_at(desk, tmp_path), kiosk.ask("one", lang="zh_CN").json()["id"]
    await opened(lobby, ticket)
    await lobby.act(f"accept:{ticket}")
    await lobby.act(f"board:{ticket}")
    await lobby.act("say:follow")
    assert kiosk.own("GET", f"help-tickets/{ticket}").json()["board"] == "请跟我来。"
    await lobby.act("own", "  今天下雨，慢走  ")
    assert kiosk.own("GET", f"help-tickets/{ticket}").json()["board"] == "今天下雨，慢走"
    assert "say:" in controls(lobby.screen(WORDS))
    await lobby.act("say:")
    assert kiosk.own("GET", f"help-tickets/{ticket}").json()["board"] == ""


async def test_a_day_in_figures_and_as_a_table(kiosk: Caller, desk: Desk, tmp_path: Path) -> None:
    lobby, ticket = lobby_at(desk, tmp_path), kiosk.ask("one").json()["id"]
    await opened(lobby, ticket)
    await lobby.act(f"accept:{ticket}")
    await lobby.act("home")
    await lobby.act("day")
    page = lobby.screen(WORDS)
    if page.key != "staff.day":  # the lobby of this machine is not a manager: it is told so
        assert "manager" in text(page)
        return
    rows = [row for block in page.blocks if isinstance(block, Rows) for row in block.rows]
    assert [row.value.shown for row in rows[:2]] == ["0", "1"]
    await lobby.act("save")
    [file] = tmp_path.iterdir()
    assert file.suffix == ".csv"
    assert ticket in file.read_text()
    assert "Saved" in text(lobby.screen(WORDS))


@pytest.mark.parametrize("copy", ["", "not json", '{"key": "x"}'])
def test_a_copy_that_cannot_be_read_is_told(copy: str) -> None:
    assert read_copy(copy) is None
    from_ticket = beside_screen(WORDS, _ticket(), read_copy(copy))
    assert [block for block in from_ticket.blocks if isinstance(block, Notice)]


def _ticket() -> HelpTicket:
    return HelpTicket("t", "accepted", "come", "home", "elder", "en", "", datetime.now(UTC), 1)
