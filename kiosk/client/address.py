"""Where the bank is, and the secret this device shows it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from kiosk.wire.accounts import BASE_PATH

Where = Callable[[], "Awaitable[Address]"]
"""Answers where the bank is now: an embedded bank may have moved to another port. May raise BankError."""


@dataclass(frozen=True)
class Address:
    """A bank's address. Plain HTTP is accepted on loopback only; `ValueError` says what is wrong."""

    url: str
    """Scheme, host and port, perhaps with a path before `aisp_path`."""
    device_token: str = field(repr=False)
    aisp_path: str = BASE_PATH
    """Where the Open Banking half begins; a bank may serve it elsewhere."""
    customer_ip: str = field(default="", repr=False)
    """What x-fapi-customer-ip-address says; empty leaves it out."""

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("the bank's address must begin with https:// and name a host")
        origin(parts)
        if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
            raise ValueError("the bank's address must hold no name, password, query or fragment")
        if parts.scheme == "http" and not _is_loopback(parts.hostname):
            raise ValueError("plain http is accepted on this machine only; the bank's address must begin with https://")

    @property
    def secure(self) -> bool:
        """TLS is spoken."""
        return urlsplit(self.url).scheme == "https"

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return origin(urlsplit(self.url))

    @property
    def base(self) -> str:
        """The address without a closing slash."""
        return self.url.rstrip("/")


def at(address: Address) -> Where:
    """A bank that never moves."""

    async def where() -> Address:
        return address

    return where


def origin(parts: SplitResult) -> str:
    """Scheme, host and port of an http(s) URL, the default port spelled out. Raises ValueError for a bad port."""
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return f"{parts.scheme}://[{host}]:{port}" if ":" in host else f"{parts.scheme}://{host}:{port}"


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
