"""Tries out a window and its letters, in a process of its own: Qt ends the process where it finds no display.

The doctor runs `python -m kiosk.window_probe`, gives it the characters on standard input and reads JSON.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from ui.fonts import covers


def main() -> int:
    """Write what there is: platform, screen in pixels and millimetres, characters without a glyph."""
    characters = sys.stdin.buffer.read().decode()
    app = QGuiApplication(["anxin-kiosk"])
    screen = app.primaryScreen()
    found = {
        "qt": qVersion(),
        "platform": app.platformName(),
        "pixels": [screen.size().width(), screen.size().height()] if screen else [],
        "width_mm": screen.physicalSize().width() if screen else 0,
        "missing": "".join(sorted(covers(characters))),
    }
    sys.stdout.buffer.write(json.dumps(found, ensure_ascii=False).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
