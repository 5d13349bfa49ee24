"""Key codes and alignments as plain numbers.

Naming any of Qt's own (`Qt.Key…`) makes PySide build all hundred enumerations of that namespace: 15 ms, an eighth of
a bare window's start. So nothing that runs before first paint names it.
"""

from __future__ import annotations

ESCAPE, BACKSPACE, RETURN, ENTER, DELETE = 0x01000000, 0x01000003, 0x01000004, 0x01000005, 0x01000007
LEFT, UP, RIGHT, DOWN = 0x01000012, 0x01000013, 0x01000014, 0x01000015
SPACE, PLUS, MINUS = 0x20, 0x2B, 0x2D
F1, F2, F3, F4, F5, F6, F7, F8, F9 = range(0x01000030, 0x01000039)
ARROWS = (LEFT, UP, RIGHT, DOWN)
ENTERS = (RETURN, ENTER)
SPECIAL = 0x01000000
"""Keys from here on write nothing: Escape, Tab, arrows, F1 …"""
SHIFT_OR_KEYPAD = 0x02000000 | 0x20000000
"""Modifiers that do not make a key a command."""
FRAME_KEYS = {ESCAPE: "back", F1: "help", F9: "hide"}
"""Keys that press a button of the frame, by its place."""
VOICE_KEYS = {
    F2: "repeat", F3: "pause", F4: "spell", F5: "slower", F6: "faster",
    F7: "quieter", MINUS: "quieter", F8: "louder", PLUS: "louder",
}  # fmt: skip
"""Keys for the voice, one at a time and without sight (STANDARDS.md EN-04, EN-09, EN-11, EN-26): what each does.

They work on every page that speaks, also at either end of a scale, where the voice says that this is the end.
"""
KEEPS_TALKING = "pause"
"""What does not hush the voice by being pressed: to hold it, it must still be talking."""
