"""Which spoken language goes with which language of the kiosk. Imports Babel: not before first paint."""

from __future__ import annotations

from accessibility.spoken.chinese import Chinese
from accessibility.spoken.english import English
from accessibility.spoken.forms import SpokenForms


def spoken(lang: str) -> SpokenForms:
    """How values are said in a language of the kiosk. Raises ValueError for a language it does not speak."""
    if lang in ("zh_CN", "zh_TW"):
        return Chinese(lang)
    if lang == "en":
        return English()
    raise ValueError(f"nothing is said in {lang}")
