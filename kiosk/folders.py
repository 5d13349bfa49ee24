"""Where this program's own files live: settings and data of the user who runs it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

NAME = "anxin-kiosk"


def config_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder of `anxin.toml`."""
    if sys.platform == "linux":
        return _xdg(environ, "XDG_CONFIG_HOME", ".config")
    import platformdirs

    return platformdirs.user_config_path(NAME, appauthor=False)


def data_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder of the embedded bank's books and of the log."""
    if sys.platform == "linux":
        return _xdg(environ, "XDG_DATA_HOME", ".local/share")
    import platformdirs

    return platformdirs.user_data_path(NAME, appauthor=False)


def _xdg(environ: Mapping[str, str], variable: str, otherwise: str) -> Path:
    """What platformdirs answers on Linux, without its 9 ms of import before first paint (a test compares the two)."""
    chosen = environ.get(variable, "").strip()
    return (Path(chosen) if chosen else Path.home() / otherwise) / NAME
