"""Words and counts are there before first paint; Babel is not (DESIGN.md 5)."""

from __future__ import annotations

import subprocess
import sys


def test_words_and_counts_do_not_bring_babel_in() -> None:
    ask = "import sys, accessibility.words; print(sorted(name for name in sys.modules if name.startswith('babel')))"
    answer = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True, timeout=60)
    assert answer.stdout.strip() == "[]"
