"""The modes: one checked TOML file each. A bank adds a mode by adding a file (DESIGN.md 1)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

import assets
from accessibility.sizes import TargetSizes, TypeSizes
from accessibility.words import Wording

CUSTOMER_MODES = ("elder", "standard", "youth")
PACE_FACTORS = {1: 0.7, 2: 0.85, 3: 1.0, 4: 1.2, 5: 1.45}
"""Of the mode's own rate, by the customer's step: slowest, slow, the mode's own, quick, quickest."""
SLOWEST_RATE, QUICKEST_RATE = 100, 250
"""English words a minute that are still followed with ease."""


class Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How much a page holds."""

    columns: Annotated[int, Meta(ge=1, le=3)]
    choices_per_page: Annotated[int, Meta(ge=2, le=6)]
    rows_per_page: Annotated[int, Meta(ge=2, le=20)]
    search: bool
    home: tuple[str, ...]
    """Journeys on the home page, in order; the first is the likely one."""


class SpeechManner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How this mode talks."""

    rate: Annotated[int, Meta(ge=100, le=250)]
    """English words a minute at its own pace; Mandarin follows in characters (STANDARDS.md RS-15, RS-17)."""
    pause_ms: Annotated[int, Meta(ge=0, le=2000)]
    guide: bool

    def words_a_minute(self, step: int) -> int:
        """The rate at the customer's step, 1 slowest to 5 quickest; 3 is the mode's own. 100 to 250."""
        return min(QUICKEST_RATE, max(SLOWEST_RATE, round(self.rate * PACE_FACTORS[step])))


class Times(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Idle limits in seconds."""

    idle_s: Annotated[int, Meta(ge=20, le=900)]
    warn_s: Annotated[int, Meta(ge=20, le=120)]


class Mode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One mode: how things are presented. What a customer may do is decided by the bank."""

    key: str
    wording: Wording
    theme: str
    icon_size: float
    """Of a tile's icon, in millimetres."""
    type: TypeSizes
    targets: TargetSizes
    content: Content
    speech: SpeechManner
    time: Times


class ModeError(ValueError):
    """A mode file cannot be used; names the file and what is wrong with it."""


def load_mode(path: Path) -> Mode:
    """Read one mode file. Raises ModeError."""
    try:
        mode = msgspec.toml.decode(path.read_bytes(), type=Mode)
    except (OSError, msgspec.DecodeError) as problem:
        raise ModeError(f"{path}: {problem}") from problem
    if mode.key != path.stem:
        raise ModeError(f"{path}: key is {mode.key!r} but the file is called {path.stem!r}")
    return mode


def load_modes(folder: Path | None = None) -> dict[str, Mode]:
    """All modes of a folder by key; the project's own when no folder is given. Raises ModeError."""
    found = sorted((folder or assets.ROOT / "modes").glob("*.toml"))
    return {path.stem: load_mode(path) for path in found}
