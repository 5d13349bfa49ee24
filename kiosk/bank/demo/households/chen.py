"""Chen Guodong, 82, a retired engineer with a carer at home and more on deposit here than the insurance covers."""

from __future__ import annotations

from datetime import date

from kiosk.bank.demo.chronicle import GAS_SEASONS, POWER_SEASONS, YUAN, Bill, Chronicle, Habit, Shop, shops, weekdays
from kiosk.bank.demo.days import Period, add_months
from kiosk.bank.demo.people import CHEN
from kiosk.bank.demo.plan import CURRENT, THIS_BANK, AccountPlan, HoldingPlan, Household, names

CURRENT_ID = "chen-current"
PENSION, PENSION_DAY = 8_420 * YUAN, 15

_HABITS = (
    Habit("market", weekdays(0.5, 0.6), (8, 11), (15, 46, 120),
          shops("快捷支付", "青羊菜市场", "青羊菜市场", "浣花鲜活市场"), 10, festive=True),
    Habit("shop", weekdays(0.12, 0.2), (10, 19), (25, 70, 220),
          shops("消费", "惠民超市青羊店", "乐邻便利", "书香文具"), festive=True),
    Habit("hospital", weekdays(0.1, 0), (8, 12), (60, 210, 900),
          shops("医保结算后自付", "省人民医院", "市骨科医院")),
    Habit("pharmacy", weekdays(0.1, 0.06), (9, 18), (40, 125, 380), shops("消费", "康宁大药房青羊店", "百草堂药房"),
          10),
    Habit("transport", weekdays(0.09, 0.05), (8, 17), (11, 19, 42), shops("快捷支付", "蓉城出租"), 10),
    Habit("meal", weekdays(0.04, 0.18), (11, 14), (38, 90, 260), shops("消费", "陈麻婆小馆", "老成都饭庄"), 100),
    Habit("leisure", weekdays(0.05, 0.08), (14, 17), (15, 28, 80), shops("快捷支付", "浣花溪茶园", "新知书店"), 50),
)  # fmt: skip
_BILLS = (
    Bill("care", 1, (4_200, 4_200), Shop("转账 何秀兰 护工工资", "何秀兰"), hours=(9, 11)),
    Bill("utilities", 9, (110, 160), Shop("代扣电费 国网电力", "国网电力"), seasons=POWER_SEASONS),
    Bill("utilities", 13, (48, 70), Shop("代扣燃气费 城市燃气", "城市燃气"), seasons=GAS_SEASONS),
    Bill("utilities", 17, (60, 85), Shop("代扣水费 自来水公司", "自来水公司"), every=2),
    Bill("utilities", 4, (486, 486), Shop("代扣物业费 浣花物业", "浣花物业"), every=3, phase=1),
    Bill("phone", 5, (128, 128), Shop("代扣话费宽带 中国电信", "中国电信")),
    Bill("leisure", 11, (396, 396), Shop("报刊年订 中国邮政", "中国邮政"), every=12, phase=11, hours=(9, 12)),
)  # fmt: skip


def tell(chronicle: Chronicle) -> Household:
    """His 24 months."""
    period = chronicle.period
    for day in period.working_monthly(PENSION_DAY):
        chronicle.receive(
            chronicle.at(day, (2, 6)), CURRENT_ID, PENSION, "pension", Shop("代发养老金", "省社会保险事业局")
        )
    for day in period.monthly(25):
        back = chronicle.between(60, 340)
        chronicle.receive(
            chronicle.at(day, (10, 16)), CURRENT_ID, back, "refund", Shop("门诊特殊疾病医保报销", "市医疗保障局")
        )
    chronicle.live(CURRENT_ID, _HABITS)
    chronicle.settle(CURRENT_ID, _BILLS)
    for day in period.new_years():
        for child in ("陈思远", "陈思宁", "陈乐乐"):
            chronicle.pay(
                chronicle.at(day, (8, 11)), CURRENT_ID, 2_000 * YUAN, "gift", Shop(f"新年红包 {child}", child)
            )
    return Household(_accounts(period), _holdings(period))


def _accounts(period: Period) -> tuple[AccountPlan, ...]:
    three, five = add_months(period.first, -6), add_months(period.first, -20)
    fixed = names("三年定期存款", "三年定期存款", "Three-year fixed deposit")
    longer = names("五年定期存款", "五年定期存款", "Five-year fixed deposit")
    return (
        AccountPlan(CURRENT_ID, CHEN.id, "current", CURRENT, CHEN.card, date(2004, 9, 1), opening=46_320_18,
                    yearly_rate="0.0005", pays_interest=True),
        AccountPlan("chen-fixed-3", CHEN.id, "fixed", fixed, "6299990020023391", three, opening=300_000 * YUAN,
                    yearly_rate="0.0235", matures_on=add_months(three, 36)),
        AccountPlan("chen-fixed-5", CHEN.id, "fixed", longer, "6299990020025518", five, opening=250_000 * YUAN,
                    yearly_rate="0.0275", matures_on=add_months(five, 60)),
    )  # fmt: skip


def _holdings(period: Period) -> tuple[HoldingPlan, ...]:
    other_bank = names("锦江农村商业银行", "錦江農村商業銀行", "Jinjiang Rural Commercial Bank")
    treasury = names("中华人民共和国财政部", "中華人民共和國財政部", "Ministry of Finance of China")
    return (
        HoldingPlan("chen-wealth", CHEN.id, names("安享进取 8 号", "安享進取 8 號", "Anxiang Growth No. 8"),
                    "wealth_product",
                    THIS_BANK, value=10_241_600, matures_on=add_months(period.today, 8), risk_level=3,
                    yearly_fee="0.0060", equity_share="0.2"),
        HoldingPlan("chen-other-bank", CHEN.id, names("一年定期存款", "一年定期存款", "One-year fixed deposit"),
                    "time_deposit",
                    other_bank, value=200_000 * YUAN, matures_on=add_months(period.today, 4), insured_deposit=True),
        HoldingPlan("chen-treasury", CHEN.id, names("储蓄国债（三年期）", "儲蓄國債（三年期）",
                    "Savings treasury bond, three years"),
                    "bond", treasury, value=50_000 * YUAN, matures_on=add_months(period.today, 19), risk_level=1,
                    treasury=True),
    )  # fmt: skip
