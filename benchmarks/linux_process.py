"""A program under measurement: how long it takes to its first paint, and what it takes at rest. Linux only (/proc)."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

TICK_S = 1 / os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
CALM_S = 0.02
"""At rest: less than this of processor time in a second, twice in a row."""
LEAST_S = 4
MOST_S = 90


def seconds_to_first_paint(module: Sequence[str], environ: Mapping[str, str]) -> float:
    """Wall time from starting `python -m module` until it leaves after its first paint."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", *module],
        env=dict(environ) | {"ANXIN_EXIT_AFTER": "first-paint"},
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=60,
    )  # fmt: skip
    return time.perf_counter() - start


class AtRest:
    """A running program, waited for until it has nothing more to do; ended on leaving."""

    def __init__(self, module: Sequence[str], environ: Mapping[str, str]) -> None:
        self._name = " ".join(module)
        self._process = subprocess.Popen(
            [sys.executable, "-m", *module], env=dict(environ), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def __enter__(self) -> AtRest:
        calm, began = 0, time.monotonic()
        while calm < 2 or time.monotonic() - began < LEAST_S:
            calm = calm + 1 if self.processor_share(1) < CALM_S else 0
            if time.monotonic() - began > MOST_S:
                raise TimeoutError(f"{self._name} does not come to rest")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def resident_mib(self) -> float:
        """Resident memory of this one process, without its children."""
        pages = int(self._stat("statm")[1])
        return pages * PAGE / 2**20

    def processor_share(self, seconds: float) -> float:
        """Share of one core this one process uses in the coming seconds."""
        before, began = self._processor_s(), time.monotonic()
        time.sleep(seconds)
        return (self._processor_s() - before) / (time.monotonic() - began)

    def _processor_s(self) -> float:
        after_name = " ".join(self._stat("stat")).rpartition(")")[2].split()
        return (int(after_name[11]) + int(after_name[12])) * TICK_S

    def _stat(self, name: str) -> list[str]:
        if self._process.poll() is not None:
            raise ChildProcessError(f"{self._name} ended with {self._process.returncode}")
        return Path(f"/proc/{self._process.pid}/{name}").read_text().split()
