"""A screen reader of the test's own: has pages shown, walks them by Tab, and reads what stands there."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import msgspec

from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.frame_labels import frame_labels
from tests.screen_reader.bus import Bus, Place, T, until
from tests.screen_reader.expected import PANEL, Told, as_told, expected, plain
from tests.screen_reader.room import Room
from tests.screen_reader.stage import NAME, Order

MOST_STOPS = 120
SILENT_ROLES = ("filler", "application", "frame")


class Reader:
    """Stands before one window."""

    def __init__(self, stage: subprocess.Popen[bytes], bus: Bus) -> None:
        self._stage, self.bus = stage, bus
        self._application: Place | None = None

    def order(self, order: Order) -> None:
        """Have something done on the stage, and wait until it is."""
        assert self._stage.stdin
        assert self._stage.stdout
        self._stage.stdin.write(msgspec.json.encode(order) + b"\n")
        self._stage.stdin.flush()
        assert self._stage.stdout.readline() == b"done\n", "the stage has ended"

    def show(self, screen: Screen) -> Place:
        """Have a page shown; where the focus went, or stayed."""
        self.order(Order("show", screen))
        application = self._application = self._application or self.bus.application(NAME)
        return until(lambda: self.bus.holder_of_focus(application), f"a focus on {screen.key}")

    @property
    def application(self) -> Place:
        """The stage on the bus."""
        assert self._application
        return self._application

    def until(self, found: Callable[[], T | None], what: str) -> T:
        """Ask again and again until there is an answer. Raises TimeoutError."""
        return until(found, what)

    def walk(self, first: Place) -> list[Told]:
        """Tab once round the page from where the focus is; what is told at each stop."""
        found, here = [], first
        while len(found) < MOST_STOPS:
            read = self.bus.read(here)
            assert "focused" in read.states, f"the focus is said to be where it is not: {read}"
            found.append(as_told(read))
            self.bus.forget()
            self.bus.strike("Tab")
            here = self.bus.focused()
            if here == first:
                return found
        raise AssertionError(f"Tab does not come round: {found}")

    def told(self) -> list[Told]:
        """Everything on show that has words, in the order of the tree."""
        reads = (as_told(read) for _, read in self.bus.everything(self.application) if read.role not in SILENT_ROLES)
        return [told for told in reads if told.words]

    def faults(self, screen: Screen) -> list[str]:
        """Where what is read differs from the page, walked by focus and looked through as a whole."""
        wanted, extra = expected(screen), _turning(screen)
        walked = [told for told in self.walk(self.show(screen)) if told.words not in extra]
        reached = [told for told in wanted if told.reached]
        found = [*_differences("focus", reached, _from(walked, reached[0]))]
        rest, tree = [told for told in wanted if not told.reached], self.told()
        there = {(told.role, told.words) for told in tree}
        lacking = [told for told in rest if (told.role, told.words) not in there]
        known = {told.words for told in wanted} | extra
        page = "".join(told.words for told in wanted)
        known |= {told.words for told in tree if told.role == PANEL and told.words in page}
        foreign = [told for told in tree if told.words not in known]
        found += [f"not in the tree: {told}" for told in lacking]
        return [*found, *(f"not of the page: {told}" for told in foreign if told.reached)]


def _differences(where: str, wanted: list[Told], read: list[Told]) -> Iterator[str]:
    for told in wanted:
        if told not in read:
            alike = [each for each in read if each.words == told.words]
            yield f"{where}: wanted {told}, read {alike or 'nothing of the kind'}"
    for told in read:
        if told not in wanted:
            yield f"{where}: read {told}, which is not of the page"
    if sorted(map(repr, wanted)) == sorted(map(repr, read)) and wanted != read:
        yield f"{where}: another order: {[told.words for told in read]} for {[told.words for told in wanted]}"


def _from(walked: list[Told], first: Told) -> list[Told]:
    """The same round, begun where reading begins."""
    at = next((number for number, told in enumerate(walked) if told == first), 0)
    return [*walked[at:], *walked[:at]]


def _turning(screen: Screen) -> set[str]:
    """The window's own buttons, which are in no `Screen`."""
    labels = frame_labels(Words(screen.lang, screen.mode))
    return {plain(labels.scroll_up.said), plain(labels.scroll_down.said)}


@contextmanager
def reading(place: Room) -> Iterator[Reader]:
    """A reader before a stage of its own; both end with it."""
    command = (sys.executable, "-m", "tests.screen_reader.stage")
    bus = Bus(place.bus)  # before the stage: a window asks once, when it starts, whether somebody reads
    stage = subprocess.Popen(command, env=place.environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        yield Reader(stage, bus)
    finally:
        bus.close()
        stage.communicate(timeout=20)
