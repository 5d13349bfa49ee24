"""eSpeak NG 1.52 for Linux, put where pyttsx3 finds it before the system's own."""

from __future__ import annotations

import ctypes
import os


def preload() -> None:
    """Load the eSpeak NG that came with us. To be called before pyttsx3 is imported.

    Debian's 1.51 reads Mandarin as English letters. The library exits the whole process when it does not find
    its data, so the path is set first. Raises ImportError or OSError when it did not come with us.
    """
    import espeakng_loader  # only on Linux, and only in the speech child

    os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
    ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
