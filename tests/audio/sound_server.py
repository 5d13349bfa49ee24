"""A private PulseAudio with sinks nobody hears (VOICE.md 4). Linux."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

TOOLS = ("pulseaudio", "parec", "pactl", "aplay", "setpriv")
RATE = 48000
START_S = 10.0


def missing_tools() -> str:
    """Names of the programs this machine lacks; empty when sound can be measured here."""
    return ", ".join(tool for tool in TOOLS if not shutil.which(tool)) if sys.platform.startswith("linux") else "Linux"


class SoundServer:
    """One sound server with a sink "kiosk". `environment` is what its clients need; `folder` must be its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._socket = folder / "pulse" / "native"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """Variables that lead PulseAudio's and ALSA's clients here, and nowhere else."""
        return {
            "XDG_RUNTIME_DIR": str(self._folder),
            "PULSE_RUNTIME_PATH": str(self._folder / "pulse"),
            "PULSE_SERVER": f"unix:{self._socket}",
            "HOME": str(self._folder),
        }

    @property
    def pid(self) -> int:
        """Of the server."""
        assert self._process, "the sound server was not started"
        return self._process.pid

    def start(self) -> None:
        """Start it and wait until it answers."""
        (self._folder / "pulse").mkdir(mode=0o700, parents=True, exist_ok=True)
        (self._folder / ".asoundrc").write_text("pcm.!default { type pulse }\nctl.!default { type pulse }\n")
        self._process = subprocess.Popen(
            (
                *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
                *("-L", f"module-native-protocol-unix socket={self._socket} auth-anonymous=1"),
                *("-L", f"module-null-sink sink_name=kiosk rate={RATE} channels=2", "-L", "module-always-sink"),
                *("-L", "module-rescue-streams", "-L", "module-null-source source_name=nobody"),
            ),
            stderr=subprocess.DEVNULL,
            env=os.environ | self.environment,
        )
        until = time.monotonic() + START_S
        while not self._socket.exists() or self.ask("info") is None:
            assert self._process.poll() is None, "the sound server did not start"
            assert time.monotonic() < until, "the sound server does not answer"
        # A recorder of the default source would follow the default to another sink.
        assert self.ask("set-default-source", "nobody") is not None

    def ask(self, *command: str) -> str | None:
        """What `pactl` answers, None when it fails."""
        done = subprocess.run(
            ("pactl", *command), env=os.environ | self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip() if done.returncode == 0 else None

    def add_sink(self, name: str, about: str = "") -> str:
        """A further sink, as when a headset is plugged in. Its number, for `remove`."""
        properties = [f"sink_properties={about}"] if about else []
        number = self.ask("load-module", "module-null-sink", f"sink_name={name}", f"rate={RATE}", *properties)
        assert number, f"the sink {name} was refused"
        return number

    def remove(self, number: str) -> None:
        """Pull a sink out again."""
        self.ask("unload-module", number)

    def prefer(self, name: str) -> None:
        """What plays from now on plays here."""
        assert self.ask("set-default-sink", name) is not None

    def crash(self) -> None:
        """End it without warning."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._socket.unlink(missing_ok=True)
            self._process = None

    def stop(self) -> None:
        """End it."""
        if self._process:
            self._process.terminate()
            self._process.wait()
            self._process = None
