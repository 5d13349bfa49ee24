"""A mistake is counted once, and what is no mistake not at all."""

from __future__ import annotations

import pytest

from benchmarks.audio.scoring import compared, en_words, zh_plain


@pytest.mark.parametrize(
    ("said", "heard", "wrong"),
    [
        ("二万零一十元。", "两万零一十元", 0),
        ("我的余额，六元", "我的余额六元。", 0),
        ("一百元零五分", "一百元零五", 1),
        ("一百元零五分", "以一百元零五分", 1),
        ("一万二千元", "一万三千元", 1),
    ],
)
def test_chinese(said: str, heard: str, wrong: int) -> None:
    score = compared(zh_plain(said), zh_plain(heard))
    assert (score.errors, score.length) == (wrong, len(zh_plain(said)))


@pytest.mark.parametrize(
    ("said", "heard", "wrong"),
    [
        ("twelve thousand three hundred and forty-five yuan", "Twelve thousand, three hundred forty five yuan.", 0),
        ("three point one per cent", "three point one percent", 0),
        ("You owe nine yuan", "You owe five yuan.", 1),
        ("Your balance is shown", "Your parlance is", 2),
    ],
)
def test_english(said: str, heard: str, wrong: int) -> None:
    assert compared(en_words(said), en_words(heard)).errors == wrong


def test_what_is_put_in_left_out_or_exchanged_counts_once() -> None:
    assert [compared("abcd", heard).errors for heard in ("abcd", "abxcd", "acd", "abxd", "")] == [0, 1, 1, 1, 4]
