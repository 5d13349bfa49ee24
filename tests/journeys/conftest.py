"""A loop on Qt, demo books, and one real bank child for those who do no harm to it."""

from __future__ import annotations

import asyncio
import gc
import json
import secrets
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.bank.listening import ensure_books
from kiosk.bank.store import data_url, open_store
from kiosk.qt_loop import qt_runner
from tests.journeys.stand import with_books

Live = Callable[[Coroutine[Any, Any, Any]], Any]


@pytest.fixture
def live(qapp: QApplication) -> Iterator[Live]:
    """Runs a story on the loop the product runs on. What the product did to the process is undone."""
    hook = sys.excepthook
    qapp.setQuitOnLastWindowClosed(False)
    with qt_runner(qapp) as runner:
        yield runner.run
    sys.excepthook = hook
    gc.collect()  # here and now: a Qt object that Python's collector finds in another thread ends the process


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


@dataclass(frozen=True)
class BankChild:
    """Where it answers, what proves the kiosk to it, and its folder, where staff find it."""

    url: str
    device_token: str
    folder: Path

    @property
    def settings(self) -> dict[str, Any]:
        """What a kiosk is told of it."""
        return {"bank_url": self.url, "bank_device_token": self.device_token}


@pytest.fixture(scope="module")
def bank_child(books: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BankChild]:
    """The embedded bank as a child process, for a whole module."""
    folder = with_books(books, tmp_path_factory.mktemp("bank") / "data")
    tokens = {"device_token": secrets.token_urlsafe(32), "lobby_token": secrets.token_urlsafe(32)}
    command = [sys.executable, "-m", "kiosk.bank.serving", "--embedded", "--data-dir", str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(json.dumps({**tokens, "place": "Kiosk 1", "kind": "branch"}) + "\n")
        child.stdin.flush()
        ready = json.loads(child.stdout.readline())
        assert ready["ready"], ready
        yield BankChild(f"http://127.0.0.1:{ready['port']}", tokens["device_token"], folder)
        child.stdin.close()
        child.stdin = None
        child.wait(timeout=10)
