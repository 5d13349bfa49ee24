"""The README tells the truth: settings, demo people, files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.bank.demo.people import PEOPLE, STAFF
from tools.settings_table import table

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "ARCHITECTURE.md", "CHANGELOG.md")


@pytest.fixture
def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def test_it_lists_every_setting(readme: str) -> None:
    assert table() in readme, "run `python -m tools.settings_table`"


def test_it_lists_every_demo_card_and_badge_with_its_pin(readme: str) -> None:
    for person in PEOPLE:
        assert re.search(rf"{person.legal_name} .*`{person.card}` \| `{person.pin}` \| {person.mode} \|", readme), (
            person.id
        )
    for helper in STAFF:
        assert f"`{helper.badge}` | `{helper.pin}`" in readme, helper.id


@pytest.mark.parametrize("page", PAGES)
def test_what_it_links_to_is_there(page: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / page).read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_make_targets_it_names_are_there(readme: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"`make ([a-z-]+)`", readme))
    assert named
    assert [target for target in named if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []
