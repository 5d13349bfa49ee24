"""Where the relatives' addresses are kept: the keyring of this user's system, never a file of ours.

VaultError: there is no keyring here, or it is locked.
"""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import Protocol

SERVICE = "anxin-kiosk family"


class VaultError(Exception):
    """The address cannot be kept or read; says why and what to do."""


class Vault(Protocol):
    """Keeps one secret for each relative. Blocks; a keyring may ask its user to unlock it."""

    def put(self, relative_id: str, address: str) -> None:
        """Keep an address. Raises VaultError."""

    def get(self, relative_id: str) -> str:
        """The address, or "" when there is none. Raises VaultError."""

    def remove(self, relative_id: str) -> None:
        """Forget it; nothing happens when there is none. Raises VaultError."""


class SystemVault:
    """The system's own keyring, through the library `keyring` (MIT): an optional extra, `anxin-kiosk[home]`."""

    def put(self, relative_id: str, address: str) -> None:
        """Keep an address. Raises VaultError."""
        self._ask("set_password", relative_id, address)

    def get(self, relative_id: str) -> str:
        """The address, or "" when there is none. Raises VaultError."""
        return str(self._ask("get_password", relative_id) or "")

    def remove(self, relative_id: str) -> None:
        """Forget it. Raises VaultError."""
        if self.get(relative_id):
            self._ask("delete_password", relative_id)

    def _ask(self, what: str, relative_id: str, *rest: str) -> object:
        library = _library()
        try:
            return getattr(library, what)(SERVICE, relative_id, *rest)
        except library.errors.KeyringError as problem:
            raise VaultError(f"the keyring of this computer cannot be used: {problem}") from problem


def _library() -> ModuleType:
    try:
        importlib.import_module("keyring.errors")
        return importlib.import_module("keyring")
    except ImportError as problem:
        raise VaultError("the library 'keyring' is not installed: pip install 'anxin-kiosk[home]'") from problem
