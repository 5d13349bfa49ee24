"""What the narrator says when it is asked: again, slower, spelled; and when it holds its tongue."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from accessibility.masking import masked
from accessibility.narrator import Narrator
from accessibility.phrase import Phrase, compose, warning, with_code
from accessibility.role_words import RoleWords
from accessibility.screen import Action, Choices, Fact, Option, Options, Paragraph, Row, Rows, Screen, Tile
from accessibility.speech.manner import Manner
from accessibility.speech.outlet import Outlet
from accessibility.speech.silent_player import SilentPlayer
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.utterance import Utterance
from accessibility.speech.voice import Voice
from accessibility.speech.worker_process import WorkerProcess
from tests.accessibility.speech.witness import Witness

VERY_QUICK = 500
BALANCE = Fact(Phrase("Balance"), Phrase("12.00", "twelve yuan", private=True, discreet="shown on the screen"))
TICKET = Fact(Phrase("Your ticket"), with_code(Phrase("A017"), "A017"))
BACK = Action("back", Phrase("Back"))


class Clock:
    def __init__(self) -> None:
        self.time = 1_000.0

    def __call__(self) -> float:
        return self.time


async def _no_child() -> WorkerProcess:
    raise OSError("a voice that is switched off needs no speech child")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def voice(clock: Clock) -> AsyncIterator[Voice]:
    silent = SilentPlayer("ok", VERY_QUICK)
    made = Voice(Synthesiser(_no_child), Outlet(silent, silent), Manner(muted=True), clock)
    await made.start()
    yield made
    await made.aclose()


@pytest.fixture
def witness(voice: Voice) -> Witness:
    listener = Witness()
    voice.add(listener)
    return listener


@pytest.fixture
def narrator(voice: Voice) -> Narrator:
    return Narrator(voice, RoleWords(button="button", chosen="chosen", not_chosen="not chosen"))


def page(*blocks: object, key: str = "balances", **more: object) -> Screen:
    return Screen(key, "en", "elder", Phrase("Your money"), blocks=blocks, **more)  # type: ignore[arg-type]


def open_(narrator: Narrator, screen: Screen, **more: object) -> None:
    narrator.open(screen, **{"pause_ms": 0, **more})  # type: ignore[arg-type]


async def said(voice: Voice, witness: Witness) -> list[Utterance]:
    """What was said since last time."""
    await voice.until_quiet()
    found = [report.utterance for report in witness.reports if report.ending == "silent"]
    witness.reports.clear()
    witness.begun.clear()
    return found


async def heard(voice: Voice, witness: Witness) -> list[str]:
    return [utterance.text for utterance in await said(voice, witness)]


# Again, and slower


async def test_asked_again_it_says_the_same_words_slower(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    narrator.open(page(BALANCE), pause_ms=10)
    first = await heard(voice, witness)
    told = []
    for _ in range(4):
        narrator.repeat()
        told.append(await said(voice, witness))
    assert [[utterance.text for utterance in each] for each in told] == [first] * 4
    assert [{utterance.pace for utterance in each} for each in told] == [{1.0}, {0.8}, {0.64}, {0.64}]
    assert [{utterance.pause_after_ms for utterance in each} for each in told] == [{10}, {15}, {15}, {15}]


async def test_asked_again_while_it_repeats(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    open_(narrator, page(BALANCE))
    await said(voice, witness)
    narrator.repeat()
    await witness.until_begun("Your money")
    narrator.hush()
    narrator.repeat()
    assert {utterance.pace for utterance in await said(voice, witness)} == {0.8}


@pytest.mark.parametrize(("later", "pace"), [(19.0, 0.8), (21.0, 1.0)])
async def test_later_it_is_a_new_question(
    narrator: Narrator, voice: Voice, witness: Witness, clock: Clock, later: float, pace: float
) -> None:
    open_(narrator, page(BALANCE))
    await said(voice, witness)
    narrator.repeat()
    await said(voice, witness)
    clock.time += later
    narrator.repeat()
    assert {utterance.pace for utterance in await said(voice, witness)} == {pace}


@pytest.mark.parametrize("what", ["focus", "new page", "spell"])
async def test_anything_else_makes_the_next_repeat_a_first_one(
    narrator: Narrator, voice: Voice, witness: Witness, what: str
) -> None:
    open_(narrator, page(BALANCE, actions=(BACK,)))
    await said(voice, witness)
    narrator.repeat()
    if what == "focus":
        narrator.focus("back")
    elif what == "spell":
        narrator.spell()
    else:
        open_(narrator, page(BALANCE, key="other"))
    await said(voice, witness)
    narrator.repeat()
    assert {utterance.pace for utterance in await said(voice, witness)} == {1.0}


# Spelled


async def test_a_code_is_spelled_slowly_character_by_character(
    narrator: Narrator, voice: Voice, witness: Witness
) -> None:
    open_(narrator, page(Paragraph(Phrase("Help is coming.")), TICKET))
    await said(voice, witness)
    narrator.spell()
    (spelled,) = await said(voice, witness)
    assert (spelled.text, spelled.pace, spelled.private) == ("A, zero, one, seven", 0.8, False)


async def test_the_code_under_the_focus_is_spelled(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    row = Row(compose("Ticket {code}", code=with_code(Phrase("B2"), "B2")))
    open_(narrator, page(TICKET, Rows((Row(Phrase("Nothing")), row))))
    await said(voice, witness)
    for key, words in (("row:1:1", "B, two"), ("block:1", "B, two"), ("block:0", "A, zero, one, seven")):
        narrator.focus(key)
        narrator.spell()
        assert (await heard(voice, witness))[-1] == words
    for key in ("block:9", "row:x:y", "row:0:0"):
        narrator.focus(key)
        narrator.spell()
        assert await heard(voice, witness) == ["A, zero, one, seven"]


@pytest.mark.parametrize(
    ("lang", "words"), [("zh_CN", ["K，七，Q", "二，M，四"]), ("en", ["K, seven, Q", "two, M, four"])]
)
async def test_long_codes_come_in_groups(
    narrator: Narrator, voice: Voice, witness: Witness, lang: str, words: list[str]
) -> None:
    code = with_code(Phrase("K7Q-2M4"), "K7Q-2M4")
    open_(narrator, Screen("help", lang, "elder", Phrase("."), blocks=(Paragraph(code),)))
    narrator.spell()
    assert await heard(voice, witness) == words


async def test_a_private_code_obeys_consent(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    secret = Paragraph(Phrase("6222", private=True, discreet="on the screen", code="6222"))
    open_(narrator, page(secret))
    await said(voice, witness)
    narrator.spell()
    assert await heard(voice, witness) == ["on the screen"]
    open_(narrator, page(secret), consent=True)
    narrator.spell()
    (spelled,) = [utterance for utterance in await said(voice, witness) if utterance.pace < 1]
    assert (spelled.text, spelled.private) == ("six, two, two, two", True)
    open_(narrator, masked(page(secret)), consent=True)
    narrator.spell()
    assert "six" not in " ".join(await heard(voice, witness))


async def test_where_there_is_no_code_the_control_is_said_slowly(
    narrator: Narrator, voice: Voice, witness: Witness
) -> None:
    narrator.spell()
    open_(narrator, page(BALANCE, actions=(BACK,), focus="back"))
    await said(voice, witness)
    narrator.spell()
    (slow,) = await said(voice, witness)
    assert (slow.text, slow.pace) == ("Back, button", 0.8)
    open_(narrator, page(BALANCE, key="other"))
    await said(voice, witness)
    narrator.spell()
    assert await heard(voice, witness) == ["Your money", "Balance, shown on the screen"]


# The pause key


async def test_the_pause_key_holds_and_lets_go(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    """Every press hushes first, as every key does."""
    open_(narrator, page(BALANCE))
    await witness.until_begun("Your money")
    narrator.hush()
    narrator.pause_or_go_on()
    assert narrator.paused
    assert not narrator.speaking
    narrator.hush()
    narrator.pause_or_go_on()
    assert not narrator.paused
    assert await heard(voice, witness) == ["Your money", "Balance, shown on the screen"]
    narrator.hush()
    narrator.pause_or_go_on()
    assert await heard(voice, witness) == []


async def test_the_pause_key_without_a_touch_before(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    open_(narrator, page(BALANCE))
    await witness.until_begun("Your money")
    narrator.pause_or_go_on()
    assert narrator.paused
    narrator.pause_or_go_on()
    assert await heard(voice, witness) == ["Your money", "Balance, shown on the screen"]


async def test_after_a_touch_the_key_goes_on_where_it_was_cut_off(
    narrator: Narrator, voice: Voice, witness: Witness
) -> None:
    open_(narrator, page(BALANCE))
    await witness.until_begun("Your money")
    narrator.hush()
    await voice.until_quiet()
    witness.reports.clear()
    narrator.hush()
    narrator.pause_or_go_on()
    assert await heard(voice, witness) == ["Your money", "Balance, shown on the screen"]


async def test_moving_on_ends_the_pause(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    open_(narrator, page(BALANCE, actions=(BACK,)))
    await witness.until_begun("Your money")
    narrator.pause_or_go_on()
    narrator.hush()
    narrator.focus("back")
    assert not narrator.paused
    assert await heard(voice, witness) == ["Back, button"]


# Warnings and news


async def test_a_warning_on_a_page_is_said_whatever_is_touched(
    narrator: Narrator, voice: Voice, witness: Witness
) -> None:
    ask = Screen("still_there", "en", "elder", warning(Phrase("Are you still there?")), guide=Phrase("Press any key."))
    open_(narrator, ask)
    await witness.until_begun("Are you still there?")
    narrator.hush()
    open_(narrator, page(BALANCE))
    assert await heard(voice, witness) == ["Are you still there?", "Your money", "Balance, shown on the screen"]


async def test_an_announcement_may_be_a_warning_and_the_page_goes_on_after_it(
    narrator: Narrator, voice: Voice, witness: Witness
) -> None:
    open_(narrator, page(BALANCE))
    await witness.until_begun("Your money")
    narrator.hush()
    narrator.announce(Phrase("Loudness 4 of 5"), urgent=True, go_on=True)
    assert await heard(voice, witness) == ["Loudness 4 of 5", "Your money", "Balance, shown on the screen"]
    narrator.announce(Phrase("The headset was unplugged."), urgent=True, essential=True)
    await witness.until_begun("The headset was unplugged.")
    narrator.hush()
    assert await heard(voice, witness) == ["The headset was unplugged."]


async def test_of_steps_one_after_the_other_only_the_last_is_said_to_its_end(
    narrator: Narrator, voice: Voice, witness: Witness
) -> None:
    open_(narrator, page(BALANCE))
    await witness.until_begun("Your money")
    for step in (4, 3, 4):
        narrator.hush()
        narrator.announce(Phrase(f"Loudness {step} of 5"), urgent=True, go_on=True)
        await witness.until_begun(f"Loudness {step} of 5")
    assert await heard(voice, witness) == ["Loudness 4 of 5", "Your money", "Balance, shown on the screen"]


async def test_of_a_new_choice_only_the_one_taken_is_said(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    def setting(*, large: bool) -> Screen:
        tiles = (Tile("a", Phrase("Large"), selected=large), Tile("b", Phrase("Small"), selected=not large))
        options = (Option("on", Phrase("Light"), selected=large), Option("off", Phrase("Dark"), selected=not large))
        return page(Choices(tiles), Options(Phrase("Colours"), options))

    open_(narrator, setting(large=True))
    assert await heard(voice, witness) == ["Your money", "Large, chosen", "Small", "Colours, Light, chosen"]
    open_(narrator, setting(large=False))
    assert await heard(voice, witness) == ["Small, chosen", "Colours, Dark, chosen"]


# A headset


async def test_a_headset_is_consent_until_it_is_pulled_out(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    narrator.set_private(True)
    open_(narrator, page(BALANCE, Paragraph(Phrase("Press Help."))))
    await witness.until_begun("Balance, twelve yuan")
    assert voice.manner.channel == "headset"
    narrator.set_private(False)
    await voice.until_quiet()
    endings = {report.utterance.text: report.ending for report in witness.reports}
    assert endings == {"Your money": "silent", "Balance, twelve yuan": "stopped", "Press Help.": "silent"}
    witness.reports.clear()
    narrator.repeat()
    assert await heard(voice, witness) == ["Your money", "Balance, shown on the screen", "Press Help."]


async def test_hidden_amounts_are_not_said_in_a_headset_either(
    narrator: Narrator, voice: Voice, witness: Witness
) -> None:
    narrator.set_private(True)
    open_(narrator, page(BALANCE, hides=True))
    assert await heard(voice, witness) == ["Your money", "Balance, shown on the screen"]


async def test_when_consent_is_taken_back_private_words_end(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    open_(narrator, page(BALANCE), consent=True)
    await witness.until_begun("Balance, twelve yuan")
    open_(narrator, page(BALANCE), consent=False)
    await voice.until_quiet()
    assert ("Balance, twelve yuan", "stopped") in witness.fates
    assert witness.fates[-1] == ("Balance, shown on the screen", "silent")


# A screen reader


async def test_beside_a_screen_reader_it_speaks_only_when_asked(
    narrator: Narrator, voice: Voice, witness: Witness
) -> None:
    reader: list[str] = []
    narrator.announce_to = reader.append
    open_(narrator, page(BALANCE))
    await witness.until_begun("Your money")
    narrator.set_aside(True)
    await voice.until_quiet()
    witness.reports.clear()
    open_(narrator, page(BALANCE, TICKET, key="other", lead_in=Phrase("You are signed in.")))
    open_(narrator, page(BALANCE, TICKET, Paragraph(Phrase("It is late.")), key="other"), consent=True)
    narrator.focus("back")
    narrator.announce(Phrase("Mr Li is coming."), urgent=True)
    assert await heard(voice, witness) == []
    assert reader == ["You are signed in. Your money", "Balance, twelve yuan It is late.", "Mr Li is coming."]
    narrator.spell()
    assert await heard(voice, witness) == ["A, zero, one, seven"]
    narrator.repeat()
    assert len(await heard(voice, witness)) == 4
    narrator.set_aside(False)
    narrator.announce(Phrase("Mr Li is here."))
    assert await heard(voice, witness) == ["Mr Li is here."]
    assert len(reader) == 3


async def test_a_new_page_ends_what_was_asked_for_on_the_old_one(
    narrator: Narrator, voice: Voice, witness: Witness
) -> None:
    """Also where nothing is said by itself; but what merely changes on a page does not cut it off."""
    for silent in (False, True):
        narrator.set_aside(silent)
        open_(narrator, page(BALANCE, key=f"old {silent}"), spoken=silent)
        narrator.repeat()
        await witness.until_begun("Your money")
        open_(narrator, page(BALANCE, TICKET, key=f"old {silent}"), spoken=silent)
        assert narrator.speaking
        open_(narrator, page(TICKET, key="new"), spoken=silent)
        await voice.until_quiet()
        assert dict(witness.fates) == {"Your money": "stopped", "Balance, shown on the screen": "dropped"}
        witness.reports.clear()
        witness.begun.clear()


async def test_a_page_begun_again_by_itself_is_no_repeat(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    open_(narrator, page(BALANCE))
    await said(voice, witness)
    narrator.begin_again()
    assert len(await heard(voice, witness)) == 2
    narrator.repeat()
    assert {utterance.pace for utterance in await said(voice, witness)} == {1.0}


async def test_in_another_language_she_is_still_where_she_was(
    narrator: Narrator, voice: Voice, witness: Witness
) -> None:
    tiles = Choices((Tile("begin", Phrase("Begin")), Tile("language:en", Phrase("English"))))
    open_(narrator, Screen("welcome", "zh_CN", "elder", Phrase("Welcome"), blocks=(tiles,), focus="begin"))
    narrator.focus("language:en")
    open_(narrator, page(tiles, key="welcome", focus="begin"))
    await said(voice, witness)
    narrator.spell()
    assert [utterance.text for utterance in await said(voice, witness)] == ["English, button"]
