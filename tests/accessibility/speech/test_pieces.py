"""The pure parts: sentences, timing, queue, levels, files, frames, voices."""

from __future__ import annotations

import struct
from array import array
from pathlib import Path

import pytest

from accessibility.speech.engine import EngineVoice
from accessibility.speech.frames import LENGTHS, FrameError, Reply, Request, frame, lengths, read_reply, read_request
from accessibility.speech.loudness import levelled, peak, root_mean_square
from accessibility.speech.scratch import FolderScratch
from accessibility.speech.sentences import LONG, LONGEST, pieces
from accessibility.speech.sound import Sound, silence
from accessibility.speech.sound_file import SoundFileError, read_sound, write_wav
from accessibility.speech.speech_queue import SpeechQueue
from accessibility.speech.timing import estimated_seconds, moments
from accessibility.speech.utterance import Priority, Utterance
from accessibility.speech.voices import choose_voice

ESPEAK = (
    EngineVoice("sit/cmn-latn-pinyin", ("cmn-latn-pinyin",)),
    EngineVoice("sit/yue", ("yue",)),
    EngineVoice("sit/cmn", ("cmn",)),
    EngineVoice("gmw/en-us", ("en-us",)),
    EngineVoice("gmw/en", ("en-gb",)),
)
WINDOWS = (EngineVoice("huihui", ("zh-CN",)), EngineVoice("hanhan", ("zh-TW",)), EngineVoice("zira", ("en-US",)))
MAC = (EngineVoice("tingting", ("zh_CN",)), EngineVoice("meijia", ("zh_TW",)), EngineVoice("alex", ("en_US",)))


def square(seconds: float, height: int) -> Sound:
    samples = [height if at // 20 % 2 else -height for at in range(round(22050 * seconds))]
    return Sound(22050, array("h", samples).tobytes())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("您好。您的余额显示在屏幕上。请按按钮。", ["您好。您的余额显示在屏幕上。", "请按按钮。"]),
        ("It is 12.50 yuan. Press the button!", ["It is 12.50 yuan.", "Press the button!"]),
        ("「请稍候。」他说完了。", ["「请稍候。」", "他说完了。"]),
        ("One line only", ["One line only"]),
        ("……", []),
        ("", []),
    ],
)
def test_texts_are_cut_at_sentence_marks(text: str, said: list[str]) -> None:
    assert [piece.text for piece in pieces(text)] == said


def test_a_long_sentence_is_cut_at_its_clauses() -> None:
    cut = pieces("请您先看一看屏幕上的金额，" * 8 + "再按按钮。")
    assert len(cut) == 9
    assert max(len(piece.text) for piece in cut) <= LONG


@pytest.mark.parametrize("text", ["字" * 500, "word " * 100, "x" * 500])
def test_what_has_no_mark_is_cut_all_the_same(text: str) -> None:
    cut = pieces(text)
    assert max(len(piece.text) for piece in cut) <= LONGEST
    assert "".join(text[piece.start : piece.end] for piece in cut) == text


def test_words_and_groups_of_characters_take_turns() -> None:
    text = "您的余额显示在屏幕上。ABC 是 a test, yes."
    (first, second) = pieces(text)
    marked = [text[moment.start : moment.end] for piece in (first, second) for moment in moments(piece, text, 3.0)]
    assert marked == ["您的余额", "显示在", "屏幕上。", "ABC", "是", "a", "test,", "yes."]


def test_moments_rise_within_the_sound() -> None:
    text = "您的余额是一万二千三百四十五元六角，显示在屏幕上"
    (piece,) = pieces(text)
    begins = [moment.begins for moment in moments(piece, text, 5.0)]
    assert begins[0] == 0
    assert begins == sorted(set(begins))
    assert begins[-1] < 5


def test_silent_captions_keep_a_patient_pace() -> None:
    assert estimated_seconds("您" * 200, 170) == pytest.approx(60, rel=0.05)
    assert 50 < estimated_seconds("words " * 170, 170) < 70


def test_next_stands_before_normal_and_behind_other_next() -> None:
    queue = SpeechQueue()
    queue.put([said("a"), said("b")], Priority.NORMAL)
    queue.put([said("x")], Priority.NEXT)
    queue.put([said("y")], Priority.NEXT)
    assert queue.take().text == "x"
    queue.put([said("z")], Priority.NEXT)
    assert [queue.take().text for _ in range(4)] == ["y", "z", "a", "b"]


def test_now_empties_the_queue() -> None:
    queue = SpeechQueue()
    queue.put([said("a")], Priority.NORMAL)
    queue.put([said("b")], Priority.NEXT)
    assert [gone.text for gone in queue.put([said("c"), said("d")], Priority.NOW)] == ["b", "a"]
    assert [queue.take().text for _ in range(2)] == ["c", "d"]


def test_what_belongs_to_a_screen_can_be_taken_out() -> None:
    queue = SpeechQueue()
    queue.put([said("a", "home"), said("b", "help")], Priority.NORMAL)
    queue.put([said("x", "home"), said("y", "help")], Priority.NEXT)
    assert [gone.text for gone in queue.clear(lambda waiting: waiting.source_key == "home")] == ["x", "a"]
    queue.put([said("z")], Priority.NEXT)
    assert [queue.take().text for _ in range(3)] == ["y", "z", "b"]


def said(text: str, key: str = "") -> Utterance:
    return Utterance(text, "en", source_key=key)


def test_private_words_stay_out_of_reprs() -> None:
    assert "一万" not in repr(Utterance("一万元", "zh_CN", private=True))


@pytest.mark.parametrize("height", [300, 5000, 32767])
def test_all_come_to_one_level_and_none_clips(height: int) -> None:
    sound = levelled(square(0.5, height), 5)
    assert root_mean_square(sound) == pytest.approx(0.1, rel=0.02)
    assert peak(sound) < 1


def test_silent_edges_are_cut() -> None:
    padded = Sound(22050, silence(0.5).pcm + square(1.0, 9000).pcm + silence(0.7).pcm)
    assert 1.0 <= levelled(padded, 3).seconds < 1.05
    assert levelled(silence(1.0), 3).pcm == b""


def test_there_are_five_volumes() -> None:
    with pytest.raises(ValueError, match="volume 6"):
        levelled(square(0.1, 100), 6)


def test_wav_files_come_back_as_they_were() -> None:
    sound = square(0.1, 1234)
    assert read_sound(write_wav(sound)) == sound


def test_aiff_files_as_macos_writes_them() -> None:
    samples = [0, 1, -2, 32767, -32768]
    big = struct.pack(">5h", *samples)
    common = struct.pack(">hIh", 1, 5, 16) + struct.pack(">HQ", 16383 + 14, 22050 << 49)
    body = _chunk(b"COMM", common) + _chunk(b"SSND", struct.pack(">II", 0, 0) + big)
    assert read_sound(b"FORM" + struct.pack(">I", 4 + len(body)) + b"AIFF" + body) == Sound(
        22050, struct.pack("<5h", *samples)
    )


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack(">I", len(content)) + content + b"\0" * (len(content) % 2)


@pytest.mark.parametrize("content", [b"", b"RIFF", b"not a sound at all", b"FORM\0\0\0\4AIFF"])
def test_what_is_no_sound_file_is_told(content: bytes) -> None:
    with pytest.raises(SoundFileError):
        read_sound(content)


def test_where_there_are_no_files_in_memory_a_folder_does(tmp_path: Path) -> None:
    scratch = FolderScratch(tmp_path)
    Path(scratch.path).write_bytes(b"sound")
    assert scratch.take() == b"sound"
    assert list(tmp_path.iterdir()) == []
    assert scratch.take() == b""


def test_frames() -> None:
    request, reply = Request(7, "余额", "zh_CN", 170, 3), Reply(7, rate=22050)
    assert read_request(frame(request)[LENGTHS.size :]) == request
    content = frame(reply, b"abc")
    head, body = lengths(content[: LENGTHS.size])
    assert read_reply(content[LENGTHS.size : LENGTHS.size + head]) == reply
    assert (content[-body:], len(content)) == (b"abc", LENGTHS.size + head + 3)


def test_a_pipe_out_of_step_is_noticed() -> None:
    with pytest.raises(FrameError):
        lengths(b"Audio sa")
    with pytest.raises(FrameError):
        read_reply(b"Audio saved to")


@pytest.mark.parametrize(
    ("voices", "chosen"),
    [
        (ESPEAK, ("sit/cmn", "sit/cmn", "gmw/en")),
        (WINDOWS, ("huihui", "hanhan", "zira")),
        (MAC, ("tingting", "meijia", "alex")),
        (WINDOWS[:1], ("huihui", "huihui", "")),
    ],
)
def test_the_voice_of_each_language(voices: tuple[EngineVoice, ...], chosen: tuple[str, str, str]) -> None:
    assert tuple(choose_voice(lang, voices) for lang in ("zh_CN", "zh_TW", "en")) == chosen
