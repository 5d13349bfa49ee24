"""Each check on both sides of each threshold, and what it says when something is not known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kiosk.checkup.engine import examine
from kiosk.checkup.finding import REASONS
from kiosk.checkup.household import Debt, Deposit, Income
from kiosk.model.checkup import CheckResult
from kiosk.model.money import Money
from tests.kiosk.checkup.households import ADULT_BORN, SENIOR_BORN, TODAY, but, cny, debt, deposit, income


def finding(check: str, **changes: object) -> CheckResult:
    report = examine(but(**changes), TODAY)
    return next(result for result in report.checks if result.id == check)


@pytest.mark.parametrize(
    ("liquid", "status"),
    [
        ("21000", "good"), ("20999.99", "watch"), ("7000", "watch"), ("6999.99", "act"), ("0", "act"), ("-10", "act"),
        ("84000", "good"), ("84000.01", "info"),
    ],
)  # fmt: skip
def test_w01_under_65(liquid: str, status: str) -> None:
    """Spending 5,000 and a loan of 2,000 need at least 21,000: the exam item of CHECKUP.md 1.1."""
    result = finding("W01", liquid=cny(liquid), essential_spending=cny(5000 + 2000))
    assert result.status == status
    assert result.figures["need"] == 21000


@pytest.mark.parametrize(
    ("liquid", "status"),
    [("60000", "good"), ("54000", "good"), ("53999.99", "watch"), ("18000", "watch"), ("17999.99", "act")],
)
def test_w01_from_65_on(liquid: str, status: str) -> None:
    """E 6,000 and G 4,500 need 54,000 (CHECKUP.md 7 D)."""
    result = finding(
        "W01",
        birth_date=SENIOR_BORN,
        liquid=cny(liquid),
        essential_spending=cny("6000"),
        incomes=income(pension="4500", pay="900"),
    )
    assert result.status == status
    assert result.figures["need"] == 54000
    assert result.figures["floor"] == 18000
    assert result.figures["guaranteed"] == 4500
    assert result.touched == cny(max(Decimal(0), 54000 - Decimal(liquid)))


def test_w01_a_pension_above_spending_is_no_discount() -> None:
    need = finding("W01", birth_date=SENIOR_BORN, incomes=income(pension="9000")).figures["need"]
    assert need == 6 * 7000


def test_w01_says_how_many_months_without_rounding_up() -> None:
    assert finding("W01", liquid=cny("20999.99")).value == Decimal("2.9999")


@pytest.mark.parametrize(
    ("payment", "born", "status"),
    [
        ("3000", ADULT_BORN, "good"), ("3000.01", ADULT_BORN, "watch"), ("4000", ADULT_BORN, "watch"),
        ("4000.01", ADULT_BORN, "act"), ("2000", SENIOR_BORN, "good"), ("2000.01", SENIOR_BORN, "watch"),
        ("4000", SENIOR_BORN, "watch"), ("4000.01", SENIOR_BORN, "act"),
    ],
)  # fmt: skip
def test_w02(payment: str, born: date, status: str) -> None:
    result = finding("W02", birth_date=born, debts=(debt(payment=payment),), incomes=income(pay="10000"))
    assert result.status == status
    assert result.figures["payments"] == Decimal(payment)


def test_w02_adds_debts_and_never_rounds_a_share_down() -> None:
    debts = (debt(payment="1000"), debt(payment="2000.01"))
    assert finding("W02", debts=debts, incomes=income(pay="10000")).value == Decimal("0.3001")


@pytest.mark.parametrize(
    ("owed", "status"),
    [("0", "good"), ("50000", "good"), ("50000.01", "watch"), ("70000", "watch"), ("70000.01", "act"), ("1e6", "act")],
)
def test_w03(owed: str, status: str) -> None:
    result = finding("W03", assets=cny("100000"), debts=(debt(owed=owed),))
    assert result.status == status
    assert result.figures["net"] == 100000 - Decimal(owed)


@pytest.mark.parametrize(
    ("debts", "status", "about"),
    [
        ((), "good", 0),
        ((debt(rate="0.06"),), "good", 0),
        ((debt(rate="0.0601"), debt()), "watch", 1),
        ((debt(rate="0.18"), debt(rate="0.07")), "watch", 2),
        ((debt(rate="0.18"), debt(overdue=True)), "act", 1),
    ],
)
def test_w04(debts: tuple[Debt, ...], status: str, about: int) -> None:
    result = finding("W04", debts=debts)
    assert (result.status, result.value) == (status, Decimal(about))


def test_w04_tells_how_much_and_at_what_rate() -> None:
    result = finding("W04", debts=(debt("3000", "0.18"), debt("2000", "0.12"), debt("9000", "0.03")))
    assert result.figures["highest_rate"] == Decimal("0.18")
    assert result.figures["owed"] == 5000
    assert result.touched == cny("5000")


def test_w04_tells_what_is_overdue_even_when_another_rate_is_not_known() -> None:
    unclear = Debt(None, None, None, None)
    assert finding("W04", debts=(unclear, debt(overdue=True))).status == "act"
    assert finding("W04", debts=(unclear, debt(rate="0.1"))).status == "watch"
    assert finding("W04", debts=(unclear, debt())).status == "unknown"


@pytest.mark.parametrize(
    ("deposits", "status", "uninsured"),
    [
        ((), "good", "0"),
        ((deposit("A", "500000"),), "good", "0"),
        ((deposit("A", "500000", "0.01"),), "watch", "0.01"),
        ((deposit("A", "300000"), deposit("A", "199999", "1")), "good", "0"),
        ((deposit("A", "300000"), deposit("A", "250000")), "watch", "50000"),
        ((deposit("A", "400000"), deposit("B", "400000")), "good", "0"),
        ((deposit("A", "600000"), deposit("B", "700000", "1200")), "watch", "301200"),
        ((deposit("A", "510000"), deposit("A", "-20000")), "watch", "10000"),
    ],
)
def test_w05(deposits: tuple[Deposit, ...], status: str, uninsured: str) -> None:
    result = finding("W05", deposits=deposits)
    assert (result.status, result.value) == (status, Decimal(uninsured))
    assert result.touched == cny(uninsured)
    assert result.figures["limit"] == 500000


def test_w05_names_the_bank_with_the_most() -> None:
    figures = finding("W05", deposits=(deposit("A", "600000"), deposit("B", "700000"), deposit("C", "9"))).figures
    assert figures == {
        "limit": 500000, "total_uninsured": 300000, "banks": 2, "bank": "B", "deposits": 700000, "uninsured": 200000,
    }  # fmt: skip


def test_w05_tells_what_is_over_even_when_another_deposit_is_not_known() -> None:
    unclear = Deposit("B", None, None)
    assert finding("W05", deposits=(unclear, deposit("A", "500001"))).status == "watch"
    assert finding("W05", deposits=(unclear, deposit("A", "500000"))).status == "unknown"
    assert finding("W05", deposits=(Deposit("A", cny("400000"), None),)).status == "unknown"


@pytest.mark.parametrize(
    ("check", "changes", "reason"),
    [
        ("W01", {"birth_date": None}, "age_unknown"),
        ("W01", {"birth_date": date(2027, 1, 1)}, "age_unknown"),
        ("W01", {"liquid": None}, "liquid_unknown"),
        ("W01", {"liquid": Money(Decimal(9), "USD")}, "liquid_unknown"),
        ("W01", {"essential_spending": None}, "spending_unknown"),
        ("W01", {"essential_spending": cny("0")}, "no_spending"),
        ("W01", {"birth_date": SENIOR_BORN, "essential_spending": cny("0")}, "no_spending"),
        ("W01", {"birth_date": SENIOR_BORN, "incomes": None}, "pension_unknown"),
        ("W01", {"birth_date": SENIOR_BORN, "incomes": (Income("pension", None, guaranteed=True),)}, "pension_unknown"),
        ("W02", {"debts": None}, "debts_unknown"),
        ("W02", {"debts": (Debt(cny("1"), None, None, None),)}, "payments_unknown"),
        (
            "W01",
            {"birth_date": SENIOR_BORN, "incomes": (Income("pension", Money(Decimal(9), "GBP"), guaranteed=True),)},
            "other_currency",
        ),
        ("W02", {"incomes": (Income("pay", Money(Decimal(9), "GBP"), guaranteed=False),)}, "other_currency"),
        ("W02", {"incomes": None}, "income_unknown"),
        ("W02", {"incomes": (Income("pay", None, guaranteed=False),)}, "income_unknown"),
        ("W02", {"incomes": ()}, "no_income"),
        ("W02", {"birth_date": None}, "age_unknown"),
        ("W03", {"assets": None}, "assets_unknown"),
        ("W03", {"assets": cny("0")}, "no_assets"),
        ("W03", {"debts": None}, "debts_unknown"),
        ("W03", {"debts": (Debt(None, None, None, None),)}, "debts_unknown"),
        ("W04", {"debts": None}, "debts_unknown"),
        ("W04", {"debts": (Debt(cny("5"), None, cny("1"), overdue=False),)}, "rates_unknown"),
        ("W05", {"deposits": None}, "deposits_unknown"),
        ("W05", {"deposits": (Deposit("A", Money(Decimal(1), "USD"), cny("0")),)}, "other_currency"),
        ("W05", {"country": "XX"}, "limit_unknown"),
    ],
)
def test_not_known_is_grey_with_its_reason(check: str, changes: dict[str, Any], reason: str) -> None:
    result = finding(check, **changes)
    assert (result.status, result.reason, result.action) == ("unknown", reason, "talk")
    assert reason in REASONS


def test_no_debt_is_good_even_without_an_income() -> None:
    for check in ("W02", "W04"):
        assert finding(check, debts=(), incomes=None, birth_date=None).status == "good"


def test_a_card_paid_off_is_no_debt() -> None:
    assert finding("W04", debts=(Debt(cny("0"), None, None, None),)).status == "good"


def test_the_day_she_turns_65_the_other_rules_hold() -> None:
    def allowed(birth_date: date) -> object:
        return finding("W02", birth_date=birth_date).figures["allowed"]

    assert allowed(date(1961, 11, 23)) == Decimal("0.20")
    assert allowed(date(1961, 11, 24)) == Decimal("0.30")
