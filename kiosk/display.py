"""Whether there is a display to open a window on."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

SOCKETS = Path("/tmp/.X11-unix")


def has_display(environ: Mapping[str, str] = os.environ, platform: str = sys.platform, sockets: Path = SOCKETS) -> bool:
    """False only where Qt would certainly give up: on Linux without Wayland, X or a platform chosen by hand."""
    if platform != "linux" or environ.get("QT_QPA_PLATFORM") or environ.get("WAYLAND_DISPLAY"):
        return True
    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", environ.get("DISPLAY", ""))
    if local:
        return (sockets / f"X{local[1]}").exists()
    return bool(environ.get("DISPLAY"))
