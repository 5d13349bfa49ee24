"""TLS is verified, by what this machine trusts or by what the caller hands in."""

from __future__ import annotations

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from pathlib import Path

import pytest

from kiosk.client import errors
from kiosk.client.address import Address
from kiosk.client.bank import Bank
from kiosk.client.line import system_tls
from tests.kiosk.client.lines import QUICK

DEVICE = b'{"id": "d", "kind": "branch", "place": "K", "customers": []}'
ANSWER = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%s" % (len(DEVICE), DEVICE)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 that only its own holder trusts."""
    return _certificate(tmp_path_factory.mktemp("tls"), "IP:127.0.0.1")


@pytest.fixture(scope="module")
def somebody_elses(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for another name."""
    return _certificate(tmp_path_factory.mktemp("tls-of-another"), "DNS:another.example")


def _certificate(folder: Path, name: str) -> tuple[Path, Path]:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed")
    key, cert = folder / "key.pem", folder / "cert.pem"
    make = f"req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=bank -addext subjectAltName={name}"
    subprocess.run([openssl, *make.split(), "-keyout", key, "-out", cert], check=True, capture_output=True)
    return key, cert


@pytest.fixture
async def url(certificate: tuple[Path, Path]) -> AsyncIterator[str]:
    """A server that answers whoever asks."""
    async with _serving(certificate) as address:
        yield address


@asynccontextmanager
async def _serving(certificate: tuple[Path, Path]) -> AsyncIterator[str]:
    key, cert = certificate
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(ANSWER)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    yield f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    server.close()


async def test_a_certificate_that_nobody_vouches_for_is_no_bank(url: str) -> None:
    async with aclosing(Bank(Address(url, "d"), lang=lambda: "en", tls=system_tls(), patience=QUICK)) as bank:
        with pytest.raises(errors.BankAway, match="trusted"):
            await bank.device()


async def test_without_a_context_the_machines_own_store_counts(url: str) -> None:
    async with aclosing(Bank(Address(url, "d"), lang=lambda: "en", patience=QUICK)) as bank:
        with pytest.raises(errors.BankAway, match="trusted"):
            await bank.device()


async def test_a_trusted_certificate_is_a_bank(url: str, certificate: tuple[Path, Path]) -> None:
    trusting = ssl.create_default_context(cafile=str(certificate[1]))
    async with aclosing(Bank(Address(url, "d"), lang=lambda: "en", tls=trusting, patience=QUICK)) as bank:
        assert (await bank.device()).place == "K"


async def test_a_certificate_for_somebody_else_is_no_bank(somebody_elses: tuple[Path, Path]) -> None:
    trusting = ssl.create_default_context(cafile=str(somebody_elses[1]))
    async with (
        _serving(somebody_elses) as url,
        aclosing(Bank(Address(url, "d"), lang=lambda: "en", tls=trusting, patience=QUICK)) as bank,
    ):
        with pytest.raises(errors.BankAway, match="trusted"):
            await bank.device()
