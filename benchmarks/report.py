"""The bench's results as a table: what was measured, the target, and whether it was reached."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One figure against its target. `reached` and `target` are in `unit`."""

    what: str
    reached: float
    target: float
    unit: str
    detail: str

    @property
    def holds(self) -> bool:
        """The target was reached."""
        return self.reached <= self.target


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def spread(values: Sequence[float], unit: str) -> str:
    """Median, 95th percentile, largest and number of values, in words."""
    return (
        f"median {statistics.median(values):.1f} {unit}, p95 {p95(values):.1f} {unit}, "
        f"worst {max(values):.1f} {unit}, {len(values)} times"
    )


def table(rows: Sequence[Row]) -> str:
    """The rows in Markdown."""
    lines = ["| what | reached | target | | detail |", "|---|---|---|---|---|"]
    for row in rows:
        verdict = "reached" if row.holds else "**missed**"
        lines.append(
            f"| {row.what} | {row.reached:.2f} {row.unit} | ≤ {row.target:g} {row.unit} | {verdict} | {row.detail} |"
        )
    return "\n".join(lines)
