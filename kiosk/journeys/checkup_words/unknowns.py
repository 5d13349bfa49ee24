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
    "rate_old": message("The exchange rate we have is too old."),
    "other_currency": message("Some of your money is in another currency."),
    "holdings_unknown": message("We do not know what products you own."),
    "dependants_unknown": message("We do not know who depends on you."),
    "premiums_unknown": message("We do not know what your insurance costs."),
    "cover_unknown": message("We do not know how you are insured."),
    "not_assessed": message("You have not answered the risk questions yet."),
    "expired": message("Your answers to the risk questions are too old."),
    "day_unknown": message("We do not know when you answered the risk questions."),
    "child": message("We look at this together with your guardian."),
    "no_guardian": message("We look at this together with your guardian."),
    "no_capacity": message("We look at this together with your guardian."),
    "stage_unknown": message("We do not know your stage of life."),
    "shares_unknown": message("We do not know how much is in shares."),
    "fees_unknown": message("We do not know what your products cost."),
    "goals_unknown": message("We do not know what you are saving for."),
    "foreign_unknown": message("We do not know how much you spend abroad."),
    "limit_unknown": message("We do not know how far deposits are protected here."),
}
UNCLEAR = message("We do not know enough about this yet.")


def why_unknown(words: Words, reason: str) -> Phrase:
    """Why it is not known; a reason this kiosk has no words for is told in general."""
    return words.phrase(REASONS.get(reason, UNCLEAR))
