"""The official description judges our bank: Prism in proxy mode makes every violation an error."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from kiosk.bank.demo.people import PEOPLE, WANG, DemoPerson
from kiosk.wire.accounts import BASE_PATH, INTERACTION_HEADER
from tests.kiosk.bank.banks import Caller, ChildBank
from tests.prism import Prism, PrismMissing, prism_installed, start_prism


@pytest.fixture(scope="module")
def judge(embedded: ChildBank) -> Iterator[Prism]:
    """Prism between us and the embedded bank."""
    try:
        prism_installed()
    except PrismMissing as problem:
        pytest.skip(str(problem))
    with start_prism("proxy", embedded.url + BASE_PATH, "--errors") as prism:
        yield prism


def through(judge: Prism, caller: Caller, path: str, **headers: str) -> httpx.Response:
    """The answer that Prism lets through; a violation is a 500 that says what is wrong."""
    sent = dict(caller.http.headers) | headers
    sent.pop("host", None)
    sent.pop("accept-encoding", None)
    answer = httpx.get(f"{judge.url}/{path}", headers=sent, timeout=30)
    assert "application/problem+json" not in answer.headers.get("content-type", ""), answer.text
    assert "sl-violations" not in answer.headers, answer.headers["sl-violations"]
    return answer


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.id)
def test_every_path_of_every_customer_is_as_described(judge: Prism, kiosk: Caller, person: DemoPerson) -> None:
    with kiosk.signed_in(person) as caller:
        listed = through(judge, caller, "accounts").json()["Data"]["Account"]
        ids = [each["AccountId"] for each in listed]
        assert ids
        single = [f"accounts/{each}{tail}" for each in ids for tail in ("", "/balances", "/transactions", "/party")]
        for path in ("balances", "transactions", "party", *single):
            assert through(judge, caller, path).status_code == 200, path


def test_every_page_is_as_described(judge: Prism, kiosk: Caller) -> None:
    with kiosk.signed_in(WANG) as wang:
        pages = through(judge, wang, "transactions").json()["Meta"]["TotalPages"]
        assert pages > 10
        for page in (2, pages // 2, pages):
            body = through(judge, wang, f"transactions?page={page}").json()
            assert body["Data"]["Transaction"]
        window = "fromBookingDateTime=2026-01-01T00:00:00Z&toBookingDateTime=2026-02-01T00:00:00Z"
        assert through(judge, wang, f"transactions?{window}").json()["Data"]["Transaction"]
        empty = "fromBookingDateTime=2001-01-01T00:00:00Z&toBookingDateTime=2001-02-01T00:00:00Z"
        assert through(judge, wang, f"transactions?{empty}").json()["Data"]["Transaction"] == []


def test_refusals_are_as_described(judge: Prism, kiosk: Caller) -> None:
    with kiosk.signed_in(WANG) as wang:
        for path, status in (
            ("accounts/nobodys", 400),
            ("accounts/nobodys/balances", 400),
            ("transactions?page=x", 400),
        ):
            assert through(judge, wang, path).status_code == status
        assert through(judge, wang, "accounts", authorization="Bearer old").status_code == 401
        assert through(judge, wang, "party", **{"x-kiosk-device-token": "none"}).status_code == 401
        assert through(judge, wang, "party", **{INTERACTION_HEADER: "mine"}).headers[INTERACTION_HEADER] == "mine"
    with kiosk.staff() as zhou:
        assert through(judge, zhou, "accounts").status_code == 403


class LyingBank(BaseHTTPRequestHandler):
    """Answers with one member too many."""

    def do_GET(self) -> None:
        body = b'{"Data": {"Account": []}, "Links": {"Self": "http://bank.example/accounts", "More": "x"}, "Meta": {}}'
        self.send_response(200)
        for name, value in (("Content-Type", "application/json"), ("Content-Length", str(len(body)))):
            self.send_header(name, value)
        self.send_header(INTERACTION_HEADER, "mine")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_the_judge_does_judge(judge: Prism, kiosk: Caller) -> None:
    """Both ways: a question, and an answer, that the description forbids."""
    with kiosk.signed_in(WANG) as wang:
        with pytest.raises(AssertionError, match="date-time"):
            through(judge, wang, "transactions?fromBookingDateTime=yesterday")
        with ThreadingHTTPServer(("127.0.0.1", 0), LyingBank) as liar:
            thread = threading.Thread(target=liar.serve_forever)
            thread.start()
            with (
                start_prism("proxy", f"http://127.0.0.1:{liar.server_port}", "--errors") as strict,
                pytest.raises(AssertionError, match="additional properties; found 'More'"),
            ):
                through(strict, wang, "accounts")
            liar.shutdown()
            thread.join()
