"""Health: how a speech engine is, in plain data, for the doctor and for those who watch a thousand kiosks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import msgspec

EngineState = Literal["not_started", "ok", "resting", "absent"]
"""Not tried yet · it speaks · it failed several times and is left in peace for a while · it is not on this machine."""


class Health(msgspec.Struct, frozen=True):
    """How one engine is."""

    engine: str
    """Its key: "pack", "neural" or "platform"."""
    name: str = ""
    """With its version, as its child greeted; empty before."""
    state: EngineState = "not_started"
    said: int = 0
    """Texts it made into sound."""
    passed_on: int = 0
    """Texts it had no sound for and left to the next engine."""
    failures: int = 0
    """Times it hung, died or did not start."""
    problem: str = ""
    """What went wrong last, for technicians."""
    since: float = 0.0
    """When this state began, in seconds since 1970."""
    voices: dict[str, str] = {}
    """The voice of each language, empty where it has none; as its child greeted."""


class Condition:
    """An engine's health as it changes. It rests after several failures in a row and is tried again afterwards."""

    def __init__(
        self,
        engine: str,
        failures: int,
        rest_s: float,
        absent_s: float,
        clock: Callable[[], float],
        now: Callable[[], float],
    ) -> None:
        """`failures` in a row begin a rest of `rest_s` seconds by `clock`; `now` is in seconds since 1970."""
        self.health = Health(engine, since=now())
        self._failures = failures
        self._rest_s = rest_s
        self._absent_s = absent_s
        self._clock = clock
        self._now = now
        self._row = 0
        self._rest_until: float | None = None
        self._watchers: list[Callable[[], None]] = []

    def watch(self, changed: Callable[[], None]) -> None:
        """Call this whenever the health has changed."""
        self._watchers.append(changed)

    @property
    def resting(self) -> bool:
        """True while it should not be asked."""
        return self._rest_until is not None and self._clock() < self._rest_until

    def greeted(self, name: str, voices: dict[str, str]) -> None:
        """A child of it is ready."""
        if self.health.state in ("not_started", "absent"):
            self._change(state="ok", name=name, voices=voices)

    def said(self) -> None:
        """It made a text into sound."""
        self._row = 0
        self._rest_until = None
        self._change(state="ok", said=self.health.said + 1)

    def passed_on(self) -> None:
        """It is well, but had no sound for a text."""
        self._row = 0
        self._rest_until = None
        self._change(state="ok", passed_on=self.health.passed_on + 1)

    def failed(self, problem: str) -> None:
        """It hung or died. After a rest the first failure begins the next rest."""
        self._row += 1
        rests = self._row >= self._failures
        if rests:
            self._rest_until = self._clock() + self._rest_s
        state = "resting" if rests else self.health.state
        self._change(state=state, failures=self.health.failures + 1, problem=problem)

    def missing(self, problem: str) -> None:
        """It cannot be started on this machine: it is left alone for long."""
        self._row = self._failures
        self._rest_until = self._clock() + self._absent_s
        self._change(state="absent", failures=self.health.failures + 1, problem=problem)

    def _change(self, **changes: object) -> None:
        if changes.get("state") != self.health.state:
            changes["since"] = self._now()
        self.health = msgspec.structs.replace(self.health, **changes)
        for changed in tuple(self._watchers):
            changed()
