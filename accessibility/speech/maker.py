"""Whoever makes text into sound for the voice: one synthesiser, or several engines in a chain."""

from __future__ import annotations

from typing import Protocol

import msgspec

from accessibility.speech.engine import Mark
from accessibility.speech.frames import Request
from accessibility.speech.sound import Sound


class Unavailable(Exception):
    """There is no speech for the time being."""


class CannotSay(Exception):
    """The engine is well but could not make this text into sound."""


class Made(msgspec.Struct, frozen=True):
    """The sound of a text and when its words come."""

    sound: Sound
    marks: tuple[Mark, ...] = ()
    """Of the request's own text; empty where the engine does not know."""
    engine: str = ""
    """Key of the engine that made it: "pack", "neural" or "platform"."""


class Maker(Protocol):
    """Makes text into sound, in other processes; all for the loop's thread."""

    async def start(self) -> None:
        """Warm up; speech works without this, only the first word comes later."""

    async def make(self, request: Request) -> Made:
        """The text as sound. Raises Unavailable, or CannotSay for a text there is no sound for."""

    async def aclose(self) -> None:
        """End every child and wait until they are gone."""
