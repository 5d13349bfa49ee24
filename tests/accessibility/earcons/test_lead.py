"""A tone and the words it leads are one sound: nothing heard lies under it, and no tone is lost where no words come."""

from __future__ import annotations

import asyncio
from array import array

import pytest

from accessibility.earcons.lead import SILENT, Lead, led
from accessibility.earcons.tone import Tone, tone
from accessibility.speech.outlet import Outlet
from accessibility.speech.recording_player import RecordingPlayer
from accessibility.speech.sound import Sound
from accessibility.speech.timing import Moment

FOCUS = tone("focus", 3)
LOUD = 9000


def words(silent_s: float, rate: int = FOCUS.sound.rate) -> Sound:
    still, heard = round(silent_s * rate), round(0.2 * rate)
    return Sound(rate, array("h", [0] * still + [LOUD] * heard).tobytes())


@pytest.mark.parametrize("silent_s", [0.0, 0.012, 0.025, 0.5])
def test_words_are_first_heard_where_the_tone_ends(silent_s: float) -> None:
    whole, later_s = led(FOCUS, words(silent_s))
    samples = array("h", whole.pcm)
    assert samples.index(LOUD) == round(max(FOCUS.sound.seconds, silent_s) * whole.rate)
    assert later_s == pytest.approx(max(0.0, FOCUS.sound.seconds - silent_s))
    assert whole.pcm.startswith(FOCUS.sound.pcm)


def test_silence_that_is_not_quite_still_lies_under_the_tone_too() -> None:
    breath = Sound(FOCUS.sound.rate, array("h", [SILENT - 1] * 240 + [LOUD] * 240).tobytes())
    whole, later_s = led(FOCUS, breath)
    assert later_s == pytest.approx(0.015)
    assert array("h", whole.pcm).index(LOUD) == 600


async def test_words_that_come_soon_are_played_with_the_tone_and_their_captions_later() -> None:
    player, shown = RecordingPlayer(1), list[Moment]()
    outlet = Outlet(player)
    outlet.ring(FOCUS)
    assert await outlet.play(words(0.0), [Moment(0, 2, 0.0), Moment(2, 4, 0.1)], shown.append)
    await outlet.aclose()
    assert [sound.seconds for sound in player.heard] == [pytest.approx(0.225)]
    assert [moment.begins for moment in shown] == [pytest.approx(0.025), pytest.approx(0.125)]


async def test_without_words_the_tone_rings_alone() -> None:
    player = RecordingPlayer(20)
    outlet = Outlet(player)
    outlet.ring(FOCUS)
    while not player.heard:
        await asyncio.sleep(0)
    await outlet.aclose()
    assert player.heard == [FOCUS.sound]


async def test_words_of_another_rate_come_after_the_tone() -> None:
    player = RecordingPlayer(20)
    outlet = Outlet(player)
    outlet.ring(FOCUS)
    other = words(0.0, 22050)
    assert await outlet.play(other, (), lambda _: None)
    await outlet.aclose()
    assert player.heard == [FOCUS.sound, other]


async def test_only_the_last_of_two_moves_leads() -> None:
    alone: list[Tone] = []
    lead = Lead(alone.append)
    lead.keep(FOCUS)
    later = tone("focus", 5)
    lead.keep(later)
    assert lead.take(words(0.0)) == later
    assert lead.take(words(0.0)) is None
    assert alone == []
