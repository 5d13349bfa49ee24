"""Which of an engine's voices speaks which of our languages."""

from __future__ import annotations

from accessibility.speech.engine import EngineVoice

WANTED = {
    "zh_CN": ("cmn", "zh-cn", "zh-hans", "zh"),
    "zh_TW": ("zh-tw", "zh-hant", "cmn", "zh-cn", "zh"),
    "en": ("en-gb", "en-us", "en"),
}
"""For each language the engine's languages, the best first. Cantonese and Hakka are not asked for: they read the
same characters otherwise. eSpeak's "cmn-latn-pinyin" is never taken: it reads names in Latin letters as pinyin."""


def choose_voice(lang: str, voices: tuple[EngineVoice, ...]) -> str:
    """Key of the best voice for a language, empty when the engine has none."""
    for wanted in WANTED[lang]:
        for voice in voices:
            if any(_same(language, wanted) for language in voice.languages):
                return voice.key
    return ""


def _same(language: str, wanted: str) -> bool:
    return language.replace("_", "-").lower() == wanted
