"""What ends speech, what holds it, and what may not be ended: with real synthesis."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable

import pytest

from accessibility.earcons.earcons import Earcons
from accessibility.speech.outlet import Outlet
from accessibility.speech.player import NoSoundDevice
from accessibility.speech.recording_player import RecordingPlayer
from accessibility.speech.silent_player import SilentPlayer
from accessibility.speech.sound import Sound
from accessibility.speech.speech_queue import SpeechQueue
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.timed_playback import TimedPlayback
from accessibility.speech.utterance import Priority, Utterance
from accessibility.speech.voice import Voice
from tests.accessibility.speech.conftest import QUICK
from tests.accessibility.speech.witness import Witness

WARNING = "Are you still there?"
LONG_WARNING = "We close this page soon, to keep it private, so please say at once that you are still there. " * 3
PAGE = "Here is your balance today. It is shown on the screen. Press Help for a person."


def words(text: str, key: str = "", *, private: bool = False) -> Utterance:
    return Utterance(text, "en", source_key=key, private=private)


def warning(text: str = WARNING) -> Utterance:
    return Utterance(text, "en", essential=True)


async def until_words(witness: Witness, text: str) -> None:
    """Wait until these words of an utterance are marked in the caption."""
    await witness.until(lambda: any(c.text[c.start : c.end] == text for c in witness.captions))


# A touch


async def test_a_touch_stops_and_drops(voice: Voice, witness: Witness) -> None:
    voice.say([words(PAGE), words("Two.")])
    await witness.until_begun(PAGE)
    voice.hush()
    await voice.until_quiet()
    assert dict(witness.fates) == {PAGE: "stopped", "Two.": "dropped"}


async def test_a_touch_lets_a_warning_finish_however_often(voice: Voice, witness: Witness) -> None:
    voice.say([warning(), words("Two.")])
    await witness.until_begun(WARNING)
    for _ in range(3):
        voice.hush()
        await asyncio.sleep(0)
    await voice.until_quiet()
    assert dict(witness.fates) == {WARNING: "finished", "Two.": "dropped"}


async def test_a_warning_that_still_waits_keeps_its_turn(voice: Voice, witness: Witness) -> None:
    voice.say([words(PAGE)])
    await witness.until_begun(PAGE)
    voice.say([warning()], Priority.NEXT)
    voice.hush()
    await voice.until_quiet()
    assert witness.fates == [(PAGE, "stopped"), (WARNING, "finished")]


async def test_a_new_page_waits_for_the_end_of_a_short_warning(voice: Voice, witness: Witness) -> None:
    voice.say([warning(), words("Old page.")], Priority.NOW)
    await witness.until_begun(WARNING)
    voice.say([words("New page.")], Priority.NOW)
    await voice.until_quiet()
    assert witness.fates == [("Old page.", "dropped"), (WARNING, "finished"), ("New page.", "finished")]


async def test_a_new_page_stops_a_long_warning(voice: Voice, witness: Witness) -> None:
    voice.say([warning(LONG_WARNING)], Priority.NOW)
    await witness.until_begun(LONG_WARNING)
    voice.say([words("New page.")], Priority.NOW)
    await voice.until_quiet()
    assert witness.fates == [(LONG_WARNING, "stopped"), ("New page.", "finished")]


async def test_signing_out_stops_even_a_warning(voice: Voice, witness: Witness) -> None:
    voice.say([warning(), warning("Another warning.")])
    await witness.until_begun(WARNING)
    voice.stop()
    await voice.until_quiet()
    assert dict(witness.fates) == {WARNING: "stopped", "Another warning.": "dropped"}
    voice.resume()
    assert not voice.speaking


# Leaving


async def test_nothing_of_a_page_that_was_left_is_ever_said(voice: Voice, witness: Witness) -> None:
    """Queue, pause and hush: wherever words of a page are kept, they are gone with it."""
    for keep in (lambda: None, voice.pause, voice.hush):
        witness.reports.clear()
        witness.begun.clear()
        voice.say([words(PAGE, "old"), words("Rest.", "old")])
        await witness.until_begun(PAGE)
        keep()
        voice.leave("old")
        voice.resume()
        await voice.until_quiet()
        assert dict(witness.fates) == {PAGE: "stopped", "Rest.": "dropped"}
        assert [utterance.text for utterance in witness.begun] == [PAGE]
        assert not voice.paused


# The customer's pause


async def test_a_pause_holds_and_goes_on_from_the_beginning_of_the_sentence(
    voice: Voice, witness: Witness, player: RecordingPlayer
) -> None:
    voice.say([words(PAGE), words("Two.")])
    await until_words(witness, "shown")
    voice.pause()
    assert voice.paused
    assert not voice.speaking
    await witness.until(lambda: witness.fates == [(PAGE, "stopped")])
    heard = len(player.heard)
    voice.pause()
    voice.resume()
    assert voice.speaking
    await voice.until_quiet()
    assert witness.fates == [(PAGE, "stopped"), (PAGE, "finished"), ("Two.", "finished")]
    assert [utterance.since for utterance in witness.begun] == [0, PAGE.index(" It is"), 0]
    assert len(player.heard) == heard + 3


async def test_a_pause_lasts_whatever_is_touched_and_said(voice: Voice, witness: Witness) -> None:
    voice.say([words(PAGE)])
    await witness.until_begun(PAGE)
    voice.pause()
    voice.hush()
    voice.say([words("News.")], Priority.NEXT)
    await witness.until(lambda: len(witness.reports) == 1)
    assert voice.paused
    voice.resume()
    await voice.until_quiet()
    assert witness.fates == [(PAGE, "stopped"), (PAGE, "finished"), ("News.", "finished")]


async def test_new_urgent_speech_ends_a_pause_and_what_it_held(voice: Voice, witness: Witness) -> None:
    voice.say([words(PAGE), words("Two.")])
    await witness.until_begun(PAGE)
    voice.pause()
    voice.say([words("New page.")], Priority.NOW)
    assert not voice.paused
    await voice.until_quiet()
    assert sorted(witness.fates) == sorted(
        [(PAGE, "stopped"), (PAGE, "dropped"), ("Two.", "dropped"), ("New page.", "finished")]
    )
    voice.resume()
    assert not voice.speaking


async def test_pausing_nothing_does_nothing(voice: Voice, witness: Witness) -> None:
    voice.pause()
    assert not voice.paused
    voice.say([Utterance("One.", "en", pause_after_ms=3_600_000)])
    await witness.until(lambda: len(witness.reports) == 1)
    voice.pause()
    await voice.until_quiet()
    assert not voice.paused


async def test_a_touch_and_then_the_pause_key_hold_what_the_touch_cut_off(voice: Voice, witness: Witness) -> None:
    voice.say([words(PAGE), words("Two.")])
    await witness.until_begun(PAGE)
    voice.hush()
    voice.pause()
    assert voice.paused
    await witness.until(lambda: (PAGE, "stopped") in witness.fates)
    assert not voice.speaking
    voice.resume()
    await voice.until_quiet()
    assert [fate for fate in witness.fates if fate[1] == "finished"] == [(PAGE, "finished"), ("Two.", "finished")]


async def test_every_utterance_has_one_report(voice: Voice, witness: Witness) -> None:
    """Also when hush, pause and resume come in one breath."""
    voice.say([words(PAGE), words("Two.")])
    await witness.until_begun(PAGE)
    voice.pause()
    voice.resume()
    voice.hush()
    voice.resume()
    await voice.until_quiet()
    assert [fate for _, fate in witness.fates].count("finished") == 2
    assert len(witness.reports) == len({id(report.utterance) for report in witness.reports})


# Private words


async def test_private_words_end_at_once_and_the_others_go_on(
    synthesiser: Synthesiser,
) -> None:
    player = RecordingPlayer(1.0)
    voice, witness = Voice(synthesiser, Outlet(player)), Witness()
    voice.add(witness)
    await voice.start()
    secret, secrets = words("Your balance is twelve thousand yuan.", private=True), words("And more.", private=True)
    voice.say([secret, secrets, words("Press Help.")])
    await witness.until_begun(secret.text)
    clock = asyncio.get_running_loop().time
    before = clock()
    voice.stop_private()
    while not player.heard:
        await asyncio.sleep(0)
    assert clock() - before < 0.1
    assert player.heard[0].seconds < 1
    voice.set_rate(300)
    await voice.until_quiet()
    await voice.aclose()
    assert sorted(witness.fates) == sorted(
        [(secret.text, "stopped"), (secrets.text, "dropped"), ("Press Help.", "finished")]
    )


async def test_private_words_are_not_kept_by_a_pause_or_a_hush(voice: Voice, witness: Witness) -> None:
    for keep in (voice.pause, voice.hush):
        voice.say([words(PAGE, private=True), words("Two.")])
        await witness.until_begun(PAGE)
        keep()
        voice.stop_private()
        assert not any(utterance.private for utterance in voice.hushed)
        voice.resume()
        await voice.until_quiet()
        assert [fate for text, fate in witness.fates if text == PAGE][-1] != "finished"
        assert witness.fates[-1] == ("Two.", "finished")
        witness.reports.clear()
        witness.begun.clear()


# The manner


async def test_a_change_is_heard_from_the_next_sentence_on(
    voice: Voice, witness: Witness, player: RecordingPlayer
) -> None:
    text = "This sentence has so many words. This sentence has so many words."
    voice.say([words(text)])
    await witness.until_begun(text)
    voice.set_rate(300)
    await voice.until_quiet()
    slow, quick = player.heard
    assert quick.seconds < slow.seconds * 0.8


@pytest.mark.parametrize(("pace", "rate"), [(1.0, 170), (0.8, 136), (0.64, 109), (0.3, 100)])
async def test_slower_is_a_share_of_the_rate_in_force(voice: Voice, pace: float, rate: int) -> None:
    assert voice.manner.rate_of(Utterance("x", "en", pace=pace)) == rate


async def test_who_hears_slow_speech_is_not_hurried_by_a_repeat(voice: Voice) -> None:
    voice.set_rate(90)
    assert voice.manner.rate_of(Utterance("x", "en", pace=0.64)) == 90


class PluggedInLater:
    """Fails as long as nothing is plugged in."""

    reason = "ok"

    def __init__(self) -> None:
        self.plugged = False
        self.heard = RecordingPlayer(QUICK)

    async def start(self, sound: Sound) -> TimedPlayback:
        if not self.plugged:
            raise NoSoundDevice("there is none")
        return await self.heard.start(sound)


async def test_a_headset_is_heard_at_once_where_there_was_no_sound_before(synthesiser: Synthesiser) -> None:
    device, witness = PluggedInLater(), Witness()
    voice = Voice(synthesiser, Outlet(device, SilentPlayer("no_device", QUICK), retry_s=3600))  # type: ignore[arg-type]
    voice.add(witness)
    await voice.start()
    voice.say([words("One.")])
    await voice.until_quiet()
    device.plugged = True
    voice.set_channel("headset")
    voice.say([words("Two.")])
    await voice.until_quiet()
    await voice.aclose()
    assert witness.fates == [("One.", "silent"), ("Two.", "finished")]
    assert witness.reasons == ["no_device", "ok"]
    assert witness.reports[-1].channel == "headset"


# The queue


def test_warnings_stay_before_what_comes_now() -> None:
    queue = SpeechQueue()
    queue.put([words("a"), warning()], Priority.NORMAL)
    assert [gone.text for gone in queue.put([words("b")], Priority.NOW)] == ["a"]
    queue.put([words("c")], Priority.NEXT)
    assert [queue.take().text for _ in range(3)] == [WARNING, "c", "b"]


# Whoever listens


class Broken(Witness):
    """Fails whatever it is told."""

    def _fail(self, news: object) -> None:
        raise RuntimeError(str(news))

    caption = began = ended = _fail  # type: ignore[assignment]


async def test_a_listener_that_fails_does_not_silence_the_voice(voice: Voice, player: RecordingPlayer) -> None:
    problems: list[dict[str, object]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: problems.append(context))
    voice.add(Broken())
    witness = Witness()
    voice.add(witness)
    voice.say([words("One."), words("Two.")])
    await voice.until_quiet()
    assert witness.fates == [("One.", "finished"), ("Two.", "finished")]
    assert len(player.heard) == 2
    assert {type(problem["exception"]) for problem in problems} == {RuntimeError}


# All of it at random


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_whatever_is_done_in_whatever_order_nothing_is_lost_or_said_twice(
    voice: Voice, witness: Witness, seed: int
) -> None:
    """Every utterance handed in has a report, none is finished twice, and nothing runs on."""
    chance, earcons = random.Random(seed), Earcons(voice)
    texts = [f"Sentence {number} is here. It has a second part." for number in range(80)]
    doing: list[Callable[[], object]] = [
        *(voice.hush, voice.pause, voice.resume, voice.stop_private, lambda: voice.leave("b")),
        *(
            lambda: earcons.play("help"),
            lambda: earcons.play("key"),
            lambda: voice.set_rate(chance.randrange(100, 300)),
        ),
    ]
    for text in texts:
        private, warn = chance.random() < 0.3, chance.random() < 0.2
        said = Utterance(text, "en", private=private, essential=warn, source_key=chance.choice("ab"))
        voice.say([said], chance.choice(list(Priority)))
        for _ in range(chance.randrange(4)):
            chance.choice(doing)()
            for _ in range(chance.randrange(30)):
                await asyncio.sleep(0)
    voice.resume()
    await voice.until_quiet()
    for text in texts:
        endings = [report.ending for report in witness.reports if report.utterance.text == text]
        assert endings
        assert endings.count("finished") <= 1
    assert not voice.paused
    voice.stop()
    await voice.aclose()
    names = {task.get_name() for task in asyncio.all_tasks()}
    assert not names & {"voice", "saying", "tones", "end of a sound"}
