"""The page that asks whether she is still there counts down and is told once, whatever news stand on it."""

from __future__ import annotations

from accessibility.narrator import Narrator
from accessibility.screen import Screen
from accessibility.speech.voice import Voice
from accessibility.words import Words
from kiosk.journeys.leaving import still_there_screen
from kiosk.journeys.news import headset_out
from kiosk.modes import load_modes
from tests.accessibility.speech.witness import Witness
from tests.accessibility.test_narrator_asked import clock as clock
from tests.accessibility.test_narrator_asked import heard
from tests.accessibility.test_narrator_asked import narrator as narrator
from tests.accessibility.test_narrator_asked import voice as voice
from tests.accessibility.test_narrator_asked import witness as witness


def page(seconds: int) -> Screen:
    """As it stands with so many seconds left, after the headset was pulled out."""
    words, mode = Words("en", "elder"), load_modes()["elder"]
    screen = still_there_screen(words, mode, seconds, seconds / 20)
    return Screen(
        screen.key,
        screen.lang,
        screen.mode,
        screen.heading,
        blocks=(headset_out(sensed=True)(words), *screen.blocks),
        guide=screen.guide,
        live=screen.live,
    )


async def test_news_on_it_are_not_said_again_with_every_second(
    narrator: Narrator, voice: Voice, witness: Witness
) -> None:
    for seconds in (20, 19, 18, 17):
        narrator.open(page(seconds))
    told = await heard(voice, witness)
    assert sum("headset" in text for text in told) == 1
    assert "For more time, press any key." in told
