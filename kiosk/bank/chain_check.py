"""Looking through the audit chain of a bank from the command line."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Final

from kiosk.bank.chain import Verified, verify
from kiosk.bank.store import FILE_NAME, StoreError, data_url, open_store

BROKEN: Final = 1
"""Exit code when a record does not fit."""
CANNOT: Final = 3
"""Exit code when there are no books, or they cannot be read."""
WHY: Final = {
    "gap": "records before it are missing",
    "unlinked": "it does not follow the record before it",
    "changed": "it was changed after it was written",
}


def run(data_dir: Path, database_url: str | None) -> int:
    """Say how the chain stands; 0 when it is whole, 1 when it is not, 3 when it cannot be read."""
    if not database_url and not (data_dir / FILE_NAME).is_file():
        print(f"There are no books in {data_dir}.", file=sys.stderr)
        return CANNOT
    try:
        found = asyncio.run(_verified(database_url or data_url(data_dir)))
    except StoreError as problem:
        print(f"The books cannot be read: {problem}", file=sys.stderr)
        return CANNOT
    if found.broken_at:
        print(f"Record {found.broken_at} is not good: {WHY[found.why]}. {found.records} before it are.")
        return BROKEN
    print(f"The audit chain is whole: {found.records} records. Newest hash: {found.head}")
    return 0


async def _verified(url: str) -> Verified:
    store = await open_store(url)
    try:
        async with store.reading() as session:
            return await verify(session)
    finally:
        await store.aclose()
