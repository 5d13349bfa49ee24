"""Mandarin words and their readings, by jieba and pypinyin and our lexicon. Needs the neural extra."""

from __future__ import annotations

import pytest

pytest.importorskip("jieba")
pytest.importorskip("pypinyin")

from accessibility.speech.neural.phonemes_zh import Mandarin
from accessibility.speech.neural.readings import Readings
from accessibility.speech.neural.sandhi import change
from accessibility.speech.neural.units import written
from accessibility.spoken.lexicon import Lexicon


@pytest.fixture(scope="module")
def readings() -> Readings:
    return Readings(Lexicon.load().words)


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("银行长期", "yin2 hang2 chang2 qi1"),
        ("中国银行行长在重庆", "zhong1 guo2 yin2 hang2 hang2 zhang3 zai4 chong2 qing4"),
        ("应还款", "ying1 huan2 kuan3"),
        ("转账理财存单", "zhuan3 zhang4 li3 cai2 cun2 dan1"),
        ("重置调整", "chong2 zhi4 tiao2 zheng3"),
        ("一万二千三百四十五元六角", "yi2 wan4 er4 qian1 san1 bai3 si4 shi2 wu3 yuan2 liu4 jiao3"),
        ("一百一十一元一角一分", "yi4 bai3 yi1 shi2 yi1 yuan2 yi4 jiao3 yi4 fen1"),
        ("五百五十五元", "wu2 bai3 wu3 shi2 wu3 yuan2"),
        ("百分之三点五", "bai3 fen1 zhi1 san1 dian3 wu3"),
        ("一月一日", "yi1 yue4 yi1 ri4"),
        ("看得清", "kan4 de5 qing1"),
        ("是不是", "shi4 bu5 shi4"),
        ("这儿", "zhe4 er5"),
        ("女儿", "nü3 er2"),
    ],
)
def test_how_words_are_read(readings: Readings, text: str, pinyin: str) -> None:
    words = readings.words(text)
    change(words)
    assert " ".join(f"{syllable.sound}{syllable.tone}" for word in words for syllable in word) == pinyin


def test_each_character_knows_where_it_stands(readings: Readings) -> None:
    text = "您好，余额是五元。"
    units = Mandarin(readings)(text)
    assert "".join(text[unit.start : unit.end] for unit in units) == "您好余额是五元"
    assert written(units) == "nin↗xau↓, y↗ɤ↗ ʂɨ↘ u↓ɥɛn↗."


def test_letters_are_spelled_and_syllables_said(readings: Readings) -> None:
    assert written(Mandarin(readings)("B字，ma3字")) == "bˈi ʦɨ↘, ma↓ʦɨ↘"
