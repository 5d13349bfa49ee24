"""When which word is said: eSpeak's own report, held against the sound itself."""

from __future__ import annotations

import sys
from array import array
from itertools import pairwise

import pytest

from accessibility.speech.engine import Mark, Speech
from accessibility.speech.frames import Request
from accessibility.speech.loudness import levelled_speech, peak, root_mean_square
from accessibility.speech.sentences import pieces
from accessibility.speech.sound import Sound, silence
from accessibility.speech.synthesiser import Synthesiser
from accessibility.speech.timing import moments
from accessibility.speech.word_marks import WordEvent, word_marks
from tests.accessibility.speech.test_pieces import square

espeak = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="eSpeak NG is the engine on Linux")

PAUSED = {
    "zh_CN": "您的余额，显示在屏幕上，请看一看，再按按钮，谢谢您。",
    "zh_TW": "您的餘額，顯示在螢幕上，請看一看，再按按鈕，謝謝您。",
    "en": "Your money, shown here, ten yuan, please look, thank you.",
}
DRIFT_S = 0.2


def test_a_word_reported_in_parts_begins_once() -> None:
    events = [WordEvent(0, 0.0), WordEvent(5, 0.4), WordEvent(6, 0.6), WordEvent(6, 0.8), WordEvent(5, 0.9)]
    assert word_marks("tail 62.", events, 1.0) == (Mark(0, 5, 0.0), Mark(5, 6, 0.4), Mark(6, 8, 0.6))


def test_reports_beyond_the_text_or_the_sound_are_left_out() -> None:
    assert word_marks("ab", [WordEvent(-1, 0.0), WordEvent(2, 0.1), WordEvent(0, 5.0)], 1.0) == ()


def test_marks_move_with_the_silence_that_is_cut() -> None:
    padded = Sound(22050, silence(0.5).pcm + square(1.0, 9000).pcm + silence(0.3).pcm)
    made = levelled_speech(Speech(padded, (Mark(0, 1, 0.0), Mark(1, 2, 0.7), Mark(2, 3, 1.79))), 3)
    assert [mark.begins for mark in made.marks] == [0.0, pytest.approx(0.2, abs=0.02)]


def test_what_is_level_already_only_gets_the_volume() -> None:
    sound = Sound(22050, silence(0.2).pcm + square(0.5, 3000).pcm)
    marks = (Mark(0, 1, 0.2),)
    loudest = levelled_speech(Speech(sound, marks, levelled=True), 5)
    assert (loudest.sound, loudest.marks) == (sound, marks)
    quieter = levelled_speech(Speech(sound, marks, levelled=True), 4)
    assert quieter.sound.seconds == sound.seconds
    assert root_mean_square(quieter.sound) == pytest.approx(root_mean_square(sound) * 10 ** (-4 / 20), rel=0.01)
    assert peak(quieter.sound) < peak(sound)


@espeak
@pytest.mark.parametrize("rate", [120, 170, 240])
@pytest.mark.parametrize("lang", PAUSED)
async def test_captions_of_espeak_keep_step_with_its_sound(synthesiser: Synthesiser, lang: str, rate: int) -> None:
    """Each clause begins where a silence ends; the caption's word after each mark must begin there, within 200 ms."""
    text = PAUSED[lang]
    made = await synthesiser.make(Request(0, text, lang, rate, 5))
    (piece,) = pieces(text)
    shown = list(moments(piece, text, made.sound.seconds, made.marks))
    clauses = [
        now.begins for before, now in pairwise(shown) if text[before.end - 1] in "，," or text[before.end] in "，,"
    ]
    heard = sound_begins(made.sound, pause_s=0.1 * 170 / rate)
    assert len(clauses) == len(heard) == 4
    assert max(abs(told - real) for told, real in zip(clauses, heard, strict=True)) <= DRIFT_S


@espeak
@pytest.mark.parametrize("lang", ["zh_CN", "en"])
async def test_every_word_has_its_mark(synthesiser: Synthesiser, lang: str) -> None:
    text = {"zh_CN": "您的活期账户余额是一万二千元，尾号六二二二。", "en": "The tail of the card is 6222, thank you."}[
        lang
    ]
    made = await synthesiser.make(Request(0, text, lang, 170, 3))
    begins = [mark.begins for mark in made.marks]
    assert begins == sorted(set(begins))
    assert made.marks[0].start == 0
    assert [before.end for before in made.marks[:-1]] == [after.start for after in made.marks[1:]]
    assert made.marks[-1].end == len(text)
    assert all(0 <= mark.begins < made.sound.seconds for mark in made.marks)
    assert len(made.marks) >= (12 if lang == "zh_CN" else 7)


def sound_begins(sound: Sound, pause_s: float) -> list[float]:
    """The moments at which sound begins again after a silence of at least `pause_s`."""
    samples = array("h", sound.pcm)
    step = sound.rate // 100
    loud = [max(map(abs, samples[at : at + step])) > 400 for at in range(0, len(samples), step)]
    found, still = [], 0
    for number, here in enumerate(loud):
        if here and still * 0.01 >= pause_s:
            found.append(number * 0.01)
        still = 0 if here else still + 1
    return found
