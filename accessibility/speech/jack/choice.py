"""Which jack this machine gets."""

from __future__ import annotations

import shutil
import sys

from accessibility.speech.jack.fixed_jack import FixedJack
from accessibility.speech.jack.jack import Jack
from accessibility.speech.jack.pulse_jack import PulseJack


def choose_jack(wanted: str = "auto") -> Jack:
    """The jack for the operator's setting: auto senses where it can, none trusts no sensing, always is a handset.

    Sensed on Linux with PulseAudio or PipeWire; elsewhere the customer says herself that she wears a headset.
    """
    if wanted == "always":
        return FixedJack("in")
    if wanted == "auto" and sys.platform.startswith("linux") and shutil.which("pactl"):
        return PulseJack(setpriv=shutil.which("setpriv") or "")
    return FixedJack("unknown")
