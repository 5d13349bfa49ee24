"""A check-up as it is kept and told: the findings, and the figures that its pictures are drawn from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

import msgspec

from kiosk.bank.rates import Rates
from kiosk.checkup.basis import load_sources, with_basis
from kiosk.checkup.engine import examine
from kiosk.checkup.household import Household
from kiosk.checkup.mix import mix_in_money
from kiosk.checkup.past_years import load_past_years
from kiosk.checkup.questionnaire import Portrait
from kiosk.checkup.rules import Rules, load_rules
from kiosk.checkup.shelf import Offer, load_shelf
from kiosk.checkup.suggestions import Suggested, Suggestion, suggest
from kiosk.checkup.suitability import Person
from kiosk.model.checkup import Basis, CheckResult, CheckupReport, MixInMoney
from kiosk.model.money import Money
from kiosk.wire.checkup import (
    BankDepositWire,
    BasisWire,
    BoundWire,
    CheckupWire,
    CheckWire,
    MixWire,
    MonthFlowWire,
    PastYearsWire,
    PortraitWire,
    RateWire,
    SuggestionWire,
)
from kiosk.wire.kiosk_api import Amount

ADULT_AGE: Final = 18
Names = Mapping[str, dict[str, str]]
"""What banks, providers and products are called, by what the facts call them."""


class Books(msgspec.Struct, frozen=True):
    """What the books know for one check-up."""

    facts: Household
    names: Names
    rates: Rates
    flows: Sequence[MonthFlowWire] = ()
    portrait: Portrait | None = None


def checkup_report(books: Books, today: date) -> CheckupWire:
    """Examine the household and put it all together. Raises RulesError."""
    rules = load_rules(today)
    report = examine(books.facts, today, rules)
    senior = rules.is_senior(books.facts.age(today) or 0)
    sources = load_sources()
    told = [with_basis(result, rules, sources, senior=senior) for result in report.checks]
    whole = wire(msgspec.structs.replace(report, checks=tuple(told)), books.names)
    _suggested(whole, books.facts, report, rules, today)
    mix = mix_in_money(books.facts, rules, today)
    whole.mix = _mix(mix) if mix else None
    whole.past_years = _past_years(mix, today) if mix and mix.now["equity"].amount > 0 else None
    whole.deposits = _deposits(books, rules)
    whole.flows = list(books.flows)
    whole.portrait = _portrait(books)
    if any(position.foreign for position in books.facts.positions or ()):
        whole.rates = _rates(books.rates)
    return whole


def suggested(facts: Household, today: date) -> list[SuggestionWire]:
    """What may be bought by this household on this day, asked anew: an order must not rest on an old report."""
    rules = load_rules(today)
    whole = wire(examine(facts, today, rules), {})
    _suggested(whole, facts, examine(facts, today, rules), rules, today)
    return whole.suggestions


def wire(report: CheckupReport, names: Names) -> CheckupWire:
    """A report as it is kept, with the names of the banks in it in every language they are known in."""
    checks = [_check(result, names) for result in report.checks]
    return CheckupWire(report.as_of, report.rules_version, report.overall, report.currency, checks)


def amount(money: Money) -> Amount:
    """On the wire."""
    return Amount(f"{money.amount:f}", money.currency)


def _suggested(whole: CheckupWire, facts: Household, report: CheckupReport, rules: Rules, today: date) -> None:
    shelf = {offer.id: offer for offer in load_shelf(today)}
    person = Person(facts.age(today), facts.assessment)
    found: Suggested = suggest(
        facts, person, [offer.product() for offer in shelf.values()], report.checks, rules, today
    )
    whole.suggestions = [_suggestion(shelf[each.product.id], each, rules) for each in found.suggestions]
    whole.nothing = found.nothing or ""
    whole.spare = amount(found.spare) if found.spare else None


def _suggestion(offer: Offer, found: Suggestion, rules: Rules) -> SuggestionWire:
    return SuggestionWire(
        id=offer.id,
        names=offer.names,
        issuer=offer.issuer,
        risk_level=offer.risk_level,
        yearly_fee=f"{offer.yearly_fee:f}",
        amount=amount(found.amount),
        least=amount(found.product.least),
        worst_year_loss=amount(offer.loss(found.amount, rules)),
        fee=amount(offer.fee(found.amount)),
        term_months=offer.term_months,
        insured=offer.insured,
    )


def _mix(mix: MixInMoney) -> MixWire:
    return MixWire(
        now={part: amount(money) for part, money in mix.now.items()},
        target={part: amount(money) for part, money in mix.target.items()},
        ceiling=None if mix.ceiling is None else f"{mix.ceiling:f}",
    )


def _past_years(mix: MixInMoney, today: date) -> PastYearsWire:
    table = load_past_years(today)
    whole = sum((money.amount for money in mix.now.values()), Decimal(0))
    return PastYearsWire(table.lost_of_hundred(mix.now["equity"].amount / whole), table.country)


def _deposits(books: Books, rules: Rules) -> list[BankDepositWire]:
    """Bank by bank, the most first; a bank where a part is not known is left out."""
    facts, limit = books.facts, rules.deposit_limit(books.facts.country, books.facts.currency)
    if limit is None:
        return []
    sums: dict[str, Decimal | None] = {}
    for deposit in facts.deposits or ():
        known, so_far = facts.known(deposit.balance), sums.get(deposit.bank, Decimal(0))
        interest = facts.known(deposit.accrued_interest) or Decimal(0)
        sums[deposit.bank] = None if known is None or so_far is None else so_far + max(Decimal(0), known) + interest
    found = [(bank, money) for bank, money in sums.items() if money is not None]
    found.sort(key=lambda each: (-each[1], each[0]))
    insured = Amount(f"{limit:f}", facts.currency)
    return [
        BankDepositWire(books.names.get(bank, {"zh_CN": bank}), Amount(f"{money:f}", facts.currency), insured)
        for bank, money in found
    ]


def _rates(rates: Rates) -> list[RateWire]:
    known = sorted(rates.newest.items())
    return [RateWire(currency, f"{rate.rate:f}", rate.as_of, rates.fresh(currency)) for currency, rate in known]


def _portrait(books: Books) -> PortraitWire | None:
    if books.portrait is None or books.facts.assessment is None:
        return None
    axes: dict[str, int] = {axis: round(value) for axis, value in books.portrait.axes.items()}
    return PortraitWire(books.facts.assessment.level, axes, list(books.portrait.limits))


def _check(result: CheckResult, names: Names) -> CheckWire:
    touched = result.touched
    return CheckWire(
        id=result.id,
        status=result.status,
        foundation=result.foundation,
        value=None if result.value is None else f"{result.value:f}",
        touched=amount(touched) if touched else None,
        figures={name: f"{given:f}" if not isinstance(given, str) else given for name, given in result.figures.items()},
        action=result.action,
        reason=result.reason,
        names={
            name: names[given] for name, given in result.figures.items() if isinstance(given, str) and given in names
        },
        basis=_basis(result.basis) if result.basis else None,
    )


def _basis(basis: Basis) -> BasisWire:
    bounds = [BoundWire(each.status, each.side, f"{each.value:f}", each.unit) for each in basis.bounds]
    return BasisWire(bounds, basis.mark, basis.source, basis.valid_from)
