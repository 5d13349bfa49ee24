"""Which words are marked when: as the engine says, in groups the eye can follow."""

from __future__ import annotations

import re

import pytest

from accessibility.speech.engine import Mark
from accessibility.speech.sentences import Piece, pieces
from accessibility.speech.timing import Moment, moments
from i18n.languages import catalogue

ZH = "您的余额是一万二千三百四十五元六角。"


def words(text: str, found: tuple[Moment, ...]) -> list[tuple[str, float]]:
    return [(text[moment.start : moment.end], round(moment.begins, 2)) for moment in found]


def test_one_mark_for_each_character_is_shown_in_groups_of_two_to_four() -> None:
    (piece,) = pieces(ZH)
    marks = [Mark(at, at + 1, at * 0.2) for at in range(len(ZH) - 1)]
    found = moments(piece, ZH, 3.6, marks)
    assert words(ZH, found) == [
        ("您的余额", 0.0), ("是一万", 0.8), ("二千三百", 1.4), ("四十五元", 2.2), ("六角。", 3.0),
    ]  # fmt: skip


def test_one_mark_for_a_whole_phrase_is_shared_out() -> None:
    (piece,) = pieces(ZH)
    found = moments(piece, ZH, 5.0, [Mark(0, 5, 0.0), Mark(5, 18, 2.0)])
    assert [text for text, _ in words(ZH, found)] == ["您的余额", "是一万", "二千三百", "四十五元", "六角。"]
    begins = [moment.begins for moment in found]
    assert begins[1] == pytest.approx(1.6)
    assert 2.0 < begins[2] < begins[3] < begins[4] < 5.0


def test_marks_of_words_in_english() -> None:
    text = "Good morning. Your balance is ten yuan."
    piece = Piece("Your balance is ten yuan.", 13, len(text))
    spoken = ["Your", "balance", "is", "ten", "yuan."]
    marks = [Mark(piece.text.index(word), piece.text.index(word) + len(word), 0.3 * n) for n, word in enumerate(spoken)]
    found = moments(piece, text, 1.6, marks)
    assert words(text, found) == [(word, pytest.approx(0.3 * n)) for n, word in enumerate(spoken)]


def test_marks_are_those_of_its_own_words_where_the_same_stand_before() -> None:
    text = "One. Two. One."
    piece = Piece("One.", 9, 14)
    assert words(text, moments(piece, text, 1.0, [Mark(0, 3, 0.25)])) == [("One.", 0.25)]


def test_a_mark_that_goes_back_does_not_take_the_caption_back() -> None:
    text = "one two three"
    marks = [Mark(0, 3, 0.0), Mark(4, 7, 0.9), Mark(8, 13, 0.5)]
    begins = [moment.begins for moment in moments(pieces(text)[0], text, 1.5, marks)]
    assert begins == sorted(begins)


def test_more_words_than_marks() -> None:
    text = "one two three four"
    found = moments(pieces(text)[0], text, 2.0, [Mark(4, 7, 1.0)])
    assert [moment.begins for moment in found][:2] == [1.0, 1.0]
    assert [text[moment.start : moment.end] for moment in found] == ["one", "two", "three", "four"]
    assert found[-1].begins < 2.0


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "您的活期账户余额是一万二千三百四十五元六角",
            ["您的活期", "账户余额", "是一万", "二千三百", "四十五元", "六角"],
        ),
        ("請您先看一看螢幕上的金額，再按按鈕。", ["請您先", "看一看", "螢幕上的", "金額，", "再按按鈕。"]),
        ("两千零五元三角", ["两千", "零五元", "三角"]),
        ("十一月二十三日，星期一", ["十一月", "二十三日，", "星期一"]),
        ("的", ["的"]),
    ],
)
def test_no_chinese_word_is_cut_in_two(text: str, shown: list[str]) -> None:
    assert [text[moment.start : moment.end] for moment in moments(pieces(text)[0], text, 3.0)] == shown


@pytest.mark.parametrize("lang", ["zh_CN", "zh_TW"])
def test_all_our_own_messages_are_marked_whole_in_small_groups(lang: str) -> None:
    for text in catalogue(lang)._catalog.values():  # type: ignore[attr-defined]
        for piece in pieces(text):
            spans = [(moment.start, moment.end) for moment in moments(piece, text, 3.0)]
            shown = "".join(text[start:end] for start, end in spans)
            assert "".join(shown.split()) == "".join(text[piece.start : piece.end].split())
            groups = ["".join(re.findall("[\u4e00-\u9fff]", text[start:end])) for start, end in spans]
            assert max(map(len, groups)) <= 6
