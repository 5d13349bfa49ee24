"""What the doctor finds about voice and sound: the speech part's own look, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from accessibility.speech.doctor import Reason, SoundCheck, examine
from accessibility.spoken.lexicon import FILE_NAME, Lexicon, LexiconError
from i18n.languages import OWN_NAMES
from kiosk.examinations import Finding
from kiosk.settings import Settings
from kiosk.speech_health import KioskSpeech, last_health

NEURAL = "neural"
"""An extra: nobody misses it who did not ask for it."""
CAPTIONS = "the kiosk shows captions instead"


def voice_and_sound(settings: Settings, folder: Path, checks: Sequence[SoundCheck] | None = None) -> Iterator[Finding]:
    """Findings for the voice, the bank's lexicon and what a running kiosk noted, if there is such, and the sound.

    Without sound the kiosk goes on with captions: a note. `folder` is the data folder.
    """
    found = examine(settings.voice_engine, settings.headset) if checks is None else checks
    yield _voice(settings, [check for check in found if check.part in ("engine", "voice")])
    if (folder / FILE_NAME).exists():
        yield _lexicon(folder / FILE_NAME)
    if noted := last_health(folder):
        yield _at_work(noted)
    yield _sound([check for check in found if check.part in ("player", "device", "jack")])


def _voice(settings: Settings, checks: Sequence[SoundCheck]) -> Finding:
    engines = [check for check in checks if check.part == "engine"]
    well = [engine for engine in engines if engine.ok]
    if not well:
        step = "Run `make run` once, so that the speech packages are installed again."
        told = "; ".join(engine.detail for engine in engines)
        return Finding("Voice", "problem", f"The speech engine does not start: {told}", step)
    spoken = {check.lang for check in checks if check.part == "voice" and check.ok}
    names = " then ".join(_with_voices(engine, checks) for engine in well)
    if silent := [name for lang, name in OWN_NAMES.items() if lang not in spoken]:
        step = "Install a voice for it in the system's speech settings."
        return Finding("Voice", "problem", f"{names} has no voice for {', '.join(silent)}.", step)
    if settings.voice == "off":
        step = "Set `voice` to auto, if the kiosk shall be heard."
        return Finding("Voice", "note", f"{names} could speak, but the voice is switched off; {CAPTIONS}.", step)
    return _with_what_is_missing(settings, engines, f"{names} speaks {', '.join(OWN_NAMES.values())}.")


def _with_what_is_missing(settings: Settings, engines: Sequence[SoundCheck], sentence: str) -> Finding:
    """A note when a better voice should be here and is not."""
    for engine in engines:
        if not engine.ok and (engine.engine != NEURAL or settings.voice_engine == NEURAL):
            step = "Install the program's packages again; until then the next voice stands in."
            return Finding("Voice", "note", f"{sentence} The engine {engine.engine} does not: {engine.detail}", step)
    return Finding("Voice", "well", sentence)


def _with_voices(engine: SoundCheck, checks: Sequence[SoundCheck]) -> str:
    mine = (check for check in checks if check.part == "voice" and check.engine == engine.engine and check.ok)
    voices = dict.fromkeys(check.detail for check in mine if check.detail)
    return f"{engine.detail} ({', '.join(voices)})" if voices else engine.detail


def _lexicon(path: Path) -> Finding:
    """The bank's own file of readings."""
    try:
        words = len(Lexicon.load(path).words) - len(Lexicon.load().words)
    except LexiconError as problem:
        step = "Correct that line; until then the file's words are read as the engine likes."
        return Finding("Lexicon", "problem", f"{problem}.", step)
    return Finding("Lexicon", "well", f"{path} adds {words} words.")


def _at_work(noted: KioskSpeech) -> Finding:
    """What the kiosk that runs, or ran last, has noted."""
    ill = [engine for engine in noted.engines if engine.state in ("resting", "absent") and engine.engine != NEURAL]
    silent = "no engine could speak last" if any(engine.failures for engine in noted.engines) else "nothing said yet"
    speaks = f"{noted.in_use} spoke last" if noted.in_use else silent
    counts = ", ".join(f"{engine.engine} {engine.said} sentences" for engine in noted.engines if engine.said)
    told = f"At {noted.written_at} the kiosk noted: {speaks}{f' ({counts})' if counts else ''}"
    if not ill:
        return Finding("Voice at work", "well", f"{told}.")
    reasons = "; ".join(f"{engine.engine} is {engine.state}: {engine.problem}" for engine in ill)
    step = "Start the kiosk again; if it comes back, send the log to whoever looks after the program."
    return Finding("Voice at work", "note", f"{told}; {reasons}.", step)


WORDS: Mapping[Reason, tuple[str, str]] = {
    "no_player": (
        f"There is no program to play sound; {CAPTIONS}.",
        "Run `make run` once: it installs aplay.",
    ),
    "no_device": (
        f"There is no sound device; {CAPTIONS}.",
        "Connect a loudspeaker, if the kiosk shall be heard.",
    ),
    "device_busy": (
        f"Another program keeps the sound device for itself; {CAPTIONS}.",
        "End the other program, or let PulseAudio or PipeWire share the device.",
    ),
    "server_dead": (
        f"The sound server does not answer; {CAPTIONS}.",
        "Restart it, such as by `systemctl --user restart pipewire-pulse`, or log in to the desktop again.",
    ),
    "sink_muted": (
        "The loudspeaker is muted: {}.",
        "Switch its sound on, such as by `pactl set-sink-mute @DEFAULT_SINK@ 0` or in alsamixer.",
    ),
    "volume_zero": (
        "The loudspeaker is turned down to nothing: {}.",
        "Turn it up, such as by `pactl set-sink-volume @DEFAULT_SINK@ 60%` or in alsamixer.",
    ),
}


HEADSETS = {
    "in": "A headset is plugged in.",
    "out": "No headset is plugged in; its jack is watched.",
    "unknown": "Nothing here tells of a headset: customers say themselves that they wear one.",
}
"""By the state of the jack."""


def _sound(checks: Sequence[SoundCheck]) -> Finding:
    missing = next((check for check in checks if not check.ok), None)
    headset = next((f" {HEADSETS[check.detail]}" for check in checks if check.part == "jack"), "")
    if missing is None:
        device = next((check.detail for check in checks if check.part == "device"), "")
        return Finding("Sound", "well", f"There is a loudspeaker{f': {device}' if device else ''}.{headset}")
    sentence, step = WORDS[missing.reason]
    told = sentence.format(missing.detail)
    if missing.detail and "{}" not in sentence:
        told = f"{told} ({missing.detail})"
    return Finding("Sound", "note", f"{told}{headset}", step)
