"""Numbers in the text format that Prometheus and node_exporter's textfile collector read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal

Kind = Literal["counter", "gauge", "histogram"]
Labels = Mapping[str, str]
READABLE = 0o644
"""node_exporter runs as another user."""


class Histogram:
    """How many values were at most so large."""

    def __init__(self, bounds: Sequence[float]) -> None:
        """`bounds`: the upper ends, rising."""
        self._bounds = tuple(bounds)
        self._counts = [0] * (len(self._bounds) + 1)
        self._sum = 0.0

    def observe(self, value: float) -> None:
        """Count one value."""
        self._counts[bisect_left(self._bounds, value)] += 1
        self._sum += value

    def lines(self, name: str) -> list[str]:
        """Its samples."""
        found, passed = [], 0
        for bound, count in zip((*map(str, self._bounds), "+Inf"), self._counts, strict=True):
            passed += count
            found.append(sample(f"{name}_bucket", passed, {"le": bound}))
        return [*found, sample(f"{name}_sum", self._sum), sample(f"{name}_count", passed)]


def family(name: str, kind: Kind, about: str, samples: Iterable[str]) -> str:
    """One metric with its heading; `about` is one plain sentence."""
    return "\n".join((f"# HELP {name} {about}", f"# TYPE {name} {kind}", *samples)) + "\n"


def sample(name: str, value: float, labels: Labels = {}) -> str:  # noqa: B006 - never changed
    """One line."""
    inner = ",".join(f'{key}="{_escaped(text)}"' for key, text in labels.items())
    return f"{name}{'{' + inner + '}' if inner else ''} {value}"


def write(path: Path, families: Iterable[str]) -> None:
    """Replace the file in one step, so that nobody reads half of it. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(path.suffix + ".new")  # a name the collector does not read
    fresh.write_text("".join(families), encoding="utf-8", newline="\n")
    fresh.chmod(READABLE)
    fresh.replace(path)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("\n", r"\n").replace('"', r"\"")
