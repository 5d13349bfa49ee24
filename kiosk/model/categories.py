"""What a movement is for: the stable codes of the bank's journal. Journeys map them to words."""

from __future__ import annotations

CATEGORIES = (
    "pension",  # a pension, from the state or a former employer
    "pay",  # wages and bonus
    "rent",  # rent of a home
    "utilities",  # water, power, gas, heating and the block's upkeep
    "phone",  # telephone and internet
    "market",  # the wet market and street stalls
    "shop",  # supermarkets and shops, on the spot or online
    "meal",  # eating out, tea houses, canteens
    "hospital",  # hospital and clinic, the part the customer pays
    "pharmacy",  # medicine
    "care",  # somebody who helps at home
    "transport",  # bus, underground, taxi, train, petrol
    "children",  # classes, pocket money and other costs of children
    "pocket_money",  # the same pocket money, as the child sees it
    "school",  # tuition and school meals
    "leisure",  # outings, books, parks, hobbies
    "gift",  # red packets and presents, given or received
    "transfer_in",  # money from another person or from the customer's own other account
    "transfer_out",  # money to another person or to the customer's own other account
    "cash",  # cash taken out or paid in
    "interest",  # interest on a current or savings account
    "deposit_open",  # a fixed deposit begins
    "deposit_matured",  # a fixed deposit ends, with its interest
    "wealth_buy",  # a wealth product is bought
    "wealth_income",  # a wealth product or fund pays out or is redeemed
    "fund_buy",  # a fund is bought
    "loan_payment",  # a loan's monthly payment, principal and interest
    "fee",  # the bank's fee
    "insurance",  # a premium
    "refund",  # money back: medical insurance, goods returned
    "exchange",  # one currency for another
    "opening",  # balance brought forward when these books begin
    "other",  # anything else
)


def seen_from(category: str, amount: int) -> str:
    """The code as one account sees it: what goes "out" for one customer comes "in" for another."""
    if category in ("transfer_in", "transfer_out"):
        return "transfer_in" if amount > 0 else "transfer_out"
    if category == "children" and amount > 0:
        return "pocket_money"
    return category
