"""One room and one reader for all of these tests, and pages recorded from the real kiosk."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.screen_reader.reader import Reader, reading
from tests.screen_reader.room import Room, missing, room
from tools.audit.recording import Recorded, load, record_all

FULL = os.environ.get("ANXIN_READER") == "full"
"""`make reader-test`: every page of every mode in every language, and Orca through every journey."""


class Pages:
    """What the kiosk shows, recorded once for each mode and language that is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: set[tuple[str, str]] = set()

    def of(self, *walks: tuple[str, str]) -> list[Recorded]:
        """All pages of these modes and languages."""
        new = [walk for walk in walks if walk not in self._known]
        if new:
            self._known |= set(new)
            process = multiprocessing.get_context("spawn").Process(target=record_all, args=(self._folder, new))
            process.start()
            process.join()
            assert process.exitcode == 0, f"the kiosk could not be walked: {new}"
        return [page for walk in walks for page in load(self._folder, *walk)]


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Recorded pages."""
    return Pages(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A display and an accessibility bus of its own."""
    lacking = missing()
    if lacking:
        pytest.skip(f"a screen reader needs {lacking} on this machine")
    with room(tmp_path_factory.mktemp("room") / "run") as made:
        yield made


@pytest.fixture(scope="session")
def reader(place: Room) -> Iterator[Reader]:
    """A reader before a window."""
    with reading(place) as made:
        yield made
