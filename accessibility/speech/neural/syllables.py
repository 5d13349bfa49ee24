"""How the model writes the sound of a pinyin syllable (VOICE.md 8)."""

from __future__ import annotations

import re

SYLLABLE = re.compile(r"([a-zü]+)([1-5])")
INITIALS = {
    "b": "p", "p": "pʰ", "m": "m", "f": "f", "d": "t", "t": "tʰ", "n": "n", "l": "l", "g": "k", "k": "kʰ", "h": "x",
    "j": "ʨ", "q": "ʨʰ", "x": "ɕ", "zh": "ꭧ", "ch": "ꭧʰ", "sh": "ʂ", "r": "ɻ", "z": "ʦ", "c": "ʦʰ", "s": "s", "": "",
}  # fmt: skip
FINALS = {
    "a": "a", "o": "wo", "e": "ɤ", "ê": "ɛ", "ai": "ai", "ei": "ei", "ao": "au", "ou": "ou", "an": "an", "en": "ən",
    "ang": "aŋ", "eng": "əŋ", "ong": "ʊŋ", "i": "i", "ia": "ja", "ie": "je", "io": "jo", "iao": "jau", "iu": "jou",
    "ian": "jɛn", "in": "in", "iang": "jaŋ", "ing": "iŋ", "iong": "jʊŋ", "u": "u", "ua": "wa", "uo": "wo",
    "uai": "wai", "ui": "wei", "uan": "wan", "un": "wən", "uang": "waŋ", "ueng": "wəŋ", "ü": "y", "üe": "ɥe",
    "üan": "ɥɛn", "ün": "yn", "er": "ɚ",
}  # fmt: skip
TONES = {1: "→", 2: "↗", 3: "↓", 4: "↘", 5: ""}
BUZZED = "ɨ"
"""The vowel of zi, ci, si, zhi, chi, shi and ri."""
BUZZING = {"z", "c", "s", "zh", "ch", "sh", "r"}
_NAMED = {
    "yi": "i", "ya": "ia", "ye": "ie", "yo": "io", "yao": "iao", "you": "iu", "yan": "ian", "yin": "in",
    "yang": "iang", "ying": "ing", "yong": "iong", "yu": "ü", "yue": "üe", "yuan": "üan", "yun": "ün",
    "wu": "u", "wa": "ua", "wo": "uo", "wai": "uai", "wei": "ui", "wan": "uan", "wen": "un", "wang": "uang",
    "weng": "ueng",
}  # fmt: skip


def phonemes(syllable: str) -> str:
    """The phonemes of one syllable with its tone, such as "zhuan3". Raises ValueError for what is no pinyin."""
    found = SYLLABLE.fullmatch(syllable)
    if not found:
        raise ValueError(f"{syllable!r} is no pinyin syllable with a tone")
    initial, final = parts(found[1])
    if initial in BUZZING and final == "i":
        vowel = BUZZED
    elif final in FINALS:
        vowel = FINALS[final]
    else:
        raise ValueError(f"{syllable!r} is no pinyin syllable")
    return INITIALS[initial] + vowel + TONES[int(found[2])]


def parts(syllable: str) -> tuple[str, str]:
    """Initial and final of a syllable without its tone, with ü written out: "yuan" is ("", "üan")."""
    plain = syllable.replace("v", "ü")
    if plain in _NAMED:
        return "", _NAMED[plain]
    initial = next((known for known in _LONGEST_FIRST if plain.startswith(known)), "")
    final = plain[len(initial) :]
    if initial in {"j", "q", "x"} and final.startswith("u"):
        final = "ü" + final[1:]
    return initial, final


_LONGEST_FIRST = sorted(INITIALS, key=len, reverse=True)
