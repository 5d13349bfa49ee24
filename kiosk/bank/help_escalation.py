"""The escalation clock: nobody who asked is silently forgotten. It lives on the server and outlives a restart."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from sqlalchemy import select, update

from kiosk.bank.bell import Bell
from kiosk.bank.help_books import HelpBooks
from kiosk.bank.help_limits import CLOCKED, MANAGER, Limits
from kiosk.bank.store import StoreError
from kiosk.bank.tables import HelpCall, HelpTicket

LOG: Final = logging.getLogger(__name__)


class Escalation:
    """Raises levels when they are due, each once also with several servers. `run` is its task."""

    def __init__(self, books: HelpBooks, bell: Bell, limits: Limits) -> None:
        self._books, self._bell, self._limits = books, bell, limits

    async def run(self) -> None:
        """Until the bell is closed."""
        while not self._bell.closed:
            try:
                await self.look()
            except StoreError:
                LOG.warning("the escalation clock could not read or write the books")
            await asyncio.sleep(self._limits.every_s)

    async def look(self) -> None:
        """Raise what is due now; at the manager's level a call of the second channel is owed. Raises StoreError."""
        for ticket_id, level in await self._due():
            await self._raise(ticket_id, level)

    async def _due(self) -> Sequence[tuple[str, int]]:
        limits, now = self._limits, self._books.clock()
        before = now - timedelta(seconds=min(limits.all_s, limits.held_s))
        query = select(HelpTicket.id, HelpTicket.state, HelpTicket.level, HelpTicket.called_from)
        query = query.where(
            HelpTicket.state.in_(CLOCKED), HelpTicket.level < MANAGER, HelpTicket.called_from <= before
        ).order_by(HelpTicket.id)
        async with self._books.store.reading() as session:
            rows = (await session.execute(query)).all()
        due = (
            (key, limits.level(state, (now - since).total_seconds()), level)
            for key, state, level, since in rows
            if since is not None
        )
        return [(key, wanted) for key, wanted, level in due if wanted > level]

    async def _raise(self, ticket_id: str, level: int) -> None:
        """Only the server whose update finds the lower level has raised it; a claim meanwhile makes it nobody's."""
        async with self._books.changing() as session:
            ticket = await session.get(HelpTicket, ticket_id, with_for_update=True)
            if ticket is None or ticket.called_from is None:
                return
            waited = (self._books.clock() - ticket.called_from).total_seconds()
            if self._limits.level(ticket.state, waited) < level:
                return
            rule = update(HelpTicket).where(HelpTicket.id == ticket_id, HelpTicket.level < level)
            done = await session.execute(rule.values(level=level).execution_options(synchronize_session=False))
            if done.rowcount != 1:  # type: ignore[attr-defined]
                return
            if level == MANAGER:
                await session.merge(HelpCall(ticket_id=ticket_id, due_at=self._books.clock(), tries=0))
            await session.refresh(ticket)
            await self._books.changed(session, ticket)
