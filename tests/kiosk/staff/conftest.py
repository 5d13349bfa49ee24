"""A real bank child for the lobby, with books of its own, and members of staff at its desk."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from kiosk.bank.listening import ensure_books
from kiosk.bank.store import FILE_NAME, data_url, open_store
from kiosk.client.desk import Desk
from kiosk.client.found import FoundBank
from kiosk.client.resilience import Patience
from tests.kiosk.bank.banks import Caller, ChildBank

HURRIED = Patience(deadline_s=5.0, light_deadline_s=5.0, attempts=1, first_pause_s=0.01, longest_pause_s=0.02)


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo books; not to be changed."""
    folder = tmp_path_factory.mktemp("demo")

    async def write() -> None:
        store = await open_store(data_url(folder))
        await ensure_books(store)
        await store.aclose()

    asyncio.run(write())
    return folder


@pytest.fixture
def folder(books: Path, tmp_path: Path) -> Path:
    """A data folder with demo books, no bank running."""
    shutil.copy(books / FILE_NAME, tmp_path)
    return tmp_path


@pytest.fixture
def bank(folder: Path) -> Iterator[ChildBank]:
    """The bank of this machine."""
    child = ChildBank(folder)
    yield child
    child.kill()


@pytest.fixture
def kiosk(bank: ChildBank) -> Iterator[Caller]:
    """The kiosk that asks for help, nobody signed in."""
    with bank.caller() as caller:
        yield caller


@pytest.fixture
async def desk(bank: ChildBank, folder: Path) -> AsyncIterator[Desk]:
    """The lobby's desk, as a staff window on the same machine finds it."""
    del bank
    async with AsyncExitStack() as ends:
        found = FoundBank(folder)
        made = Desk(found.where, lang=lambda: "en", token=found.staff_token, patience=HURRIED)
        ends.push_async_callback(made.aclose)
        yield made
