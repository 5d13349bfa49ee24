"""Which sentence a clip is cut from: as few sentences as possible, and only where the words stand alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from accessibility.speech.neural.speakers import SPEAKERS
from accessibility.speech.neural.units import Unit
from tools.voice_pack.item import Item
from tools.voice_pack.sentence import Sentence, kept
from tools.voice_pack.sharing import spots


def sentence(text: str, tones: dict[int, str] | None = None) -> Sentence:
    """A sentence whose characters sound as themselves; `tones` are added by position."""
    units = []
    for at, sign in enumerate(text):
        if sign in "，。":
            last = units[-1]
            units[-1] = Unit(last.start, last.end, last.phonemes, ", " if sign == "，" else ". ")
        else:
            units.append(Unit(at, at + 1, sign + (tones or {}).get(at, ""), ""))
    return Sentence(text, tuple(units), SPEAKERS["zh"], Path(text))


def shared(*items: Item, **other: Sentence) -> dict[str, str]:
    """The sentence that each item's clip is cut from, by its key."""
    own = {item: other.get(item.key, sentence(item.sentence)) for item in items}
    return {item.key: spot.sentence.text for item, spot in spots(items, own).items()}


def test_one_sentence_serves_all_the_clips_in_it() -> None:
    first = Item("zh", "三千", "middle", "共有", "二百元。")
    second = Item("zh", "二百", "middle", "共有三千", "元。")
    third = Item("zh", "共有", "first", "", "三千二百元。")
    assert set(shared(first, second, third).values()) == {"共有三千二百元。"}
    other = Item("zh", "二百", "middle", "它是", "元。")
    assert shared(first, other)["二百"] == "共有三千二百元。"


def test_the_end_of_a_sentence_is_no_middle() -> None:
    middle = Item("zh", "三千", "middle", "共有", "二百元。")
    last = Item("zh", "三千", "last", "共有", "。")
    found = spots([middle, last], {middle: sentence(middle.sentence), last: sentence(last.sentence)})
    assert found[middle].sentence.text != found[last].sentence.text


def test_words_that_sound_otherwise_there_are_not_taken() -> None:
    plain = Item("zh", "五百", "middle", "有", "元。")
    carrier = Item("zh", "有五百元共", "first", "", "一百元。")
    changed = sentence(carrier.sentence, {1: "!"})
    assert shared(plain, carrier, 有五百元共=changed)["五百"] == plain.sentence
    assert shared(plain, carrier)["五百"] == carrier.sentence


def test_what_stands_alone_keeps_its_own_sentence() -> None:
    whole = Item("zh", "余额", "whole", "", "。")
    single = Item("zh", "五", "middle", "有", "元。")
    other = Item("zh", "五元", "middle", "共", "余额。")
    found = shared(whole, single, other)
    assert found["余额"] == "余额。"
    assert found["五"] == "有五元。"


def test_a_clip_cut_through_a_word_is_refused() -> None:
    item = Item("en", "the", "middle", "on ", " way")
    joined = Sentence("on the way", (Unit(0, 6, "ɔnðə", " "), Unit(7, 10, "wA")), SPEAKERS["en"], Path("x"))
    with pytest.raises(ValueError, match="within a word"):
        spots([item], {item: joined})


def test_where_a_sound_is_kept_tells_all_it_depends_on() -> None:
    cache, speaker = Path("cache"), SPEAKERS["zh"]
    assert kept(cache, "nin↗", speaker) == kept(cache, "nin↗", speaker)
    assert kept(cache, "nin↗", speaker) != kept(cache, "nin↘", speaker)
    assert kept(cache, "nin↗", speaker) != kept(cache, "nin↗", SPEAKERS["en"])
