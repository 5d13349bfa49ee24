"""The voice with real synthesis: order, interruption, captions, and what is left behind (nothing)."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
import tempfile
from pathlib import Path

import pytest

from accessibility.caption import QUIET
from accessibility.speech.outlet import Outlet
from accessibility.speech.patience import Patience
from accessibility.speech.recording_player import RecordingPlayer
from accessibility.speech.silent_player import SilentPlayer
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.utterance import Priority, Utterance
from accessibility.speech.voice import Voice
from accessibility.speech.worker_process import WorkerProcess
from tests.accessibility.speech.conftest import QUICK
from tests.accessibility.speech.witness import Witness

OURS = ("anxin-speech", "anxin-sound")
LONG = "您的活期账户余额是一万二千三百四十五元六角。请按左边的大按钮，看最近的收支。要帮忙请按右下角的红色按钮。"


def words(text: str, key: str = "") -> Utterance:
    return Utterance(text, "en", source_key=key)


async def test_utterances_are_said_in_order(voice: Voice, witness: Witness, player: RecordingPlayer) -> None:
    voice.say([words("One."), words("Two.")])
    voice.say([words("Three.")])
    await voice.until_quiet()
    assert witness.fates == [("One.", "finished"), ("Two.", "finished"), ("Three.", "finished")]
    assert len(player.heard) == 3
    assert all(sound.seconds > 0.1 for sound in player.heard)
    assert witness.reports[0].channel == "speaker"


async def test_news_come_after_the_sentence_being_said(voice: Voice, witness: Witness) -> None:
    voice.say([words("One."), words("Two.")])
    await witness.until_begun("One.")
    voice.say([words("News.")], Priority.NEXT)
    voice.say([words("More news.")], Priority.NEXT)
    await voice.until_quiet()
    assert [text for text, _ in witness.fates] == ["One.", "News.", "More news.", "Two."]


async def test_urgent_speech_stops_what_sounds_and_drops_what_waits(voice: Voice, witness: Witness) -> None:
    voice.say([Utterance(LONG, "zh_CN"), words("Two.")])
    await witness.until_begun(LONG)
    voice.say([words("Now.")], Priority.NOW)
    await voice.until_quiet()
    assert witness.fates == [("Two.", "dropped"), (LONG, "stopped"), ("Now.", "finished")]
    assert [report.channel for report in witness.reports] == ["none", "speaker", "speaker"]
    assert witness.reports[1].start is not None
    assert witness.reports[0].start is None


async def test_a_screen_that_is_left_takes_its_words_along(voice: Voice, witness: Witness) -> None:
    voice.say([words("Balance.", "balances"), words("Help is coming.", "help"), words("More.", "balances")])
    await witness.until_begun("Balance.")
    voice.leave("balances")
    await voice.until_quiet()
    assert witness.fates == [("More.", "dropped"), ("Balance.", "stopped"), ("Help is coming.", "finished")]


async def test_stop_silences_and_forgets(voice: Voice, witness: Witness) -> None:
    voice.say([Utterance(LONG, "zh_CN"), words("Two.")])
    await witness.until_begun(LONG)
    voice.stop()
    await voice.until_quiet()
    assert dict(witness.fates) == {"Two.": "dropped", LONG: "stopped"}
    assert not voice.speaking
    assert witness.captions[-1] == QUIET


async def test_stop_cuts_a_pause_short(voice: Voice, witness: Witness) -> None:
    voice.say([Utterance("One.", "en", pause_after_ms=3_600_000), words("Two.")])
    await witness.until(lambda: len(witness.reports) == 1)
    voice.say([words("Now.")], Priority.NOW)
    await voice.until_quiet()
    assert witness.fates == [("One.", "finished"), ("Two.", "dropped"), ("Now.", "finished")]


@pytest.mark.parametrize(
    ("text", "lang"), [(LONG, "zh_CN"), ("Good morning, Mrs Wang. Your balance is on the screen.", "en")]
)
async def test_captions_go_through_the_whole_text(voice: Voice, witness: Witness, text: str, lang: str) -> None:
    voice.say([Utterance(text, lang)])
    await voice.until_quiet()
    *captions, last = witness.captions
    assert last == QUIET
    assert {caption.text for caption in captions} == {text}
    assert all(caption.sounding and caption.lang == lang for caption in captions)
    spans = [(caption.start, caption.end) for caption in captions]
    assert spans == sorted(spans)
    marked = {at for start, end in spans for at in range(start, end)}
    assert all(at in marked for at, character in enumerate(text) if not character.isspace())


@pytest.mark.skipif(sys.platform == "win32", reason="uses POSIX signals")
async def test_a_child_killed_while_its_words_sound_is_not_noticed(
    voice: Voice, witness: Witness, synthesiser: Synthesiser, player: RecordingPlayer
) -> None:
    voice.say([Utterance(LONG, "zh_CN"), words("Two.")])
    await witness.until_begun(LONG)
    os.kill(synthesiser.pids[0], signal.SIGKILL)
    await voice.until_quiet()
    assert witness.fates == [(LONG, "finished"), ("Two.", "finished")]
    assert len(player.heard) == 4
    assert voice.sound == "ok"


async def test_without_a_player_the_captions_go_on(synthesiser: Synthesiser) -> None:
    voice, witness = Voice(synthesiser, Outlet(SilentPlayer("no_player", QUICK))), Witness()
    voice.add(witness)
    await voice.start()
    voice.say([Utterance(LONG, "zh_CN")])
    await voice.until_quiet()
    await voice.aclose()
    assert witness.reasons == ["no_player"]
    assert witness.fates == [(LONG, "silent")]
    assert witness.reports[0].channel == "none"
    assert len(witness.captions) > 10
    assert not any(caption.sounding for caption in witness.captions)


async def test_without_an_engine_the_captions_go_on() -> None:
    dead = Synthesiser(lambda: WorkerProcess.start((sys.executable, "-c", "pass")), Patience(rest_s=3600))
    voice = Voice(dead, Outlet(RecordingPlayer(), SilentPlayer("no_device", QUICK)))
    witness = Witness()
    voice.add(witness)
    await voice.start()
    voice.say([words("One."), words("Two.")])
    await voice.until_quiet()
    await voice.aclose()
    assert witness.reasons == ["engine_failed"]
    assert voice.sound == "engine_failed"
    assert witness.fates == [("One.", "silent"), ("Two.", "silent")]


async def test_switched_off_there_are_captions_and_no_sound(voice: Voice, player: RecordingPlayer) -> None:
    witness = Witness()
    voice.add(witness)
    voice.set_rate(300)
    voice.set_muted(True)
    voice.say([words("One.")])
    await voice.until_quiet()
    voice.set_muted(False)
    assert witness.reasons == ["muted", "ok"]
    assert witness.fates == [("One.", "silent")]
    assert player.heard == []


async def test_words_that_are_only_shown(voice: Voice, witness: Witness) -> None:
    voice.stop()
    voice.show("3 digits entered", "en")
    voice.say([words("One.")])
    await voice.until_quiet()
    assert witness.captions[0].text == "3 digits entered"
    assert witness.captions[-1] == QUIET
    assert [text for text, _ in witness.fates] == ["One."]


async def test_fifty_utterances_with_random_stops_leave_nothing_behind(
    voice: Voice, witness: Witness, synthesiser: Synthesiser
) -> None:
    chance = random.Random(7)
    voice.say([words("Begin.")])
    await voice.until_quiet()
    files, temporary = _open_files(), _left_files()
    for number in range(50):
        text = f"Sentence number {number}, said to see what is left."
        voice.say([words(text)], chance.choice(list(Priority)))
        for _ in range(chance.randrange(40)):
            await asyncio.sleep(0)
        if chance.random() < 0.4:
            voice.stop()
        elif chance.random() < 0.5:
            await voice.until_quiet()
    await voice.until_quiet()
    assert len(witness.reports) == 51
    assert len(synthesiser.pids) == 2
    assert _open_files() <= files + 2
    assert _left_files() <= temporary


def _left_files() -> set[Path]:
    return {path for path in Path(tempfile.gettempdir()).glob("anxin-s*") if path.name.startswith(OURS)}


def _open_files() -> int:
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.exists() else 0
