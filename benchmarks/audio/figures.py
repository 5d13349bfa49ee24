"""Figures of the audio report: what was measured, the target, what was reached. Kept part by part."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

FOLDER = Path("build/audio")


class Figure(msgspec.Struct, frozen=True):
    """One line of the table."""

    what: str
    target: str
    """In words; empty for a figure that is only told."""
    reached: str
    holds: bool | None = None
    """Whether the target was reached; None where there is none."""

    @property
    def verdict(self) -> str:
        """For the table."""
        return "" if self.holds is None else "reached" if self.holds else "**missed**"


class Part(msgspec.Struct, frozen=True):
    """All that one part of the measuring found."""

    name: str
    when: str
    """Date and time, and how busy the machine was."""
    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = ()
    """Paragraphs of Markdown below the table."""


def keep(part: Part, folder: Path = FOLDER) -> None:
    """Write it down for the report."""
    (folder / "parts").mkdir(parents=True, exist_ok=True)
    (folder / "parts" / f"{part.name}.json").write_bytes(msgspec.json.format(msgspec.json.encode(part)))


def kept(names: Sequence[str], folder: Path = FOLDER) -> list[Part]:
    """The parts measured so far, in this order."""
    files = [folder / "parts" / f"{name}.json" for name in names]
    return [msgspec.json.decode(file.read_bytes(), type=Part) for file in files if file.exists()]


def at_most(what: str, reached: float, most: float, unit: str, detail: str = "") -> Figure:
    """A figure that must not exceed its target."""
    return Figure(what, f"≤ {most:g} {unit}", f"{reached:.1f} {unit}{_also(detail)}", reached <= most)


def at_least(what: str, reached: float, least: float, detail: str = "") -> Figure:
    """A figure that must not be below its target."""
    return Figure(what, f"≥ {least:g}", f"{reached:.3f}{_also(detail)}", reached >= least)


def none_of(what: str, count: int, of: int, detail: str = "") -> Figure:
    """Something that must never happen."""
    return Figure(what, "none", f"{count} of {of}{_also(detail)}", count == 0)


def table(figures: Sequence[Figure]) -> str:
    """In Markdown."""
    lines = ["| what | target | reached | |", "|---|---|---|---|"]
    lines += [f"| {each.what} | {each.target} | {each.reached} | {each.verdict} |" for each in figures]
    return "\n".join(lines)


def _also(detail: str) -> str:
    return f" ({detail})" if detail else ""
