"""Names that the bank gives in several languages, and the language it is asked in."""

from __future__ import annotations

from collections.abc import Mapping


def name_in(names: Mapping[str, str], lang: str) -> str:
    """The name in that language, else in a language of the same family, else any; empty when there is none."""
    family = lang.partition("_")[0]
    same_family = (text for key, text in names.items() if key.partition("_")[0] == family)
    return names.get(lang) or next(same_family, "") or next(iter(names.values()), "")


def language_tag(lang: str) -> str:
    """The BCP 47 tag of a locale: zh_CN is zh-CN."""
    return lang.replace("_", "-")
