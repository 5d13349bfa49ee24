"""Writing and removing a small file so that it stays so, even when the power goes the moment after."""

from __future__ import annotations

import os
from pathlib import Path

PART = ".part"
"""Ends the name of a file that is still being written; what is left of one after a crash means nothing."""


def write_durably(path: Path, content: bytes) -> None:
    """The whole content or nothing: written beside the place, flushed to the disk, then renamed. Raises OSError."""
    part = path.with_name(path.name + PART)
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(handle, "wb") as file:  # noqa: PTH123 - a descriptor, so that nobody else could ever read it
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        _remove_quietly(part)
        raise
    _flush_folder(path.parent)


def remove_durably(path: Path) -> None:
    """Remove a file, which may be gone already. Raises OSError."""
    path.unlink(missing_ok=True)
    _flush_folder(path.parent)


def _remove_quietly(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def _flush_folder(folder: Path) -> None:
    """On POSIX a rename is on the disk only when its folder is; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
