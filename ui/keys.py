"""Key codes and alignments as plain numbers.

Naming any of Qt's own (`Qt.Key…`) makes PySide build all hundred enumerations of that namespace: 15 ms, an eighth of
a bare window's start. So nothing that runs before first paint names it.
"""

from __future__ import annotations

ESCAPE, BACKSPACE, RETURN, ENTER, DELETE = 0x01000000, 0x01000003, 0x01000004, 0x01000005, 0x01000007
LEFT, UP, RIGHT, DOWN = 0x01000012, 0x01000013, 0x01000014, 0x01000015
SPACE, F1 = 0x20, 0x01000030
ARROWS = (LEFT, UP, RIGHT, DOWN)
ENTERS = (RETURN, ENTER)
SPECIAL = 0x01000000
"""Keys from here on write nothing: Escape, Tab, arrows, F1 …"""
SHIFT_OR_KEYPAD = 0x02000000 | 0x20000000
"""Modifiers that do not make a key a command."""
