"""What the doctor finds about the bank: the distant one answers, or a bank of one's own can be started."""

from __future__ import annotations

import asyncio
import tempfile
import urllib.request
from http import HTTPStatus
from pathlib import Path

from kiosk.client.errors import BankError
from kiosk.embedded import EmbeddedBank
from kiosk.examinations import Finding

ANSWER_S = 5
"""Seconds a server may take to say that it is well."""


def distant_bank(url: str) -> Finding:
    """The bank's server answers."""
    try:
        with urllib.request.urlopen(f"{url.rstrip('/')}/healthz", timeout=ANSWER_S) as answer:
            status = answer.status
    except (OSError, ValueError) as problem:
        step = "Look at the address (bank.url) and at the network cable, and ask whether the server runs."
        return Finding("Bank", "problem", f"{url} does not answer: {problem}", step)
    if status != HTTPStatus.OK:
        return Finding("Bank", "problem", f"{url} answers, but says {status}.", "Ask those who run the server.")
    return Finding("Bank", "well", f"{url} answers.")


def own_bank() -> Finding:
    """The bank's child process starts, writes demo books in a passing folder, answers, and ends."""
    with tempfile.TemporaryDirectory(prefix="anxin-doctor-") as folder:
        try:
            asyncio.run(_started_and_ended(Path(folder)))
        except BankError as problem:
            step = "Look at the data folder and the room on the disk, then at the log in the data folder."
            return Finding(
                "Bank", "problem", f"The kiosk's own bank does not start: {problem or 'no reason given'}.", step
            )
    return Finding("Bank", "well", "The kiosk's own bank starts and answers.")


async def _started_and_ended(folder: Path) -> None:
    bank = EmbeddedBank(folder)
    await bank.start()
    try:
        await bank.address()
    finally:
        await bank.stop()
