"""How the parts of a line are joined for the ear."""

from __future__ import annotations

import pytest

from accessibility.narration import together
from accessibility.phrase import Phrase, covered


@pytest.mark.parametrize(
    ("lang", "parts", "said"),
    [
        ("zh_CN", ("您是哪一位？", "两 个步骤中的第 一 步"), "您是哪一位？两个步骤中的第一步"),
        ("zh_CN", ("我的账户。", "第 二 步"), "我的账户，第二步"),
        ("zh_TW", ("十一月 二十三日", "星期一"), "十一月二十三日，星期一"),
        ("en", ("Your PIN", "Step two of two"), "Your PIN, Step two of two"),
        ("en", ("Who are you?", "Step one of two"), "Who are you? Step one of two"),
        ("zh_CN", ("Mrs Green 您好",), "Mrs Green 您好"),
    ],
)
def test_parts_are_joined_as_people_pause(lang: str, parts: tuple[str, ...], said: str) -> None:
    assert [line.said for line in together(lang, *map(Phrase, parts))] == [said]


def test_what_is_covered_and_has_nothing_to_say_is_silent() -> None:
    party = covered(Phrase("Li Fang", private=True))
    assert party.shown == "••••"
    assert together("zh_CN", party) == ()
    assert [line.said for line in together("zh_CN", Phrase("转账"), party)] == ["转账"]
