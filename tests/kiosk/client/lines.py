"""Odd and broken answers for the client's tests: a transport that says what a test tells it to, and quick patience."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import httpx
import msgspec

from kiosk.client.address import Address
from kiosk.client.bank import Bank
from kiosk.client.resilience import Patience
from kiosk.wire.kiosk_api import PROBLEM_BASE, PROBLEM_JSON

HERE = "http://127.0.0.1:9"
AISP = "/open-banking/v4.0/aisp"
QUICK = Patience(first_pause_s=0.0, jitter=lambda: 0.0)
Handler = Callable[[httpx.Request], httpx.Response | Awaitable[httpx.Response]]


class Heard:
    """A transport that answers with what `say` gives, and remembers each question."""

    def __init__(self, say: Callable[[httpx.Request], httpx.Response]) -> None:
        self.requests: list[httpx.Request] = []
        self._say = say

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return self._say(request)

    @property
    def paths(self) -> list[str]:
        """What was asked for, query included."""
        return [request.url.raw_path.decode() for request in self.requests]


def in_turn(answers: Iterable[httpx.Response | Exception]) -> Callable[[httpx.Request], httpx.Response]:
    """One answer after another."""
    left = iter(answers)

    def say(_request: httpx.Request) -> httpx.Response:
        answer = next(left)
        if isinstance(answer, Exception):
            raise answer
        return answer

    return say


def bank_saying(
    say: Callable[..., Any], *, token: str = "the-token", patience: Patience = QUICK, url: str = HERE, **more: Any
) -> Bank:
    """A bank whose other end is `say`, a customer signed in."""
    transport = httpx.MockTransport(say)
    return Bank(
        Address(url, "device-secret"), lang=lambda: "en", transport=transport, token=token, patience=patience, **more
    )


def problem(kind: str, status: int, **more: Any) -> httpx.Response:
    """Problem details as our bank writes them."""
    body = {"type": PROBLEM_BASE + kind, "title": kind, "status": status, **more}
    return httpx.Response(status, content=msgspec.json.encode(body), headers={"content-type": PROBLEM_JSON})


def page(member: str, rows: Any, **rest: Any) -> httpx.Response:
    """One page of the Open Banking half."""
    return httpx.Response(200, json={"Data": {member: rows}, **rest})
