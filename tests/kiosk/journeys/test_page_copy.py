"""The copy of a page for staff: nothing private in it, also not in the keys of its controls."""

from __future__ import annotations

import msgspec

from accessibility.phrase import Phrase
from accessibility.screen import Action, Fact, Field, Row, Rows, Screen
from accessibility.words import Words
from kiosk.journeys.page_copy import LONGEST, control_of, copy_of

SALT = b"0123456789abcdef"
ACCOUNT = "6222020200112233445"
AMOUNT = Phrase("9,876.50", "nine thousand", private=True, discreet="on the screen")


def page(rows: int = 1) -> Screen:
    """A page with everything that must not leave."""
    return Screen(
        "balances.account",
        "en",
        "elder",
        Phrase("Account"),
        step=Phrase("Step 1 of 2"),
        focus=f"open:{ACCOUNT}",
        blocks=(
            Fact(Phrase("Balance"), AMOUNT),
            Rows(tuple(Row(Phrase("Savings"), value=AMOUNT, action=f"open:{ACCOUNT}{n or ''}") for n in range(rows))),
            Field("search", Phrase("Search"), value="Mrs Wang", accept=Action("find", Phrase("Find"))),
        ),
    )


def test_nothing_private_is_in_it() -> None:
    copy = copy_of(page(), Words("en"), SALT)
    assert (copy.key, copy.step) == ("balances.account", "Step 1 of 2")
    for secret in ("9,876", "nine thousand", ACCOUNT, "Mrs Wang"):
        assert secret not in copy.masked
    assert msgspec.json.decode(copy.masked, type=Screen).heading.shown == "Account"


def test_what_staff_point_at_is_found_on_her_page_alone() -> None:
    seen = msgspec.json.decode(copy_of(page(), Words("en"), SALT).masked, type=Screen)
    rows = next(block for block in seen.blocks if isinstance(block, Rows))
    assert control_of(page(), rows.rows[0].action, SALT) == f"open:{ACCOUNT}"
    assert seen.focus == rows.rows[0].action
    assert control_of(page(), "find", SALT) == "find"
    assert control_of(page(), rows.rows[0].action, b"another sitting") == ""
    assert control_of(page(), "", SALT) == ""


def test_a_page_too_long_to_send_is_told_by_its_key_alone() -> None:
    copy = copy_of(page(LONGEST // 100), Words("en"), SALT)
    assert (copy.key, copy.masked) == ("balances.account", "")
