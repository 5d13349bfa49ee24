"""Reports to render: every figure that a check-up can hold, so that every page has something to show."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kiosk.checkup.basis import load_sources, with_basis
from kiosk.checkup.rules import load_rules
from kiosk.model.checkup import (
    BankDeposits,
    CheckResult,
    CheckStatus,
    CheckupReport,
    ExchangeRate,
    MixInMoney,
    MonthFlow,
    PastYears,
    RiskPortrait,
    SuggestedProduct,
)
from kiosk.model.money import Money

TODAY = date(2026, 11, 23)
STATUSES: tuple[CheckStatus, ...] = ("good", "watch", "act", "unknown", "info")


def cny(amount: str) -> Money:
    return Money(Decimal(amount), "CNY")


SUGGESTED = (
    SuggestedProduct(
        "anxin-notice-7",
        {"zh_CN": "安心七天通知存款", "zh_TW": "安心七天通知存款", "en": "Anxin Seven-Day Deposit"},
        {"zh_CN": "安心银行", "zh_TW": "安心銀行", "en": "Anxin Bank"},
        1, Decimal(0), cny("80000"), cny("50000"), cny("0"), cny("0"), insured=True,
    ),
    SuggestedProduct(
        "hemu-balanced",
        {"zh_CN": "禾木稳健混合基金", "zh_TW": "禾木穩健混合基金", "en": "Hemu Balanced Fund"},
        {"zh_CN": "禾木基金", "zh_TW": "禾木基金", "en": "Hemu Funds"},
        3, Decimal("0.008"), cny("30000"), cny("1000"), cny("14950"), cny("240"), term_months=36,
    ),
)  # fmt: skip


def with_pictures(checks: tuple[CheckResult, ...], *, senior: bool = True) -> CheckupReport:
    """A report with these findings, their bases and all the figures of the pictures."""
    rules, sources = load_rules(TODAY), load_sources()
    months = [date(2026, month, 1) for month in range(5, 11)]
    return CheckupReport(
        TODAY, "2026+1", "some_act", tuple(with_basis(each, rules, sources, senior=senior) for each in checks),
        suggestions=SUGGESTED,
        spare=cny("80808.73"),
        mix=MixInMoney(
            {"equity": cny("91234.00"), "bonds": cny("158873.50"), "cash": cny("95570.50")},
            {"equity": cny("69135.60"), "bonds": cny("207406.80"), "cash": cny("69135.60")}, Decimal("0.2"),
        ),
        deposits=(
            BankDeposits({"zh_CN": "安心银行", "zh_TW": "安心銀行", "en": "Anxin Bank"}, cny("587654"), cny("500000")),
            BankDeposits({"zh_CN": "锦江农商银行", "zh_TW": "錦江農商銀行", "en": "Jinjiang Rural Commercial Bank"},
                         cny("200000"), cny("500000")),
        ),
        flows=tuple(MonthFlow(month, cny("6860.00"), cny(f"{4711 + 389 * at}.55")) for at, month in enumerate(months)),
        portrait=RiskPortrait(
            2, {"financial": 36, "knowledge": 100, "experience": 20, "objective": 43, "attitude": 23}, ()
        ),
        past_years=PastYears(17, "US"),
        rates=(ExchangeRate("GBP", Decimal("9.3255"), date(2026, 10, 28)),),
    )  # fmt: skip
