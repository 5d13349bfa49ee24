"""The third level of wording: what a check is judged by, whose rule that is, and since when."""

from __future__ import annotations

from accessibility import phrases
from accessibility.phrase import Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.journeys.checkup_words.figures import own
from kiosk.model.checkup import Basis, Bound, CheckResult


def rule_rows(words: Words, check: CheckResult, currency: str) -> tuple[Row, ...]:
    """The bounds, then whose rule it is; none where the bank does not tell."""
    if check.basis is None:
        return ()
    bounds = tuple(Row(_status(words, bound), value=_value(words, bound, currency)) for bound in check.basis.bounds)
    return (*bounds, _whose(words, check.basis))


def _whose(words: Words, basis: Basis) -> Row:
    source = basis.source.get(words.lang) or basis.source.get("zh_CN") or next(iter(basis.source.values()), "")
    title = {
        "F": words.phrase("A published rule"),
        "M": words.phrase("A rule not verified yet"),
        "D": words.phrase("This is our own rule"),
    }[basis.mark]
    since = words.phrase("since {day}", day=phrases.day(words, basis.valid_from))
    return Row(title, Phrase(source), since)


def _status(words: Words, bound: Bound) -> Phrase:
    if bound.status == "good":
        # Translators: beside the bound from which a check is good, such as "Good: at least 3 months of spending"
        return words.phrase("Good")
    # Translators: beside the bound from which a check is only worth watching
    return words.phrase("Watch")


def _value(words: Words, bound: Bound, currency: str) -> Phrase:
    least = bound.side == "at_least"
    match bound.unit:
        case "months":
            return words.plural(
                "at least {number} month of spending", "at least {number} months of spending", int(bound.value)
            )
        case "days":
            return words.plural("at most {number} day", "at most {number} days", int(bound.value))
        case "level":
            what = own(words, phrases.code(words, f"R{int(bound.value)}"))
        case "money":
            what = phrases.money(words, bound.value, currency, whole=True)
        case _:
            what = phrases.percent(words, bound.value, places=1)
    # Translators: a bound of a check, such as "at least 25%" or "at most 500,000 yuan"
    return words.phrase("at least {bound}", bound=what) if least else words.phrase("at most {bound}", bound=what)
