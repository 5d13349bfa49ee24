"""The two devices that a bank knows from its start: the kiosk and the lobby's PC."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from kiosk.bank.manager_line import ManagerLine
from kiosk.bank.start_line import CannotStart, writable, write_private
from kiosk.bank.tokens import new_token

KIOSK: Final = "kiosk"
LOBBY: Final = "lobby"
Secret = Annotated[str, Meta(min_length=16, max_length=256)]


class Enrolment(msgspec.Struct, frozen=True):
    """The secrets of the kiosk and the lobby, and where the kiosk stands. Its repr shows no secret."""

    device_token: Secret
    lobby_token: Secret
    place: Annotated[str, Meta(max_length=64)] = ""
    kind: Literal["branch", "home"] = "branch"
    manager: ManagerLine = ManagerLine()
    floor: Annotated[str, Meta(max_length=32)] = ""
    branch: Annotated[str, Meta(max_length=64)] = ""

    def __repr__(self) -> str:
        return f"Enrolment(place={self.place!r}, kind={self.kind!r})"


class FromParent(msgspec.Struct):
    """The line that the kiosk writes to its child."""

    device_token: Secret = ""
    lobby_token: Secret = ""
    place: Annotated[str, Meta(max_length=64)] = ""
    floor: Annotated[str, Meta(max_length=32)] = ""
    branch: Annotated[str, Meta(max_length=64)] = ""
    kind: Literal["branch", "home"] = "branch"
    manager_call: str = ""
    manager_words: str = ""


def from_parent(line: bytes, device_token: str | None = None) -> Enrolment:
    """Read the kiosk's line; a token handed in stands for one left out. Raises CannotStart."""
    try:
        given = msgspec.json.decode(line, type=FromParent)
    except msgspec.DecodeError as problem:
        raise CannotStart("no-secret", "the first line on standard input is not as agreed") from problem
    token = given.device_token or device_token
    if not token:
        raise CannotStart("no-secret", "no device_token")
    manager = ManagerLine(given.manager_call, given.manager_words)
    lobby = given.lobby_token or new_token()
    return Enrolment(token, lobby, given.place, given.kind, manager, given.floor, given.branch)


def standalone(data_dir: Path, device_token: str | None = None, manager: ManagerLine | None = None) -> Enrolment:
    """Without a parent the tokens are made once and kept in the folder, for operators to copy. Raises CannotStart."""
    with writable(data_dir):
        data_dir.mkdir(parents=True, exist_ok=True)
        token = device_token or _kept(data_dir / "device.token")
        return Enrolment(token, _kept(data_dir / "lobby.token"), manager=manager or ManagerLine())


def _kept(place: Path) -> str:
    """A token from its file; made and kept when there is none. Raises OSError."""
    if place.is_file() and (kept := place.read_text(encoding="utf-8").strip()):
        return kept
    token = new_token()
    write_private(place, token + "\n")
    return token
