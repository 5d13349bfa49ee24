"""`python -m kiosk doctor`: is everything here that the kiosk needs? One line each, and what to do if not."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from kiosk import bank_examination, examinations
from kiosk.examinations import Finding
from kiosk.folders import data_folder
from kiosk.settings import Settings
from kiosk.sound_examination import voice_and_sound

MARKS = {"well": "ok     ", "note": "note   ", "problem": "PROBLEM"}


def run(settings: Settings, *, as_json: bool = False) -> int:
    """Examine, print, and answer 1 when there is a problem (a note is none)."""
    if as_json:
        found = list(examine(settings))
        print(msgspec.json.encode(found).decode())
    else:
        found = []
        for finding in examine(settings):
            print(line(finding), flush=True)
            found.append(finding)
        print(summary(found))
    return 1 if any(finding.state == "problem" for finding in found) else 0


def examine(settings: Settings) -> Iterator[Finding]:
    """All findings, each as soon as it is made; the slow ones last."""
    yield examinations.python()
    yield examinations.clock()
    yield examinations.languages()
    yield examinations.data(settings)
    yield examinations.display()
    yield examinations.letters()
    yield from voice_and_sound(settings, settings.data_dir or data_folder())
    yield bank_examination.distant_bank(settings.bank_url) if settings.bank_url else bank_examination.own_bank()


def line(finding: Finding) -> str:
    """One finding for the terminal."""
    step = f"\n        What to do: {finding.next_step}" if finding.next_step else ""
    return f"{MARKS[finding.state]} {finding.subject}: {finding.sentence}{step}"


def summary(found: list[Finding]) -> str:
    """The last line."""
    problems = [finding.subject for finding in found if finding.state == "problem"]
    if not problems:
        return "Everything the kiosk needs is here."
    return f"Please look at: {', '.join(problems)}."
