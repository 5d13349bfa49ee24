"""Where a sheet goes: the printer, or a file at home. What journeys know of it; Qt does the rest (`ui/printing.py`)."""

from __future__ import annotations

from typing import Literal, Protocol

import msgspec

from accessibility.sheet import Sheet

Way = Literal["print", "save"]
Outcome = Literal["printing", "saved", "no_printer", "printer_silent", "not_saved"]
"""Handed to the printer · written to a file · there is none · it did not take the sheet · the disk did not."""


class Put(msgspec.Struct, frozen=True):
    """What became of a sheet."""

    outcome: Outcome
    place: str = ""
    """Where the file is, for one that was saved."""

    @property
    def done(self) -> bool:
        """Whether she has it, or will have it in a moment."""
        return self.outcome in ("printing", "saved")


class Paper(Protocol):
    """Prints and saves. Blocks for some tenths of a second."""

    @property
    def ways(self) -> tuple[Way, ...]:
        """What can be done on this machine just now; empty for nothing."""

    def put(self, sheet: Sheet, way: Way) -> Put:
        """Print or save a sheet. Never raises for what the printer or the disk does wrong."""


class NoPaper:
    """A machine without a printer that may not save either."""

    @property
    def ways(self) -> tuple[Way, ...]:
        """Nothing."""
        return ()

    def put(self, sheet: Sheet, way: Way) -> Put:
        """There is no printer."""
        del sheet, way
        return Put("no_printer")
