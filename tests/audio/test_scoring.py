"""The recogniser's own way of writing numbers is no mistake of ours, and a mistake is counted once."""

from __future__ import annotations

import pytest

from benchmarks.audio.scoring import best, en_readings, en_words, errors, zh_plain, zh_readings


@pytest.mark.parametrize(
    ("said", "heard", "wrong"),
    [
        ("一万二千三百四十五元六角", "12,345.6元", 0),
        ("一万二千三百四十五元六角", "1万2345元6角", 0),
        ("尾号六二二二", "尾号6222。", 0),
        ("百分之三点一五", "3.15%", 0),
        ("二万零一十元", "两万零一十元", 0),
        ("一百元零五分", "一百元零五", 1),
        ("一万二千元", "12,300元", 2),
    ],
)
def test_chinese_figures_are_read_back(said: str, heard: str, wrong: int) -> None:
    score = best(zh_plain(said), zh_readings(heard), zh_plain)
    assert (score.errors, score.length) == (wrong, len(said))


@pytest.mark.parametrize(
    ("said", "heard", "wrong"),
    [
        ("twelve thousand three hundred and forty-five yuan and sixty fen", "12,345 yuan and 60 fen.", 0),
        ("twelve thousand three hundred and forty-five yuan and sixty fen", "¥12,345.60", 0),
        ("six two two two", "6222", 0),
        ("the twenty-third of November", "the 23rd of November", 0),
        ("You owe nine yuan", "You owe 5 yuan.", 1),
        ("Your balance is shown", "Your parlance is", 2),
    ],
)
def test_english_figures_are_read_back(said: str, heard: str, wrong: int) -> None:
    assert best(en_words(said), en_readings(heard), en_words).errors == wrong


def test_what_is_put_in_left_out_or_exchanged_counts_once() -> None:
    assert errors("abcd", "abcd") == 0
    assert errors("abcd", "abxcd") == 1
    assert errors("abcd", "acd") == 1
    assert errors("abcd", "abxd") == 1
    assert errors("abcd", "") == 4
