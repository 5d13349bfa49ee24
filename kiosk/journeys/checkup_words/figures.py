"""The figures of one check, ready to be put into words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from accessibility import phrases
from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import Row
from accessibility.words import Words
from kiosk.model.checkup import CheckResult


@dataclass(frozen=True)
class Judged:
    """One check with the currency of its money."""

    check: CheckResult
    currency: str

    def number(self, name: str) -> Decimal | None:
        """A figure; None when the bank did not send it as a number."""
        figure = self.check.figures.get(name)
        return figure if isinstance(figure, Decimal) else None

    def whole(self, name: str) -> int:
        """A figure as a whole number, rounded down; 0 when there is none."""
        return int(self.number(name) or 0)

    def money(self, words: Words, name: str) -> Phrase:
        """A figure as the customer's money, exact, for the numbers: private."""
        return phrases.money(words, self.number(name), self.currency, whole=True)

    def rounded(self, words: Words, name: str) -> Phrase:
        """The same for a sentence, to the whole yuan: jiao and fen are only in its way. Private."""
        exact = self.number(name)
        whole = exact if exact is None or abs(exact) < 1 else exact.quantize(Decimal(1), ROUND_HALF_UP)
        return phrases.money(words, whole, self.currency, whole=True)

    def rounded_size(self, words: Words, name: str) -> Phrase:
        """The same without its sign, where the words around it tell the direction."""
        exact = self.number(name)
        whole = None if exact is None else abs(exact).quantize(Decimal(1), ROUND_HALF_UP)
        return phrases.money(words, whole, self.currency, whole=True)

    def rounded_touched(self, words: Words) -> Phrase:
        """How much money the finding is about, to the whole yuan. Private."""
        touched = self.check.touched
        whole = None if touched is None else touched.amount.quantize(Decimal(1), ROUND_HALF_UP)
        return phrases.money(words, whole, self.currency, whole=True)

    def counted(self, words: Words, name: str) -> Phrase:
        """A figure as a plain count."""
        return phrases.number(words, self.whole(name))

    def risk(self, words: Words, name: str) -> Phrase:
        """A figure as a risk level, R1 to R5: private, it tells what she was found to bear."""
        return own(words, phrases.code(words, f"R{self.whole(name)}"))

    def public_money(self, words: Words, name: str) -> Phrase:
        """A figure as money that is the same for everybody, such as an insured limit."""
        return phrases.money(words, self.number(name), self.currency, private=False, whole=True)

    def share(self, words: Words, name: str) -> Phrase:
        """A figure as a percentage of the customer's own: private."""
        return phrases.percent(words, self.number(name), places=1, private=True)

    def rate(self, words: Words, name: str) -> Phrase:
        """A figure as a percentage that is the same for everybody."""
        return phrases.percent(words, self.number(name), places=1)

    def bank(self, words: Words) -> Phrase:
        """The bank it is about; where her money lies is her own business. Empty when there is none."""
        # Translators: said aloud where others may hear, in the place of a bank's name
        return self._called(words, "bank", words.text("one bank"))

    def name(self, words: Words, figure: str) -> Phrase:
        """A product or provider it is about, private as well. Empty when there is none."""
        # Translators: said aloud where others may hear, in the place of a product's or provider's name
        return self._called(words, figure, words.text("one of them"))

    def _called(self, words: Words, figure: str, discreet: str) -> Phrase:
        given = self.check.figures.get(figure)
        if not isinstance(given, str) or not given:
            return NOTHING
        name = self.check.names.get(figure, {}).get(words.lang) or given
        return Phrase(name, private=True, discreet=discreet)


def own(words: Words, count: Phrase) -> Phrase:
    """A count of the customer's own, such as "2 debts": private as a whole."""
    # Translators: said aloud where others may hear, in the place of a count such as "2 debts"
    instead = words.text("the number on the screen")
    return Phrase(count.shown, count.spoken, private=True, discreet=instead)


@dataclass(frozen=True)
class CheckWords:
    """How one check is told."""

    title: Callable[[Words], Phrase]
    sentence: Callable[[Words, Judged], Phrase]
    numbers: Callable[[Words, Judged], tuple[Row, ...]]


def row(label: Phrase, value: Phrase) -> Row:
    """One of the numbers behind a finding."""
    return Row(title=label, value=value)
