"""Following an answer's pages, by the rules of API.md 1."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from urllib.parse import urlsplit

from kiosk.client.address import origin
from kiosk.client.answer import Answer
from kiosk.client.lenient import Fields, fields, rows
from kiosk.client.question import Question

_LOG = logging.getLogger(__name__)
MOST_PAGES = 100
"""Where the bank does not say how many there are, or says too many."""
LONGEST_LINK = 4096


async def all_rows(question: Question, path: str, member: str, params: Mapping[str, str] | None = None) -> list[Fields]:
    """The objects called `member` in Data, from every page.

    Links.Next is followed only within the same origin, never twice, at most Meta.TotalPages pages. Raises BankError.
    """
    answer = await question.get("aisp", path, params)
    body = answer.plain()
    found = rows(fields(body.get("Data")).get(member))
    seen, pages = {_target(answer.url)}, _page_count(body)
    for _ in range(pages - 1):
        link = next_page(body, answer)
        if not link or link in seen:
            break
        seen.add(link)
        answer = await question.get("origin", link)
        body = answer.plain()
        found += rows(fields(body.get("Data")).get(member))
    return found


def next_page(body: Fields, answer: Answer) -> str:
    """Path and query of Links.Next; empty when there is none, or none that may be followed."""
    link = fields(body.get("Links")).get("Next")
    if not isinstance(link, str) or not link:
        return ""
    try:
        parts = urlsplit(link)
        same = origin(parts) == origin(urlsplit(answer.url)) and parts.username is None
    except ValueError:
        same = False
    absolute = link.startswith("/") and not link.startswith("//")
    if not (same or absolute) or len(link) > LONGEST_LINK or not _well_formed(link):
        _LOG.warning("a next page elsewhere was not followed (%s)", answer.reference)
        return ""
    return _target(link)


def _well_formed(link: str) -> bool:
    return link.isascii() and link.isprintable() and not set(link) & set('\\ "<>^`{|}')


def _target(url: str) -> str:
    """Path and query: a page is always asked for at the bank's own address, wherever that is by then."""
    parts = urlsplit(url)
    return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"


def _page_count(body: Fields) -> int:
    total = fields(body.get("Meta")).get("TotalPages")
    if not isinstance(total, int) or isinstance(total, bool):
        return MOST_PAGES
    return max(1, min(total, MOST_PAGES))
