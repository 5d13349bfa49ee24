"""The people of the demo books: who may sign in, with which card and PIN. Public on purpose: none of it is real.

Card numbers start with 629999, a prefix no bank has, and end in a Luhn check digit.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class DemoPerson:
    """A demo customer. `age` is her age in whole years on the last day of the books."""

    id: str
    household: str
    legal_name: str
    greeting: dict[str, str]
    age: int
    stage: str
    """Life stage of CHECKUP.md 2.3."""
    card: str
    pin: str
    mode: str
    lang: str
    dependants: int = 0
    guardian_id: str | None = None
    manager_id: str = "staff-li"
    """Her relationship manager."""
    entitlements: tuple[str, ...] = ("balances", "checkup", "help", "goals")
    preferences: dict[str, object] = field(default_factory=dict)
    told: dict[str, object] = field(default_factory=dict)
    """What she told the bank of herself (kiosk.bank.told)."""
    answers: dict[str, int] = field(default_factory=dict)
    """Of the risk questionnaire; empty when she never answered it."""
    answered_days_ago: int = 0

    def birth_date(self, today: date) -> date:
        """A birthday, early in the year, that makes her `age` on that day."""
        born = date(today.year - self.age, 1 + sum(self.id.encode()) % 9, 1 + sum(self.id.encode()) % 27)
        return born if (born.month, born.day) <= (today.month, today.day) else born.replace(year=born.year - 1)


def _answers(letters: str, *, right: int = 3) -> dict[str, int]:
    """Answers of the questionnaire by letter, A the first; so many of the knowledge questions answered rightly."""
    asked = (
        "age", "net_assets", "share_for_investing", "experience", "years", "attitude_to_loss", "gamble", "horizon",
        "purpose", "anxiety", "protection_first",
    )  # fmt: skip
    known = {"interest": 0, "inflation": 2, "spreading": 1}
    told = {name: ord(letter) - ord("A") for name, letter in zip(asked, letters, strict=True)}
    return told | {name: answer if at < right else -1 for at, (name, answer) in enumerate(known.items())}


def _told(**facts: object) -> dict[str, object]:
    """What is told by everybody who was asked: no goals, nothing spent abroad, unless said otherwise."""
    return {"goals": [], "foreign_spending_share": "0", "savings_premiums": "0", **facts}


@dataclass(frozen=True)
class DemoHelper:
    """A demo member of staff."""

    id: str
    badge: str
    pin: str
    names: dict[str, str]
    role: str
    look: dict[str, str]
    """How to recognise her."""


WANG = DemoPerson(
    "wang-xiuying", "wang", "王秀英", {"zh_CN": "王阿姨", "zh_TW": "王阿姨", "en": "Mrs Wang"},
    78, "S4", "6299990010010006222", "135790", "elder", "zh_CN",
    told=_told(medical_cover=True), answers=_answers("EDBBBBABBBB"), answered_days_ago=96,
)  # fmt: skip
CHEN = DemoPerson(
    "chen-guodong", "chen", "陈国栋", {"zh_CN": "陈老师", "zh_TW": "陳老師", "en": "Mr Chen"},
    82, "S4", "6299990020020020006", "246802", "elder", "zh_CN",
    preferences={"text_size": 150, "theme": "contrast", "rate": 1},
    told=_told(medical_cover=True), answers=_answers("ECBBCBABBBB"), answered_days_ago=381,
)  # fmt: skip
ZHAO = DemoPerson(
    "zhao-qiang", "zhao", "赵强", {"zh_CN": "赵先生", "zh_TW": "趙先生", "en": "Mr Zhao"},
    45, "S2", "6299990030030030002", "314159", "standard", "zh_CN", dependants=1,
    told=_told(life_cover="800000", protective_premiums="6800"),
    answers=_answers("BDCCDCCCBCC"), answered_days_ago=210,
)  # fmt: skip
LIU = DemoPerson(
    "liu-min", "zhao", "刘敏", {"zh_CN": "刘女士", "zh_TW": "劉女士", "en": "Ms Liu"},
    43, "S2", "6299990030030040001", "271828", "standard", "zh_CN", dependants=1,
    told=_told(life_cover="300000", protective_premiums="3200"),
    answers=_answers("BCCCDCCCBCC"), answered_days_ago=350,
)  # fmt: skip
YUTONG = DemoPerson(
    "zhao-yutong", "zhao", "赵雨桐", {"zh_CN": "雨桐", "zh_TW": "雨桐", "en": "Yutong"},
    14, "", "6299990030030050000", "112358", "youth", "zh_CN",
    guardian_id="liu-min", entitlements=("balances", "help", "goals"),
)  # fmt: skip
LIN = DemoPerson(
    "lin-meiyu", "lin", "林美玉", {"zh_CN": "林阿姨", "zh_TW": "林阿姨", "en": "Mrs Lin"},
    66, "S4", "6299990040040060006", "864209", "elder", "zh_TW",
    told=_told(medical_cover=True, savings_premiums="24000"),
    answers=_answers("EDCCDBBCBCB", right=2), answered_days_ago=40,
)  # fmt: skip
GREEN = DemoPerson(
    "green-margaret", "green", "Margaret Green", {"zh_CN": "格林老师", "zh_TW": "格林老師", "en": "Mrs Green"},
    70, "S4", "6299990050050070001", "170717", "elder", "en", preferences={"theme": "warm"},
)  # fmt: skip

PEOPLE = (WANG, CHEN, ZHAO, LIU, YUTONG, LIN, GREEN)
"""Everybody with a card; a guardian comes before the child."""
ZHOU = DemoHelper(
    "staff-zhou", "10086", "802468", {"zh_CN": "小周", "zh_TW": "小周", "en": "Zhou"}, "lobby",
    {"zh_CN": "蓝色马甲，胸牌写着小周", "zh_TW": "藍色背心，胸牌寫著小周", "en": "blue waistcoat, badge Zhou"},
)  # fmt: skip
LI = DemoHelper(
    "staff-li", "10001", "975310", {"zh_CN": "李经理", "zh_TW": "李經理", "en": "Manager Li"}, "manager",
    {"zh_CN": "深色西装，胸牌写着李经理", "zh_TW": "深色西裝，胸牌寫著李經理", "en": "dark suit, badge Manager Li"},
)  # fmt: skip
STAFF = (ZHOU, LI)
