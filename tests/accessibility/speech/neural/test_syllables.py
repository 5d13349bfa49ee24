"""Pinyin in the model's alphabet: initials, finals as they are spelled, tones."""

from __future__ import annotations

import pytest

from accessibility.speech.neural.syllables import phonemes


@pytest.mark.parametrize(
    ("pinyin", "expected"),
    [
        ("ma1", "ma→"), ("ma2", "ma↗"), ("ma3", "ma↓"), ("ma4", "ma↘"), ("ma5", "ma"),
        ("zhang3", "ꭧaŋ↓"), ("zhi1", "ꭧɨ→"), ("si4", "sɨ↘"), ("ri4", "ɻɨ↘"), ("ji4", "ʨi↘"), ("bo1", "pwo→"),
        ("yuan2", "ɥɛn↗"), ("yu2", "y↗"), ("jue2", "ʨɥe↗"), ("qu4", "ʨʰy↘"), ("xun1", "ɕyn→"), ("nü3", "ny↓"),
        ("lüe4", "lɥe↘"), ("lve4", "lɥe↘"), ("yi1", "i→"), ("ying4", "iŋ↘"), ("yong4", "jʊŋ↘"), ("you3", "jou↓"),
        ("liu4", "ljou↘"), ("wu3", "u↓"), ("wen4", "wən↘"), ("dui4", "twei↘"), ("sun1", "swən→"), ("er4", "ɚ↘"),
        ("weng1", "wəŋ→"), ("chuang2", "ꭧʰwaŋ↗"), ("xiong2", "ɕjʊŋ↗"), ("e2", "ɤ↗"), ("shui3", "ʂwei↓"),
    ],
)  # fmt: skip
def test_a_syllable_in_the_models_alphabet(pinyin: str, expected: str) -> None:
    assert phonemes(pinyin) == expected


@pytest.mark.parametrize("nonsense", ["ma", "ma6", "xx3", "银", ""])
def test_what_is_no_pinyin_is_refused(nonsense: str) -> None:
    with pytest.raises(ValueError, match="no pinyin"):
        phonemes(nonsense)
