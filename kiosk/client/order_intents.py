"""What a customer is just ordering: on the disk before the first attempt, so that a restart never makes two of one.

A file holds a key and a hash; neither who it is, nor what, nor how much can be read from it.
"""

from __future__ import annotations

import hashlib
import logging
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec

from kiosk.client.durable import remove_durably, write_durably
from kiosk.model.money import Money

_LOG: Final = logging.getLogger(__name__)
_ENDING: Final = ".order.json"
KEPT: Final = timedelta(hours=24)
"""An older one is of no use: the bank has ended what was not gone on with."""


class _Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    what: str
    key: str
    put_at: datetime


class OrderIntents:
    """The keys of orders that the bank has not yet answered for. Without a folder they are in memory only."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._kept = {one.what: one for one in self._read_all()}

    def key_for(self, customer: str, suggestion: str, amount: Money) -> str:
        """The key to send an order under: the same as before while the bank has not answered. Blocks for one write."""
        what = _hashed(customer, suggestion, amount)
        kept = self._kept.get(what)
        if kept is None:
            kept = self._kept[what] = _Kept(what, uuid.uuid4().hex, datetime.now(UTC))
            self._write(kept)
        return kept.key

    def answered(self, customer: str, suggestion: str, amount: Money) -> None:
        """The bank has taken it, or refused it for good."""
        kept = self._kept.pop(_hashed(customer, suggestion, amount), None)
        if kept is not None and self._folder is not None:
            try:
                remove_durably(self._path(kept.what))
            except OSError as error:
                _LOG.warning("an order's key stays on the disk: %s", error.strerror)

    def _write(self, kept: _Kept) -> None:
        """A full disk keeps nobody from ordering: the bank takes no second open order of a product."""
        if self._folder is None:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_durably(self._path(kept.what), msgspec.json.encode(kept))
        except OSError as error:
            _LOG.warning("an order's key is in memory only: %s", error.strerror)

    def _path(self, what: str) -> Path:
        if self._folder is None:
            raise ValueError("in memory only")
        return self._folder / f"{what}{_ENDING}"

    def _read_all(self) -> list[_Kept]:
        if self._folder is None or not self._folder.is_dir():
            return []
        found = []
        for path in sorted(self._folder.glob(f"*{_ENDING}")):
            try:
                kept = msgspec.json.decode(path.read_bytes(), type=_Kept)
                if datetime.now(UTC) - kept.put_at < KEPT:
                    found.append(kept)
                else:
                    path.unlink()
            except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
                _LOG.warning("an order's key cannot be read: %s", type(error).__name__)
        return found


def _hashed(customer: str, suggestion: str, amount: Money) -> str:
    told = msgspec.json.encode([customer, suggestion, f"{amount.amount:f}", amount.currency])
    return hashlib.sha256(told).hexdigest()
