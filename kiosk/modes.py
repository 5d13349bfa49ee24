"""The modes: one checked TOML file each. A bank adds a mode by adding a file (DESIGN.md 1).

What a mode is called, for whom it is and how it looks stands in its file and nowhere in the code.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

import assets
from accessibility.phrase import NOTHING, Phrase
from accessibility.sizes import TargetSizes, TypeSizes
from accessibility.words import Wording

AgeBand = Literal["child", "adult", "senior"]
STAFF = "staff"
"""The mode of the lobby's window, which is never offered."""
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


class Own(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"zh_cn": "zh_CN", "zh_tw": "zh_TW"}):
    """Something in the languages of the kiosk."""

    zh_cn: Annotated[str, Meta(min_length=1, max_length=24)]
    zh_tw: Annotated[str, Meta(min_length=1, max_length=24)]
    en: Annotated[str, Meta(min_length=1, max_length=60)]

    def told(self, lang: str) -> Phrase:
        """In one language."""
        return Phrase(str(getattr(self, lang.lower(), self.en)))


class Stall(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When somebody seems to be stuck (kiosk/journeys/stall.py)."""

    quiet_s: Annotated[int, Meta(ge=10, le=600)] = 30
    """Seconds without getting on before the first prompt."""
    step_s: Annotated[int, Meta(ge=5, le=600)] = 25
    """Seconds from one step of the ladder to the next."""
    returns: Annotated[int, Meta(ge=2, le=20)] = 4
    """So many times back on a page she knows, with nothing new in between."""
    errors: Annotated[int, Meta(ge=1, le=20)] = 2
    """So many mistakes one after the other."""


class Mode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One mode: how things are presented. What a customer may do is decided by the bank."""

    key: str
    wording: Wording
    theme: str
    """The palette it is seen in as long as the customer does not choose another."""
    icon_size: Annotated[float, Meta(ge=5, le=60)]
    """Of a tile's icon, in millimetres."""
    name: Own
    """What it is called, on the button that changes modes."""
    hint: Own
    """Whom it is for."""
    type: TypeSizes
    targets: TargetSizes
    content: Content
    speech: SpeechManner
    time: Times
    stall: Stall = Stall()
    icon: str = "user"
    """Stands on its tile where modes are chosen."""
    tiles: Literal["card", "bubble", "ledger"] = "card"
    """The shape of its tiles: a calm card, a round bubble with a disc, or a flat card with a stripe."""
    colours: dict[str, str] = {}
    """Colours of its own in place of those of its palette, by name, as #RRGGBB."""
    offered: bool = False
    """Customers may choose it where the operator has not listed the modes."""
    ages: tuple[AgeBand, ...] = ()
    """To whom it is proposed who has not chosen a mode yet."""
    place: Annotated[int, Meta(ge=0, le=999)] = 100
    """Where it stands among the others: the lowest first."""


class ModeError(ValueError):
    """A mode file cannot be used; names the file and what is wrong with it."""


def load_mode(path: Path) -> Mode:
    """Read one mode file. Raises ModeError, which names the file, the field and its limits."""
    try:
        mode = msgspec.toml.decode(path.read_bytes(), type=Mode)
    except (OSError, msgspec.DecodeError) as problem:
        raise ModeError(f"{path}: {str(problem).replace('`$.', '`')}") from problem
    if mode.key != path.stem:
        raise ModeError(f"{path}: key is {mode.key!r} but the file is called {path.stem!r}")
    if mode.key != STAFF and not mode.content.home:
        raise ModeError(f"{path}: content.home must name at least one journey")
    return mode


def mode_path(key: str, folder: Path | None = None) -> Path:
    """The file of a mode: the operator's own where he has one in his `folder`, else the one that came along."""
    own = folder / f"{key}.toml" if folder else None
    return own if own and own.is_file() else assets.ROOT / "modes" / f"{key}.toml"


def load_modes(folder: Path | None = None) -> dict[str, Mode]:
    """All modes by key, in the order of their places: those that came along and the operator's. Raises ModeError."""
    folders = [assets.ROOT / "modes", *([folder] if folder else [])]
    keys = sorted({path.stem for each in folders for path in each.glob("*.toml")})
    found = (load_mode(mode_path(key, folder)) for key in keys)
    return {mode.key: mode for mode in sorted(found, key=lambda mode: (mode.place, mode.key))}


def listed(modes: Mapping[str, Mode], keys: Sequence[str], first: str) -> dict[str, Mode]:
    """The modes with those offered that the operator lists, in his order; as their files say where he lists none.

    `first` is the one the kiosk begins with: it can be chosen in any case. Raises ModeError for one there is not.
    """
    missing = [key for key in keys if key not in modes]
    if missing:
        raise ModeError(f"there is no mode {missing[0]!r}; there are {', '.join(modes)}")
    wanted = list(keys) or [key for key, mode in modes.items() if mode.offered]
    wanted += [first] if first in modes and first not in wanted else []
    order = [*wanted, *(key for key in modes if key not in wanted)]
    return {key: msgspec.structs.replace(modes[key], offered=key in wanted) for key in order}


def offered(modes: Mapping[str, Mode]) -> tuple[Mode, ...]:
    """The modes a customer may choose."""
    return tuple(mode for mode in modes.values() if mode.offered and mode.key != STAFF)


def proposed(modes: Mapping[str, Mode], wish: str, age: AgeBand) -> str:
    """The mode for a customer who signs in: her own, else the one that is made for her age; "" for neither."""
    keys = [mode.key for mode in offered(modes)]
    if wish in keys:
        return wish
    return next((mode.key for mode in offered(modes) if age in mode.ages), "")


def mode_name(modes: Mapping[str, Mode], key: str, lang: str) -> Phrase:
    """What a mode is called; a mode that is not known here is called by its key."""
    if key in modes:
        return modes[key].name.told(lang)
    return Phrase(key) if key else NOTHING
