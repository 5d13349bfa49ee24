"""The lexicon: words found, words in each other's way, respelled words, and bad files told by their line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.spoken.lexicon import Lexicon, LexiconError


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


def read(lexicon: Lexicon, text: str) -> dict[str, str]:
    return {text[found.start : found.end]: found.pinyin for found in lexicon.readings(text)}


SENTENCES = [
    ("银行行长来了", {"银行": "yin2 hang2", "行长": "hang2 zhang3"}),
    ("本月应还多少", {"应还": "ying1 huan2", "多少": "duo1 shao3"}),
    ("还没还的贷款", {"还没还": "hai2 mei2 huan2"}),
    ("机器要还是停了", {"要还是": "yao4 hai2 shi5"}),
    ("每月还贷款", {"还贷": "huan2 dai4"}),
    ("看看还了多少", {"还了": "huan2 le5", "多少": "duo1 shao3"}),
    ("可以为您服务", {"可以": "ke3 yi3", "为您": "wei4 nin2"}),
    ("您的项目的名称", {"项目": "xiang4 mu4", "名称": "ming2 cheng1"}),
    ("这是中风险的理财", {"中风险": "zhong1 feng1 xian3", "理财": "li3 cai2"}),
    ("没收到钱", {"没收到": "mei2 shou1 dao4"}),
    ("工作人员参与", {"工作": "gong1 zuo4", "参与": "can1 yu4"}),
    ("您的确认", {"的确认": "de5 que4 ren4"}),
    ("需要求助", {"需要": "xu1 yao4"}),
    ("重庆分行的利率", {"重庆": "chong2 qing4", "分行": "fen1 hang2", "利率": "li4 lü4"}),
    ("全部长期存款", {"全部": "quan2 bu4", "长期": "chang2 qi1"}),
    ("单阿姨的存单", {"单": "shan4", "存单": "cun2 dan1"}),
    ("了解先生的情况", {"了解": "liao3 jie3"}),
    ("请找解先生", {"解": "xie4"}),
    ("解决了", {}),
    ("", {}),
]


@pytest.mark.parametrize(("text", "wanted"), SENTENCES)
def test_words_in_a_sentence(lexicon: Lexicon, text: str, wanted: dict[str, str]) -> None:
    assert read(lexicon, text) == wanted


TRADITIONAL = [
    ("銀行轉帳給行長", ["yin2 hang2", "zhuan3 zhang4", "hang2 zhang3"]),
    ("本月應還，還沒還", ["ying1 huan2", "hai2 mei2 huan2"]),
    ("請重新試，不要著急", ["chong2 xin1", "zhao2 ji2"]),
    ("長輩單阿姨", ["zhang3 bei4", "shan4"]),
    ("為什麼餘額還差", ["wei4 shen2 me5", "yu2 e2", "hai2 cha4"]),
]


@pytest.mark.parametrize(("text", "wanted"), TRADITIONAL)
def test_traditional_text_is_read_alike(lexicon: Lexicon, text: str, wanted: list[str]) -> None:
    assert [found.pinyin for found in lexicon.readings(text)] == wanted


def test_there_are_enough_words_and_each_is_found_whole(lexicon: Lexicon) -> None:
    assert len(lexicon.words) >= 500
    for word, pinyin in lexicon.words.items():
        assert lexicon.readings(word) == ((0, len(word), pinyin),)


def test_a_respelled_text_keeps_its_length_and_whatever_has_one_reading(lexicon: Lexicon) -> None:
    assert lexicon.respelled("本月应还 3,860 元") == "本月英环 3,860 元"
    assert lexicon.respelled("銀行行長") == "銀航航掌"
    assert lexicon.respelled("今天天气好") == "今天天气好"
    assert lexicon.respelled("请过一会儿再试，這會兒忙") == "请过一会而再试，這會而忙"


@given(st.text(alphabet="银行长还款应没单阿姨重庆得了 银行abc，。要是", max_size=30))
def test_any_text_keeps_its_length_and_no_words_cross(lexicon: Lexicon, text: str) -> None:
    assert len(lexicon.respelled(text)) == len(text)
    ends = [0]
    for found in lexicon.readings(text):
        assert ends[-1] <= found.start < found.end <= len(text)
        assert len(found.pinyin.split()) == found.end - found.start
        ends.append(found.end)


def test_a_bank_adds_its_own_words(tmp_path: Path) -> None:
    own = tmp_path / "lexicon.toml"
    own.write_text('[words]\n"单田芳" = "shan4 tian2 fang1"\n"银行" = "yin2 xing2"\n', encoding="utf-8")
    lexicon = Lexicon.load(own, tmp_path / "not there.toml")
    assert read(lexicon, "单田芳在银行") == {"单田芳": "shan4 tian2 fang1", "银行": "yin2 xing2"}
    assert lexicon.respelled("单田芳") == "善田芳"


BAD = [
    ('[words]\n"银行" = "yin2"\n', "line 2: 银行 needs 2 syllables"),
    ('[words]\n\n"银行" = "yin2 hang"\n', "line 3: 银行 'hang' is no pinyin"),
    ('[words]\n"银行" = "yin2 hxng2"\n', "line 2: 银行 'hxng2' is no pinyin"),
    ('[words]\n"银行" = 7\n', "line 2: 银行 needs 2 syllables"),
    ('[words]\n"bank" = "yin2"\n', "line 2: bank is not written in Chinese"),
    ('[words]\n"银行" = "yin2 hang2\n', "line 2"),
    ('[word]\n"银行" = "yin2 hang2"\n', "line 1: word no such table"),
    ('words = 3\n', "line 1: words must be a table"),
    ('[homophones]\n"行" = { hang2 = "航行" }\n', "line 2: 行 needs a reading"),
    ('[titles]\nafter = [1]\n', "line 2: after must be a list"),
    ('[traditional]\npairs = "銀银 行"\n', "line 2: 行 must be two characters"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), BAD)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "lexicon.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        Lexicon.load(path)
    assert str(path) in str(caught.value)
    assert told in str(caught.value)


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LexiconError, match=r"lexicon\.toml"):
        Lexicon.load(path)
