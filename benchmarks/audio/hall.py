"""The hall the measuring takes place in: a private sound server with its recorder, for one block of code."""

from __future__ import annotations

import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.audio.recorder import Recorder
from tests.audio.sound_server import SoundServer


@dataclass
class Hall:
    """What is there."""

    server: SoundServer
    recorder: Recorder


@asynccontextmanager
async def hall() -> AsyncIterator[Hall]:
    """A settled and silent one; this process's own environment leads there meanwhile."""
    before = dict(os.environ)
    with tempfile.TemporaryDirectory(prefix="anxin-hall-") as folder:
        server = SoundServer(Path(folder))
        server.start()
        os.environ.update(server.environment)
        recorder = Recorder(server.environment)
        try:
            await recorder.until_settled()
            await recorder.until_quiet()
            yield Hall(server, recorder)
        finally:
            recorder.close()
            server.stop()
            os.environ.clear()
            os.environ.update(before)
