"""The accessibility bus as a screen reader uses it: who has the focus, what is said of it, what is announced."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar

import msgspec
from jeepney import DBusAddress, HeaderFields, MatchRule, Message, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

T = TypeVar("T")
PATIENCE_S = 15.0
ROOT = "/org/a11y/atspi/accessible/root"
REGISTRY = "org.a11y.atspi.Registry"
EVENTS = ("object:state-changed:focused", "object:state-changed:showing", "object:announcement", "window:activate")
STATES = {
    4: "checked", 8: "enabled", 11: "focusable", 12: "focused", 24: "sensitive", 25: "showing", 30: "visible",
    41: "checkable", 43: "read only",
}  # fmt: skip
"""Numbers of the states that matter here, of AT-SPI 2."""
PRESS_AND_RELEASE_SYMBOL = 3
SYMBOLS = {"Tab": 0xFF09, "Return": 0xFF0D, "Escape": 0xFF1B, "Down": 0xFF54}
"""Of the X keyboard."""


class Place(NamedTuple):
    """Where something stands on the bus."""

    owner: str
    path: str


class Read(msgspec.Struct, frozen=True):
    """What a reader would say of one thing."""

    name: str
    role: str
    description: str
    states: frozenset[str]


class News(NamedTuple):
    """Something that happened on the window."""

    kind: str
    place: Place
    detail: str
    value: Any


class Bus:
    """One connection of one reader. Blocking, for it is a process of its own."""

    def __init__(self, session: str) -> None:
        with open_dbus_connection(session) as asking:
            where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            address = asking.send_and_get_reply(new_method_call(where, "GetAddress"), timeout=PATIENCE_S).body[0]
            status = Properties(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status"))
            asking.send_and_get_reply(status.set("IsEnabled", "b", value=True), timeout=PATIENCE_S)  # as Orca says it
        self._line: DBusConnection = open_dbus_connection(address)
        self._news: deque[Message] = deque()
        rules = [MatchRule(type="signal", interface=f"org.a11y.atspi.Event.{kind}") for kind in ("Object", "Window")]
        for rule in rules:
            self._line.send_and_get_reply(message_bus.AddMatch(rule), timeout=PATIENCE_S)
            self._line.filter(rule, queue=self._news)
        registry = DBusAddress("/org/a11y/atspi/registry", REGISTRY, REGISTRY)
        for event in EVENTS:
            self._line.send_and_get_reply(
                new_method_call(registry, "RegisterEvent", "sass", (event, [], "")), timeout=PATIENCE_S
            )

    def close(self) -> None:
        """Go away."""
        self._line.close()

    # Reading

    def read(self, place: Place) -> Read:
        """All a reader says of a thing."""
        return Read(
            name=self._property(place, "Name"),
            role=self._ask(place, "GetRoleName")[0],
            description=self._property(place, "Description"),
            states=self._states(place),
        )

    def children(self, place: Place) -> list[Place]:
        """What stands in it."""
        return [Place(*each) for each in self._ask(place, "GetChildren")[0]]

    def application(self, name: str) -> Place:
        """The application of this name, as soon as it is there. Raises TimeoutError."""
        return until(lambda: self._application(name), f"the application {name} on the accessibility bus")

    def everything(self, place: Place) -> Iterator[tuple[Place, Read]]:
        """A thing and all that stands in it, in reading order; nothing that is not on show."""
        read = self.read(place)
        yield place, read
        for child in self.children(place):
            if "showing" in self._states(child):
                yield from self.everything(child)

    def holder_of_focus(self, place: Place) -> Place | None:
        """What has the focus in here; None for nothing."""
        if "focused" in self._states(place):
            return place
        within = (child for child in self.children(place) if "showing" in self._states(child))
        return next((found for found in map(self.holder_of_focus, within) if found), None)

    # Happening

    def forget(self) -> None:
        """What has happened so far does not count."""
        self._ask(Place(REGISTRY, ROOT), "GetRoleName")  # all that is on its way has come when this answers
        self._news.clear()

    def news(self, wanted: Callable[[News], bool], what: str) -> News:
        """Wait until something happens. Raises TimeoutError."""
        end = time.monotonic() + PATIENCE_S
        while True:
            while self._news:
                told = _news(self._news.popleft())
                if wanted(told):
                    return told
            try:
                self._line.recv_messages(timeout=max(0.01, end - time.monotonic()))
            except TimeoutError:
                raise TimeoutError(f"waited {PATIENCE_S:.0f} s for {what}") from None

    def focused(self) -> Place:
        """Wait until the focus goes somewhere."""
        return self._became("focused")

    def shown(self) -> Read:
        """Wait until something comes to be shown; what it is."""
        return self.read(self._became("showing"))

    def announced(self) -> str:
        """Wait until something is announced."""
        return str(self.news(lambda told: told.kind == "Announcement", "an announcement").detail)

    def strike(self, key: str) -> None:
        """Strike a key of the display's real keyboard."""
        where = DBusAddress(
            "/org/a11y/atspi/registry/deviceeventcontroller", REGISTRY, "org.a11y.atspi.DeviceEventController"
        )
        body = (SYMBOLS.get(key) or ord(key), "", PRESS_AND_RELEASE_SYMBOL)
        self._line.send_and_get_reply(new_method_call(where, "GenerateKeyboardEvent", "isu", body), timeout=PATIENCE_S)

    def _became(self, state: str) -> Place:
        wanted = ("StateChanged", state, 1)
        return self.news(lambda told: (told.kind, told.detail, told.value) == wanted, f"something {state}").place

    # Asking

    def _application(self, name: str) -> Place | None:
        found = (Place(*each) for each in self._ask(Place(REGISTRY, ROOT), "GetChildren")[0])
        return next((each for each in found if self._property(each, "Name") == name), None)

    def _states(self, place: Place) -> frozenset[str]:
        low, high = self._ask(place, "GetState")[0]
        both = low | high << 32
        return frozenset(name for number, name in STATES.items() if both >> number & 1)

    def _ask(self, place: Place, method: str) -> tuple[Any, ...]:
        where = DBusAddress(place.path, place.owner, "org.a11y.atspi.Accessible")
        return tuple(self._line.send_and_get_reply(new_method_call(where, method), timeout=PATIENCE_S).body)

    def _property(self, place: Place, name: str) -> str:
        where = DBusAddress(place.path, place.owner, "org.a11y.atspi.Accessible")
        reply = self._line.send_and_get_reply(Properties(where).get(name), timeout=PATIENCE_S)
        return str(reply.body[0][1])


def until(found: Callable[[], T | None], what: str) -> T:
    """Ask again and again until there is an answer. Raises TimeoutError."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        answer = found()
        if answer is not None:
            return answer
        time.sleep(0.05)
    raise TimeoutError(f"waited {PATIENCE_S:.0f} s for {what}")


def _news(message: Message) -> News:
    fields = message.header.fields
    detail, first, _, value = message.body[:4]
    place = Place(fields[HeaderFields.sender], fields[HeaderFields.path])
    kind = fields[HeaderFields.member]
    return News(kind, place, value[1] if kind == "Announcement" else detail, first)
