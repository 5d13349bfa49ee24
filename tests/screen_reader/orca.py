"""Debian's Orca, without a loudspeaker: what it says is read from its own log."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.screen_reader.bus import until
from tests.screen_reader.expected import plain
from tests.screen_reader.room import Room

SPOKEN = re.compile(r"SPEECH OUTPUT: '(.*?)'\s*\{")
SILENT_SPEECH = 'AddModule "dummy" "sd_dummy" ""\nDefaultModule dummy\nLogLevel 1\n'

AT_ONCE = "import orca.debug\norca.debug.debugFile.reconfigure(line_buffering=True)\n"
"""Else its log is written in blocks, long after it spoke."""


def installed() -> bool:
    """Whether Orca and its voice's server are on this machine."""
    return all(shutil.which(program) for program in ("orca", "speech-dispatcher"))


class Orca:
    """One that is running."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._heard = 0

    def says(self, words: str) -> str:
        """Wait until it says these words, whatever stands between them; all it said since it was last asked."""
        wanted = plain(words)
        try:
            until(lambda: wanted in plain(self._lately()) or None, "Orca")
        except TimeoutError:
            raise AssertionError(f"Orca does not say '{words}' but '{self._lately()}'") from None
        return self._lately()

    def forget(self) -> None:
        """What it has said so far does not count."""
        self._heard = len(self._spoken())

    def _lately(self) -> str:
        return " ".join(self._spoken()[self._heard :])

    def _spoken(self) -> list[str]:
        return SPOKEN.findall(self._log.read_text("utf-8", "replace")) if self._log.exists() else []


@contextmanager
def listening(room: Room) -> Iterator[Orca]:
    """Orca from its first word on; it and its voice's server end with it."""
    speech = room.folder / "speech-dispatcher"
    speech.mkdir(exist_ok=True)
    (speech / "speechd.conf").write_text(SILENT_SPEECH)
    own = room.folder / "orca"
    own.mkdir(exist_ok=True)
    (own / "orca-customizations.py").write_text(AT_ONCE)
    log, quiet = room.folder / "orca.log", subprocess.DEVNULL
    command = ("orca", "--replace", f"--debug-file={log}")
    process = subprocess.Popen(command, env=room.environment(), stdout=quiet, stderr=quiet)
    try:
        orca = Orca(log)
        orca.says("Screen reader on")
        yield orca
    finally:
        process.kill()  # asked kindly it takes half a minute
        process.wait(20)
        with suppress(FileNotFoundError, ProcessLookupError):
            os.kill(int((speech / "pid" / "speech-dispatcher.pid").read_text()), signal.SIGTERM)
