"""What each check is judged by: its bounds, where they come from, and since when (the third level of wording)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

import assets
from kiosk.checkup.dated import read_table
from kiosk.checkup.rules import Rules
from kiosk.checkup.thresholds import Thresholds
from kiosk.model.checkup import Basis, Bound, CheckResult

Unit = Literal["months", "share", "days", "level", "money"]
LANGUAGES: Final = ("en", "zh_CN", "zh_TW")


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the bound for "good" of one check comes from."""

    check: Annotated[str, Meta(pattern="^W[0-9]{2}$")]
    who: Literal["adult", "senior", "all"]
    mark: Literal["F", "M", "D"]
    words: dict[str, str]

    def __post_init__(self) -> None:
        if set(self.words) != set(LANGUAGES):
            raise ValueError(f"{self.check}: words in {', '.join(LANGUAGES)}")


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sources: Annotated[tuple[Source, ...], Meta(min_length=1)]


def load_sources(folder: Path | None = None) -> tuple[Source, ...]:
    """The project's table, or that of another folder. Raises RulesError."""
    return read_table((folder or assets.ROOT / "checkup") / "sources.toml", _File).sources


def with_basis(result: CheckResult, rules: Rules, sources: tuple[Source, ...], *, senior: bool) -> CheckResult:
    """The finding with what it is judged by; as it was when the table has no source for it."""
    who = "senior" if senior else "adult"
    source = next((each for each in sources if each.check == result.id and each.who in (who, "all")), None)
    if source is None:
        return result
    bounds = _BOUNDS[result.id](rules.thresholds, result, senior)
    basis = Basis(bounds, source.mark, dict(source.words), _valid_from(result.id, rules))
    return msgspec.structs.replace(result, basis=basis)


def _valid_from(check: str, rules: Rules) -> date:
    if check == "W11":
        return rules.allocation.valid_from
    if check == "W05" and rules.limits:
        return max(limit.valid_from for limit in rules.limits if limit.country == "CN")
    return rules.thresholds.valid_from


def _at_least(unit: Unit, good: Decimal | None, watch: Decimal | None = None) -> tuple[Bound, ...]:
    return _bounds("at_least", unit, good, watch)


def _at_most(unit: Unit, good: Decimal | None, watch: Decimal | None = None) -> tuple[Bound, ...]:
    return _bounds("at_most", unit, good, watch)


def _bounds(
    side: Literal["at_least", "at_most"], unit: Unit, good: Decimal | None, watch: Decimal | None
) -> tuple[Bound, ...]:
    found = []
    if good is not None:
        found.append(Bound("good", side, good, unit))
    if watch is not None:
        found.append(Bound("watch", side, watch, unit))
    return tuple(found)


def _figure(result: CheckResult, name: str) -> Decimal | None:
    """A number of the finding; None while the check cannot tell."""
    figure = result.figures.get(name)
    return figure if isinstance(figure, Decimal) else None


def _emergency(table: Thresholds, result: CheckResult, senior: bool) -> tuple[Bound, ...]:
    rule = table.emergency_money
    if senior:
        return (
            *_at_least("money", _figure(result, "need")),
            Bound("watch", "at_least", rule.senior_floor_months, "months"),
        )
    return _at_least("months", rule.good_months, rule.watch_months)


def _debt(table: Thresholds, _result: CheckResult, senior: bool) -> tuple[Bound, ...]:
    rule = table.debt_payments
    return _at_most("share", rule.senior_good_share if senior else rule.good_share, rule.watch_share)


def _savings(table: Thresholds, _result: CheckResult, senior: bool) -> tuple[Bound, ...]:
    if senior:
        return _at_least("share", Decimal(1))
    return _at_least("share", table.savings.good_share, table.savings.watch_share)


def _lasting(table: Thresholds, result: CheckResult, _senior: bool) -> tuple[Bound, ...]:
    del table
    return _at_most("share", _figure(result, "allowed"))


def _protection(table: Thresholds, _result: CheckResult, senior: bool) -> tuple[Bound, ...]:
    rule = table.protection
    return _at_most("share", rule.savings_premium_share if senior else rule.premium_share)


def _equity(table: Thresholds, result: CheckResult, _senior: bool) -> tuple[Bound, ...]:
    most = _figure(result, "ceiling")
    return () if most is None else _at_most("share", most, most + table.equity.watch_points)


_BOUNDS: Final[dict[str, Callable[[Thresholds, CheckResult, bool], tuple[Bound, ...]]]] = {
    "W01": _emergency,
    "W02": _debt,
    "W03": lambda table, _result, _senior: _at_least("share", table.solvency.good_share, table.solvency.watch_share),
    "W04": lambda table, _result, _senior: _at_most("share", table.costly_debt.yearly_rate),
    "W05": lambda _table, result, _senior: _at_most("money", _figure(result, "limit")),
    "W06": _savings,
    "W07": _lasting,
    "W08": _protection,
    "W09": lambda table, _result, _senior: _at_most("days", table.assessment.valid_days),
    "W10": lambda _table, result, _senior: _at_most("level", _figure(result, "allowed")),
    "W11": _equity,
    "W12": lambda table, _result, _senior: _at_most(
        "share", table.one_product.good_share, table.one_product.watch_share
    ),
    "W13": lambda table, _result, _senior: _at_most("share", table.one_provider.good_share),
    "W14": lambda _table, result, _senior: _at_most("money", _figure(result, "room")),
    "W15": lambda table, _result, _senior: _at_most("share", table.maturities.good_share),
    "W16": lambda table, _result, _senior: _at_most("share", table.foreign.good_points),
    "W17": lambda table, _result, _senior: _at_most("share", table.costs.good_fee, table.costs.watch_fee),
    "W18": lambda _table, _result, _senior: (),
}
