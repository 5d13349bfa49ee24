"""Several servers on one PostgreSQL: what one has changed rings the bell of the others (LISTEN, NOTIFY)."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy.engine import make_url

from kiosk.bank.bell import Bell
from kiosk.bank.help_books import CHANNEL

if TYPE_CHECKING:
    import asyncpg

LOG: Final = logging.getLogger(__name__)
PAUSE_S: Final = 1.0
"""Before the connection is made again. Meanwhile the feed's own look every few seconds stands in."""


class Notices:
    """Keeps one connection that listens. `run` is its task."""

    def __init__(self, url: str, bell: Bell, pause_s: float = PAUSE_S) -> None:
        """`url` is SQLAlchemy's, of a PostgreSQL."""
        self._dsn = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        self._bell, self._pause_s = bell, pause_s
        self.standing = asyncio.Event()
        """Set while it listens."""

    async def run(self) -> None:
        """Until the bell is closed or the task is cancelled."""
        import asyncpg  # only where there is a PostgreSQL

        while not self._bell.closed:
            try:
                connection = await asyncpg.connect(self._dsn, timeout=10)
            except (OSError, asyncpg.PostgresError, TimeoutError):
                LOG.info("no connection for help notices; trying again")
            else:
                await self._listen(connection)
            await asyncio.sleep(self._pause_s)

    async def _listen(self, connection: asyncpg.Connection[Any]) -> None:
        """Ring at each notice until the connection ends; once at its start, for what was missed."""
        ended = asyncio.Event()
        connection.add_termination_listener(lambda _: ended.set())
        try:
            await connection.add_listener(CHANNEL, lambda *_: self._bell.ring())
            self.standing.set()
            self._bell.ring()
            await ended.wait()
        except OSError:
            LOG.info("the connection for help notices broke")
        finally:
            self.standing.clear()
            connection.terminate()
