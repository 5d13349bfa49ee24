"""Banks with the demo books: written once a run, copied for each test that changes them."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.bank.demo.people import WANG
from kiosk.bank.listening import ensure_books
from kiosk.bank.store import FILE_NAME, data_url, open_store
from tests.kiosk.bank.banks import Caller, ChildBank, TestClock, ThreadBank, thread_bank


@pytest.fixture(scope="session")
def demo_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo books; not to be changed."""
    folder = tmp_path_factory.mktemp("demo")

    async def write() -> None:
        store = await open_store(data_url(folder))
        await ensure_books(store)
        await store.aclose()

    asyncio.run(write())
    return folder


@pytest.fixture
def books(demo_dir: Path, tmp_path: Path) -> Path:
    """A folder with demo books of one's own."""
    folder = tmp_path / "books"
    folder.mkdir()
    shutil.copy(demo_dir / FILE_NAME, folder)
    return folder


@pytest.fixture(scope="session")
def embedded(demo_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChildBank]:
    """The embedded bank as a real child process, shared by the tests that leave it as it was."""
    folder = tmp_path_factory.mktemp("embedded")
    shutil.copy(demo_dir / FILE_NAME, folder)
    bank = ChildBank(folder)
    yield bank
    bank.kill()


@pytest.fixture
def kiosk(embedded: ChildBank) -> Iterator[Caller]:
    """The kiosk of the embedded bank, nobody signed in."""
    with embedded.caller() as caller:
        yield caller


@pytest.fixture
def wang(kiosk: Caller) -> Iterator[Caller]:
    """The kiosk with Mrs Wang."""
    with kiosk.signed_in(WANG) as caller:
        yield caller


@pytest.fixture
def clock() -> TestClock:
    """A clock that moves only when told."""
    return TestClock()


@pytest.fixture
def bank(books: Path, clock: TestClock) -> Iterator[ThreadBank]:
    """A bank of one's own, with that clock."""
    with thread_bank(books, clock) as served:
        yield served


@pytest.fixture
def guest(bank: ThreadBank) -> Iterator[Caller]:
    """The kiosk of one's own bank, nobody signed in."""
    with bank.caller() as caller:
        yield caller
