"""What the doctor finds about voice and sound: the speech part's own look, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accessibility.speech.doctor import SoundCheck, examine
from i18n.languages import OWN_NAMES
from kiosk.examinations import Finding


def voice_and_sound(checks: Sequence[SoundCheck] | None = None) -> Iterator[Finding]:
    """One finding for the voice and one for the sound. Without sound the kiosk goes on with captions: a note."""
    found = examine() if checks is None else checks
    yield _voice([check for check in found if check.part in ("engine", "voice")])
    yield _sound([check for check in found if check.part in ("player", "device")])


def _voice(checks: Sequence[SoundCheck]) -> Finding:
    engine = next(check for check in checks if check.part == "engine")
    if not engine.ok:
        step = "Run `make run` once, so that the speech packages are installed again."
        return Finding("Voice", "problem", f"The speech engine does not start: {engine.detail}", step)
    silent = [OWN_NAMES[check.lang] for check in checks if check.part == "voice" and not check.ok]
    if silent:
        step = "Install a voice for it in the system's speech settings."
        return Finding("Voice", "problem", f"{engine.detail} has no voice for {', '.join(silent)}.", step)
    return Finding("Voice", "well", f"{engine.detail} speaks {', '.join(OWN_NAMES.values())}.")


def _sound(checks: Sequence[SoundCheck]) -> Finding:
    missing = next((check for check in checks if not check.ok), None)
    if missing is None:
        return Finding("Sound", "well", "There is a loudspeaker.")
    if missing.reason == "no_player":
        step = "Run `make run` once: it installs aplay."
        return Finding("Sound", "note", "There is no program to play sound; the kiosk shows captions instead.", step)
    step = "Connect a loudspeaker, if the kiosk shall be heard."
    return Finding("Sound", "note", "There is no sound device; the kiosk shows captions instead.", step)
