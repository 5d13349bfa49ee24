"""The family is told because she agreed, as often as is good, and may answer."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from kiosk.family.answers import answer_topic, answered
from kiosk.family.book import MOST, BookError, FamilyBook
from kiosk.family.circle import Circle
from kiosk.family.limit import Limit
from kiosk.family.relative import Relative
from kiosk.family.vault import VaultError
from kiosk.notify import ChildNotifier, Message, Sent
from tests.kiosk.notify.sinks import http_sink

TODAY = date(2026, 11, 23)


class Drawer:
    """Keeps addresses in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.locked = False

    def put(self, relative_id: str, address: str) -> None:
        self.kept[relative_id] = address

    def get(self, relative_id: str) -> str:
        if self.locked:
            raise VaultError("locked")
        return self.kept.get(relative_id, "")

    def remove(self, relative_id: str) -> None:
        self.kept.pop(relative_id, None)


class Post:
    """Takes every message, or gives the reason it is told to."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, Message]] = []
        self.reason = ""

    async def send(self, address: str, message: Message) -> Sent:
        self.sent.append((address, message))
        return Sent(self.reason)  # type: ignore[arg-type]


class Home:
    """A home with a daughter who is told of everything and a son who is told of what is urgent."""

    def __init__(self, folder: Path) -> None:
        self.book, self.drawer, self.post = FamilyBook(folder), Drawer(), Post()
        self.seconds, self.answer = 0.0, asyncio.Event()
        self.changed = asyncio.Event()
        self.daughter = self.book.add("小丽", "zh_CN", "help")
        self.son = self.book.add("David", "en", "urgent")
        self.drawer.put(self.daughter.id, "ntfys://ntfy.example/anna")
        self.drawer.put(self.son.id, "json://pc.example/x")
        self.circle = Circle(
            self.book, self.drawer, self.post, Limit(lambda: self.seconds), compose,
            today=lambda: TODAY, changed=self.changed.set, listen=self.listen,
        )  # fmt: skip

    async def listen(self, _topic: str) -> None:
        await self.answer.wait()

    async def until(self, state: str) -> None:
        while not self.circle.told or any(one.state != state for one in self.circle.told):
            self.changed.clear()
            await asyncio.wait_for(self.changed.wait(), 5)


def compose(relative: Relative, urgent: bool) -> Message:
    return Message(f"to {relative.name}", "She asks for help.", urgent, answer_label="Calling")


@pytest.fixture
async def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


async def test_nobody_is_told_before_she_agreed(home: Home) -> None:
    home.circle.tell(urgent=True)
    assert home.circle.told == () == home.circle.agreed
    assert [one.name for one in home.circle.unasked] == ["小丽", "David"]


async def test_the_scope_decides_who_is_told(home: Home) -> None:
    for one in (home.daughter, home.son):
        assert home.circle.agree(one.id, date(2027, 5, 1))
    home.circle.tell(urgent=False)
    await home.until("told")
    assert [address for address, _ in home.post.sent] == ["ntfys://ntfy.example/anna"]
    home.circle.tell(urgent=True)  # it became urgent: the son as well, the daughter not again
    await home.until("told")
    assert [address for address, _ in home.post.sent] == ["ntfys://ntfy.example/anna", "json://pc.example/x"]
    await home.circle.aclose()


async def test_consent_ends_on_its_day(home: Home) -> None:
    home.circle.agree(home.daughter.id, TODAY)
    assert [one.id for one in home.circle.agreed] == [home.daughter.id]
    home.circle.agree(home.daughter.id, date(2026, 11, 22))
    assert home.circle.agreed == ()
    home.circle.withdraw(home.daughter.id)
    assert home.circle.agreed == ()


async def test_a_relative_answers_and_she_sees_it(home: Home) -> None:
    home.circle.agree(home.daughter.id, TODAY)
    home.circle.tell(urgent=False)
    await home.until("told")
    topic = home.post.sent[0][1].answer_to
    assert topic.startswith("https://ntfy.example/anxin-")
    home.answer.set()
    await home.until("calling")


async def test_what_fails_is_said_and_may_be_tried_again(home: Home) -> None:
    home.circle.agree(home.daughter.id, TODAY)
    home.post.reason = "refused"
    home.circle.tell(urgent=True)
    await home.until("failed")
    home.circle.tell(urgent=True)
    assert home.circle.told[0].state == "limited", "not twice within a minute"
    home.seconds, home.post.reason = 61.0, ""
    home.circle.tell(urgent=True)
    await home.until("told")
    await home.circle.aclose()


async def test_a_locked_keyring_is_a_failure_that_is_told(home: Home) -> None:
    home.circle.agree(home.daughter.id, TODAY)
    home.drawer.locked = True
    home.circle.tell(urgent=False)
    await home.until("failed")
    assert home.post.sent == []


async def test_a_request_that_is_over_involves_nobody(home: Home) -> None:
    home.circle.agree(home.daughter.id, TODAY)
    home.circle.tell(urgent=False)
    await home.until("told")
    home.circle.forget()
    assert home.circle.told == ()
    await home.circle.aclose()


def test_four_an_hour_and_never_twice_a_minute() -> None:
    now = [0.0]
    limit = Limit(lambda: now[0])
    for at in (0.0, 60.0, 120.0, 180.0):
        now[0] = at
        assert limit.allows("a", urgent=False)
        limit.count("a")
        assert not limit.allows("a", urgent=True)
    now[0] = 300.0
    assert not limit.allows("a", urgent=False)
    assert limit.allows("a", urgent=True)
    assert limit.allows("b", urgent=False)
    now[0] = 3600.0
    assert limit.allows("a", urgent=False)


def test_the_book_outlives_the_program_and_holds_no_address(tmp_path: Path) -> None:
    home = FamilyBook(tmp_path)
    one = home.add("小丽", "zh_CN", "help")
    home.agree(one.id, TODAY)
    again = FamilyBook(tmp_path)
    assert again.relatives == (Relative(one.id, "小丽", "zh_CN", "help", TODAY),)
    again.remove(one.id)
    assert FamilyBook(tmp_path).relatives == ()
    with pytest.raises(KeyError):
        again.remove(one.id)


def test_a_book_has_room_for_a_family(tmp_path: Path) -> None:
    book = FamilyBook(tmp_path)
    for number in range(MOST):
        book.add(str(number), "en", "help")
    with pytest.raises(BookError):
        book.add("one more", "en", "help")


def test_a_book_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "family.json").write_text("{nonsense")
    with pytest.raises(BookError, match=r"family\.json"):
        FamilyBook(tmp_path)


@pytest.mark.parametrize(
    ("address", "begins"),
    [
        ("ntfys://ntfy.example/anna", "https://ntfy.example/anxin-"),
        ("ntfy://user:secret@10.0.0.2:8080/anna", "http://10.0.0.2:8080/anxin-"),
        ("ntfy://anna", "https://ntfy.sh/anxin-"),
    ],
)
def test_the_answer_goes_to_the_same_server_under_a_name_nobody_guesses(address: str, begins: str) -> None:
    one, other = answer_topic(address), answer_topic(address)
    assert one.startswith(begins)
    assert one != other
    assert "secret" not in one


def test_other_services_have_no_button() -> None:
    assert answer_topic("mailto://a@b.example") == ""


async def test_an_answer_is_heard_on_a_real_server_after_noise_and_a_break() -> None:
    asked: list[str] = []

    class Topic(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            lines = [{"event": "open"}, {"event": "message", "message": "hello"}]
            if len(asked) > 1:
                lines.append({"event": "message", "message": "calling"})
            body = "\n".join(json.dumps(line) for line in lines) + "\nnonsense\n"
            self.send_response(200)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Topic)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        await asyncio.wait_for(answered(f"http://127.0.0.1:{server.server_port}/anxin-x", pause=at_once), 10)
    finally:
        server.shutdown()
        server.server_close()
    assert len(asked) == 2
    assert asked[0].startswith("/anxin-x/json")


async def at_once(_seconds: float) -> None:
    await asyncio.sleep(0)


async def test_a_real_message_through_the_real_child(tmp_path: Path) -> None:
    pytest.importorskip("apprise")
    home = Home(tmp_path)
    home.circle.agree(home.son.id, TODAY)
    with http_sink() as (posted, port):
        home.drawer.put(home.son.id, f"json://127.0.0.1:{port}/x")
        circle = with_notifier(home, ChildNotifier())
        circle.tell(urgent=True)
        while circle.told[0].state == "telling":
            home.changed.clear()
            await asyncio.wait_for(home.changed.wait(), 20)
    assert circle.told[0].state == "told"
    assert posted[0][2]["title"] == "to David"
    await circle.aclose()


def with_notifier(home: Home, notifier: ChildNotifier) -> Circle:
    now: Callable[[], float] = lambda: 0.0  # noqa: E731 - a clock that stands
    return Circle(home.book, home.drawer, notifier, Limit(now), compose, today=lambda: TODAY, changed=home.changed.set)
