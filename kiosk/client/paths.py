"""Identifiers as parts of a path: opaque, so nothing in them may mean anything there."""

from __future__ import annotations

from urllib.parse import quote

from kiosk.client.errors import NotFound


def segment(identifier: str) -> str:
    """One segment of a path. Raises NotFound for what cannot be one."""
    if not identifier.strip("."):
        raise NotFound("not an identifier")
    return quote(identifier, safe="")
