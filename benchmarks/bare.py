"""The floor: a bare window of the same toolkit and size, with one label. Leaves after the first paint when told to."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

SIZE = (1920, 1080)


class Bare(QMainWindow):
    """One label; tells when it was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.setCentralWidget(QLabel("Welcome"))
        self.resize(*SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave once the first paint is through, when the benchmark asks for it."""
        super().paintEvent(event)
        if os.environ.get("ANXIN_EXIT_AFTER") == "first-paint":
            QTimer.singleShot(0, lambda: os._exit(0))


def main() -> int:
    """Show the window until it is closed or the process is ended."""
    app = QApplication(["bare"])
    window = Bare()
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
