"""Figures in words, each sign still knowing where it stood."""

from __future__ import annotations

import pytest

from accessibility.speech.neural.figures import in_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("共12笔", "共十二笔"),
        ("35.50元", "三十五点五零元"),
        ("尾号0622", "尾号零六二二"),
        ("95588", "九五五八八"),
        ("没有", "没有"),
        ("0", "零"),
    ],
)
def test_figures_are_put_in_words(text: str, expected: str) -> None:
    assert in_words(text, {}).text == expected


def test_each_sign_knows_its_place_in_the_text() -> None:
    made = in_words("帳戶12元", {"帳": "账", "戶": "户"})
    assert made.text == "账户十二元"
    assert made.spans == ((0, 1), (1, 2), (2, 4), (2, 4), (4, 5))
