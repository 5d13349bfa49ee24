"""What the doctor looks at: each examination answers with one finding, in words."""

from __future__ import annotations

import gettext
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import datetime
from importlib.metadata import version
from typing import Any, Literal

import msgspec

from i18n.languages import LANGUAGES, LOCALES, OWN_NAMES, catalogue
from kiosk.display import has_display
from kiosk.folders import data_folder
from kiosk.settings import Settings

ROOM_MB = 200
"""Megabytes the data folder should have free: the books take 20, the rest is for the log and for years."""
EARLIEST_YEAR = 2026
"""A clock before this year was never set: the program did not exist."""
PROBE_S = 30


class Finding(msgspec.Struct, frozen=True):
    """What one examination found."""

    subject: str
    state: Literal["well", "note", "problem"]
    """A note is something the kiosk can do without."""
    sentence: str
    next_step: str = ""


def python() -> Finding:
    """Python and the window toolkit go together (QT.md 0)."""
    toolkit = version("PySide6-Essentials")
    sentence = f"Python {sys.version.split()[0]} with PySide6 {toolkit}."
    if sys.version_info < (3, 12) and tuple(map(int, toolkit.split(".")[:2])) >= (6, 12):
        step = "Take Python 3.12 or newer, or install the versions of requirements.lock."
        return Finding("Python", "problem", f"{sentence} This pair ends by itself after some minutes.", step)
    return Finding("Python", "well", sentence)


def display(environ: Mapping[str, str] = os.environ) -> Finding:
    """There is a display and a window can be opened on it."""
    if not has_display(environ):
        step = "Start it from a desktop or set DISPLAY; `make tour` makes pictures without one."
        return Finding("Display", "problem", "There is no display to open a window on.", step)
    try:
        found = _probe("", environ)
    except (OSError, subprocess.SubprocessError, ValueError) as problem:
        step = "Run `make run` once: it installs the system libraries that windows need."
        return Finding("Display", "problem", f"No window can be opened: {_last_line(problem)}", step)
    size = "x".join(map(str, found["pixels"]))
    return Finding("Display", "well", f"Screen of {size} pixels by {found['platform']}, Qt {found['qt']}.")


def letters(environ: Mapping[str, str] = os.environ) -> Finding:
    """Every character of every catalogue has a glyph in the font that comes along."""
    characters = "".join(sorted(_characters()))
    try:
        missing = missing_glyphs(characters, environ)
    except (OSError, subprocess.SubprocessError, ValueError) as problem:
        step = "Run `make run` once: it installs what letters need."
        return Finding("Letters", "problem", f"The letters cannot be tried: {_last_line(problem)}", step)
    if missing:
        step = "Install the font package of requirements.lock again."
        return Finding("Letters", "problem", f"These characters would be empty boxes: {missing}", step)
    return Finding("Letters", "well", f"All {len(characters)} characters of the languages can be shown.")


def missing_glyphs(characters: str, environ: Mapping[str, str]) -> str:
    """Those of the characters that would be empty boxes. Raises as `_probe` does."""
    missing: str = _probe(characters, dict(environ) | {"QT_QPA_PLATFORM": "offscreen"})["missing"]
    return missing


def _probe(characters: str, environ: Mapping[str, str]) -> dict[str, Any]:
    """What the window probe found. Raises SubprocessError, OSError or ValueError when it did not come back."""
    command = [sys.executable, "-m", "kiosk.window_probe"]
    done = subprocess.run(
        command, input=characters.encode(), capture_output=True, check=True, env=dict(environ), timeout=PROBE_S
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _last_line(problem: Exception) -> str:
    if isinstance(problem, subprocess.CalledProcessError):
        lines = problem.stderr.decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else f"it ended with {problem.returncode}"
    return str(problem)


def _characters() -> set[str]:
    """Every character the catalogues can show."""
    found = set("".join(OWN_NAMES.values()))
    for lang in LANGUAGES:
        # gettext has no public way to list what a catalogue holds.
        with (LOCALES / lang / "LC_MESSAGES" / "anxin.mo").open("rb") as file:
            entries: Mapping[Any, str] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
        found |= set("".join(text for key, text in entries.items() if key))
    return {character for character in found if character.isprintable()}


def languages() -> Finding:
    """The catalogues of words are compiled and can be read."""
    for lang in LANGUAGES:
        try:
            catalogue(lang)
        except (OSError, ValueError):
            return Finding(
                "Languages", "problem", f"The words of {OWN_NAMES[lang]} are missing.", "Run `make catalogues`."
            )
    return Finding("Languages", "well", f"Words for {', '.join(OWN_NAMES[lang] for lang in LANGUAGES)}.")


def data(settings: Settings) -> Finding:
    """The data folder can be written and has room."""
    folder = settings.data_dir or data_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"anxin")
        free_mb = shutil.disk_usage(folder).free // 2**20
    except OSError as problem:
        step = "Give this user the right to write there, or name another folder with --data-dir."
        return Finding("Data folder", "problem", f"{folder} cannot be written: {problem.strerror}.", step)
    if free_mb < ROOM_MB:
        return Finding("Data folder", "problem", f"{folder} has only {free_mb} MB left.", "Make room on this disk.")
    return Finding("Data folder", "well", f"{folder} can be written and has {free_mb} MB left.")


def clock(now: datetime | None = None) -> Finding:
    """The clock was set: dates on the page and the idle limits follow it."""
    here = (now or datetime.now()).astimezone()
    shown = f"{here:%Y-%m-%d %H:%M} {here.tzname()}"
    if here.year < EARLIEST_YEAR:
        return Finding("Clock", "problem", f"It shows {shown}, which cannot be.", "Set the computer's date and time.")
    return Finding("Clock", "well", f"It shows {shown}.")
