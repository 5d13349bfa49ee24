"""A real bank in a child process, and customers who walk up to a kiosk that asks it."""

from __future__ import annotations

import json
import secrets
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from kiosk.bank.demo.people import DemoPerson
from kiosk.client.address import Address
from kiosk.client.bank import Bank
from kiosk.client.outbox import Outbox
from kiosk.client.resilience import Patience
from kiosk.modes import Mode, load_modes
from tests.kiosk.journeys.customer import Customer

HURRIED = Patience(deadline_s=5.0, light_deadline_s=5.0, attempts=1, first_pause_s=0.01, longest_pause_s=0.02)


@dataclass(frozen=True)
class BankChild:
    """Where the child answers, and the badge-reading lobby beside it."""

    kiosk: Address
    lobby: Address


@pytest.fixture(scope="session")
def bank_child(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BankChild]:
    """The embedded bank with its demo books, for all tests of this folder."""
    yield from bank_in(tmp_path_factory.mktemp("books"), "branch")


@pytest.fixture(scope="session")
def home_child(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BankChild]:
    """The same at home, where customers choose themselves."""
    yield from bank_in(tmp_path_factory.mktemp("home-books"), "home")


def bank_in(folder: Path, kind: str) -> Iterator[BankChild]:
    """A bank child that keeps its books in a folder, until the generator is closed."""
    tokens = {"device_token": secrets.token_urlsafe(32), "lobby_token": secrets.token_urlsafe(32)}
    command = [sys.executable, "-m", "kiosk.bank.serving", "--embedded", "--data-dir", str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(json.dumps({**tokens, "place": "Kiosk 1", "kind": kind}) + "\n")
        child.stdin.flush()
        ready = json.loads(child.stdout.readline())
        assert ready["ready"], ready
        url = f"http://127.0.0.1:{ready['port']}"
        yield BankChild(Address(url, tokens["device_token"]), Address(url, tokens["lobby_token"]))
        child.stdin.close()
        child.stdin = None
        child.wait(timeout=10)


@pytest.fixture(scope="session")
def modes() -> dict[str, Mode]:
    """The project's modes."""
    return load_modes()


class Line(httpx.AsyncBaseTransport):
    """The real line to the bank, with a plug to pull and a place to answer oddly."""

    def __init__(self) -> None:
        self._real = httpx.AsyncHTTPTransport()
        self.cut = False
        self.odd: Callable[[httpx.Request], httpx.Response | None] = lambda _: None
        self.swallow: Callable[[httpx.Request], bool] = lambda _: False
        """The bank gets the question, but its answer is lost."""
        self.asked: list[httpx.Request] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Pass it on, unless the plug is pulled."""
        self.asked.append(request)
        if self.cut:
            raise httpx.ConnectError("the plug is pulled", request=request)
        response = self.odd(request) or await self._real.handle_async_request(request)
        if self.swallow(request):
            await response.aclose()
            raise httpx.ReadError("the answer is lost", request=request)
        return response

    async def aclose(self) -> None:
        """Close the real line."""
        await self._real.aclose()


@dataclass
class Clock:
    """Seconds that pass only when a test says so: after a failure the client leaves the bank in peace for a while."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Walk:
    """A customer and the line her kiosk has to the bank."""

    customer: Customer
    line: Line
    outbox_folder: Path
    clock: Clock


Walking = Callable[..., Awaitable[Walk]]


@pytest.fixture
async def walk(bank_child: BankChild, modes: dict[str, Mode], tmp_path: Path) -> AsyncIterator[Walking]:
    """`await walk(WANG, mode="elder", lang="en")`: she stands at the kiosk, signed in unless she is None."""
    async with AsyncExitStack() as ends:

        async def start(
            person: DemoPerson | None = None,
            *,
            mode: str = "elder",
            lang: str = "en",
            child: BankChild | None = None,
            home_device: bool = False,
        ) -> Walk:
            line, folder = Line(), tmp_path / "outbox"
            address = (child or bank_child).kiosk
            clock = Clock()
            bank = Bank(address, lang=lambda: lang, transport=line, patience=HURRIED, clock=clock)
            ends.push_async_callback(bank.aclose)
            customer = Customer(bank, Outbox(folder), modes, mode=mode, lang=lang, home_device=home_device)
            ends.push_async_callback(customer.leave)
            if person is not None:
                await customer.sign_in(person)
            return Walk(customer, line, folder, clock)

        yield start
