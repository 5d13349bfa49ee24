"""Zhao Qiang, 45, and Liu Min, 43, with a mortgage and their daughter Yutong, 14, who has an account of her own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kiosk.bank.demo.chronicle import YUAN, Chronicle, Shop
from kiosk.bank.demo.days import Period, add_months
from kiosk.bank.demo.households import zhao_habits as habits
from kiosk.bank.demo.loan import Loan
from kiosk.bank.demo.people import LIU, YUTONG, ZHAO
from kiosk.bank.demo.plan import CURRENT, THIS_BANK, AccountPlan, HoldingPlan, Household, names

HIS, HERS, CHILDS = "zhao-current", "liu-current", "yutong-current"
HER_SAVINGS = "liu-savings"
LOAN_ID, RED_PACKETS_ID = "zhao-mortgage", "yutong-savings"
LOAN_DAY = 20
RED_PACKETS = (("外婆", 600), ("爷爷", 800), ("姑姑", 500), ("舅舅", 400), ("大伯", 500))


def loan(period: Period) -> Loan:
    """Their mortgage: 860,000 yuan over 25 years, the first payment 43 to 44 months before the books begin."""
    due = add_months(period.first, -44)
    return Loan(860_000 * YUAN, Decimal("0.0345"), 300, due.replace(day=LOAN_DAY))


def tell(chronicle: Chronicle) -> Household:
    """Their 24 months."""
    period = chronicle.period
    _earn(chronicle)
    for account, what, bills in (
        (HIS, habits.HIS, habits.HIS_BILLS),
        (HERS, habits.HERS, habits.HER_BILLS),
        (CHILDS, habits.CHILDS, ()),
    ):
        chronicle.live(account, what)
        chronicle.settle(account, bills)
    _pay_the_loan(chronicle)
    _save_and_invest(chronicle)
    _child(chronicle)
    _festival(chronicle)
    return Household(_accounts(period), _holdings(period))


def _earn(chronicle: Chronicle) -> None:
    for day in chronicle.period.working_monthly(10):
        pay = 12_860 * YUAN + chronicle.between(-180, 420) if chronicle.random.random() < 0.5 else 12_860 * YUAN
        chronicle.receive(chronicle.at(day, (9, 17)), HIS, pay, "pay", Shop("代发工资", "天府机械有限公司"))
    for day in chronicle.period.working_monthly(15):
        chronicle.receive(chronicle.at(day, (9, 17)), HERS, 9_240 * YUAN, "pay", Shop("代发工资", "蓉城出版社"))


def _pay_the_loan(chronicle: Chronicle) -> None:
    for payment in loan(chronicle.period).payments():
        sides = {
            HIS: -(payment.interest + payment.principal),
            LOAN_ID: payment.principal,
            "world:loan_interest": payment.interest,
        }
        shop = Shop("个人住房贷款 按月还款", "安心银行")
        if payment.due in chronicle.period:
            chronicle.write(chronicle.at(payment.due, (5, 7)), "loan_payment", shop, sides)


def _save_and_invest(chronicle: Chronicle) -> None:
    period = chronicle.period
    for day in period.monthly(12):
        chronicle.move(chronicle.at(day, (20, 22)), HIS, HERS, 1_800 * YUAN, "transfer_out", Shop("转账 家用"))
    for day in period.monthly(17):
        chronicle.pay(
            chronicle.at(day, (9, 10)), HERS, 1_500 * YUAN, "fund_buy", Shop("基金定投 锦华指数增强", "锦华基金")
        )
    for day in period.monthly(13):
        shop = Shop("转账 赵德发 父母生活费", "赵德发")
        chronicle.pay(chronicle.at(day, (19, 21)), HIS, 800 * YUAN, "transfer_out", shop)
    for day in period.monthly(18):
        shop = Shop("约定转存 储蓄账户")
        chronicle.move(chronicle.at(day, (8, 9)), HERS, HER_SAVINGS, 1_000 * YUAN, "transfer_out", shop)
    for months, yuan in ((9, 30_000), (20, 20_000)):
        bought = add_months(period.first, months)
        shop = Shop("理财申购 安享平衡 2 号", "安享理财")
        chronicle.pay(chronicle.at(bought, (9, 15)), HIS, yuan * YUAN, "wealth_buy", shop)


def _child(chronicle: Chronicle) -> None:
    for day in chronicle.period.days():
        if day.weekday() == 6:
            amount = (70 if day.month in (7, 8) else 110) * YUAN
            chronicle.move(chronicle.at(day, (18, 20)), HERS, CHILDS, amount, "children", Shop("一周零花钱"))
    for month, fee in ((2, 2_380), (9, 2_680)):
        for day in chronicle.period.monthly(26, 12, month):
            chronicle.pay(chronicle.at(day, (9, 16)), HERS, fee * YUAN, "school", Shop("学费 书本费", "市第七中学"))


def _festival(chronicle: Chronicle) -> None:
    for day in chronicle.period.new_years():
        before = day.fromordinal(day.toordinal() - 12)
        chronicle.receive(
            chronicle.at(before, (9, 17)), HIS, 16_000 * YUAN, "pay", Shop("年终奖金", "天府机械有限公司")
        )
        chronicle.receive(chronicle.at(before, (9, 17)), HERS, 8_000 * YUAN, "pay", Shop("年终奖金", "蓉城出版社"))
        for giver, yuan in RED_PACKETS:
            shop = Shop(f"新年红包 {giver}", giver)
            chronicle.receive(chronicle.at(day, (8, 20)), CHILDS, yuan * YUAN, "gift", shop)
        for account, child in ((HIS, "侄子 赵一鸣"), (HERS, "外甥女 王可欣")):
            chronicle.pay(chronicle.at(day, (8, 20)), account, 800 * YUAN, "gift", Shop(f"新年红包 {child}", child))
        put_by = day.fromordinal(day.toordinal() + 8)
        chronicle.move(
            chronicle.at(put_by, (14, 17)), CHILDS, RED_PACKETS_ID, 2_500 * YUAN, "transfer_out", Shop("压岁钱存起来")
        )


def _accounts(period: Period) -> tuple[AccountPlan, ...]:
    home = loan(period)
    return (
        AccountPlan(HIS, ZHAO.id, "current", CURRENT, ZHAO.card, date(2010, 7, 12), opening=21_340_75,
                    yearly_rate="0.0005", pays_interest=True),
        AccountPlan(LOAN_ID, ZHAO.id, "loan", names("个人住房贷款", "個人住房貸款", "Mortgage"), "6299990030039958",
                    add_months(home.first_due, -1), opening=-home.owed_before(period.first),
                    yearly_rate=str(home.yearly_rate), matures_on=add_months(home.first_due, home.months - 1),
                    monthly_payment=home.monthly_payment, insured=False),
        AccountPlan(HERS, LIU.id, "current", CURRENT, LIU.card, date(2011, 4, 6), opening=17_905_32,
                    yearly_rate="0.0005", pays_interest=True),
        AccountPlan(HER_SAVINGS, LIU.id, "savings", names("储蓄账户", "儲蓄帳戶", "Savings account"),
                    "6299990030046076",
                    add_months(period.first, -18), opening=31_000 * YUAN, yearly_rate="0.0010", pays_interest=True),
        AccountPlan(CHILDS, YUTONG.id, "current", names("零用钱账户", "零用錢帳戶", "Pocket money"), YUTONG.card,
                    add_months(period.first, -3), opening=126_50, cushion=2_000, yearly_rate="0.0005",
                    pays_interest=True),
        AccountPlan(RED_PACKETS_ID, YUTONG.id, "savings", names("压岁钱账户", "壓歲錢帳戶", "Red packet savings"),
                    "6299990030031188", add_months(period.first, -3), opening=6_800 * YUAN, yearly_rate="0.0010",
                    pays_interest=True),
    )  # fmt: skip


def _holdings(period: Period) -> tuple[HoldingPlan, ...]:
    fund_house = names("锦华基金", "錦華基金", "Jinhua Funds")
    return (
        HoldingPlan("zhao-wealth", ZHAO.id, names("安享平衡 2 号", "安享平衡 2 號", "Anxiang Balance No. 2"),
                    "wealth_product",
                    THIS_BANK, value=50_812_40, matures_on=add_months(period.today, 6), risk_level=3,
                    yearly_fee="0.0050", equity_share="0.2"),
        HoldingPlan("liu-fund-index", LIU.id, names("锦华指数增强", "錦華指數增強", "Jinhua Index Plus"), "fund",
                    fund_house,
                    quantity="31870.62", unit_value="1.4218", risk_level=4, yearly_fee="0.0080", equity_share="0.95"),
    )  # fmt: skip
