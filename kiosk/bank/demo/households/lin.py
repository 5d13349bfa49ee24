"""Lin Meiyu, 66, came from Taiwan long ago, lets a small flat and holds more in funds than suits her age."""

from __future__ import annotations

from datetime import date

from kiosk.bank.demo.chronicle import GAS_SEASONS, POWER_SEASONS, YUAN, Bill, Chronicle, Habit, Shop, shops, weekdays
from kiosk.bank.demo.days import Period, add_months
from kiosk.bank.demo.people import LIN
from kiosk.bank.demo.plan import CURRENT, THIS_BANK, AccountPlan, HoldingPlan, Household, names

CURRENT_ID, SAVINGS_ID = "lin-current", "lin-savings"
PENSION, PENSION_DAY = 5_260 * YUAN, 18

_HABITS = (
    Habit("market", weekdays(0.5, 0.65), (7, 11), (10, 34, 90),
          shops("快捷支付", "桐梓林菜市場", "桐梓林菜市場", "錦繡水果行", "阿福海鮮"), 10, festive=True),
    Habit("shop", weekdays(0.2, 0.35), (10, 20), (22, 80, 280),
          shops("消費", "惠民超市桐梓林店", "好鄰居生活館", "誠實書屋"), festive=True),
    Habit("shop", weekdays(0.05, 0.08), (19, 23), (39, 130, 460), shops("網路購物", "雲集市", "家居優選")),
    Habit("meal", weekdays(0.16, 0.4), (11, 20), (18, 46, 180),
          shops("消費", "阿嬤滷肉飯", "蓉和火鍋", "錦里小吃", "晨光咖啡"), 50),
    Habit("transport", weekdays(0.3, 0.2), (8, 20), (2, 4, 9), shops("快捷支付", "成都地鐵"), 50),
    Habit("transport", weekdays(0.05, 0.1), (9, 22), (12, 22, 58), shops("快捷支付", "蓉城出租車"), 10),
    Habit("pharmacy", weekdays(0.05, 0.03), (9, 19), (25, 82, 240), shops("消費", "康寧大藥房桐梓林店"), 10),
    Habit("hospital", weekdays(0.04, 0), (8, 12), (45, 160, 620), shops("醫保結算後自付", "市第一人民醫院")),
    Habit("leisure", weekdays(0.09, 0.12), (9, 17), (20, 45, 160),
          shops("消費", "老年大學書畫班", "望江樓公園", "社區舞蹈隊"), 100),
)  # fmt: skip
_BILLS = (
    Bill("utilities", 7, (85, 120), Shop("代扣電費 國網電力", "國網電力"), seasons=POWER_SEASONS),
    Bill("utilities", 11, (36, 55), Shop("代扣燃氣費 城市燃氣", "城市燃氣"), seasons=GAS_SEASONS),
    Bill("utilities", 15, (52, 74), Shop("代扣水費 自來水公司", "自來水公司"), every=2, phase=1),
    Bill("utilities", 6, (396, 396), Shop("代扣物業費 桐梓林物業", "桐梓林物業"), every=3, phase=2),
    Bill("phone", 4, (79, 99), Shop("代扣話費 中國聯通", "中國聯通")),
    Bill("insurance", 20, (1_860, 1_860), Shop("百萬醫療險年費 安和人壽", "安和人壽"), every=12, phase=4,
         hours=(9, 17)),
)  # fmt: skip


def tell(chronicle: Chronicle) -> Household:
    """Her 24 months."""
    period = chronicle.period
    for day in period.working_monthly(PENSION_DAY):
        chronicle.receive(
            chronicle.at(day, (2, 6)), CURRENT_ID, PENSION, "pension", Shop("代發養老金", "市社會保險事業局")
        )
    for day in period.monthly(2):
        chronicle.receive(
            chronicle.at(day, (18, 22)), CURRENT_ID, 2_800 * YUAN, "rent", Shop("房租收入 租客楊帆", "楊帆")
        )
    for day in period.monthly(24):
        chronicle.move(
            chronicle.at(day, (8, 9)), CURRENT_ID, SAVINGS_ID, 3_500 * YUAN, "transfer_out", Shop("約定轉存 儲蓄帳戶")
        )
    chronicle.live(CURRENT_ID, _HABITS)
    chronicle.settle(CURRENT_ID, _BILLS)
    _festival(chronicle)
    _investments(chronicle)
    return Household(_accounts(period), _holdings(period))


def _festival(chronicle: Chronicle) -> None:
    for day in chronicle.period.new_years():
        chronicle.pay(
            chronicle.at(day, (9, 12)), CURRENT_ID, 1_200 * YUAN, "gift", Shop("新年紅包 姪孫林小安", "林小安")
        )
        chronicle.receive(
            chronicle.at(day, (9, 12)), CURRENT_ID, 2_000 * YUAN, "gift", Shop("新年紅包 女兒林佩珊", "林佩珊")
        )


def _investments(chronicle: Chronicle) -> None:
    """A product ended with its yield; a longer one and a fund were bought with the money."""
    ended = add_months(chronicle.period.first, 7)
    chronicle.receive(
        chronicle.at(ended, (1, 3)),
        SAVINGS_ID,
        12_384_000,
        "wealth_income",
        Shop("理財到期兌付 安享穩健 1 號", "安享理財"),
    )
    chronicle.pay(
        chronicle.at(add_months(ended, 1), (9, 15)), SAVINGS_ID, 100_000 * YUAN, "wealth_buy",
        Shop("理財申購 安享穩健 5 號", "安享理財"),
    )  # fmt: skip
    chronicle.pay(
        chronicle.at(add_months(ended, 2), (9, 15)), SAVINGS_ID, 20_000 * YUAN, "fund_buy",
        Shop("基金申購 錦華科技混合", "錦華基金"),
    )  # fmt: skip


def _accounts(period: Period) -> tuple[AccountPlan, ...]:
    return (
        AccountPlan(CURRENT_ID, LIN.id, "current", CURRENT, LIN.card, date(2012, 5, 8), opening=18_766_40,
                    yearly_rate="0.0005", pays_interest=True),
        AccountPlan(SAVINGS_ID, LIN.id, "savings", names("储蓄账户", "儲蓄帳戶", "Savings account"), "6299990040046637",
                    add_months(period.first, -30), opening=38_500 * YUAN, yearly_rate="0.0010", pays_interest=True),
    )  # fmt: skip


def _holdings(period: Period) -> tuple[HoldingPlan, ...]:
    fund_house = names("锦华基金", "錦華基金", "Jinhua Funds")
    return (
        HoldingPlan("lin-wealth", LIN.id, names("安享稳健 5 号", "安享穩健 5 號", "Anxiang Steady No. 5"),
                    "wealth_product",
                    THIS_BANK, value=10_268_800, matures_on=add_months(period.today, 3), risk_level=2,
                    yearly_fee="0.0030"),
        HoldingPlan("lin-fund-mixed", LIN.id, names("锦华平衡混合", "錦華平衡混合", "Jinhua Balanced Mix"), "fund",
                    fund_house,
                    quantity="61250.35", unit_value="1.3062", risk_level=3, yearly_fee="0.0120", equity_share="0.5"),
        HoldingPlan("lin-fund-tech", LIN.id, names("锦华科技混合", "錦華科技混合", "Jinhua Technology Mix"), "fund",
                    fund_house,
                    quantity="52480.00", unit_value="1.1437", risk_level=4, yearly_fee="0.0150",
                    equity_share="0.9"),
        HoldingPlan("lin-money-fund", LIN.id, names("锦华货币", "錦華貨幣", "Jinhua Money Market"), "fund", fund_house,
                    quantity="30126.48", unit_value="1.0000", risk_level=1, yearly_fee="0.0033"),
    )  # fmt: skip
