"""Learning the keys before typing: said where each is, in every language, and over with the page."""

from __future__ import annotations

import pytest

from accessibility.control_words import control_lines
from accessibility.narration import narration
from accessibility.role_words import role_words
from accessibility.screen import Keypad, Screen
from accessibility.words import Words
from kiosk.journeys.learning import Learning
from tests.kiosk.journeys.conftest import Walking

FIVE = {"en": "five, in the middle", "zh_CN": "五，正中间", "zh_TW": "五，正中間"}
LAYOUT = {"en": "One is top left, zero is bottom middle.", "zh_CN": "一在左上角", "zh_TW": "一在左上角"}


def pad(screen: Screen) -> Keypad:
    return next(block for block in screen.blocks if isinstance(block, Keypad))


@pytest.mark.parametrize("mode", ["elder", "standard", "youth"])
@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW", "en"])
async def test_it_is_offered_on_every_pad_and_told(walk: Walking, mode: str, lang: str) -> None:
    her = (await walk(mode=mode, lang=lang)).customer
    words = Words(lang, her.mode.wording)
    roles = role_words(words)
    for screen in (await her.go("sign_in"), await her.press("card", "6299990010010006222")):
        learning = Learning()
        before = learning.taught(words, screen)
        assert pad(before).learn is not None
        assert not pad(before).learning
        learning.turn(screen.key)
        taught = learning.taught(words, screen)
        said = [line.said for line in control_lines(taught, "keypad:5", roles)]
        assert [one.replace(" ", "") for one in said] == [FIVE[lang].replace(" ", "")]
        assert any(LAYOUT[lang] in line.aloud for line in narration(taught, roles))
        names = {tuple(line.said for line in control_lines(taught, f"keypad:{digit}", roles)) for digit in range(10)}
        assert len(names) == 10


async def test_it_ends_when_turned_off_left_or_escaped_from(walk: Walking) -> None:
    her = (await walk()).customer
    words, screen = Words("en"), await her.go("sign_in")
    learning = Learning()

    def on() -> bool:
        return pad(learning.taught(words, screen)).learning

    learning.turn(screen.key)
    assert on()
    learning.turn(screen.key)
    assert not on()
    assert learning.taught(words, screen).lead_in.said == "The keys type again."
    learning.forget_news()
    assert not learning.taught(words, screen).lead_in.said
    learning.turn(screen.key)
    learning.turned_to("help")
    assert not on()
    learning.turn(screen.key)
    assert learning.end(screen.key)
    assert not learning.end(screen.key), "a second Escape leads back"


async def test_a_page_without_a_pad_stays_as_it_is(walk: Walking) -> None:
    her = (await walk()).customer
    screen = await her.go("seeing_hearing")
    assert Learning().taught(Words("en"), screen) is screen
