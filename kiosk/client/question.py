"""One question to the bank: its exchanges, repeated where that is harmless and may help."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import httpx
import msgspec

from kiosk.client import faults, refusals
from kiosk.client.answer import LARGEST, Answer
from kiosk.client.errors import BankError, BankUnclear
from kiosk.client.resilience import may_repeat
from kiosk.wire.accounts import INTERACTION_HEADER

if TYPE_CHECKING:
    from kiosk.client.address import Address
    from kiosk.client.line import Line

_LOG = logging.getLogger(__name__)
KIOSK_PATH = "/kiosk/v1"
Half = Literal["aisp", "kiosk", "origin"]
"""What a path is counted from: the Open Banking half, our extension, or the bank's origin (for links)."""


@dataclass(frozen=True)
class Exchange:
    """What is sent. Its repr shows neither body nor headers."""

    method: str
    half: Half
    path: str
    params: Mapping[str, str] = field(default_factory=dict, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes | None = field(default=None, repr=False)
    key: str = field(default="", repr=False)
    """The Idempotency-Key."""

    def url(self, address: Address) -> str:
        """The whole URL at an address."""
        match self.half:
            case "aisp":
                return address.base + address.aisp_path + self.path
            case "kiosk":
                return address.base + KIOSK_PATH + self.path
        return address.origin + self.path


class Question:
    """Made by `Line.question`. `reference` is the interaction id of all its exchanges."""

    def __init__(self, line: Line, reference: str, token: str) -> None:
        self._line, self._token = line, token
        self.reference = reference
        self.located = False
        """It is known where the bank should be."""
        self.answered = False
        """The bank answered at least once."""

    async def get(self, half: Half, path: str, params: Mapping[str, str] | None = None) -> Answer:
        """Read something. Raises BankError unless the bank gives it."""
        return await self.exchange(Exchange("GET", half, path, params or {}))

    async def send(
        self,
        method: Literal["POST", "PUT", "DELETE"],
        path: str,
        body: msgspec.Struct | None = None,
        *,
        key: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Have something done by our extension. `key` makes a POST repeatable. Raises BankError unless it is done."""
        extra = dict(headers or {})
        if body is not None:
            extra["Content-Type"] = "application/json"
        if key:
            extra["Idempotency-Key"] = f'"{key}"'
        raw = None if body is None else msgspec.json.encode(body)
        return await self.exchange(Exchange(method, "kiosk", path, {}, extra, raw, key))

    async def exchange(self, exchange: Exchange) -> Answer:
        """A good answer, after as many attempts as are harmless and in time; else BankError."""
        patience = self._line.patience
        must_fail_at = self._line.clock() + patience.fault_s
        attempt = 1
        while True:
            try:
                answer = await self._once(exchange, must_fail_at - self._line.clock())
            except httpx.RequestError as error:
                failure, again = self._fault(error, exchange)
            else:
                self.answered = True
                if answer.good:
                    return answer
                failure, again = self._refusal(answer, exchange)
            pause = max(patience.pause(attempt), failure.wait_s)
            if not again or attempt >= patience.attempts or self._line.clock() + pause >= must_fail_at:
                raise failure
            _LOG.info("asking again (%s) after %s", self.reference, type(failure).__name__)
            await asyncio.sleep(pause)
            attempt += 1

    def _fault(self, error: httpx.RequestError, exchange: Exchange) -> tuple[BankError, bool]:
        harmless = may_repeat(exchange.method, exchange.key) and faults.worth_another_try(error)
        return faults.as_bank_error(error, self.reference), harmless or faults.never_reached_the_bank(error)

    def _refusal(self, answer: Answer, exchange: Exchange) -> tuple[BankError, bool]:
        failure = refusals.as_bank_error(answer, self._line.now(), with_token=bool(self._token))
        return failure, may_repeat(exchange.method, exchange.key) and refusals.may_pass(answer)

    async def _once(self, exchange: Exchange, fault_in_s: float) -> Answer:
        started = self._line.clock()
        address = await self._line.located(fault_in_s, self.reference)
        self.located = True
        left = fault_in_s - (self._line.clock() - started)
        response = await self.open(exchange, address, connect_s=left)
        try:
            body = await _read(response, self.reference)
        finally:
            await response.aclose()
        if response.headers.get(INTERACTION_HEADER) != self.reference:
            _LOG.debug("the bank did not repeat the interaction id %s", self.reference)
        return Answer(response.status_code, response.headers, body, self.reference, str(response.url))

    async def open(
        self, exchange: Exchange, address: Address, *, connect_s: float, read_s: float | None = None
    ) -> httpx.Response:
        """Send an exchange once; the answer's body is still to be read, and closed. Raises httpx.RequestError."""
        patience = self._line.patience
        connect = max(0.05, min(patience.connect_s, connect_s))
        client = await self._line.client(address)
        request = client.build_request(
            exchange.method,
            exchange.url(address),
            params=exchange.params or None,
            content=exchange.body,
            headers=self._line.headers(address, self.reference, self._token, exchange.headers),
            timeout=httpx.Timeout(read_s or patience.read_s, connect=connect, pool=connect),
        )
        return await client.send(request, stream=True)


async def _read(response: httpx.Response, reference: str) -> bytes:
    parts = bytearray()
    async for part in response.aiter_bytes():
        parts += part
        if len(parts) > LARGEST:
            raise BankUnclear("an answer too long to read", reference=reference)
    return bytes(parts)
