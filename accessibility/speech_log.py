"""The speech log: one line of JSON for each utterance, whatever became of it (`--speech-log FILE`).

It holds what was said as it was said: what the loudspeaker kept quiet about is not in it either.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TextIO

import msgspec

from accessibility.speech.listener import Listener
from accessibility.speech.utterance import Report


class SpeechLogError(Exception):
    """The file cannot be written; the message names it and says why."""


class LogLine(msgspec.Struct, frozen=True):
    """One utterance in the log."""

    time: str
    """When it began, or was dropped: ISO 8601 with milliseconds and zone."""
    text: str
    language: str
    priority: str
    """normal, next or now."""
    private: bool
    """True when these very words hold an amount, a name or a number."""
    channel: str
    """speaker, headset or none."""
    start: float | None
    """Seconds since 1970; null when it never began."""
    stop: float | None
    ended: str
    """finished, stopped, dropped or silent."""


class SpeechLog(Listener):
    """Writes a line as soon as an utterance has ended. Close it at the end."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    @classmethod
    def open(cls, path: Path) -> SpeechLog:
        """Go on in the file, or begin it. Raises SpeechLogError."""
        try:
            # It may hold what was said after consent: for its owner's eyes only.
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            return cls(os.fdopen(descriptor, "a", encoding="utf-8"))
        except OSError as problem:
            raise SpeechLogError(f"the speech log {path} cannot be written: {problem.strerror}") from problem

    def ended(self, report: Report) -> None:
        """Write its line. A full disk ends the log, not the speech."""
        if self._file.closed:
            return
        try:
            self._file.write(msgspec.json.encode(line_of(report)).decode() + "\n")
            self._file.flush()
        except OSError:
            self.close()

    def close(self) -> None:
        """Close the file."""
        try:
            self._file.close()
        except OSError:
            # What could not be flushed was already given up; the descriptor is closed all the same.
            return


def line_of(report: Report, now: datetime | None = None) -> LogLine:
    """The line for a report; `now` stands in for the beginning where there was none."""
    began = datetime.fromtimestamp(report.start).astimezone() if report.start is not None else None
    utterance = report.utterance
    return LogLine(
        time=(began or now or datetime.now().astimezone()).isoformat(timespec="milliseconds"),
        text=utterance.text,
        language=utterance.lang,
        priority=utterance.priority.name.lower(),
        private=utterance.private,
        channel=report.channel,
        start=report.start,
        stop=report.stop,
        ended=report.ending,
    )
