"""Tokens: opaque, random, and kept only as their SHA-256."""

from __future__ import annotations

import hashlib
import secrets


def new_token() -> str:
    """A fresh token of 256 random bits, safe in a header."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """What the bank keeps of a token. The tokens are random, so a plain hash is enough."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
