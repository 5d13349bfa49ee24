"""The line to the bank: one httpx client, the headers of every question, the deadline and the breaker."""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy
from uuid import uuid4

import httpx

from kiosk.client.address import Address, Where
from kiosk.client.breaker import Breaker
from kiosk.client.errors import BankAway, BankError, BankSlow
from kiosk.client.languages import language_tag
from kiosk.client.question import Question
from kiosk.client.resilience import Patience
from kiosk.wire.accounts import INTERACTION_HEADER
from kiosk.wire.kiosk_api import DEVICE_HEADER, PROBLEM_JSON

_KEPT_OPEN_S = 4.0
"""An idle connection is closed before uvicorn does so (5 s): no question is lost on a connection just closed."""


def system_tls() -> ssl.SSLContext:
    """A TLS context that trusts what this machine trusts. Takes some 20 ms: build it off the GUI thread."""
    return ssl.create_default_context()


class Line:
    """Asks questions of one bank. Close it with `aclose`."""

    def __init__(
        self,
        where: Where,
        *,
        lang: Callable[[], str],
        transport: httpx.AsyncBaseTransport | None = None,
        tls: ssl.SSLContext | None = None,
        patience: Patience | None = None,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        self.patience = patience or Patience()
        self.breaker = Breaker(clock=clock, now=now, changed=changed)
        self.clock, self.now = clock, now
        self._where, self._lang = where, lang
        self._transport, self._tls = transport, tls
        self._clients: dict[bool, httpx.AsyncClient] = {}
        """By whether TLS is spoken; in practice one."""
        self._making = asyncio.Lock()
        self.closed = False

    @asynccontextmanager
    async def question(self, *, token: str = "", light: bool = False, guarded: bool = True) -> AsyncIterator[Question]:
        """One thing somebody wants to know or have done, in one or more exchanges under one deadline.

        Raises BankAway at once while the breaker is open, BankSlow at the deadline. What its block raises as
        BankError is passed on and teaches the breaker. `guarded` False passes by the breaker, and only good news is
        told to it: for streams, which have their own pauses.
        """
        reference = str(uuid4())
        if self.closed or (guarded and not self.breaker.lets_through()):
            raise BankAway("the line is resting", reference=reference, wait_s=self.breaker.status.wait_s)
        question = Question(self, reference, token)
        nothing = self.breaker.given_up if guarded else _learn_nothing
        learned = nothing
        try:
            async with asyncio.timeout(self.patience.light_deadline_s if light else self.patience.deadline_s):
                yield question
            learned = self.breaker.answered
        except TimeoutError:
            learned = self.breaker.failed if guarded else nothing
            raise BankSlow("no answer in time", reference=reference) from None
        except BankError as error:
            learned = self._lesson(error, question) if guarded else nothing
            raise
        finally:
            learned()

    def _lesson(self, error: BankError, question: Question) -> Callable[[], None]:
        if isinstance(error, BankAway | BankSlow):
            return self.breaker.failed if question.located else self.breaker.given_up
        return self.breaker.answered if question.answered else self.breaker.given_up

    async def located(self, within_s: float, reference: str) -> Address:
        """Where the bank is now. Raises BankAway when it is not known in time, and what `where` raises."""
        try:
            async with asyncio.timeout(max(0.0, within_s)):
                return await self._where()
        except TimeoutError:
            raise BankAway("the bank is nowhere", reference=reference) from None

    def headers(self, address: Address, reference: str, token: str, extra: Mapping[str, str]) -> dict[str, str]:
        """What every exchange carries."""
        headers = {
            "Accept": f"application/json, {PROBLEM_JSON}",
            "Accept-Language": language_tag(self._lang()),
            DEVICE_HEADER: address.device_token,
            INTERACTION_HEADER: reference,
        }
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if address.customer_ip:
            headers["x-fapi-customer-ip-address"] = address.customer_ip
        return headers | dict(extra)

    async def client(self, address: Address) -> httpx.AsyncClient:
        """The httpx client, made when it is first needed."""
        if self.closed:
            raise BankAway("the line is closed")
        async with self._making:
            if address.secure not in self._clients:
                self._clients[address.secure] = _make_client(self._transport, await self._tls_for(address))
        return self._clients[address.secure]

    async def _tls_for(self, address: Address) -> ssl.SSLContext:
        if not address.secure:
            return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # trusts nobody, and costs nothing to make
        if self._tls is None:
            self._tls = await asyncio.to_thread(system_tls)
        return self._tls

    async def aclose(self) -> None:
        """Close every connection; questions after it find the bank away."""
        self.closed = True
        clients, self._clients = list(self._clients.values()), {}
        for client in clients:
            await client.aclose()


def _learn_nothing() -> None:
    """What a stream's failure teaches."""


def _make_client(transport: httpx.AsyncBaseTransport | None, tls: ssl.SSLContext) -> httpx.AsyncClient:
    # No cookie of one customer may meet the next; no proxy or password file of the machine may see a token.
    no_cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
    limits = httpx.Limits(max_connections=10, max_keepalive_connections=5, keepalive_expiry=_KEPT_OPEN_S)
    return httpx.AsyncClient(
        transport=transport, verify=tls, trust_env=False, follow_redirects=False, cookies=no_cookies, limits=limits
    )
