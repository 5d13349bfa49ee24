"""The check-up's pictures: each of one set of figures, with its sentence, and nothing when they are not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

import msgspec

from accessibility import phrases
from accessibility.phrase import Phrase
from accessibility.screen import Chart, ChartMark, ChartPart
from accessibility.words import Words
from kiosk.journeys.amounts import money
from kiosk.journeys.checkup_words import sentence
from kiosk.journeys.checkup_words.axes import AXES, axis_word, height_word
from kiosk.journeys.checkup_words.figures import Judged, own
from kiosk.journeys.joining import for_her, wholly
from kiosk.model.checkup import BankDeposits, CheckResult, CheckupReport, MonthFlow
from kiosk.model.money import Money

HUNDRED: Final = 100
FEW: Final = 3
"""Rows with two bars on a page of very large type; of shares, bonds and cash only shares, which it is about."""
Drawer = Callable[[Words, CheckupReport], Chart | None]


def pictures(words: Words, report: CheckupReport) -> tuple[Chart, ...]:
    """All there are figures for."""
    drawn = (draw(words, report) for draw in (allocation, suiting, flows, deposits, lasting, past_years, portrait))
    return tuple(chart for chart in drawn if chart is not None)


def picture_of(words: Words, report: CheckupReport, check: CheckResult, *, brief: bool = False) -> Chart | None:
    """The picture that goes with a finding; `brief`: with the first few rows, for a page of very large type."""
    draw = _OF_CHECK.get(check.id)
    if not draw or check.status == "unknown":
        return None
    if brief:
        report = msgspec.structs.replace(report, flows=report.flows[-FEW:])
    chart = draw(words, report)
    if brief and chart is not None and chart.kind == "bars" and check.id != "W06":
        return msgspec.structs.replace(chart, parts=chart.parts[: FEW - 1])
    return chart


def allocation(words: Words, report: CheckupReport) -> Chart | None:
    """What her money is in, now."""
    mix = report.mix
    whole = _sum(mix.now.values()) if mix else Decimal(0)
    if mix is None or whole <= 0:
        return None
    parts = tuple(
        ChartPart(label, _yuan(words, mix.now[part]), _share(mix.now[part].amount, whole))
        for part, label in _parts(words)
    )
    told = words.phrase(
        "Of {whole}, {amount} is in shares.",
        whole=_yuan(words, Money(whole, report.currency)),
        amount=_yuan(words, mix.now["equity"]),
    )
    return Chart("ring", words.phrase("What your money is in"), _seen(words, told), parts)


def suiting(words: Words, report: CheckupReport) -> Chart | None:
    """Now beside what would suit her, and the most in shares."""
    mix = report.mix
    whole = _sum(mix.now.values()) if mix else Decimal(0)
    if mix is None or not mix.target or mix.ceiling is None or whole <= 0:
        return None
    parts = [
        ChartPart(
            label,
            words.phrase(
                # Translators: beside the bar of shares, bonds or cash: so much now, so much would suit her
                "{now} now, {target} would suit",
                now=_yuan(words, mix.now[part]),
                target=_yuan(words, mix.target[part]),
            ),
            _share(mix.now[part].amount, whole),
            _share(mix.target[part].amount, whole),
        )
        for part, label in _parts(words)
    ]
    most = _yuan(words, Money(mix.ceiling * whole, report.currency))
    parts.insert(1, ChartPart(words.phrase("Most in shares"), most, _share(mix.ceiling, Decimal(1))))
    series = (words.phrase("Now"), words.phrase("Would suit you"))
    told = words.phrase("At most {amount} in shares would suit you.", amount=most)
    return Chart("bars", words.phrase("Now and what would suit you"), _seen(words, told), tuple(parts), (), series)


def flows(words: Words, report: CheckupReport) -> Chart | None:
    """Money in and out, month by month."""
    if not report.flows:
        return None
    most = max(max(each.came.amount, each.went.amount) for each in report.flows)
    last = report.flows[-1]
    told = words.phrase(
        "In {month}, {came} came in and {went} went out.",
        month=phrases.month(words, last.month, today=report.as_of),
        came=_yuan(words, last.came),
        went=_yuan(words, last.went),
    )
    parts = tuple(_flow(words, report, each, most) for each in report.flows)
    # Translators: names of the two bars of a month
    series = (words.phrase("Money in"), words.phrase("Money out"))
    return Chart("bars", words.phrase("Money in and out"), _seen(words, told), parts, (), series)


def deposits(words: Words, report: CheckupReport) -> Chart | None:
    """What lies at each bank, against what is protected there."""
    if not report.deposits:
        return None
    limit = report.deposits[0].limit
    longest = max(limit.amount, *(each.amount.amount for each in report.deposits))
    parts = tuple(
        ChartPart(_bank(words, each), _yuan(words, each.amount), _share(each.amount.amount, longest))
        for each in report.deposits
    )
    protected = _yuan(words, limit)
    mark = ChartMark(words.phrase("Protected at each bank"), protected, _share(limit.amount, longest))
    over = sum(each.amount.amount > limit.amount for each in report.deposits)
    told = words.plural(
        "At {number} bank you have more than the protected {limit}.",
        "At {number} banks you have more than the protected {limit}.",
        over,
        limit=protected,
    )
    if not over:
        told = words.phrase("At no bank do you have more than the protected {limit}.", limit=protected)
    return Chart("limit", words.phrase("Protected deposits"), _seen(words, told), parts, (mark,))


def lasting(words: Words, report: CheckupReport) -> Chart | None:
    """How long the money lasts, beside how long it should."""
    check = next((each for each in report.checks if each.id == "W07" and each.status not in ("unknown", "info")), None)
    judged = Judged(check, report.currency) if check else None
    if check is None or judged is None or not judged.number("years") or not judged.number("wanted_years"):
        return None
    years, wanted = judged.whole("years"), judged.whole("wanted_years")
    longest = Decimal(max(years, wanted))
    parts = (ChartPart(words.phrase("Your savings last"), own(words, _years(words, years)), _share(years, longest)),)
    mark = ChartMark(words.phrase("Should last"), own(words, _years(words, wanted)), _share(wanted, longest))
    told = for_her(sentence(words, report, check), words.text("The result is on the screen."))
    return Chart("lasting", words.phrase("How long the money lasts"), told, parts, (mark,))


def past_years(words: Words, report: CheckupReport) -> Chart | None:
    """Of a hundred past years, so many with a loss: a count, never only a percentage."""
    if report.past_years is None:
        return None
    lost = report.past_years.lost
    told = words.plural(
        "In {number} of 100 past years in America, such a mix lost money.",
        "In {number} of 100 past years in America, such a mix lost money.",
        lost,
    )
    parts = (
        ChartPart(words.phrase("Years with a loss"), for_her(_of_hundred(words, lost)), lost / HUNDRED),
        ChartPart(words.phrase("All other years"), for_her(_of_hundred(words, HUNDRED - lost)), 1 - lost / HUNDRED),
    )
    return Chart("people", words.phrase("A hundred past years"), _seen(words, for_her(told)), parts)


def portrait(words: Words, report: CheckupReport) -> Chart | None:
    """What her answers say of her, axis by axis, in words: never a score."""
    if report.portrait is None:
        return None
    axes = report.portrait.axes
    parts = tuple(
        ChartPart(axis_word(words, axis), for_her(height_word(words, axes[axis])), axes[axis] / HUNDRED)
        for axis in AXES
        if axis in axes
    )
    level = own(words, phrases.code(words, f"C{report.portrait.level}"))
    told = words.phrase("It explains your level, {level}. It decides nothing.", level=level)
    return Chart("portrait", words.phrase("Your answers as a picture"), _seen(words, told), parts) if parts else None


_OF_CHECK: Final[dict[str, Drawer]] = {
    "W05": deposits, "W06": flows, "W07": lasting, "W09": portrait, "W11": suiting, "W12": allocation,
    "W18": past_years,
}  # fmt: skip


def _parts(words: Words) -> tuple[tuple[str, Phrase], ...]:
    return (
        ("equity", words.phrase("In shares")),
        ("bonds", words.phrase("Bonds and terms")),
        ("cash", words.phrase("To be had any day")),
    )


def _flow(words: Words, report: CheckupReport, flow: MonthFlow, most: Decimal) -> ChartPart:
    value = words.phrase(
        # Translators: beside the bars of a month: so much came in, so much went out
        "{came} in, {went} out",
        came=_yuan(words, flow.came),
        went=_yuan(words, flow.went),
    )
    month = phrases.month(words, flow.month, today=report.as_of)
    return ChartPart(month, value, _share(flow.came.amount, most), _share(flow.went.amount, most))


def _bank(words: Words, deposits_there: BankDeposits) -> Phrase:
    names = deposits_there.names
    name = names.get(words.lang) or names.get("zh_CN") or next(iter(names.values()), "")
    return Phrase(name, private=True, discreet=words.text("one bank"))


def _years(words: Words, count: int) -> Phrase:
    return words.plural("{number} year", "{number} years", count)


def _of_hundred(words: Words, count: int) -> Phrase:
    # Translators: so many of a hundred past years, such as "17 of 100"
    return words.phrase("{count} of 100", count=phrases.count(words, count))


def _seen(words: Words, told: Phrase) -> Phrase:
    """Her own figures in a sentence: covered as a whole, and a loudspeaker says where they are."""
    return wholly(told, words.phrase("The numbers are shown on the screen."))


def _yuan(words: Words, amount: Money) -> Phrase:
    """To the whole yuan: jiao and fen are only in a picture's way. Private."""
    return money(words, Money(amount.amount.quantize(Decimal(1), ROUND_HALF_UP), amount.currency), whole=True)


def _sum(amounts: Iterable[Money]) -> Decimal:
    return sum((each.amount for each in amounts), Decimal(0))


def _share(part: Decimal | int, whole: Decimal) -> float:
    """0 to 1."""
    return float(min(Decimal(1), max(Decimal(0), Decimal(part) / whole))) if whole else 0.0
