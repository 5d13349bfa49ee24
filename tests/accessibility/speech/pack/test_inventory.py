"""The inventory of what is to be recorded: the same at every run, cut at words, and in the pack's own spelling."""

from __future__ import annotations

import pytest

from accessibility.speech.pack.normalising import normalised
from tools.voice_pack.inventory import inventory, minutes
from tools.voice_pack.inventory_cutting import MARKS, cut
from tools.voice_pack.inventory_same import same_reading
from tools.voice_pack.inventory_syllables import readings, syllables
from tools.voice_pack.item import Item

LONGEST_MINUTES = 160
"""At some 0.4 MB a minute still within 40 MB."""
ITEMS = inventory()


@pytest.mark.parametrize(
    ("voice", "sentence", "expected"),
    [
        ("zh", "余额是[三千][四百]五十[元]。", [
            Item("zh", "三千", "middle", "余额是", "四百五十元。"),
            Item("zh", "四百", "middle", "余额是三千", "五十元。"),
            Item("zh", "元", "last", "余额是三千四百五十", "。"),
        ]),
        ("en", "[You have] two yuan[, and press “this”]!", [
            Item("en", "you have", "first", "", " two yuan, and press this!"),
            Item("en", "and press this", "whole", "you have two yuan, ", "!"),
        ]),
        ("zh", "[請按「萬」，好嗎？]", [Item("zh", "请按万，好吗", "whole", "", "？")]),
        ("en", "Nothing at all.", []),
    ],
)  # fmt: skip
def test_cutting(voice: str, sentence: str, expected: list[Item]) -> None:
    """Each bracket is an item that knows what stands beside it and whether it is a pause."""
    assert list(cut(voice, sentence, same_reading())) == expected


def test_it_is_the_same_every_time() -> None:
    """Sorted, and nothing twice: what was recorded before is found again."""
    assert inventory() == ITEMS
    keys = [(item.voice, item.key, item.place) for item in ITEMS]
    assert len(set(keys)) == len(keys)
    assert [item for item in ITEMS if item.place != "syllable"] == list(inventory(syllables=False))


def test_every_sentence_can_be_said() -> None:
    """No bracket is left in it, it ends with a mark, and its keys are spelled as the voice will ask for them."""
    same = same_reading()
    for item in ITEMS:
        assert not set(item.sentence) & set("[]{}"), item
        assert item.sentence.strip()[-1] in MARKS, item
        assert item.place == "syllable" or normalised(item.key, item.voice, same) == item.key, item


def test_it_can_be_installed() -> None:
    """Its length stays within what a kiosk is asked to hold."""
    assert minutes(ITEMS) < LONGEST_MINUTES


def test_every_reading_has_its_syllable() -> None:
    """Characters and words are read with syllables that are recorded, a syllable a character."""
    bank = {item.key for item in ITEMS if item.place == "syllable"}
    assert bank == set(syllables())
    for word, said in readings().items():
        assert set(said.split()) <= bank, word
        assert len(said.split()) == len(word), word


def test_common_characters_have_a_reading() -> None:
    """In simplified and traditional."""
    known = readings()
    text = "王秀英李国强陈淑芬林美玉赵钱孙周吴郑便民超市药房医院菜市场國強藥局銀行電信"
    assert not {character for character in text if character not in known}
    assert known["银行"] == "yin2 hang2"
    assert known["重庆"] == "chong2 qing4"
