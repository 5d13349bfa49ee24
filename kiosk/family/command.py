"""`kiosk family`: who of the family is told. For whoever sets the PC up at home; she agrees on the screen herself."""

from __future__ import annotations

import asyncio
import getpass
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from kiosk.family.book import BookError, FamilyBook
from kiosk.family.relative import Relative, Scope
from kiosk.family.vault import SystemVault, Vault, VaultError
from kiosk.notify import ChildNotifier, Message, Notifier, Sent

DONE, FAILED = 0, 1
_WHY = {
    "unknown-address": "no service has such an address; see the README for examples.",
    "refused": "the service did not take the message. Is the address right, and is this PC connected to the internet?",
    "slow": "the service did not answer in time.",
    "not-installed": "the library 'apprise' is not installed: pip install 'anxin-kiosk[home]'.",
    "broken": "the sending program could not be started.",
}


class FamilyCommand:
    """Each method does one thing, says in plain words how it went, and gives the exit code."""

    def __init__(
        self,
        book: FamilyBook,
        vault: Vault,
        notifier: Notifier,
        *,
        today: Callable[[], date] = date.today,
        ask: Callable[[str], str] = getpass.getpass,
    ) -> None:
        self._book, self._vault, self._notifier, self._today, self._ask = book, vault, notifier, today, ask

    def add(self, name: str, lang: str, scope: Scope) -> int:
        """Add a relative. The address is asked for, never an option: other users could read it."""
        address = self._ask("Address of the service (not shown), such as ntfys://ntfy.sh/your-topic: ").strip()
        sent = asyncio.run(self._notifier.send(address, _trial(name)))
        if not sent.ok:
            return _wrong(f"Nothing was added: {_WHY[sent.reason]}")
        try:
            relative = self._book.add(name, lang, scope)
            self._keep(relative, address)
        except (BookError, VaultError) as problem:
            return _wrong(f"Nothing was added: {problem}")
        print(f"{name} was added and has a trial message. They are told nothing more until she agrees on the screen.")
        return DONE

    def show(self) -> int:
        """List everybody."""
        for one in self._book.relatives:
            told = "every request" if one.scope == "help" else "only what is urgent"
            until = f"agreed until {one.until}" if one.agreed(self._today()) else "she has not agreed yet"
            print(f"{one.id}  {one.name}: {told}; {until}")
        if not self._book.relatives:
            print("Nobody yet. Add somebody with: kiosk family add --name NAME")
        return DONE

    def remove(self, relative_id: str) -> int:
        """Strike somebody out, with their address."""
        try:
            self._vault.remove(relative_id)
            self._book.remove(relative_id)
        except KeyError:
            return _wrong(f"There is nobody with the number {relative_id}.")
        except (BookError, VaultError) as problem:
            return _wrong(str(problem))
        print("Removed.")
        return DONE

    def try_out(self, relative_id: str) -> int:
        """Send a trial message."""
        name = next((one.name for one in self._book.relatives if one.id == relative_id), "")
        if not name:
            return _wrong(f"There is nobody with the number {relative_id}.")
        try:
            address = self._vault.get(relative_id)
        except VaultError as problem:
            return _wrong(str(problem))
        sent = asyncio.run(self._notifier.send(address, _trial(name))) if address else Sent("unknown-address")
        if not sent.ok:
            return _wrong(_WHY[sent.reason])
        print("The service has taken the message.")
        return DONE

    def _keep(self, relative: Relative, address: str) -> None:
        """The secret and the entry stand or fall together. Raises VaultError, BookError."""
        try:
            self._vault.put(relative.id, address)
        except VaultError:
            self._book.remove(relative.id)
            raise


def run(folder: Path, given: Mapping[str, str], lang: str) -> int:
    """Do what the options `what`, `id`, `name` and `scope` say, with the system's keyring; the exit code."""
    try:
        book = FamilyBook(folder)
    except BookError as problem:
        return _wrong(str(problem))
    command = FamilyCommand(book, SystemVault(), ChildNotifier())
    match given["what"]:
        case "list":
            return command.show()
        case "add":
            if not given.get("name"):
                return _wrong("Say who it is: --name NAME")
            return command.add(given["name"], lang, "urgent" if given.get("scope") == "urgent" else "help")
    if not given.get("id"):
        return _wrong("Say whom: --id NUMBER, as 'kiosk family list' shows it.")
    return command.remove(given["id"]) if given["what"] == "remove" else command.try_out(given["id"])


def _trial(name: str) -> Message:
    return Message("Anxin Kiosk · 安心柜台", f"{name}: this is a trial message. 这是一条测试消息。")


def _wrong(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return FAILED
