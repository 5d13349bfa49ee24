"""The rig's fixtures for the tests of real sound."""

from tests.audio.rig import rig, running_recorder, sound_server  # noqa: F401 - fixtures
