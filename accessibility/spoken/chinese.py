"""Values in spoken Chinese. One reading for zh_CN and zh_TW, in the characters of each.

Amounts and plain numbers use 二 throughout, as a bank writes them out (一万二千…, 二万零一十元): the words under an
amount, the caption and the voice are then the same. Only a count of exactly two things is 两 (两个账户, 两点).

The figure 1 is 幺 in the mainland's telephone and room numbers, where everybody says so, and 一 in Taiwan, where
nobody does. In the tail of a card and in a code it is 一 for both: 幺 is the custom of operators and soldiers, and
who compares the figures with those on her card should hear the word that stands there.
"""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from accessibility.spoken import zh_numbers
from accessibility.spoken.forms import checked, fraction_digits
from accessibility.spoken.groups import code_groups, phone_groups, spelled
from accessibility.spoken.zh_numbers import FIGURES, cardinal, figures
from i18n import formats
from i18n.numbers import in_minor_units


class Chinese:
    """Spoken Mandarin, written in simplified or traditional characters."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def number(self, value: Decimal | int) -> str:
        """一百二十点五; a fraction is read figure by figure."""
        exact = checked(value)
        fraction = fraction_digits(exact)
        words = ("负" if exact < 0 else "") + cardinal(abs(int(exact)))
        return self._written(words + ("点" + figures(fraction) if fraction else ""))

    def count(self, value: int) -> str:
        """两 for exactly two, otherwise the number."""
        return self._written(zh_numbers.count(value)) if value >= 0 else self.number(value)

    def ordinal(self, value: int) -> str:
        """第二."""
        return "第" + self.number(value)

    def digits(self, text: str) -> str:
        """六二二二."""
        return figures(text)

    def phone(self, number: str) -> str:
        """幺三八，零零幺三，八零零零; a plus in front is 加."""
        one = str.maketrans("一", "幺") if self._lang == "zh_CN" else {}
        groups = (group.replace("+", "加") for group in phone_groups(number))
        return "，".join(figures(group).translate(one) for group in groups)

    def code(self, text: str) -> str:
        """K 七 Q，二 M 四."""
        return "，".join(spelled(group, FIGURES, pause="，", gap="") for group in code_groups(text))

    def span(self, low: int, high: int) -> str:
        """三到五, 两到三."""
        return f"{self.count(low)}到{self.count(high)}"

    def part(self, some: int, whole: int) -> str:
        """五分之三."""
        return f"{self.number(whole)}分之{self.number(some)}"

    def money(self, amount: Decimal, currency: str) -> str:
        """一万二千三百四十五元六角; a currency other than the yuan is read with 点: 十二点五零美元."""
        exact = checked(in_minor_units(amount, currency))
        if currency != "CNY":
            whole = exact == exact.to_integral_value()
            return self.number(exact.to_integral_value() if whole else exact) + formats.unit(
                self._lang, currency, exact
            )
        return self._written(("负" if exact < 0 else "") + _yuan(abs(exact)))

    def percent(self, share: Decimal, places: int = 2) -> str:
        """百分之三点一五; a negative one is 负百分之三."""
        hundredths = formats.hundredths(share, places)
        minus = self._written("负") if hundredths < 0 else ""
        return f"{minus}百分之{self.number(abs(hundredths))}"

    def day(self, when: date, *, weekday: bool = False, year: bool = False) -> str:
        """二零二六年十一月二十三日，星期一."""
        end = f"，{formats.weekday(self._lang, when)}" if weekday else ""
        return f"{self.month(when, year=year)}{cardinal(when.day)}日{end}"

    def month(self, when: date, *, year: bool = False) -> str:
        """十一月; the year is read figure by figure."""
        return (self.year(when.year) if year else "") + f"{cardinal(when.month)}月"

    def year(self, number: int) -> str:
        """二零二六年."""
        return figures(str(number)) + "年"

    def time_of_day(self, when: time) -> str:
        """下午三点零五分; on the hour 下午两点."""
        hour = self.count(when.hour % 12 or 12)
        minute = ("零" if 0 < when.minute < 10 else "") + (f"{cardinal(when.minute)}分" if when.minute else "")
        return formats.part_of_day(self._lang, when) + self._written(f"{hour}点{minute}")

    def _written(self, words: str) -> str:
        return zh_numbers.written(words, self._lang)


def _yuan(amount: Decimal) -> str:
    """Yuan, jiao and fen of an amount from 0 on with two places: 十元零五分, 三角, 零元."""
    whole, small = divmod(int(amount.scaleb(2)), 100)
    jiao, fen = divmod(small, 10)
    words = f"{cardinal(whole)}元" if whole or not small else ""
    if jiao:
        words += f"{FIGURES[jiao]}角"
    if fen:
        words += ("零" if whole and not jiao else "") + f"{FIGURES[fen]}分"
    return words
