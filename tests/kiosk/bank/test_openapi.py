"""Our own description says what the server does, and nothing else."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from kiosk.bank.problems import KINDS
from kiosk.bank.server import own_operations
from kiosk.wire.kiosk_api import PROBLEMS
from tests.kiosk.bank.banks import Caller


@pytest.fixture
def document(kiosk: Caller) -> dict[str, Any]:
    found: dict[str, Any] = kiosk.own("GET", "openapi.json").json()
    return found


def test_it_is_openapi_3_1_and_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    assert document["openapi"] == "3.1.0"
    schemas = document["components"]["schemas"]
    names = re.findall(r'"\$ref": "#/components/schemas/(\w+)"', json.dumps(document))
    assert {"HelpTicketWire", "Problem", "ProfileUpdate"} <= set(names) <= set(schemas)


def test_each_operation_is_described_once(document: dict[str, Any]) -> None:
    described = [(method.upper(), path) for path, each in document["paths"].items() for method in each]
    assert sorted(described) == sorted((each.method, each.path) for each in own_operations())
    ids = [each["operationId"] for path in document["paths"].values() for each in path.values()]
    assert len(ids) == len(set(ids))


def test_tokens_are_described(document: dict[str, Any]) -> None:
    paths = document["paths"]
    assert paths["/kiosk/v1/profile"]["get"]["security"] == [{"device": [], "customer": []}]
    assert paths["/kiosk/v1/help-tickets"]["post"]["security"] == [{"device": []}]
    assert paths["/healthz"]["get"]["security"] == [{}]


def test_each_problem_of_the_contract_has_status_and_title() -> None:
    assert set(KINDS) == set(PROBLEMS)


def test_problems_that_operations_name_exist() -> None:
    assert {kind for each in own_operations() for kind in each.problems} <= set(KINDS)


@pytest.mark.parametrize("path", ["devices/self", "profile", "holdings"])
def test_answers_have_the_described_members(wang: Caller, document: dict[str, Any], path: str) -> None:
    content = document["paths"][f"/kiosk/v1/{path}"]["get"]["responses"]["200"]["content"]
    name = content["application/json"]["schema"]["$ref"].rsplit("/", 1)[1]
    schema = document["components"]["schemas"][name]
    members = set(wang.own("GET", path).json())
    assert set(schema["required"]) <= members <= set(schema["properties"])
