"""Our own description, OpenAPI 3.1, made from the operations and the types they really use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

import msgspec

from kiosk.bank.operation import Operation
from kiosk.bank.problems import KINDS
from kiosk.wire.kiosk_api import DEVICE_HEADER, PROBLEM_JSON, Problem

OPENAPI_PATH: Final = "/kiosk/v1/openapi.json"
REF: Final = "#/components/schemas/{name}"
STORAGE: Final = ("storage-full", "storage-read-only", "internal")


def description(operations: Iterable[Operation]) -> dict[str, Any]:
    """The OpenAPI document of the operations."""
    listed = list(operations)
    types = {kind for each in listed for kind in (each.body, each.answer) if kind is not None} | {Problem}
    ordered = sorted(types, key=lambda kind: kind.__name__)
    schemas, components = msgspec.json.schema_components(ordered, ref_template=REF)
    refs = dict(zip(ordered, schemas, strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for each in listed:
        paths.setdefault(each.path, {})[each.method.lower()] = _operation(each, refs)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Anxin Kiosk: the bank's kiosk extension", "version": "1.0.0"},
        "paths": paths,
        "components": {"schemas": components, "securitySchemes": _schemes()},
    }


def _schemes() -> dict[str, Any]:
    return {
        "device": {"type": "apiKey", "in": "header", "name": DEVICE_HEADER},
        "customer": {"type": "http", "scheme": "bearer"},
        "staff": {"type": "http", "scheme": "bearer"},
    }


def _operation(each: Operation, refs: dict[Any, dict[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "operationId": each.handle.__name__ + ("" if each.path.startswith("/kiosk/") else "_root"),
        "summary": each.summary,
        "security": _security(each),
        "parameters": _parameters(each),
        "responses": _responses(each, refs),
    }
    if each.body is not None:
        made["requestBody"] = {"required": True, "content": {"application/json": {"schema": refs[each.body]}}}
    return made


def _security(each: Operation) -> list[dict[str, list[str]]]:
    """Each entry of the list is one sufficient set of tokens."""
    if each.who == "nobody":
        return [{}]
    people = {"device": [], "anyone": ["customer", "staff"]}.get(each.who, [each.who])
    return [{"device": [], person: []} for person in people] or [{"device": []}]


def _parameters(each: Operation) -> list[dict[str, Any]]:
    inside = [{"name": name, "in": "path", "required": True} for name in re.findall(r"{(\w+)}", each.path)]
    heads = [{"name": name.rstrip("!"), "in": "header", "required": name.endswith("!")} for name in each.headers]
    return [parameter | {"schema": {"type": "string"}} for parameter in (*inside, *heads)]


def _responses(each: Operation, refs: dict[Any, dict[str, Any]]) -> dict[str, Any]:
    good: dict[str, Any] = {"description": "Done"}
    if each.answer is not None:
        good["content"] = {each.media_type: {"schema": refs[each.answer]}}
    made: dict[str, Any] = {str(each.status): good}
    for kind in _problems(each):
        status, title = KINDS[kind]
        made.setdefault(str(status), {"description": title, "content": {PROBLEM_JSON: {"schema": refs[Problem]}}})
    return made


def _problems(each: Operation) -> tuple[str, ...]:
    """The operation's own, and those that anything may meet."""
    tokens = {"nobody": (), "device": ("device-unknown",)}.get(each.who, ("device-unknown", "not-signed-in"))
    return (*each.problems, *tokens, *STORAGE)
