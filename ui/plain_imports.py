"""Imports without PySide6's feature switch, which reads the source of every module that is imported after it.

WORKAROUND PySide6 6.11: to support `from __feature__ import snake_case` it replaces `__import__` and asks
`inspect.getsource` of each module; `linecache` then keeps all those sources (9 MB here, and 15 % of the time to the
first page). This program uses no such feature.
"""

from __future__ import annotations

import builtins
import linecache


def restore_plain_imports() -> None:
    """Put Python's own import back and let go of the sources read so far. Does nothing without the switch."""
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
        linecache.clearcache()
