"""Files the program reads: fonts' licences, icons, sounds, modes and check-up tables. No code but where they are."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent
"""The folder of all assets, also when installed."""
