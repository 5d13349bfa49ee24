"""eSpeak NG as a reader of English: text in, international phonetic alphabet out. No sound is made with it.

The library is not thread-safe and stays open as long as the process lives: for speech children and tools only.
"""

from __future__ import annotations

import ctypes

from accessibility.speech.engine import EngineError

RETRIEVAL = 1
DONT_EXIT = 0x8000
"""Without this the library ends the whole process when it does not find its data (VOICE.md 1)."""
UTF8 = 1
IPA = 0x02
TIE = 0x80 | ord("^") << 8
"""Sounds written with two signs are tied by ^, so that they can be told from two sounds."""


class Espeak:
    """The phonemes of a voice's language."""

    def __init__(self, voice: str) -> None:
        """`voice` as eSpeak names its files: "gmw/en" British, "gmw/en-US" American. Raises EngineError."""
        try:
            import espeakng_loader  # only on Linux

            data = espeakng_loader.get_data_path()
            self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        except (ImportError, OSError) as problem:
            raise EngineError(f"eSpeak NG, which reads English, is missing: {problem}") from problem
        self._read = self._library.espeak_TextToPhonemes
        self._read.restype = ctypes.c_char_p
        self._read.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
        if self._library.espeak_Initialize(RETRIEVAL, 0, data.encode(), DONT_EXIT) < 0:
            raise EngineError("eSpeak NG does not start")
        if self._library.espeak_SetVoiceByName(voice.encode()):
            raise EngineError(f"eSpeak NG has no voice {voice}")  # reading without a voice would crash

    def phonemes(self, clause: str) -> str:
        """The clause in the phonetic alphabet, words between spaces."""
        rest = ctypes.c_char_p(clause.encode())
        found = []
        while rest.value:
            found.append((self._read(ctypes.byref(rest), UTF8, IPA | TIE) or b"").decode())
        return " ".join(found)
