"""The paper of this machine: the branch's printer, and at home the user's documents as well."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from accessibility.sheet import Sheet
from kiosk.paper import Put, Way
from ui.printing import has_printer, print_sheet, write_pdf


class DeskPaper:
    """Prints on the printer the operator named, or the system's usual one; saves only at home."""

    def __init__(self, printer: str, folder: Path | None, now: Callable[[], datetime]) -> None:
        """`folder` is where files go; None where nothing may be left behind, as in a branch."""
        self._printer, self._folder, self._now = printer, folder, now

    @property
    def ways(self) -> tuple[Way, ...]:
        """Printing where there is a printer, saving where there is a folder."""
        printing: tuple[Way, ...] = ("print",) if has_printer(self._printer) else ()
        saving: tuple[Way, ...] = ("save",) if self._folder else ()
        return printing + saving

    def put(self, sheet: Sheet, way: Way) -> Put:
        """Print or save a sheet."""
        if way == "print":
            if not has_printer(self._printer):
                return Put("no_printer")
            return Put("printing" if print_sheet(sheet, self._printer) else "printer_silent")
        return self._save(sheet)

    def _save(self, sheet: Sheet) -> Put:
        if self._folder is None:
            return Put("not_saved")
        path = self._folder / f"{sheet.title} {self._now():%Y-%m-%d %H%M}.pdf"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return Put("not_saved")
        return Put("saved", str(path)) if write_pdf(sheet, path) else Put("not_saved")
