"""Margaret Green, 70, taught English here and stayed: a rented flat, a pension in pounds, a statement in English."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from kiosk.bank.demo.chronicle import POWER_SEASONS, YUAN, Bill, Chronicle, Habit, Shop, shops, weekdays
from kiosk.bank.demo.days import Period, add_months
from kiosk.bank.demo.people import GREEN
from kiosk.bank.demo.plan import CURRENT, THIS_BANK, AccountPlan, HoldingPlan, Household, names

CURRENT_ID, POUNDS_ID = "green-current", "green-pounds"
PENSION, PENSION_DAY = 1_186_40, 28
"""In pence: £1,186.40."""
CHANGED = 900_00
"""What she changes into yuan each month, in pence."""

_HABITS = (
    Habit("market", weekdays(0.32, 0.5), (9, 12), (10, 30, 85),
          shops("Card payment", "Yulin Market", "Tongzilin Fruit"), 10, festive=True),
    Habit("shop", weekdays(0.22, 0.35), (10, 20), (25, 88, 320),
          shops("Card payment", "Huimin Supermarket", "Harvest Foods", "Old Post Bookshop"), festive=True),
    Habit("meal", weekdays(0.22, 0.45), (11, 21), (22, 55, 210),
          shops("Card payment", "Bridge Cafe", "Green Bamboo Teahouse", "Little Kitchen", "Spice Lane"), 50),
    Habit("transport", weekdays(0.35, 0.25), (8, 20), (2, 4, 8), shops("Card payment", "Chengdu Metro"), 50),
    Habit("transport", (0.01, 0.01, 0.01, 0.02, 0.06, 0.04, 0.01), (7, 18), (46, 154, 480),
          shops("Train ticket", "China Railway"), 50),
    Habit("pharmacy", weekdays(0.04, 0.03), (10, 18), (28, 95, 260), shops("Card payment", "Kangning Pharmacy"), 10),
    Habit("hospital", weekdays(0.025, 0), (8, 12), (80, 320, 900), shops("Card payment", "West River Hospital")),
    Habit("leisure", weekdays(0.06, 0.15), (10, 20), (20, 60, 220),
          shops("Card payment", "City Concert Hall", "Botanical Garden", "Painting class"), 100),
    Habit("cash", weekdays(0.03, 0.03), (10, 17), (200, 300, 500), (Shop("Cash machine, Tongzilin branch"),), 10_000),
)  # fmt: skip
_BILLS = (
    Bill("rent", 1, (3_200, 3_200), Shop("Rent for the month", "Mr Luo, landlord"), hours=(8, 10)),
    Bill("utilities", 10, (95, 140), Shop("Electricity, direct debit", "State Grid"), seasons=POWER_SEASONS),
    Bill("utilities", 14, (70, 105), Shop("Water and gas, direct debit", "City Utilities"), every=2),
    Bill("phone", 5, (129, 129), Shop("Phone and internet, direct debit", "China Unicom")),
    Bill("insurance", 19, (1_350, 1_350), Shop("Health insurance, quarterly premium", "Anhe Life"), every=3, phase=1),
)  # fmt: skip


def tell(chronicle: Chronicle) -> Household:
    """Her 24 months."""
    period = chronicle.period
    for day in period.working_monthly(PENSION_DAY):
        sides = {POUNDS_ID: PENSION, "world:pension:GBP": -PENSION}
        chronicle.write(chronicle.at(day, (2, 6)), "pension", Shop("Teachers' Pension", "Teachers' Pensions UK"), sides)
    _change_pounds(chronicle)
    chronicle.live(CURRENT_ID, _HABITS)
    chronicle.settle(CURRENT_ID, _BILLS)
    for day in period.new_years():
        chronicle.pay(
            chronicle.at(day, (9, 12)), CURRENT_ID, 400 * YUAN, "gift", Shop("Red packet for the neighbours' boy")
        )
    return Household(_accounts(period), _holdings())


def _change_pounds(chronicle: Chronicle) -> None:
    rate = Decimal("9.2000")
    for day in chronicle.period.working_monthly(PENSION_DAY):
        rate += Decimal(chronicle.random.randint(-900, 900)) / 10_000
        yuan = int((CHANGED * rate).quantize(Decimal(1), ROUND_HALF_UP))
        sides = {POUNDS_ID: -CHANGED, "world:exchange:GBP": CHANGED, CURRENT_ID: yuan, "world:exchange": -yuan}
        chronicle.write(chronicle.at(day, (10, 15)), "exchange", Shop(f"GBP changed into CNY at {rate:.4f}"), sides)


def _accounts(period: Period) -> tuple[AccountPlan, ...]:
    pounds = names("英镑储蓄账户", "英鎊儲蓄帳戶", "Pound savings account")
    return (
        AccountPlan(CURRENT_ID, GREEN.id, "current", CURRENT, GREEN.card, date(2015, 9, 7), opening=26_480_25,
                    yearly_rate="0.0005", pays_interest=True),
        AccountPlan(POUNDS_ID, GREEN.id, "savings", pounds, "6299990050057742", add_months(period.first, -50),
                    opening=8_640_00, currency="GBP", yearly_rate="0.0010", pays_interest=True),
    )  # fmt: skip


def _holdings() -> tuple[HoldingPlan, ...]:
    return (
        HoldingPlan("green-wealth", GREEN.id, names("安享日日金", "安享日日金", "Anxiang Daily"), "wealth_product",
                    THIS_BANK,
                    value=80_412_37, risk_level=1, yearly_fee="0.0020"),
    )  # fmt: skip
