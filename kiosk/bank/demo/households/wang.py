"""Wang Xiuying, 78, a widow in her own flat: a small pension, the market every morning, a deposit that is renewed."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from kiosk.bank.demo.chronicle import GAS_SEASONS, POWER_SEASONS, YUAN, Bill, Chronicle, Habit, Shop, shops, weekdays
from kiosk.bank.demo.days import Period, add_months
from kiosk.bank.demo.loan import whole
from kiosk.bank.demo.people import WANG
from kiosk.bank.demo.plan import CURRENT, THIS_BANK, AccountPlan, HoldingPlan, Household, names

CURRENT_ID, FIXED_ID, SAVINGS_ID = "wang-current", "wang-fixed", "wang-savings"
PENSION, PENSION_DAY = 3_860 * YUAN, 22
LEFT = 1_234_560
"""What her current account holds at the end: 12,345.60 yuan."""
NEVER_BELOW, STEP = 2_000 * YUAN, 500 * YUAN
FIXED, FIXED_YEARS, FIXED_RATE = 100_000 * YUAN, 3, Decimal("0.0275")
RENEWED, RENEWED_RATE = 108_000 * YUAN, Decimal("0.0155")
FIXED_INTEREST = whole(FIXED * FIXED_RATE * FIXED_YEARS)
"""Simple interest, as on every Chinese fixed deposit: 8,250.00 yuan."""

_HABITS = (
    Habit("market", weekdays(0.72, 0.85), (7, 10), (6, 21, 62),
          shops("快捷支付", "玉林菜市场", "玉林菜市场", "芳草街菜市场", "老张豆腐摊", "刘记鲜肉"), 10, festive=True),
    Habit("shop", weekdays(0.15, 0.28), (9, 18), (18, 55, 160),
          shops("消费", "惠民超市玉林店", "红旗连锁玉林店", "好又鲜生活超市"), festive=True),
    Habit("shop", weekdays(0.02, 0.06), (10, 17), (59, 120, 320), shops("消费", "暖阳服装店", "足安老人鞋店"), 100,
          festive=True),
    Habit("pharmacy", weekdays(0.07, 0.05), (9, 18), (22, 78, 210), shops("消费", "康宁大药房玉林店", "济民药房"), 10),
    Habit("hospital", weekdays(0.045, 0), (8, 12), (35, 120, 480),
          shops("医保结算后自付", "市第三人民医院", "玉林社区卫生服务中心")),
    Habit("meal", weekdays(0.09, 0.2), (11, 14), (12, 24, 58),
          shops("快捷支付", "钟记抄手", "社区长者食堂", "李姐面馆"), 50),
    Habit("leisure", weekdays(0.08, 0.15), (14, 17), (10, 15, 30), shops("快捷支付", "人民公园茶社", "玉林茶铺"), 100),
    Habit("care", (0, 0.42, 0, 0, 0, 0, 0), (14, 17), (100, 110, 130), shops("转账", "张姐家政"), 1_000, festive=True),
)  # fmt: skip
_BILLS = (
    Bill("utilities", 8, (52, 78), Shop("代扣电费 国网电力", "国网电力"), seasons=POWER_SEASONS),
    Bill("utilities", 12, (28, 42), Shop("代扣燃气费 城市燃气", "城市燃气"), seasons=GAS_SEASONS),
    Bill("utilities", 16, (48, 66), Shop("代扣水费 自来水公司", "自来水公司"), every=2),
    Bill("utilities", 5, (318, 318), Shop("代扣物业费 锦和物业", "锦和物业"), every=3, phase=1),
    Bill("phone", 3, (49, 59), Shop("代扣话费 中国移动", "中国移动")),
    Bill("transport", 18, (50, 50), Shop("公交卡充值 天府通", "天府通"), every=2, phase=1, hours=(9, 11)),
    Bill("cash", 2, (300, 600), Shop("自助取款 玉林支行"), hours=(9, 11), step=10_000),
    Bill("cash", 23, (300, 600), Shop("自助取款 玉林支行"), hours=(9, 16), step=10_000),
    Bill("insurance", 26, (59, 59), Shop("惠民保年费", "市惠民保"), every=12, phase=6, hours=(9, 17)),
)  # fmt: skip


def tell(chronicle: Chronicle) -> Household:
    """Her 24 months."""
    period = chronicle.period
    for day in period.working_monthly(PENSION_DAY):
        chronicle.receive(
            chronicle.at(day, (2, 6)), CURRENT_ID, PENSION, "pension", Shop("代发养老金", "市社会保险事业局")
        )
    for day in period.monthly(6):
        chronicle.receive(
            chronicle.at(day, (19, 21)), CURRENT_ID, 600 * YUAN, "transfer_in", Shop("转账 李建军 孝敬妈妈", "李建军")
        )
        chronicle.move(
            chronicle.at(day, (21, 22)), CURRENT_ID, SAVINGS_ID, 1_000 * YUAN, "transfer_out", Shop("零存整取 本月存入")
        )
    chronicle.live(CURRENT_ID, _HABITS)
    chronicle.settle(CURRENT_ID, _BILLS)
    _festival(chronicle)
    _renew_deposit(chronicle)
    _put_by(chronicle)
    return Household(_accounts(period), _holdings(period))


def matured_on(period: Period) -> date:
    """The day on which her three-year deposit ended."""
    return add_months(period.first, 10)


def _festival(chronicle: Chronicle) -> None:
    for day in chronicle.period.new_years():
        for child in ("孙女 李欣怡", "外孙 周子轩"):
            chronicle.pay(
                chronicle.at(day, (9, 12)), CURRENT_ID, 600 * YUAN, "gift", Shop(f"新年红包 {child}", child[3:])
            )
        chronicle.receive(
            chronicle.at(day, (9, 12)), CURRENT_ID, 1_000 * YUAN, "gift", Shop("新年红包 李建军", "李建军")
        )


def _renew_deposit(chronicle: Chronicle) -> None:
    day = matured_on(chronicle.period)
    sides = {FIXED_ID: -FIXED, CURRENT_ID: FIXED + FIXED_INTEREST, "world:interest": -FIXED_INTEREST}
    chronicle.write(chronicle.at(day, (1, 2)), "deposit_matured", Shop("定期到期 本息转入活期"), sides)
    chronicle.move(chronicle.at(day, (9, 11)), CURRENT_ID, FIXED_ID, RENEWED, "deposit_open", Shop("存入定期 三年"))


def _put_by(chronicle: Chronicle) -> None:
    """Twelve days before the end she puts by what she can spare.

    The end is given, so spending more late means having had more before: this keeps her purse from ever running low.
    """
    lowest = balance = LEFT
    for _, amount in reversed(chronicle.changes(CURRENT_ID)):
        balance -= amount
        lowest = min(lowest, balance)
    spare = -(-(NEVER_BELOW - lowest) // STEP) * STEP
    if spare > 0:
        when = chronicle.at(chronicle.period.today - timedelta(days=12), (9, 11))
        chronicle.move(when, CURRENT_ID, SAVINGS_ID, spare, "transfer_out", Shop("存入储蓄"))


def _accounts(period: Period) -> tuple[AccountPlan, ...]:
    opened = add_months(matured_on(period), -12 * FIXED_YEARS)
    return (
        AccountPlan(CURRENT_ID, WANG.id, "current", CURRENT, WANG.card, date(2009, 3, 16), ends_with=LEFT,
                    yearly_rate="0.0005", pays_interest=True),
        AccountPlan(FIXED_ID, WANG.id, "fixed", names("三年定期存款", "三年定期存款", "Three-year fixed deposit"),
                    "6299990010017703", opened, opening=FIXED, yearly_rate=str(RENEWED_RATE),
                    matures_on=add_months(matured_on(period), 12 * FIXED_YEARS)),
        AccountPlan(SAVINGS_ID, WANG.id, "savings", names("零存整取", "零存整付", "Monthly savings"),
                    "6299990010018814", add_months(period.first, -7), opening=4_200 * YUAN, yearly_rate="0.0010",
                    pays_interest=True),
    )  # fmt: skip


def _holdings(period: Period) -> tuple[HoldingPlan, ...]:
    return (
        HoldingPlan("wang-wealth", WANG.id, names("安享稳健 3 号", "安享穩健 3 號", "Anxiang Steady No. 3"),
                    "wealth_product",
                    THIS_BANK, value=5_087_350, matures_on=add_months(period.today, 5), risk_level=2,
                    yearly_fee="0.0030"),
    )  # fmt: skip
