"""The bank's log file: starts, ends and failures with their reference. Never a body, a token or a name."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from kiosk.bank.start_line import writable

LARGEST: Final = 1_000_000
KEPT: Final = 3


def log_to(data_dir: Path) -> None:
    """Send this process's log to bank.log in the folder; 4 MB at most in all. Raises CannotStart."""
    with writable(data_dir):
        data_dir.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(data_dir / "bank.log", maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.raiseExceptions = False  # a full disk must not turn each log line into a page on the terminal
