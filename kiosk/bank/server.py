"""The bank's HTTP server: all operations as one ASGI application."""

from __future__ import annotations

import logging
import uuid
from typing import Final

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kiosk.bank.openapi import OPENAPI_PATH, description
from kiosk.bank.operation import Operation, reply, route
from kiosk.bank.parts import Parts
from kiosk.bank.problems import Refusal, official_response, problem_response
from kiosk.bank.routes import (
    accounts,
    audit,
    checkup,
    devices,
    goals,
    health,
    help_assist,
    help_events,
    help_moves,
    help_reports,
    help_tickets,
    holdings,
    orders,
    profile,
    risk_assessment,
    session,
)
from kiosk.wire.accounts import BASE_PATH, INTERACTION_HEADER

LONGEST_INTERACTION: Final = 64
LOG: Final = logging.getLogger(__name__)


def own_operations() -> tuple[Operation, ...]:
    """The operations of /kiosk/v1 (API.md 2). The event stream stands before the ticket, whose path would take it."""
    return (
        *devices.OPERATIONS,
        *session.OPERATIONS,
        *profile.OPERATIONS,
        *holdings.OPERATIONS,
        *checkup.OPERATIONS,
        *risk_assessment.OPERATIONS,
        *goals.OPERATIONS,
        *orders.OPERATIONS,
        *audit.OPERATIONS,
        *help_events.OPERATIONS,
        *help_reports.OPERATIONS,
        *help_tickets.OPERATIONS,
        *help_moves.OPERATIONS,
        *help_assist.OPERATIONS,
        *health.OPERATIONS,
    )


def build_app(parts: Parts) -> ASGIApp:
    """The whole bank as one ASGI application over its parts."""

    async def openapi(_request: Request) -> Response:
        return reply(description(own_operations()))

    routes: list[BaseRoute] = [route(operation, parts, official=True) for operation in accounts.OPERATIONS]
    routes += [route(operation, parts) for operation in own_operations()]
    routes.append(Route(OPENAPI_PATH, openapi, methods=["GET"]))
    app = Starlette(routes=routes, exception_handlers={HTTPException: _http_error, Exception: _failed})
    return Courtesy(app)  # outside of everything, so that an answer to a mistake of ours has it too


class Courtesy:
    """What every answer carries: the interaction id, echoed or made, and that nobody may keep it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the call on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        interaction = interaction_id(scope)
        scope["anxin.interaction"] = interaction

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers[INTERACTION_HEADER] = interaction
                headers["Cache-Control"] = "no-store"
            await send(message)

        await self._app(scope, receive, send_with_headers)


def interaction_id(scope: Scope) -> str:
    """The caller's id for this question when it is a sensible one, else a new one."""
    given = next((value for name, value in scope["headers"] if name == INTERACTION_HEADER.encode()), b"")
    text: str = given.decode("latin-1")
    sensible = text.isascii() and text.isprintable() and 0 < len(text) <= LONGEST_INTERACTION
    return text if sensible else str(uuid.uuid4())


async def _http_error(request: Request, problem: Exception) -> Response:
    """What the router itself refuses: no such path, a wrong method, too large a body."""
    status = problem.status_code if isinstance(problem, HTTPException) else 400
    headers = problem.headers if isinstance(problem, HTTPException) else None
    if request.url.path.startswith(BASE_PATH):
        return Response(status_code=status, headers=headers)
    response = problem_response(Refusal("not-found" if status == 404 else "malformed"))
    response.status_code = status
    response.headers.update(headers or {})
    return response


async def _failed(request: Request, _problem: Exception) -> Response:
    """A mistake of ours: it goes to the log, the caller learns only that it happened."""
    official = request.url.path.startswith(BASE_PATH)
    LOG.error("%s %s failed; reference %s", request.method, request.url.path, request.scope["anxin.interaction"])
    return (official_response if official else problem_response)(Refusal("internal"))
