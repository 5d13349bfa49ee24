"""What the headset changes in a sitting, walked without a display (STANDARDS.md EN-03, EN-07, EN-10, EN-20)."""

from __future__ import annotations

import pytest

from accessibility.screen import Notice, Screen
from accessibility.speech.jack.jack import JackState
from kiosk.journeys.news import no_sound
from kiosk.journeys.surroundings import Sitting
from kiosk.model.profile import Preferences, Profile
from tests.kiosk.journeys.promises import text
from tests.kiosk.journeys.test_visit import World, sign_in
from tests.kiosk.journeys.test_visit import world as world

DEFAULTS = Preferences()


def notices(screen: Screen) -> list[Notice]:
    return [block for block in screen.blocks if isinstance(block, Notice)]


async def arrive(world: World) -> None:
    """Somebody signs in and goes on in English."""
    assert world.visit
    world.visit.sitting.choose_lang("en")
    await sign_in(world)


def sense(world: World, state: JackState) -> bool:
    assert world.visit
    return world.visit.sense_headset(state)


@pytest.mark.parametrize(
    ("sensed", "says", "headset", "private"),
    [
        ("in", False, "in", True),
        ("in", True, "in", True),
        ("out", False, "out", False),
        ("unknown", False, "unknown", False),
        ("unknown", True, "told", True),
        ("out", True, "told", True),
    ],
)
def test_it_is_private_when_it_is_sensed_or_she_says_so(
    sensed: JackState, says: bool, headset: str, private: bool
) -> None:
    sitting = Sitting("elder", "en", sensed=sensed, wears_headset=says)
    assert (sitting.headset, sitting.private_listening, sitting.may_say_private) == (headset, private, private)
    sitting.unsure = True
    assert not sitting.private_listening, "while the plug moves it counts as out"
    sitting.consent_aloud = True
    assert sitting.may_say_private, "she agreed that others may hear"


async def test_plugged_in_she_is_told_and_hears_private_values(world: World) -> None:
    await arrive(world)
    assert world.visit
    assert any(action.place == "aloud" for action in world.now.actions), "the loudspeaker needs her consent"
    assert sense(world, "in")
    assert "Only you can hear" in notices(world.now)[0].text.shown
    assert not any(action.place == "aloud" for action in world.now.actions), "the headset needs none"
    assert not notices(await world.press("next")), "told once"


async def test_plugged_in_the_voice_is_on_even_when_she_had_switched_it_off(world: World) -> None:
    await arrive(world)
    assert world.visit
    world.visit.sitting.preferences = Preferences(speech=False)
    sense(world, "in")
    assert world.visit.sitting.preferences.speech
    assert "switch the voice off" in notices(world.now)[0].next_step.shown
    world.visit.sitting.preferences = Preferences(speech=False)
    world.visit.refresh()
    assert not world.visit.sitting.preferences.speech, "she may switch it off again while it is in"


def test_the_profile_does_not_switch_the_voice_off_while_the_headset_is_in() -> None:
    silent = Profile("c1", {"en": "Mrs Wang"}, preferences=Preferences(speech=False))
    for sitting, speaks in ((Sitting("elder", "en", sensed="in"), True), (Sitting("elder", "en", sensed="out"), False)):
        sitting.know(silent, ("elder",))
        assert sitting.preferences.speech is speaks


async def test_pulled_out_amounts_are_covered_until_she_says_otherwise(world: World) -> None:
    await arrive(world)
    assert world.visit
    sense(world, "in")
    await world.press("aloud")
    assert sense(world, "out")
    sitting = world.visit.sitting
    assert (sitting.hidden, sitting.consent_aloud) == (True, False)
    assert world.now.hides
    assert "9,876.50" not in text(world.now)
    assert notices(world.now)[0].text.essential, "no touch cuts it off"
    assert (await world.press("next")).hides, "also on the next page"
    sense(world, "in")
    assert world.now.hides, "plugging in again is not saying otherwise"
    assert "Show amounts" in notices(world.now)[0].next_step.shown
    assert "9,876.50" in text(await world.press("hide"))


async def test_it_ends_no_sitting(world: World) -> None:
    await arrive(world)
    assert world.visit
    key, sitting = world.now.key, world.visit.sitting
    states: tuple[JackState, ...] = ("in", "out", "in", "unknown")
    for state in states:
        sense(world, state)
    assert world.now.key == key
    assert world.visit.sitting is sitting
    assert sitting.profile is not None


async def test_a_server_that_is_lost_covers_amounts_and_does_not_speak_of_pulling(world: World) -> None:
    await arrive(world)
    sense(world, "in")
    sense(world, "unknown")
    assert world.now.hides
    assert "pulled" not in notices(world.now)[0].text.shown


async def test_on_the_first_page_nothing_is_hidden_and_nothing_stays(world: World) -> None:
    assert world.visit
    assert sense(world, "in")
    assert notices(world.now)
    assert not sense(world, "out")
    assert not notices(world.now)
    assert not world.visit.sitting.hidden
    assert world.visit.pristine


async def test_who_has_said_goodbye_pulls_it_out_in_peace(world: World) -> None:
    assert world.visit
    await arrive(world)
    sense(world, "in")
    await world.press("leave")
    sense(world, "in")
    assert "headset" in text(world.now)
    assert not sense(world, "out")
    assert (world.now.key, world.now.hides) == ("farewell", False)


async def test_a_fixed_handset_is_not_hers_to_take(world: World) -> None:
    assert world.visit
    await arrive(world)
    world.visit.sitting.sensed = "in"
    await world.press("leave")
    world.visit.sitting.sensed = "in"
    world.visit.refresh()
    assert "headset" not in text(world.now)


async def test_a_sitting_ends_with_everything_as_it_was_for_the_next_customer(world: World) -> None:
    await arrive(world)
    assert world.visit
    for action in ("aloud", "headset:on", "quieter", "faster", "hide"):
        await world.press(action)
    before = world.visit.sitting
    assert (before.consent_aloud, before.headset, before.hidden) == (True, "told", True)
    world.visit.tell(no_sound)
    await world.visit.leave(because_idle=True)
    after = world.visit.sitting
    assert (after.consent_aloud, after.headset, after.hidden) == (False, "unknown", False)
    assert after.preferences == DEFAULTS
    assert not notices(world.now), "nor does she learn what was told to the last one"


async def test_her_word_counts_until_she_takes_it_back(world: World) -> None:
    await arrive(world)
    assert world.visit
    await world.press("headset:on")
    assert world.visit.sitting.private_listening
    await world.press("next")
    assert world.visit.sitting.private_listening
    await world.press("headset:off")
    assert not world.visit.sitting.private_listening


async def test_who_signs_in_after_an_ended_session_wears_no_headset_of_the_last_one() -> None:
    sitting = Sitting("elder", "en", sensed="unknown", wears_headset=True)
    sitting.forget_customer()
    assert sitting.headset == "unknown"
