"""The real bank as a child process on demo books that are written once for all tests."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kiosk.client.bank import Bank
from kiosk.embedded import EmbeddedBank


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the demo books in it, not in use."""
    folder = tmp_path_factory.mktemp("books")

    async def write() -> None:
        bank = EmbeddedBank(folder)
        await bank.start()
        await bank.address()
        await bank.stop()

    with asyncio.Runner() as runner:
        runner.run(write())
    return folder


@pytest.fixture
def data_dir(books: Path, tmp_path: Path) -> Path:
    """A copy of the books for one test."""
    return Path(shutil.copytree(books, tmp_path / "data"))


@pytest.fixture
async def embedded(data_dir: Path) -> AsyncIterator[EmbeddedBank]:
    """A running bank."""
    bank = EmbeddedBank(data_dir, place="Kiosk 1", kind="home")
    await bank.start()
    try:
        yield bank
    finally:
        await bank.stop()


@pytest.fixture
async def bank(embedded: EmbeddedBank) -> AsyncIterator[Bank]:
    """Its client, speaking English; nobody is signed in."""
    client = Bank(embedded.address, lang=lambda: "en")
    try:
        yield client
    finally:
        await client.aclose()
