"""The questions of the risk questionnaire in words, by the bank's codes (assets/checkup/questionnaire.toml)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from accessibility.phrase import Phrase
from accessibility.words import Words
from i18n.messages import message
from kiosk.journeys.joining import for_her
from kiosk.model.risk import RiskQuestion

DONT_KNOW = message("I do not know")


class Asked(msgspec.Struct, frozen=True):
    """One question and its answers, in the bank's order."""

    question: str
    options: tuple[str, ...]


QUESTIONS: Mapping[str, Asked] = {
    "net_assets": Asked(
        message("How much do you have, without your home?"),
        (
            message("Up to 150,000 yuan"),
            message("Up to 500,000 yuan"),
            message("Up to 1 million yuan"),
            message("Up to 10 million yuan"),
            message("More than that"),
        ),
    ),
    "share_for_investing": Asked(
        message("How much of it do you want to invest?"),
        (
            message("Less than a tenth"),
            message("A tenth to a quarter"),
            message("A quarter to half"),
            message("More than half"),
        ),
    ),
    "experience": Asked(
        message("What have you put money into before?"),
        (
            message("Only deposits and treasury bonds"),
            message("Wealth products or bond funds"),
            message("Funds that hold shares"),
            message("Shares and riskier things"),
        ),
    ),
    "years": Asked(
        message("For how long have you invested?"),
        (
            message("I never have"),
            message("Under 2 years"),
            message("2 to 5 years"),
            message("5 to 8 years"),
            message("Over 8 years"),
        ),
    ),
    "attitude_to_loss": Asked(
        message("What would you accept?"),
        (
            message("No loss at all"),
            message("A small loss at most"),
            message("Some loss, for more gain"),
            message("Large losses, for large gain"),
        ),
    ),
    "gamble": Asked(
        message("Which one would you choose?"),
        (
            message("1,000 yuan for certain"),
            message("A 50 in 100 chance of 3,000 yuan"),
            message("A 25 in 100 chance of 8,000 yuan"),
            message("A 10 in 100 chance of 25,000 yuan"),
        ),
    ),
    "horizon": Asked(
        message("For how long can you spare this money?"),
        (
            message("Under 1 year"),
            message("1 to 3 years"),
            message("3 to 5 years"),
            message("Over 5 years"),
        ),
    ),
    "purpose": Asked(
        message("What should this money do?"),
        (message("Stay safe"), message("Grow steadily"), message("Grow fast")),
    ),
    "anxiety": Asked(
        message("At what loss could you not sleep?"),
        (
            message("At any loss"),
            message("If 5 in 100 were lost"),
            message("If 10 in 100 were lost"),
            message("If 30 in 100 were lost"),
            message("Only if more than half were lost"),
        ),
    ),
    "protection_first": Asked(
        message("“Keeping my money safe comes first.”"),
        (
            message("I fully agree"),
            message("I agree"),
            message("I am not sure"),
            message("I do not agree"),
            message("I do not agree at all"),
        ),
    ),
    "interest": Asked(
        message("100 yuan, 2 percent interest a year. After five years you have?"),
        (message("More than 102 yuan"), message("Exactly 102 yuan"), message("Less than 102 yuan")),
    ),
    "inflation": Asked(
        message("Interest is 1 percent, prices rise by 2. After a year your money buys?"),
        (message("More than today"), message("As much as today"), message("Less than today")),
    ),
    "spreading": Asked(
        message("“One share is safer than a fund of many.”"),
        (message("True"), message("Not true")),
    ),
}
LEVELS: Mapping[int, str] = {
    1: message("Very careful"),
    2: message("Careful"),
    3: message("Balanced"),
    4: message("Ready for risk"),
    5: message("Very ready for risk"),
}
AXES: Mapping[str, str] = {
    "financial": message("Your means"),
    "knowledge": message("What you know"),
    "experience": message("Your experience"),
    "objective": message("Your aims"),
    "attitude": message("Your liking for risk"),
}
"""财务状况 · 投资知识 · 投资经验 · 投资目标 · 风险偏好 (CHECKUP.md 3.3)."""
LIMITS: Mapping[str, str] = {
    "no_loss": message("You want no losses, so only the safest products suit you."),
    "knowledge": message("Some basics are new to you, so simple products suit you."),
    "short_horizon": message("You need the money soon, so nothing long suits you."),
}


def tellable(questions: Iterable[RiskQuestion]) -> bool:
    """Whether this kiosk has words for every question and answer of the bank."""
    return all(each.id in QUESTIONS and len(QUESTIONS[each.id].options) == each.options for each in questions)


def question(words: Words, asked: RiskQuestion) -> Phrase:
    """The question."""
    return words.phrase(QUESTIONS[asked.id].question)


def answer(words: Words, asked: RiskQuestion, chosen: int) -> Phrase:
    """One of its answers; -1 is not knowing."""
    return words.phrase(DONT_KNOW if chosen < 0 else QUESTIONS[asked.id].options[chosen])


def given(words: Words, asked: RiskQuestion, chosen: int) -> Phrase:
    """What she answered: her own business (EN-07)."""
    return for_her(answer(words, asked, chosen))


def level(words: Words, number: int) -> Phrase:
    """Her level in words: her own business."""
    return for_her(words.phrase(LEVELS[number]))
