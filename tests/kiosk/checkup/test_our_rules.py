"""Our own rules: listed for the bank's owner, and told to the customer as ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.checkup.all_checks import ALL_CHECKS
from kiosk.checkup.basis import load_sources, with_basis
from kiosk.checkup.past_years import load_past_years
from kiosk.checkup.rules import load_rules
from kiosk.checkup.shelf import load_shelf
from tests.kiosk.checkup.households import SENIOR_BORN, TODAY, but, cny

RULES = load_rules(TODAY)
LIST = (Path(__file__).parents[3] / "docs" / "our-rules.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("senior", [True, False])
def test_every_check_has_a_source_for_every_age(*, senior: bool) -> None:
    household = but(birth_date=SENIOR_BORN) if senior else but()
    for check in ALL_CHECKS:
        found = with_basis(check(household, RULES, TODAY), RULES, load_sources(), senior=senior)
        assert found.basis is not None, found.id
        assert found.basis.valid_from <= TODAY
        assert set(found.basis.source) == {"en", "zh_CN", "zh_TW"}


def test_each_of_our_own_rules_is_listed() -> None:
    ours = {source.check for source in load_sources() if source.mark == "D"}
    assert ours
    assert not [check for check in sorted(ours) if f"| {check} |" not in LIST]


def test_a_bound_is_the_one_that_judges() -> None:
    held = but(liquid=cny(21000))
    result = next(check(held, RULES, TODAY) for check in ALL_CHECKS if check(held, RULES, TODAY).id == "W01")
    found = with_basis(result, RULES, load_sources(), senior=False)
    assert found.basis is not None
    good = next(bound.value for bound in found.basis.bounds if bound.status == "good")
    assert found.status == "good"
    assert good * 7000 == 21000


def test_products_lose_at_least_half_of_their_shares() -> None:
    for offer in load_shelf(TODAY):
        assert offer.loss(cny(10000), RULES).amount >= 5000 * offer.equity_share
        assert set(offer.names) == set(offer.issuer) == {"en", "zh_CN", "zh_TW"}


@pytest.mark.parametrize(
    ("equity", "lost"), [("0", 21), ("0.01", 17), ("0.2", 17), ("0.21", 19), ("0.6", 23), ("1", 24)]
)
def test_losing_years_of_a_hundred(equity: str, lost: int) -> None:
    """22 of 96 are 23 of 100; between two mixes the riskier one holds."""
    assert load_past_years(TODAY).lost_of_hundred(type(cny(1).amount)(equity)) == lost
