"""Why a check cannot tell, in words: one sentence a reason of kiosk/checkup."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.words import Words
from i18n.messages import message

REASONS = {
    "age_unknown": message("We do not know your age."),
    "liquid_unknown": message("We do not know how much money you have at hand."),
    "spending_unknown": message("We do not know what you spend in a month."),
    "no_spending": message("We see no spending yet."),
    "pension_unknown": message("We do not know your pension."),
    "debts_unknown": message("We do not know what you owe."),
    "payments_unknown": message("We do not know what your loans cost a month."),
    "income_unknown": message("We do not know what you earn in a month."),
    "no_income": message("We see no income yet."),
    "assets_unknown": message("We do not know everything you own."),
    "no_assets": message("We see nothing here that you own."),
    "rates_unknown": message("We do not know the interest on all your debts."),
    "deposits_unknown": message("We do not know all your deposits."),
    "other_currency": message("Some of your money is in another currency."),
    "limit_unknown": message("We do not know how far deposits are protected here."),
}
UNCLEAR = message("We do not know enough about this yet.")


def why_unknown(words: Words, reason: str) -> Phrase:
    """Why it is not known; a reason this kiosk has no words for is told in general."""
    return words.phrase(REASONS.get(reason, UNCLEAR))
