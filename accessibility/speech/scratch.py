"""Scratch: where an engine that can only write files leaves its sound.

Spoken words may hold a balance, so on Linux the file is in memory only and gone with the process; elsewhere it is
a file in a folder that the parent process removes even when the speech child is killed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Protocol


class Scratch(Protocol):
    """One file, written by an engine and then read."""

    path: str

    def take(self) -> bytes:
        """What was written; nothing is left behind."""


class MemoryScratch:
    """A file in memory (Linux)."""

    def __init__(self) -> None:
        self._descriptor = os.memfd_create("anxin-speech")
        self.path = f"/proc/self/fd/{self._descriptor}"

    def take(self) -> bytes:
        """What was written; nothing is left behind."""
        content = os.pread(self._descriptor, os.fstat(self._descriptor).st_size, 0)
        os.ftruncate(self._descriptor, 0)
        return content


class FolderScratch:
    """A file in a folder."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / ("speech.aiff" if sys.platform == "darwin" else "speech.wav")
        self.path = str(self._file)

    def take(self) -> bytes:
        """What was written; nothing is left behind."""
        content = self._file.read_bytes() if self._file.exists() else b""
        self._file.unlink(missing_ok=True)
        return content


def needs_folder() -> bool:
    """True where there are no files in memory, so that the parent must provide a folder."""
    return not hasattr(os, "memfd_create")


def open_scratch(folder: Path | None) -> Scratch:
    """A file in memory where there is such a thing, else one in the folder. Raises ValueError without either."""
    if not needs_folder():
        return MemoryScratch()
    if folder is None:
        raise ValueError("this system needs a folder for speech")
    return FolderScratch(folder)
