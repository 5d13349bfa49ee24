"""Traditional characters and the simplified ones that read the same."""

from __future__ import annotations

from pathlib import Path

TABLE = Path(__file__).with_name("simplified.txt")


def same_reading() -> dict[str, str]:
    """The whole table: traditional character to simplified one. The later pair of a character holds."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return {pair[0]: pair[1] for line in lines if not line.startswith("#") for pair in line.split()}


def same_reading_of(texts: tuple[str, ...]) -> dict[str, str]:
    """The part of the table that these texts need."""
    occurring = set("".join(texts))
    return {old: new for old, new in same_reading().items() if old in occurring}
