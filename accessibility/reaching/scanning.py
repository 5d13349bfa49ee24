"""Choices offered one after another, row by row, for whoever has one switch or two."""

from __future__ import annotations

from collections.abc import Sequence

LAPS = 3
"""So often the whole page is offered; then it waits for the switch, and the voice is silent."""
LAPS_IN_ROW = 2
"""So often a row is offered before it is left again: nobody is held in it."""
FEW = 6
"""So many choices are offered without rows."""


class Scanning:
    """Which choices are offered now. Moves on when told to; knows no time."""

    def __init__(self) -> None:
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._row = self._laps = 0
        self._at: int | None = None
        self._waits = True

    def begin(self, rows: Sequence[Sequence[str]]) -> None:
        """Offer these rows of keys from their beginning."""
        flat = [key for row in rows for key in row]
        grouped = rows if len(flat) > FEW else [(key,) for key in flat]
        self._rows = tuple(tuple(row) for row in grouped if row)
        self._row, self._at, self._laps = 0, None, 0
        self._waits = not self._rows

    @property
    def offered(self) -> tuple[str, ...]:
        """Keys that the switch would take: one choice, or a row of them; none while it waits."""
        if self._waits:
            return ()
        row = self._rows[self._row]
        return row if self._at is None else (row[self._at],)

    def go_on(self) -> None:
        """Offer what comes next."""
        if self._waits:
            return
        if self._at is not None:
            self._within_row(self._at + 1)
            return
        self._row += 1
        if self._row == len(self._rows):
            self._row, self._laps = 0, self._laps + 1
            self._waits = self._laps >= LAPS

    def take(self) -> str:
        """The switch: the key that is chosen by it, or "" when it only opened a row or woke the offering."""
        offered = self.offered
        if not offered:
            self.begin(self._rows)
            return ""
        if len(offered) > 1:
            self._at, self._laps = 0, 0
            return ""
        return offered[0]

    def _within_row(self, at: int) -> None:
        row = self._rows[self._row]
        if at < len(row):
            self._at = at
            return
        self._laps += 1
        self._at = None if self._laps >= LAPS_IN_ROW else 0
        if self._at is None:
            self._laps = 0
