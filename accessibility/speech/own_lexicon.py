"""The lexicon a speech child reads by: ours, and over it the words of the bank, where it has a file of them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from accessibility.spoken.lexicon import Lexicon, LexiconError

VARIABLE = "ANXIN_LEXICON"
"""Environment variable by which the kiosk tells its speech children of the bank's file."""


def own_lexicon(environ: Mapping[str, str] = os.environ) -> Lexicon:
    """Both files. A mistake in the bank's file costs its words, not the voice: the doctor tells where it is."""
    path = environ.get(VARIABLE, "")
    try:
        return Lexicon.load(*([Path(path)] if path else []))
    except LexiconError:
        return Lexicon.load()
