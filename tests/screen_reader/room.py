"""A room for one screen reader: a display, a window manager and a session bus of its own, ended with it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

NEEDED = {"Xvfb": "xvfb", "openbox": "openbox", "dbus-daemon": "dbus-daemon"}
"""Programs, and the Debian packages they come in."""
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
"""Of at-spi2-core; the session bus starts it when somebody asks for the accessibility bus."""
SIZE = "1366x768"
PATIENCE_S = 20.0


def missing() -> str:
    """What this machine lacks for a room, as Debian calls it; empty when nothing."""
    lacking = [package for program, package in NEEDED.items() if not shutil.which(program)]
    return ", ".join([*lacking, *([] if LAUNCHER.exists() else ["at-spi2-core"])])


@dataclass(frozen=True)
class Room:
    """Where it is."""

    display: str
    bus: str
    """Address of the session bus."""
    folder: Path

    def environment(self) -> Mapping[str, str]:
        """For whoever is started in it."""
        return os.environ | {
            "DISPLAY": self.display, "DBUS_SESSION_BUS_ADDRESS": self.bus, "XDG_RUNTIME_DIR": str(self.folder),
            "HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder), "XDG_DATA_HOME": str(self.folder),
            "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8", "GSETTINGS_BACKEND": "memory",
            "QT_LOGGING_RULES": "qt.accessibility.atspi=false", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }  # fmt: skip


@contextmanager
def room(folder: Path) -> Iterator[Room]:
    """Open one. Raises TimeoutError or OSError when something of it does not come up."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    running: list[subprocess.Popen[bytes]] = []
    try:
        display = ":" + _told(running, "Xvfb", "-displayfd", "{fd}", "-screen", "0", f"{SIZE}x24", "-nolisten", "tcp")
        rough = Room(display, "disabled:", folder)
        env = rough.environment()
        running.append(_start("openbox", "--sm-disable", env=env))
        options = ("--session", "--nofork", "--nopidfile", "--print-address={fd}")
        yield Room(display, _told(running, "dbus-daemon", *options, env=env), folder)
    finally:
        for process in reversed(running):
            process.terminate()
        for process in reversed(running):
            process.wait(PATIENCE_S)


def _start(*command: str, env: Mapping[str, str] | None = None, fd: int = -1) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    inherited = (fd,) if fd >= 0 else ()
    return subprocess.Popen(command, env=env, pass_fds=inherited, stdin=quiet, stdout=quiet, stderr=quiet)


def _told(running: list[subprocess.Popen[bytes]], *command: str, env: Mapping[str, str] | None = None) -> str:
    """Start a program and wait for the line that it writes to the descriptor it is given as {fd}."""
    reading, writing = os.pipe()
    try:
        running.append(_start(*(part.format(fd=writing) for part in command), env=env, fd=writing))
    finally:
        os.close(writing)
    with os.fdopen(reading) as told:
        line = told.readline().strip()
    if not line:
        raise OSError(f"{command[0]} did not come up")
    return line
