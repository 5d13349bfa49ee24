"""The CFPB scale in words. The English is the bureau's own and must not change; the Chinese is ours and not validated.

Source: Consumer Financial Protection Bureau, Financial Well-Being Questionnaire (consumerfinance.gov, wellbeing).
"""

from __future__ import annotations

from collections.abc import Mapping

from accessibility.phrase import NOTHING, Phrase
from accessibility.words import Words
from i18n.messages import message
from kiosk.checkup.well_being import Asking, Item, Step

STATEMENTS: Mapping[str, str] = {
    "unexpected_expense": message("I could handle a major unexpected expense"),
    "securing_future": message("I am securing my financial future"),
    "never_have": message("Because of my money situation, I feel like I will never have the things I want in life"),
    "enjoy_life": message("I can enjoy life because of the way I’m managing my money"),
    "getting_by": message("I am just getting by financially"),
    "will_not_last": message("I am concerned that the money I have or will save won’t last"),
    "gift": message(
        "Giving a gift for a wedding, birthday or other occasion would put a strain on my finances for the month"
    ),
    "left_over": message("I have money left over at the end of the month"),
    "behind": message("I am behind with my finances"),
    "control_my_life": message("My finances control my life"),
}
ASKED: Mapping[Asking, str] = {
    "how_well": message("How well does this statement describe you or your situation?"),
    "how_often": message("How often does this statement apply to you?"),
}
ANSWERS: Mapping[Asking, tuple[str, ...]] = {
    "how_well": (
        message("Completely"),
        message("Very well"),
        message("Somewhat"),
        message("Very little"),
        message("Not at all"),
    ),
    "how_often": (message("Always"), message("Often"), message("Sometimes"), message("Rarely"), message("Never")),
}
VERBATIM = frozenset(STATEMENTS.values())
"""What may be longer than our own sentences, because it is not ours."""
FEELS: Mapping[Step, str] = {
    "below_40": message("Just now, money weighs heavily on you."),
    "from_40": message("Money often worries you."),
    "from_50": message("Money worries you now and then."),
    "from_60": message("Mostly, money leaves you in peace."),
    "from_70": message("You feel at ease with your money."),
}


def statement(words: Words, item: Item) -> Phrase:
    """The statement."""
    return words.phrase(STATEMENTS[item.id])


def answer(words: Words, item: Item, place: int) -> Phrase:
    """One of its five answers, the strongest first."""
    return words.phrase(ANSWERS[item.asking][place])


def whose_words(words: Words) -> Phrase:
    """That the translation was not validated; nothing in English, which is the original."""
    return NOTHING if words.lang == "en" else words.phrase("Our own translation, not validated.")
