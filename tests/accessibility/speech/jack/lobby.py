"""A private sound server with a loudspeaker whose sound is recorded, and headsets to plug in (VOICE.md 4)."""

from __future__ import annotations

import array
import asyncio
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

RIG = ("pulseaudio", "parec", "pactl", "aplay", "setpriv")
NEEDS_A_SERVER = [
    pytest.mark.skipif(
        not sys.platform.startswith("linux") or not all(shutil.which(tool) for tool in RIG),
        reason=f"needs {', '.join(RIG)} (apt: pulseaudio pulseaudio-utils alsa-utils)",
    ),
    # Its figures are times: the tests that measure them do not run beside each other.
    pytest.mark.xdist_group("null sink"),
]
RATE = 48000
BLOCK_S = 0.01
LOUD = 300
SPEAKER = "kiosk"


class Lobby:
    """The server, its loudspeaker, and what was heard from it."""

    def __init__(self, folder: Path) -> None:
        self._socket = folder / "pulse" / "native"
        self.folder = folder
        self.environment = {
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder / "pulse"),
            "PULSE_SERVER": f"unix:{self._socket}",
            "HOME": str(folder),
        }
        self._server: asyncio.subprocess.Process | None = None
        self._recorder: asyncio.subprocess.Process | None = None
        self._listening: asyncio.Task[None] | None = None
        self.loud_at: list[float] = []
        """When something was heard from the loudspeaker: seconds of `time.monotonic`, one for each 10 ms."""
        self._still = asyncio.Event()

    async def open(self) -> None:
        """Start the server, and listen once the recorder is steady."""
        (self.folder / "pulse").mkdir(mode=0o700, exist_ok=True)
        (self.folder / ".asoundrc").write_text("pcm.!default { type pulse }\n")
        await self.start_server()
        self._recorder = await asyncio.create_subprocess_exec(
            *("parec", "-d", f"{SPEAKER}.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1"),
            *("--latency-msec=5", "--raw"),
            stdout=subprocess.PIPE,
            env={**os.environ, **self.environment},
        )
        self._listening = asyncio.create_task(self._listen())
        await self.quiet()

    async def start_server(self) -> None:
        """Start the server, and wait until it answers."""
        self._server = await asyncio.create_subprocess_exec(
            *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
            *("-L", f"module-native-protocol-unix socket={self._socket} auth-anonymous=1"),
            *("-L", f"module-null-sink sink_name={SPEAKER} rate={RATE} channels=2", "-L", "module-always-sink"),
            *("-L", "module-null-source source_name=nobody"),
            stderr=subprocess.DEVNULL,
            env={**os.environ, **self.environment},
        )
        while not self._socket.exists() or (await self.pactl("info"))[0] != 0:
            assert self._server.returncode is None, "the sound server did not start"
        # A recorder of the default source follows the default, and would hear the headset instead of the loudspeaker.
        assert (await self.pactl("set-default-source", "nobody"))[0] == 0

    async def end_server(self) -> None:
        """End the server as a crash does."""
        if self._server and self._server.returncode is None:
            os.kill(self._server.pid, signal.SIGKILL)
            await self._server.wait()
        self._socket.unlink(missing_ok=True)

    async def close(self) -> None:
        """End everything."""
        if self._recorder:
            if self._recorder.returncode is None:
                os.kill(self._recorder.pid, signal.SIGKILL)
            if self._listening:
                await self._listening
            await self._recorder.wait()
        await self.end_server()

    async def plug_in(self, name: str = "ears", about: str = "device.form_factor=headset") -> str:
        """A headset becomes where sound goes. Its number, for pulling it out."""
        code, number = await self.pactl(
            "load-module", "module-null-sink", f"sink_name={name}", f"sink_properties={about}"
        )
        assert code == 0
        assert (await self.pactl("set-default-sink", name))[0] == 0
        return number

    async def pull_out(self, number: str) -> float:
        """The headset is gone. When: seconds of `time.monotonic`."""
        when = time.monotonic()
        assert (await self.pactl("unload-module", number))[0] == 0
        return when

    async def pactl(self, *arguments: str) -> tuple[int, str]:
        """Exit code and output."""
        process = await asyncio.create_subprocess_exec(
            "pactl",
            *arguments,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **self.environment},
        )
        answer, _ = await process.communicate()
        return process.returncode or 0, answer.decode().strip()

    async def quiet(self) -> None:
        """Wait until nothing has been heard from the loudspeaker for half a second."""
        self._still.clear()
        await self._still.wait()

    async def _listen(self) -> None:
        assert self._recorder
        assert self._recorder.stdout
        still = 0
        while True:
            try:
                block = await self._recorder.stdout.readexactly(round(RATE * BLOCK_S) * 2)
            except asyncio.IncompleteReadError:
                return
            if max(array.array("h", block)) >= LOUD:
                self.loud_at.append(time.monotonic())
                still = 0
            else:
                still += 1
            if still * BLOCK_S >= 0.5:
                self._still.set()
