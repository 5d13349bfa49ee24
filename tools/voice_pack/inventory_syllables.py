"""The bank of Mandarin syllables: with it any name can be said, choppier but in the same voice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from accessibility.spoken.lexicon import Lexicon
from tools.voice_pack.item import Item

TABLE = Path(__file__).with_name("syllables.txt")
_BEHIND = "字"
"""Said behind each syllable: its closed beginning cuts cleanly, and nothing before a fourth tone changes its own."""
_TOGETHER = 4
"""Syllables in one sentence: the voice is at its best in sentences of some length."""
WORDS = {
    "重庆": "chong2 qing4", "銀行": "yin2 hang2", "银行": "yin2 hang2", "行长": "hang2 zhang3", "行程": "xing2 cheng2",
    "旅行": "lü3 xing2", "旅行社": "lü3 xing2 she4", "音乐": "yin1 yue4", "音樂": "yin1 yue4", "重新": "chong2 xin1",
    "校长": "xiao4 zhang3", "院长": "yuan4 zhang3", "厂长": "chang3 zhang3", "店长": "dian4 zhang3",
    "會計": "kuai4 ji4", "会计": "kuai4 ji4", "大夫": "dai4 fu5", "银杏": "yin2 xing4", "便宜": "pian2 yi5",
    "朝阳": "chao2 yang2", "朝陽": "chao2 yang2", "长安": "chang2 an1", "成长": "cheng2 zhang3", "单县": "shan4 xian4",
    "大都": "da4 du1", "首都": "shou3 du1", "成都": "cheng2 du1", "都市": "du1 shi4", "还有": "hai2 you3",
    "还要": "hai2 yao4", "还是": "hai2 shi4", "觉得": "jue2 de5", "睡觉": "shui4 jiao4", "快乐": "kuai4 le4",
    "参差": "cen1 ci1", "人参": "ren2 shen1", "出差": "chu1 chai1", "差异": "cha1 yi4", "理发": "li3 fa4",
    "头发": "tou2 fa5", "美发": "mei3 fa4", "发廊": "fa4 lang2", "了解": "liao3 jie3", "目的": "mu4 di4",
    "的士": "di1 shi4", "目的地": "mu4 di4 di4", "着火": "zhao2 huo3", "没收": "mo4 shou1", "淹没": "yan1 mo4",
    "为了": "wei4 le5", "因为": "yin1 wei4", "行为": "xing2 wei2", "进行": "jin4 xing2", "自行车": "zi4 xing2 che1",
    "银行卡": "yin2 hang2 ka3", "行李": "xing2 li5", "步行": "bu4 xing2", "发行": "fa1 hang2", "调整": "tiao2 zheng3",
    "空调": "kong1 tiao2", "调料": "tiao2 liao4", "一行": "yi4 hang2", "厦门": "xia4 men2", "蚌埠": "beng4 bu4",
    "六安": "lu4 an1", "番禺": "pan1 yu2", "东莞": "dong1 guan3", "台州": "tai1 zhou1", "丽水": "li2 shui3",
    "单位": "dan1 wei4", "曾经": "ceng2 jing1", "尽管": "jin3 guan3", "地铁": "di4 tie3", "土地": "tu3 di4",
    "给予": "ji3 yu3", "供给": "gong1 ji3", "应该": "ying1 gai1", "答应": "da1 ying4", "相片": "xiang4 pian4",
    "照相": "zhao4 xiang4", "种植": "zhong4 zhi2", "中奖": "zhong4 jiang3", "降低": "jiang4 di1", "投降": "tou2 xiang2",
    "提供": "ti2 gong1", "分数": "fen1 shu4", "水分": "shui3 fen4", "爱好": "ai4 hao4", "好客": "hao4 ke4",
    "教书": "jiao1 shu1", "担子": "dan4 zi5", "处理": "chu3 li3", "好处": "hao3 chu4", "干净": "gan1 jing4",
    "饼干": "bing3 gan1", "干洗": "gan1 xi3", "干果": "gan1 guo3", "间隔": "jian4 ge2", "倒车": "dao4 che1",
    "模样": "mu2 yang4", "奇数": "ji1 shu4", "传记": "zhuan4 ji4", "传说": "chuan2 shuo1", "转账": "zhuan3 zhang4",
    "药铺": "yao4 pu4", "当铺": "dang4 pu4", "量贩": "liang4 fan4", "大量": "da4 liang4", "测量": "ce4 liang2",
    "体重": "ti3 zhong4", "重复": "chong2 fu4", "重阳": "chong2 yang2", "角色": "jue2 se4", "主角": "zhu3 jue2",
    "宿舍": "su4 she4", "切糕": "qie1 gao1", "扎啤": "zha1 pi2", "炸鸡": "zha2 ji1", "炸酱": "zha2 jiang4",
    "胖子": "pang4 zi5", "包子": "bao1 zi5", "饺子": "jiao3 zi5", "粽子": "zong4 zi5", "妻子": "qi1 zi5",
    "儿子": "er2 zi5", "妈妈": "ma1 ma5", "爸爸": "ba4 ba5", "奶奶": "nai3 nai5", "爷爷": "ye2 ye5",
    "姐姐": "jie3 jie5", "哥哥": "ge1 ge5", "弟弟": "di4 di5", "妹妹": "mei4 mei5", "先生": "xian1 sheng5",
    "豆腐": "dou4 fu5", "衣服": "yi1 fu5", "馒头": "man2 tou5", "石头": "shi2 tou5", "木头": "mu4 tou5",
    "尉迟": "yu4 chi2", "万俟": "mo4 qi2", "单田芳": "shan4 tian2 fang1", "任先生": "ren2 xian1 sheng5",
}  # fmt: skip
"""Words whose characters are read otherwise than by themselves."""


def syllable_items() -> Iterator[Item]:
    """Each syllable, four to a sentence: ma3字，tian1字，…"""
    all_syllables = list(syllables())
    for start in range(0, len(all_syllables), _TOGETHER):
        some = all_syllables[start : start + _TOGETHER]
        for at, syllable in enumerate(some):
            before = "".join(f"{other}{_BEHIND}，" for other in some[:at])
            after = _BEHIND + "".join(f"，{other}{_BEHIND}" for other in some[at + 1 :]) + "。"
            yield Item("zh", syllable, "syllable", before, after)


def syllables() -> dict[str, str]:
    """Every syllable of the bank with the characters that are read so."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(" ") for line in lines if not line.startswith("#"))
    return {syllable: characters for syllable, _, characters in pairs}


def readings() -> dict[str, str]:
    """For the manifest: the syllable of each character, and those of words read otherwise, the lexicon's included."""
    single = {character: syllable for syllable, characters in syllables().items() for character in characters}
    bank = set(syllables())
    words = {**WORDS, **Lexicon.load().words}
    return single | {word: said for word, said in words.items() if set(said.split()) <= bank}
