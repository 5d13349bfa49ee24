"""Help requests on their way: on the disk before the first attempt, so that a restart neither loses nor doubles one.

OutboxError
├── OutboxFull       the disk is full
├── OutboxReadOnly   the folder cannot be written
└── OutboxBroken     the disk failed in another way
"""

from __future__ import annotations

import errno
import logging
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import msgspec

from kiosk.client.durable import PART, remove_durably, write_durably
from kiosk.model.help import HelpRequest

_LOG = logging.getLogger(__name__)
_INTENT = re.compile(r"[A-Za-z0-9_-]{1,64}")
_ENDING = ".help.json"
_SET_ASIDE = ".unreadable"

Trouble = Literal["full", "read-only", "broken"]


class OutboxError(Exception):
    """The request is not on the disk; it is kept in memory and may be sent all the same."""

    kind: Trouble = "broken"


class OutboxFull(OutboxError):
    """There is no room left on the disk."""

    kind = "full"


class OutboxReadOnly(OutboxError):
    """The folder may not be written."""

    kind = "read-only"


class OutboxBroken(OutboxError):
    """The disk failed."""


class _Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a file holds. No name, card or amount is in it."""

    intent: str
    put_at: datetime
    request: HelpRequest
    taken_back: bool = False
    """She no longer wants it, but an attempt may have reached the bank: it has to be cancelled there."""


class Outbox:
    """The requests that the bank has not yet taken, and those to be cancelled there, oldest first.

    The files are read once, when it is made.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._folder = folder
        self._now = now
        self._attended: set[str] = set()
        self._kept: dict[str, _Kept] = {}
        for kept in sorted(self._read_all(), key=lambda one: one.put_at):
            self._kept[kept.intent] = kept

    def put(self, intent: str, request: HelpRequest) -> None:
        """Keep a request until the bank has taken it. Blocks for one write to the disk.

        Raises OutboxError when it is kept in memory only, ValueError for an intent that is no plain key of 1 to 64
        letters, digits, "-" and "_".
        """
        if not _INTENT.fullmatch(intent):
            raise ValueError("an intent is 1 to 64 letters, digits, - and _")
        self._keep(_Kept(intent, self._now(), request))

    def pending(self) -> tuple[tuple[str, HelpRequest], ...]:
        """What is still to be sent, oldest first, with the key to send it under."""
        return tuple((kept.intent, kept.request) for kept in self._kept.values() if not kept.taken_back)

    def taken_back(self) -> tuple[tuple[str, HelpRequest], ...]:
        """What she no longer wants and the bank may have, oldest first, with the key it was sent under."""
        return tuple((kept.intent, kept.request) for kept in self._kept.values() if kept.taken_back)

    def sent(self, intent: str, ticket_id: str) -> None:
        """The bank took it as that ticket. Never raises: a file that stays is only sent again under the same key.

        One that was taken back meanwhile stays until it is cancelled.
        """
        _LOG.info("help request %s is ticket %s", intent, ticket_id)
        kept = self._kept.get(intent)
        if kept and not kept.taken_back:
            self._forget(intent)

    def take_back(self, intent: str, request: HelpRequest) -> None:
        """She no longer wants it, and that is to outlive this program as the wish did. Never raises OutboxError."""
        kept = self._kept.get(intent)
        try:
            self._keep(_Kept(intent, kept.put_at if kept else self._now(), request, taken_back=True))
        except OutboxError as problem:
            _LOG.warning("that a request was taken back is in memory only: %s", problem)

    def attend(self, intent: str) -> None:
        """Somebody stands at the kiosk and waits for it: it does not grow old."""
        self._attended.add(intent)

    def leave_alone(self, intent: str) -> None:
        """Nobody stands here for it any more. Does nothing for one that nobody attended."""
        self._attended.discard(intent)

    def drop_older_than(self, longest: timedelta) -> int:
        """Forget what nobody attends and is older: staff are told nothing stale. How many were dropped."""
        now = self._now()
        old = [
            intent
            for intent, kept in self._kept.items()
            if intent not in self._attended and abs(now - kept.put_at) > longest  # also from a clock that was wrong
        ]
        for intent in old:
            _LOG.warning("help request %s is too old and was dropped", intent)
            self._forget(intent)
        return len(old)

    def withdrawn(self, intent: str) -> None:
        """The customer no longer wants it. Never raises OutboxError."""
        self._forget(intent)

    def _keep(self, kept: _Kept) -> None:
        self._kept[kept.intent] = kept
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_durably(self._path(kept.intent), msgspec.json.encode(kept))
        except OSError as error:
            raise trouble_of(error) from error

    def _forget(self, intent: str) -> None:
        if self._kept.pop(intent, None) is None:
            return
        try:
            remove_durably(self._path(intent))
        except OSError as error:
            _LOG.warning("a help request stays in the outbox: %s", error.strerror)

    def _path(self, intent: str) -> Path:
        return self._folder / f"{intent}{_ENDING}"

    def _read_all(self) -> list[_Kept]:
        try:
            files = sorted(self._folder.iterdir())
        except OSError:
            return []  # not there yet, or not readable: putting will tell
        for part in files:
            if part.name.endswith(_ENDING + PART):
                self._try_remove(part)
        return [kept for path in files if path.name.endswith(_ENDING) and (kept := self._read(path))]

    def _read(self, path: Path) -> _Kept | None:
        try:
            kept = msgspec.json.decode(path.read_bytes(), type=_Kept)
        except OSError as error:
            _LOG.warning("a file of the outbox cannot be read: %s", error.strerror)
            return None
        except (msgspec.DecodeError, UnicodeDecodeError):
            self._set_aside(path)
            return None
        if self._path(kept.intent) != path:
            self._set_aside(path)
            return None
        return kept

    def _set_aside(self, path: Path) -> None:
        """Out of the way, but there for whoever wants to know."""
        _LOG.warning("an unreadable help request was set aside: %s", path.name)
        try:
            path.replace(path.with_name(path.name + _SET_ASIDE))
        except OSError as error:
            _LOG.warning("it could not be set aside: %s", error.strerror)

    def _try_remove(self, path: Path) -> None:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            _LOG.warning("a half written file stays in the outbox: %s", error.strerror)


def trouble_of(error: OSError) -> OutboxError:
    """What an error of the disk means for a request."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return OutboxFull("no room for the help request")
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR, errno.EEXIST, errno.ENOENT):
        return OutboxReadOnly("the folder for help requests cannot be written")
    return OutboxBroken("the disk failed")
