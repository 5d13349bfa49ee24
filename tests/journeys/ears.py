"""A customer who does not look: she has a few keys and the speech log, and goes where the words lead her."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QFileSystemWatcher, Qt

from accessibility.speech_log import LogLine
from tests.journeys.watch import SOON_S

Key = Qt.Key
DIGITS = {digit: getattr(Key, f"Key_{digit}") for digit in "0123456789"}
WHERE = Key.Key_F4
"""Says the control she is on once more, slowly."""
ARROWS = (Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Up)


class Ears:
    """Hears what was said to its end, and presses keys. Knows nothing of pages, controls and where the focus is.

    `strike` presses one key; `speaking` is whether anything sounds or is about to: that, too, can be heard.
    """

    def __init__(self, log: Path, strike: Callable[[Qt.Key], None], speaking: Callable[[], bool]) -> None:
        self._log, self._strike, self._speaking = log, strike, speaking
        self._since = 0.0
        self._here, self._map = "", Map(ARROWS)
        self._news = asyncio.Event()
        log.touch()
        self._watcher = QFileSystemWatcher([str(log)])
        self._watcher.fileChanged.connect(lambda _: self._news.set())

    # Hearing

    def heard(self) -> list[str]:
        """What was said to its end since the last key."""
        return [line.text for line in self._lines() if line.start and line.start >= self._since]

    async def hears(self, *words: str) -> str:
        """Wait until a sentence with all these words was said since the last key; gives the sentence."""
        await self._until(lambda: self._with(words) != "", f"{words}")
        return self._with(words)

    async def listens(self, *words: str) -> list[str]:
        """Wait for these words, or without any for a first one, and hear everything until it is silent."""
        self._here = ""
        await self._heard_out(*words)
        return self.heard()

    async def _heard_out(self, *words: str) -> None:
        await self.hears(*words)
        await self._until(lambda: not self._speaking(), "silence")

    def _with(self, words: tuple[str, ...]) -> str:
        return next((text for text in self.heard() if all(plain(word) in plain(text) for word in words)), "")

    def _lines(self) -> list[LogLine]:
        raw = self._log.read_bytes().splitlines()
        lines = [msgspec.json.decode(line, type=LogLine) for line in raw]
        return [line for line in lines if line.ended == "finished"]

    async def _until(self, true: Callable[[], bool], what: str) -> None:
        try:
            async with asyncio.timeout(SOON_S):
                while not true():
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            last = self._log.read_text(encoding="utf-8").splitlines()[-3:]
            told = f"waited to hear {what}; since the last key there was {self.heard()}; the log ends in {last}"
            raise AssertionError(told) from None

    # Pressing

    def press(self, key: Qt.Key) -> None:
        """One key. What was said before is not heard as its answer."""
        self._since = time.time()
        self._strike(key)

    def type(self, digits: str) -> None:
        """Digits, one after the other, on the keys everybody can find by touch."""
        for digit in digits:
            self.press(DIGITS[digit])

    async def move(self, key: Qt.Key) -> str:
        """One key; gives what she is on now, or nothing where there is nothing further this way."""
        self.press(key)
        await self._until(lambda: not self._speaking(), "where she is")
        return " ".join(self.heard())

    async def seek(self, words: str, first: Qt.Key = Key.Key_Right) -> str:
        """Try the arrows, `first` before the others, until she hears these words.

        Like anybody in a dark room she keeps a map: which arrow led from which words to which. It holds until she has
        heard out another page; then she first asks where she is.
        """
        if not self._here:
            self.press(WHERE)
            await self._heard_out()
            self._here, self._map = " ".join(self.heard()), Map((first, *(key for key in ARROWS if key is not first)))
        while not plain(self._here).startswith(plain(words)):
            path = self._map.way_to(words, self._here)
            assert path, f"nothing on this page says {words}, only {self._map.places}"
            for key in path:
                there = await self.move(key) or self._here
                self._map.learn(self._here, key, there)
                self._here = there
        return self._here

    async def choose(self, words: str, *answer: str, first: Qt.Key = Key.Key_Right) -> list[str]:
        """Go to what says these words, press Enter, and hear the page out that answers."""
        await self.seek(words, first)
        self.press(Key.Key_Return)
        return await self.listens(*answer)


class Map:
    """The places of a page by the words they say, and where each arrow led from each."""

    def __init__(self, order: tuple[Qt.Key, ...]) -> None:
        self._order = order
        self._ways: dict[str, dict[Qt.Key, str]] = {}

    @property
    def places(self) -> list[str]:
        """All that was heard."""
        return list(self._ways)

    def learn(self, here: str, key: Qt.Key, there: str) -> None:
        """This arrow led from here to there."""
        self._ways.setdefault(here, {})[key] = there
        self._ways.setdefault(there, {})

    def way_to(self, words: str, here: str) -> list[Qt.Key]:
        """The way to the place that says so, else to the nearest arrow not tried yet; empty when all are known."""
        new: list[Qt.Key] = []
        for place, path in self._walks(here):
            if plain(place).startswith(plain(words)):
                return path
            untried = [key for key in self._order if key not in self._ways.get(place, {})]
            new = new or [*path, *untried[:1]] if untried else new
        return new

    def _walks(self, here: str) -> list[tuple[str, list[Qt.Key]]]:
        """Every place that is known, with the shortest way there, the nearest first."""
        walks: list[tuple[str, list[Qt.Key]]] = [(here, [])]
        seen = {here}
        for place, path in walks:
            for key, there in self._ways.get(place, {}).items():
                if there not in seen:
                    seen.add(there)
                    walks.append((there, [*path, key]))
        return walks


def plain(text: str) -> str:
    """Without the spaces that only the eye needs."""
    return text.replace(" ", "")
