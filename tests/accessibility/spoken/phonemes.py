"""How eSpeak NG 1.52 hears a text: its own phonemes, without making a sound."""

from __future__ import annotations

import ctypes
import re

import espeakng_loader

RETRIEVAL = 1
UTF8 = 1
DONT_EXIT = 0x8000


class Espeak:
    """The library in this process, with its Mandarin voice. For one thread."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        self._library.espeak_Initialize(RETRIEVAL, 0, espeakng_loader.get_data_path().encode(), DONT_EXIT)
        assert self._library.espeak_SetVoiceByName(b"cmn") == 0
        self._library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        self._library.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.c_int, ctypes.c_int]

    def phonemes(self, text: str) -> str:
        """The phonemes of characters or of pinyin such as "yin2hang2", without pauses and stress."""
        held = ctypes.create_string_buffer(text.encode() + b"\0")
        left = ctypes.c_void_p(ctypes.addressof(held))
        found = ""
        while left.value:
            found += self._library.espeak_TextToPhonemes(ctypes.byref(left), UTF8, 0).decode()
        return re.sub(r"[\s'|_,-]", "", found)

    def close(self) -> None:
        """End it."""
        self._library.espeak_Terminate()
