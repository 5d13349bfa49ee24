"""PINs are kept as argon2id only, and checked off the event loop."""

from __future__ import annotations

import asyncio
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

AT_ONCE: Final = 2
"""Each check takes 64 MiB; more at once would only make all of them slow."""


class PinChecker:
    """Compares a PIN with a stored hash in a thread."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher()
        self._room = asyncio.Semaphore(AT_ONCE)

    async def right(self, pin_hash: str, pin: str) -> bool:
        """Whether the PIN belongs to the hash. Takes about the same time either way."""
        async with self._room:
            return await asyncio.to_thread(self._right, pin_hash, pin)

    def _right(self, pin_hash: str, pin: str) -> bool:
        try:
            return self._hasher.verify(pin_hash, pin)
        except (VerificationError, InvalidHashError):
            return False
