"""The languages the kiosk speaks and their catalogues. Cheap to import: it is needed before first paint."""

from __future__ import annotations

import gettext
from pathlib import Path

LANGUAGES = ("zh_CN", "zh_TW", "en")
OWN_NAMES = {"zh_CN": "简体中文", "zh_TW": "繁體中文", "en": "English"}
"""Each language's name in itself."""
DOMAIN = "anxin"
LOCALES = Path(__file__).parent / "locales"


def catalogue(lang: str) -> gettext.NullTranslations:
    """The compiled catalogue of a language.

    Raises ValueError for a language the kiosk does not have, FileNotFoundError when it was not compiled
    (`make catalogues`).
    """
    if lang not in LANGUAGES:
        raise ValueError(f"no such language: {lang}; there are {', '.join(LANGUAGES)}")
    return gettext.translation(DOMAIN, LOCALES, [lang])
