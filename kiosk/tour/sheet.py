"""The contact sheet: one page that shows every picture the tour made, with what was said on it."""

from __future__ import annotations

import html
from pathlib import Path

import msgspec

STYLE = """
body { font: 16px/1.5 sans-serif; margin: 2rem; background: #FAF6EE; color: #1F1A14 }
h2 { margin-top: 3rem }
.pages { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fill, minmax(26rem, 1fr)) }
figure { margin: 0 } img { width: 100%; border: 1px solid #7A6F60; border-radius: 6px }
figcaption { font-size: 14px } .said { color: #4A4238; white-space: pre-line }
"""


class Page(msgspec.Struct, frozen=True):
    """One page the tour met."""

    group: str
    """Mode, language and size, such as "elder zh_CN 1920x1080"."""
    name: str
    screen: str
    """The screen's key."""
    said: tuple[str, ...]
    picture: str
    """Path of the picture below the tour's folder; text and JSON lie beside it."""


def write_sheet(folder: Path, pages: list[Page]) -> Path:
    """Write index.html and give its path."""
    groups = dict.fromkeys(page.group for page in pages)
    body = "".join(_group(name, [page for page in pages if page.group == name]) for name in groups)
    index = folder / "index.html"
    index.write_text(
        f'<!doctype html><meta charset="utf-8"><title>Anxin Kiosk: every page</title><style>{STYLE}</style>'
        f"<h1>Anxin Kiosk: every page</h1><p>{len(pages)} pages.</p>{body}",
        encoding="utf-8",
    )
    return index


def _group(name: str, pages: list[Page]) -> str:
    figures = "".join(_figure(page) for page in pages)
    return f'<h2>{html.escape(name)}</h2><div class="pages">{figures}</div>'


def _figure(page: Page) -> str:
    said = html.escape("\n".join(page.said))
    facts = page.picture.removesuffix(".png") + ".json"
    return (
        f'<figure><a href="{page.picture}"><img loading="lazy" src="{page.picture}" alt="{html.escape(page.name)}"></a>'
        f'<figcaption><b>{html.escape(page.name)}</b> <a href="{facts}">{html.escape(page.screen)}</a>'
        f'<div class="said">{said}</div></figcaption></figure>'
    )
