"""Messages reach real servers through the real child and the real library."""

from __future__ import annotations

import sys
from email.header import decode_header, make_header

import pytest

from kiosk.notify import ChildNotifier, Message
from tests.kiosk.notify.sinks import http_sink, smtp_sink

pytest.importorskip("apprise")
ASKED = Message("妈妈需要帮助", "她在家里的安心柜台上请人帮忙。请给她打电话。", urgent=True)


async def test_a_mail_arrives_as_it_was_written() -> None:
    async with smtp_sink() as (sink, port):
        address = f"mailto://127.0.0.1:{port}?from=kiosk@example.org&to=daughter@example.org&mode=insecure"
        sent = await ChildNotifier().send(address, ASKED)
    assert sent.ok
    [mail] = sink.mails
    assert ASKED.title in str(mail["subject"])
    assert mail["to"].addresses[0].addr_spec == "daughter@example.org"
    part = mail.get_body(("plain", "html"))
    assert part is not None
    assert ASKED.body in part.get_content()


async def test_a_web_service_is_told_and_the_secret_is_on_no_command_line() -> None:
    with http_sink() as (posted, port):
        sent = await ChildNotifier().send(f"json://127.0.0.1:{port}/secret-path", ASKED)
    assert sent.ok
    [(path, _, body)] = posted
    assert path == "/secret-path"
    assert (body["title"], body["message"], body["type"]) == (ASKED.title, ASKED.body, "warning")


async def test_the_button_to_answer_with_goes_along_where_the_service_has_one() -> None:
    message = Message("t", "b", answer_label="我马上打电话", answer_to="http://127.0.0.1:9/anxin-x")
    with http_sink() as (posted, port):
        await ChildNotifier().send(f"ntfy://127.0.0.1:{port}/topic", message)
        await ChildNotifier().send(f"json://127.0.0.1:{port}/plain", message)
    (_, headers, _), (_, _, plain) = posted
    actions = str(make_header(decode_header(headers["X-Actions"])))
    assert actions.startswith("http, 我马上打电话, http://127.0.0.1:9/anxin-x, method=POST")
    assert "anxin-x" not in str(plain)


@pytest.mark.parametrize(
    ("address", "reason"), [("nonsense://somewhere", "unknown-address"), ("json://127.0.0.1:1/x", "refused")]
)
async def test_what_cannot_be_sent_says_why(address: str, reason: str) -> None:
    assert (await ChildNotifier().send(address, ASKED)).reason == reason


async def test_a_service_that_says_no_has_refused() -> None:
    with http_sink(status=500) as (_, port):
        assert (await ChildNotifier().send(f"json://127.0.0.1:{port}/x", ASKED)).reason == "refused"


async def test_a_child_that_hangs_is_ended() -> None:
    hung = ChildNotifier(patience_s=0.3, command=(sys.executable, "-c", "import time; time.sleep(60)"))
    assert (await hung.send("json://x", ASKED)).reason == "slow"


async def test_a_child_that_dies_is_told_of() -> None:
    assert (await ChildNotifier(command=(sys.executable, "-c", "")).send("json://x", ASKED)).reason == "broken"
    assert (await ChildNotifier(command=("/no/such/program",)).send("json://x", ASKED)).reason == "broken"
