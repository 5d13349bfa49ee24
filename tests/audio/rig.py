"""Fixtures of the rig: a sound server for the whole run, its recorder, and the environment that leads players there."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from tests.audio.recorder import Recorder
from tests.audio.sound_server import SoundServer, missing_tools

REASON = "sound cannot be measured here, missing: {} (Debian: apt install pulseaudio pulseaudio-utils alsa-utils)"
needs_rig = pytest.mark.skipif(bool(missing_tools()), reason=REASON.format(missing_tools()))


@pytest.fixture(scope="session")
def sound_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    """A private sound server; its start-up cost is paid once."""
    server = SoundServer(tmp_path_factory.mktemp("sound"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def running_recorder(sound_server: SoundServer) -> Iterator[Recorder]:
    """Records the sink "kiosk" from the first test on, so that it has settled for the second."""
    recorder = Recorder(sound_server.environment)
    yield recorder
    recorder.close()


@pytest.fixture
async def rig(
    sound_server: SoundServer, running_recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Recorder]:
    """The recorder, settled and quiet; what the test starts plays into it."""
    for name, value in sound_server.environment.items():
        monkeypatch.setenv(name, value)
    await running_recorder.until_settled()
    await running_recorder.until_quiet(0.1)
    yield running_recorder
    running_recorder.forget()
