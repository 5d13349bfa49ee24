"""The narrator with a real voice whose sound is switched off, so that everything is heard in captions only, quickly."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest

from accessibility.narrator import Narrator
from accessibility.phrase import Phrase
from accessibility.role_words import RoleWords
from accessibility.screen import Action, Fact, Keypad, Notice, Paragraph, Progress, Screen
from accessibility.speech.manner import Manner
from accessibility.speech.outlet import Outlet
from accessibility.speech.silent_player import SilentPlayer
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.utterance import Priority
from accessibility.speech.voice import Voice
from accessibility.speech.worker_process import WorkerProcess
from accessibility.speech_log import SpeechLog
from tests.accessibility.speech.witness import Witness

VERY_QUICK = 500
BALANCE = Fact(Phrase("Balance"), Phrase("12.00", "twelve yuan", private=True, discreet="shown on the screen"))
PIN = Keypad(
    "pin", Phrase("Your PIN"), Action("enter", Phrase("Go on")), length=6, typed=Phrase("{count} digits entered")
)


async def _no_child() -> WorkerProcess:
    raise OSError("a voice that is switched off needs no speech child")


@pytest.fixture
async def voice() -> AsyncIterator[Voice]:
    silent = SilentPlayer("ok", VERY_QUICK)
    made = Voice(Synthesiser(_no_child), Outlet(silent, silent), Manner(muted=True))
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
    return Narrator(voice, RoleWords(button="button"))


def page(*blocks: object, key: str = "balances", **more: object) -> Screen:
    return Screen(key, "en", "elder", Phrase("Your money"), blocks=blocks, **more)  # type: ignore[arg-type]


async def heard(voice: Voice, witness: Witness) -> list[str]:
    """What was said since last time."""
    await voice.until_quiet()
    texts = [report.utterance.text for report in witness.reports if report.ending != "dropped"]
    witness.reports.clear()
    return texts


def open_(narrator: Narrator, screen: Screen, **more: object) -> None:
    narrator.open(screen, **{"pause_ms": 0, **more})  # type: ignore[arg-type]


async def test_a_page_is_said_whole_and_discreetly(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    open_(narrator, page(BALANCE, guide=Phrase("Press Help for a person.")))
    await voice.until_quiet()
    assert [report.utterance.priority for report in witness.reports] == [Priority.NOW, Priority.NORMAL, Priority.NORMAL]
    assert not any(report.utterance.private for report in witness.reports)
    assert {report.utterance.source_key for report in witness.reports} == {"balances"}
    assert await heard(voice, witness) == ["Your money", "Balance, shown on the screen", "Press Help for a person."]


async def test_consent_lets_the_amount_be_heard(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    open_(narrator, page(BALANCE))
    assert "twelve yuan" not in " ".join(await heard(voice, witness))
    open_(narrator, page(BALANCE), consent=True)
    await voice.until_quiet()
    assert [report.utterance.private for report in witness.reports] == [True]
    assert await heard(voice, witness) == ["Balance, twelve yuan"]


async def test_amounts_that_are_hidden_are_not_said_with_consent(
    narrator: Narrator, voice: Voice, witness: Witness
) -> None:
    open_(narrator, page(BALANCE, hides=True), consent=True)
    assert await heard(voice, witness) == ["Your money", "Balance, shown on the screen"]


async def test_a_new_page_stops_the_old_one(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    open_(narrator, page(Paragraph(Phrase("A long paragraph that nobody hears to its end. " * 20))))
    await witness.until_begun("Your money")
    open_(narrator, page(key="home"))
    await voice.until_quiet()
    assert [(report.utterance.source_key, report.ending) for report in witness.reports] == [
        ("balances", "dropped"),
        ("balances", "stopped"),
        ("home", "silent"),
    ]


async def test_of_the_same_page_only_what_changed_is_said(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    waiting = page(Paragraph(Phrase("Help is coming.")), Progress(Phrase("Two before you.")), live=True)
    open_(narrator, waiting)
    assert len(await heard(voice, witness)) == 3
    open_(narrator, page(Paragraph(Phrase("Help is coming.")), Progress(Phrase("One before you.")), live=True))
    await voice.until_quiet()
    assert witness.reports[0].utterance.priority is Priority.NEXT
    assert await heard(voice, witness) == ["One before you."]
    open_(narrator, page(Paragraph(Phrase("Help is coming.")), Progress(Phrase("One before you.")), live=True))
    assert await heard(voice, witness) == []


async def test_news_on_a_page_do_not_cut_it_off_and_what_is_no_longer_true_is_not_said(
    narrator: Narrator, voice: Voice, witness: Witness
) -> None:
    rest = Paragraph(Phrase("Press Help for a person."))
    open_(narrator, page(Progress(Phrase("Two before you.")), rest))
    await witness.until_begun("Your money")
    open_(narrator, page(Notice(Phrase("There is no sound."), "warning"), Progress(Phrase("One before you.")), rest))
    assert await heard(voice, witness) == [
        "Your money",
        "There is no sound.",
        "One before you.",
        "Press Help for a person.",
    ]


async def test_the_same_mistake_is_told_again(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    wrong = page(Notice(Phrase("That was not right."), "error"), PIN)
    open_(narrator, wrong)
    await heard(voice, witness)
    open_(narrator, wrong)
    assert await heard(voice, witness) == ["That was not right."]


async def test_another_language_is_another_page(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    open_(narrator, page())
    await heard(voice, witness)
    open_(narrator, Screen("balances", "zh_CN", "elder", Phrase("您的钱")))
    await voice.until_quiet()
    assert [report.utterance.lang for report in witness.reports] == ["zh_CN"]


async def test_repeat_says_the_same_again(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    open_(narrator, page(BALANCE, lead_in=Phrase("Welcome."), guide=Phrase("Press a tile.")))
    first = await heard(voice, witness)
    narrator.repeat()
    assert await heard(voice, witness) == first
    assert len(first) == 4


async def test_switched_off_only_repeat_speaks(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    open_(narrator, page(BALANCE, actions=(Action("back", Phrase("Back")),)), spoken=False)
    narrator.focus("back")
    narrator.announce(Phrase("News."))
    assert await heard(voice, witness) == []
    narrator.repeat()
    assert len(await heard(voice, witness)) == 2
    open_(narrator, page(BALANCE))
    assert len(await heard(voice, witness)) == 2


async def test_switched_off_the_keys_can_still_be_learned(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    open_(narrator, page(PIN), spoken=False)
    lesson = msgspec.structs.replace(PIN, lesson=Phrase("Nothing is typed now."))
    open_(narrator, page(lesson), spoken=False)
    assert "Nothing is typed now." in await heard(voice, witness)
    narrator.focus("keypad:5")
    assert await heard(voice, witness) == ["5"]
    open_(narrator, page(PIN), spoken=False)
    narrator.focus("keypad:5")
    assert await heard(voice, witness) == []


async def test_a_control_is_said_when_it_is_reached(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    narrator.focus("back")
    open_(narrator, page(BALANCE, actions=(Action("back", Phrase("Back")),)))
    await heard(voice, witness)
    narrator.focus("back")
    narrator.focus("not here")
    assert await heard(voice, witness) == ["Back, button"]
    narrator.focus("block:0")
    assert await heard(voice, witness) == ["Balance, shown on the screen"]


async def test_news_come_next_or_at_once(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    open_(narrator, page(BALANCE))
    await witness.until_begun("Your money")
    narrator.announce(Phrase("Mr Li is coming."))
    assert await heard(voice, witness) == ["Your money", "Mr Li is coming.", "Balance, shown on the screen"]
    open_(narrator, page(BALANCE, key="other"))
    await witness.until(lambda: [utterance.source_key for utterance in witness.begun][-1] == "other")
    narrator.announce(Phrase("Are you still there?"), urgent=True)
    assert await heard(voice, witness) == ["Your money", "Are you still there?"]


async def test_typing_shows_the_count_and_never_says_a_digit(
    narrator: Narrator, voice: Voice, witness: Witness
) -> None:
    open_(narrator, page(PIN, key="sign_in.pin"))
    await heard(voice, witness)
    witness.captions.clear()
    for count in (1, 2, 3):
        narrator.typed(count)
        assert await heard(voice, witness) == []
        assert witness.captions[-1].text == f"{count} digits entered"
        assert not witness.captions[-1].sounding
    narrator.typed(2)
    assert await heard(voice, witness) == ["two digits entered"]
    narrator.typed(6)
    assert await heard(voice, witness) == ["six digits entered"]
    narrator.typed(0)
    assert await heard(voice, witness) == []


async def test_typing_stops_what_is_being_said(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    open_(narrator, page(PIN, key="sign_in.pin"))
    await witness.until_begun("Your money")
    narrator.typed(1)
    await voice.until_quiet()
    assert [(report.ending, report.channel) for report in witness.reports] == [("dropped", "none"), ("stopped", "none")]
    assert witness.captions[-1].text == "1 digits entered"


async def test_hush(narrator: Narrator, voice: Voice, witness: Witness) -> None:
    open_(narrator, page(BALANCE))
    assert narrator.speaking
    narrator.hush()
    await voice.until_quiet()
    assert not narrator.speaking
    assert {report.ending for report in witness.reports} <= {"dropped", "stopped"}


async def test_the_speech_log_holds_no_digit_and_no_amount_without_consent(
    narrator: Narrator, voice: Voice, tmp_path: Path
) -> None:
    log = SpeechLog.open(tmp_path / "speech.jsonl")
    voice.add(log)
    open_(narrator, page(PIN, key="sign_in.pin"))
    for key, count in (("keypad:4", 1), ("keypad:7", 2), ("keypad:1", 3)):
        narrator.focus(key)
        narrator.typed(count)
    open_(narrator, page(BALANCE))
    await voice.until_quiet()
    log.close()
    lines = [json.loads(line) for line in (tmp_path / "speech.jsonl").read_text(encoding="utf-8").splitlines()]
    written = " ".join(line["text"] for line in lines)
    assert not any(digit in written for digit in "0123456789")
    assert "twelve" not in written
    assert "Balance, shown on the screen" in written
    assert not any(line["private"] for line in lines)
