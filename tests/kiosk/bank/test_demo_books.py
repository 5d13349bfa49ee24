"""The demo books, read from the database file with plain SQL, apart from the code that wrote them."""

from __future__ import annotations

import asyncio
import sqlite3
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from kiosk.bank.demo.books import demo_books
from kiosk.bank.demo.days import LUNAR_NEW_YEAR
from kiosk.bank.demo.people import PEOPLE, STAFF, WANG
from kiosk.bank.demo.writing import ensure_demo_books
from kiosk.bank.ledger import BANK_ZONE, balance_on
from kiosk.bank.store import StorageFull, data_url, open_store
from kiosk.model.categories import CATEGORIES

TODAY = date(2026, 11, 23)
FIRST, LAST = date(2024, 11, 23), date(2026, 11, 22)
INSURED = 500_000_00
ENGLISH = "green"


async def write_books(folder: Path, today: date = TODAY, seed: int = 2026) -> list[bool]:
    store = await open_store(data_url(folder))
    try:
        return [await ensure_demo_books(store, today, seed) for _ in range(2)]
    finally:
        await store.aclose()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("bank")
    assert asyncio.run(write_books(made)) == [True, False], "written once, left alone the second time"
    return made


@pytest.fixture
def books(folder: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(folder / "bank.sqlite3")
    yield connection
    connection.close()


def day_of(booked_at: str) -> date:
    return datetime.fromisoformat(booked_at).replace(tzinfo=UTC).astimezone(BANK_ZONE).date()


def postings(books: sqlite3.Connection) -> dict[str, list[tuple[date, int, int]]]:
    """By account, in the order of time: day, amount, balance after."""
    found: defaultdict[str, list[tuple[date, int, int]]] = defaultdict(list)
    for account, at, amount, after in books.execute(
        "SELECT p.account_id, j.booked_at, p.amount_minor, p.balance_after_minor FROM postings p "
        "JOIN journal j ON j.id = p.journal_id ORDER BY j.booked_at, j.id, p.id"
    ):
        found[account].append((day_of(at), amount, after))
    return found


def movements(books: sqlite3.Connection, account: str, category: str) -> list[tuple[date, int]]:
    rows = books.execute(
        "SELECT j.booked_at, p.amount_minor FROM postings p JOIN journal j ON j.id = p.journal_id "
        "WHERE p.account_id = ? AND j.category = ? ORDER BY j.booked_at",
        (account, category),
    )
    return [(day_of(at), amount) for at, amount in rows]


# The books add up


def test_every_entry_adds_up_to_zero_in_each_currency(books: sqlite3.Connection) -> None:
    wrong = books.execute(
        "SELECT p.journal_id, a.currency FROM postings p JOIN accounts a ON a.id = p.account_id "
        "GROUP BY p.journal_id, a.currency HAVING SUM(p.amount_minor) <> 0"
    )
    assert wrong.fetchall() == []
    lonely = (
        "SELECT j.id FROM journal j LEFT JOIN postings p ON p.journal_id = j.id GROUP BY j.id HAVING COUNT(p.id) < 2"
    )
    assert books.execute(lonely).fetchall() == []


def test_all_accounts_together_hold_nothing(books: sqlite3.Connection) -> None:
    totals = books.execute("SELECT currency, SUM(balance_minor) FROM accounts GROUP BY currency").fetchall()
    assert sorted(totals) == [("CNY", 0), ("GBP", 0)]


def test_every_balance_is_the_sum_of_its_postings(books: sqlite3.Connection) -> None:
    wrong = books.execute(
        "SELECT a.id FROM accounts a LEFT JOIN postings p ON p.account_id = a.id "
        "GROUP BY a.id HAVING a.balance_minor <> COALESCE(SUM(p.amount_minor), 0)"
    )
    assert wrong.fetchall() == []


def test_on_every_day_every_running_balance_is_the_sum_until_then(books: sqlite3.Connection) -> None:
    days = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
    assert len(days) == 730
    for account, moves in postings(books).items():
        when = [day for day, _, _ in moves]
        for day in days:
            until = bisect_right(when, day)
            told = moves[until - 1][2] if until else 0
            assert told == sum(amount for _, amount, _ in moves[:until]), (account, day)


async def test_the_ledger_tells_the_same_for_the_end_of_every_month(folder: Path, books: sqlite3.Connection) -> None:
    own = [row[0] for row in books.execute("SELECT id FROM accounts WHERE customer_id IS NOT NULL")]
    moved = postings(books)
    store = await open_store(data_url(folder))
    try:
        async with store.reading() as session:
            for account in own:
                for number in range(0, 731, 30):
                    day = FIRST + timedelta(days=number - 1)
                    expected = sum(amount for when, amount, _ in moved[account] if when <= day)
                    assert await balance_on(session, account, day) == expected, (account, day)
    finally:
        await store.aclose()


def test_no_account_of_a_customer_is_ever_below_zero_but_the_loan(books: sqlite3.Connection) -> None:
    low = books.execute(
        "SELECT DISTINCT a.kind FROM postings p JOIN accounts a ON a.id = p.account_id "
        "WHERE a.customer_id IS NOT NULL AND p.balance_after_minor < 0"
    )
    assert low.fetchall() == [("loan",)]


# They look like life


def test_there_is_much_to_read(books: sqlite3.Connection) -> None:
    (count,) = books.execute(
        "SELECT COUNT(DISTINCT p.journal_id) FROM postings p JOIN accounts a ON a.id = p.account_id "
        "WHERE a.customer_id IS NOT NULL"
    ).fetchone()
    assert count >= 6_000
    assert books.execute("SELECT COUNT(DISTINCT household) FROM customers").fetchone() == (5,)


def test_nothing_lies_in_the_future_or_before_the_books(books: sqlite3.Connection) -> None:
    first, last = books.execute("SELECT MIN(booked_at), MAX(booked_at) FROM journal").fetchone()
    assert (day_of(first), day_of(last)) == (FIRST, LAST)


def test_entries_are_numbered_in_the_order_of_time(books: sqlite3.Connection) -> None:
    by_number = books.execute("SELECT id FROM journal ORDER BY id").fetchall()
    assert by_number == books.execute("SELECT id FROM journal ORDER BY booked_at, id").fetchall()


def test_every_text_fits_and_every_category_is_known(books: sqlite3.Connection) -> None:
    longest = books.execute("SELECT MAX(LENGTH(text)), MAX(LENGTH(party)), MIN(LENGTH(text)) FROM journal").fetchone()
    assert longest[0] <= 140
    assert longest[1] <= 70
    assert longest[2] > 0
    assert {row[0] for row in books.execute("SELECT DISTINCT category FROM journal")} <= set(CATEGORIES)


def test_mrs_wang_ends_with_the_well_known_balance(books: sqlite3.Connection) -> None:
    rows = books.execute("SELECT balance_minor FROM accounts WHERE customer_id = ? AND number LIKE '%6222'", (WANG.id,))
    assert rows.fetchall() == [(1_234_560,)]
    kinds = books.execute(
        "SELECT DISTINCT j.category FROM journal j JOIN postings p ON p.journal_id = j.id WHERE p.account_id = ?",
        ("wang-current",),
    )
    assert ("other",) not in kinds.fetchall(), "nothing was made to fit"


def test_her_pension_comes_on_the_22nd_or_the_friday_before(books: sqlite3.Connection) -> None:
    came = movements(books, "wang-current", "pension")
    assert {amount for _, amount in came} == {386_000}
    months = [(2024 + (10 + number) // 12, (10 + number) % 12 + 1) for number in range(1, 25)]
    expected = []
    for year, month in [(2024, 11), *months]:
        usual = date(year, month, 22)
        expected.append(usual - timedelta(days={5: 1, 6: 2}.get(usual.weekday(), 0)))
    assert [day for day, _ in came] == [day for day in expected if FIRST <= day <= LAST]
    assert len(came) == 24


def test_her_deposit_matured_with_its_interest_and_was_renewed(books: sqlite3.Connection) -> None:
    [(day, into)] = movements(books, "wang-current", "deposit_matured")
    assert into == 10_825_000, "100,000 at 2.75 % for three years, simple interest"
    assert movements(books, "wang-fixed", "deposit_matured") == [(day, -10_000_000)]
    assert movements(books, "wang-fixed", "deposit_open") == [(day, 10_800_000)]
    (matures_on,) = books.execute("SELECT matures_on FROM accounts WHERE id = 'wang-fixed'").fetchone()
    assert matures_on == day.replace(year=day.year + 3).isoformat()
    assert FIRST < day < LAST


def test_interest_follows_from_what_was_on_the_account(books: sqlite3.Connection) -> None:
    moves = postings(books)["wang-current"]
    credited = movements(books, "wang-current", "interest")
    assert len(credited) == 8
    for (before, _), (day, amount) in pairwise(credited):
        total, when = 0, before
        while when < day:
            total += sum(moved for at, moved, _ in moves if at <= when)
            when += timedelta(days=1)
        assert amount == int((Decimal(total) * Decimal("0.0005") / 360).quantize(Decimal(1), ROUND_HALF_UP)), day


def test_the_mortgage_is_paid_off_as_the_formula_says(books: sqlite3.Connection) -> None:
    payment, rate, opened, last_due = books.execute(
        "SELECT monthly_payment_minor, yearly_rate, opened_on, matures_on FROM accounts WHERE kind = 'loan'"
    ).fetchone()
    monthly = Decimal(rate) / 12
    assert payment == round(Decimal(86_000_000) * monthly / (1 - (1 + monthly) ** -300))
    assert date.fromisoformat(last_due).year - date.fromisoformat(opened).year == 25
    paid = movements(books, "zhao-current", "loan_payment")
    assert {amount for _, amount in paid} == {-payment}
    assert [day.day for day, _ in paid] == [20] * 24
    [(_, owed)] = movements(books, "zhao-mortgage", "opening")
    for _, principal in movements(books, "zhao-mortgage", "loan_payment"):
        assert payment - principal == int((-owed * monthly).quantize(Decimal(1), ROUND_HALF_UP))
        owed += principal
    assert books.execute("SELECT balance_minor FROM accounts WHERE kind = 'loan'").fetchone() == (owed,)
    assert -79_000_000 < owed < -70_000_000


def test_one_household_has_more_here_than_is_insured_and_the_others_do_not(books: sqlite3.Connection) -> None:
    rows = books.execute(
        "SELECT customer_id, SUM(value_minor) FROM holdings WHERE insured_deposit AND currency = 'CNY' "
        "AND json_extract(issuer, '$.en') = 'Anxin Bank' GROUP BY customer_id"
    )
    assert [customer for customer, total in rows if total > INSURED] == ["chen-guodong"]


def test_a_deposits_holding_has_the_value_of_its_account(books: sqlite3.Connection) -> None:
    rows = books.execute(
        "SELECT h.value_minor, a.balance_minor, h.currency, a.currency FROM holdings h "
        "JOIN accounts a ON a.id = h.account_id"
    ).fetchall()
    assert len(rows) >= 10
    assert all(value == balance and one == other for value, balance, one, other in rows)


def test_a_funds_value_is_quantity_times_unit_value(books: sqlite3.Connection) -> None:
    rows = books.execute("SELECT quantity, unit_value, value_minor FROM holdings WHERE quantity <> ''").fetchall()
    assert len(rows) >= 3
    for quantity, unit, value in rows:
        assert round(Decimal(quantity) * Decimal(unit), 2) * 100 == value


def test_products_of_low_and_high_risk_are_held(books: sqlite3.Connection) -> None:
    levels = {row[0] for row in books.execute("SELECT risk_level FROM holdings WHERE risk_level IS NOT NULL")}
    assert levels == {1, 2, 3, 4}


def test_the_child_has_a_guardian_and_no_check_up(books: sqlite3.Connection) -> None:
    [(born, guardian, mode, entitlements)] = books.execute(
        "SELECT birth_date, guardian_id, mode, entitlements FROM customers WHERE guardian_id IS NOT NULL"
    )
    assert born <= TODAY.replace(year=TODAY.year - 14).isoformat() < TODAY.isoformat()
    assert born > TODAY.replace(year=TODAY.year - 15).isoformat()
    assert books.execute("SELECT legal_name FROM customers WHERE id = ?", (guardian,)).fetchone() == ("刘敏",)
    assert mode == "youth"
    assert "checkup" not in entitlements
    assert books.execute(
        "SELECT COUNT(*) FROM holdings WHERE customer_id = 'zhao-yutong' AND account_id IS NULL"
    ).fetchone() == (0,)


def test_the_english_statement_is_in_english_and_the_others_are_not(books: sqlite3.Connection) -> None:
    for household, plain in books.execute(
        "SELECT c.household, j.text FROM journal j JOIN postings p ON p.journal_id = j.id "
        "JOIN accounts a ON a.id = p.account_id JOIN customers c ON c.id = a.customer_id"
    ):
        assert plain.isascii() == (household == ENGLISH), plain


def test_red_packets_come_at_spring_festival(books: sqlite3.Connection) -> None:
    days = {day for day, amount in movements(books, "yutong-current", "gift") if amount > 0}
    assert days == {LUNAR_NEW_YEAR[2025], LUNAR_NEW_YEAR[2026]}


def test_summer_takes_more_power_than_spring(books: sqlite3.Connection) -> None:
    by_month: defaultdict[int, int] = defaultdict(int)
    for at, amount in books.execute(
        "SELECT j.booked_at, -p.amount_minor FROM journal j JOIN postings p ON p.journal_id = j.id "
        "WHERE p.account_id = 'wang-current' AND j.party = '国网电力'"
    ):
        by_month[day_of(at).month] += amount
    assert by_month[8] > 1.4 * by_month[4]


def test_names_are_there_in_every_language(books: sqlite3.Connection) -> None:
    for table, column, where in (
        ("accounts", "names", "WHERE customer_id IS NOT NULL"),
        ("holdings", "names", ""),
        ("holdings", "issuer", ""),
        ("customers", "greeting", ""),
        ("staff", "names", ""),
    ):
        for lang in ("zh_CN", "zh_TW", "en"):
            query = f"SELECT MIN(LENGTH(COALESCE(json_extract({column}, '$.{lang}'), ''))) FROM {table} {where}"
            assert books.execute(query).fetchone()[0] > 0, (table, column, lang)


# Who may sign in


def test_card_numbers_are_well_formed_and_obviously_no_real_ones(books: sqlite3.Connection) -> None:
    cards = dict(books.execute("SELECT number, customer_id FROM cards").fetchall())
    assert cards == {person.card: person.id for person in PEOPLE}
    for number in cards:
        digits = [int(digit) for digit in reversed(number)]
        doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[1::2]]
        assert (sum(digits[::2]) + sum(doubled)) % 10 == 0
        assert len(number) == 19
        assert number.startswith("629999")


def test_the_listed_pins_are_the_right_ones(books: sqlite3.Connection) -> None:
    hashes = dict(
        books.execute("SELECT id, pin_hash FROM customers UNION ALL SELECT id, pin_hash FROM staff").fetchall()
    )
    pins = {person.id: person.pin for person in PEOPLE} | {one.id: one.pin for one in STAFF}
    assert len(set(hashes.values())) == len(hashes) == len(pins)
    for key, pin in pins.items():
        assert hashes[key].startswith("$argon2id$")
        assert PasswordHasher().verify(hashes[key], pin)


def test_the_ages_are_as_told(books: sqlite3.Connection) -> None:
    born = dict(books.execute("SELECT id, birth_date FROM customers").fetchall())
    for person in PEOPLE:
        day = date.fromisoformat(born[person.id])
        age = TODAY.year - day.year - ((TODAY.month, TODAY.day) < (day.month, day.day))
        assert age == person.age, person.id


# The same for the same seed, sound for any


def dump(folder: Path) -> list[object]:
    connection = sqlite3.connect(folder / "bank.sqlite3")
    found: list[object] = []
    for table in ("customers", "cards", "accounts", "journal", "postings", "holdings", "staff"):
        cursor = connection.execute(f"SELECT * FROM {table} ORDER BY 1")
        kept = [place for place, column in enumerate(cursor.description) if column[0] != "pin_hash"]
        found.append([tuple(row[place] for place in kept) for row in cursor])
    connection.close()
    return found


def test_two_runs_write_the_same_books(folder: Path, tmp_path: Path) -> None:
    asyncio.run(write_books(tmp_path))
    assert dump(tmp_path) == dump(folder)


def test_another_seed_tells_another_life() -> None:
    assert demo_books(TODAY, 2026) == demo_books(TODAY, 2026)
    assert demo_books(TODAY, 2026).entries != demo_books(TODAY, 2027).entries


@settings(max_examples=15, deadline=None)
@given(st.dates(date(2024, 1, 1), date(2048, 12, 31)), st.integers(0, 10**9))
def test_the_books_are_sound_on_any_day_and_for_any_seed(today: date, seed: int) -> None:
    books = demo_books(today, seed)
    own = {plan.id: plan for plan in books.accounts}
    balances: Counter[str] = Counter()
    for entry in books.entries:
        assert entry.booked_at.date() < today
        for side in entry.sides:
            balances[side.account_id] += side.amount_minor
            plan = own.get(side.account_id)
            assert plan is None or plan.kind == "loan" or balances[side.account_id] >= 0
    assert balances["wang-current"] == 1_234_560
    assert balances["zhao-mortgage"] < 0
    assert min(person.birth_date(today) for person in PEOPLE).year <= today.year - 82


async def test_a_disk_that_fills_up_leaves_no_half_written_books(tmp_path: Path) -> None:
    store = await open_store(data_url(tmp_path))
    async with store.reading() as session:
        await session.execute(text("PRAGMA max_page_count = 150"))
    with pytest.raises(StorageFull):
        await ensure_demo_books(store, TODAY)
    async with store.reading() as session:
        for table in ("customers", "accounts", "journal", "postings"):
            assert await session.scalar(text(f"SELECT COUNT(*) FROM {table}")) == 0
        await session.execute(text("PRAGMA max_page_count = 100000"))
    assert await ensure_demo_books(store, TODAY)
    await store.aclose()
