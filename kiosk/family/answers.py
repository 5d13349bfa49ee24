"""How a relative answers "I am calling you": a topic of their own on an ntfy server, which the kiosk listens to.

Only addresses of ntfy have buttons that answer without opening a page, so only they get one; others telephone.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from urllib.parse import urlsplit

import httpx
import msgspec

_LOG = logging.getLogger(__name__)
_SCHEMES = {"ntfy": "http", "ntfys": "https"}
PUBLIC = "https://ntfy.sh"
CALLING = "calling"
AGAIN_S = 5.0


class _Event(msgspec.Struct):
    """One line of the topic's stream; other members are left alone."""

    event: str = ""
    message: str = ""


def answer_topic(address: str) -> str:
    """Where the answer to a message for this address will be posted; "" where the service has no such button.

    The topic is new for each message and cannot be guessed: nobody else can answer in their place.
    """
    parts = urlsplit(address)
    if parts.scheme not in _SCHEMES:
        return ""
    has_topic = bool(parts.path.strip("/"))
    where = f"{_SCHEMES[parts.scheme]}://{parts.netloc.rpartition('@')[2]}" if has_topic else PUBLIC
    return f"{where}/anxin-{secrets.token_urlsafe(12)}"


async def answered(
    topic: str,
    *,
    transport: httpx.AsyncBaseTransport | None = None,
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Return when somebody has answered on the topic. Never raises for the network: it listens again. Cancel it."""
    async with httpx.AsyncClient(transport=transport, timeout=httpx.Timeout(10, read=120)) as client:
        while True:
            try:
                async for event in _events(client, topic):
                    if event.event == "message" and event.message.strip() == CALLING:
                        return
            except httpx.HTTPError as problem:
                _LOG.info("the answer's topic cannot be heard: %s", type(problem).__name__)
            await pause(AGAIN_S)


async def _events(client: httpx.AsyncClient, topic: str) -> AsyncIterator[_Event]:
    async with client.stream("GET", f"{topic}/json", params={"since": "10m"}) as answer:
        answer.raise_for_status()
        async for line in answer.aiter_lines():
            if line.strip():
                try:
                    yield msgspec.json.decode(line, type=_Event)
                except msgspec.DecodeError:
                    _LOG.warning("a line of the answer's topic could not be read")
