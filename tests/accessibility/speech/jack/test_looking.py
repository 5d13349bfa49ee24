"""The doctor's one look at the jack."""

from __future__ import annotations

from typing import get_args

import pytest

from accessibility.speech.doctor import SoundCheck, examined
from accessibility.speech.jack.fixed_jack import FixedJack
from accessibility.speech.jack.jack import JackState
from accessibility.speech.jack.looking import jack_now
from accessibility.speech.jack.pulse_jack import PulseJack
from accessibility.speech.silent_player import SilentPlayer
from accessibility.speech.sound_device import SoundDevice
from kiosk.sound_examination import HEADSETS
from tests.audio.rig import needs_rig
from tests.audio.sound_server import SoundServer


def test_every_state_has_its_sentence() -> None:
    assert set(HEADSETS) == set(get_args(JackState))


async def test_a_handset_is_told_of_beside_the_sound() -> None:
    found = await examined([], SilentPlayer("no_player"), SoundDevice(), FixedJack("in"))
    assert found[-1] == SoundCheck("jack", "ok", "in")


@needs_rig
@pytest.mark.usefixtures("rig")
@pytest.mark.xdist_group("null sink")
async def test_a_headset_that_is_plugged_in(sound_server: SoundServer) -> None:
    number = sound_server.add_sink("ears", "device.form_factor=headset")
    sound_server.prefer("ears")
    try:
        assert await jack_now(PulseJack(setpriv="setpriv")) == "in"
    finally:
        sound_server.prefer("kiosk")
        sound_server.remove(number)
