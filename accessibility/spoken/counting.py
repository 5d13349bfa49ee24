"""How many, in spoken words. Light: no Babel, so that a plural may use it before first paint."""

from __future__ import annotations

from accessibility.spoken import en_numbers, zh_numbers


def counted(lang: str, number: int) -> str:
    """A count from 0 on, before the thing counted: 两, "two". Raises ValueError for another language or below 0."""
    if number < 0:
        raise ValueError(f"not a count: {number}")
    if lang in ("zh_CN", "zh_TW"):
        return zh_numbers.written(zh_numbers.count(number), lang)
    if lang == "en":
        return en_numbers.cardinal(number)
    raise ValueError(f"nothing is said in {lang}")
