"""Writing one page down: a picture, the words said, and every visible control as measured on the live widgets."""

from __future__ import annotations

from pathlib import Path

import msgspec

from accessibility.narration import narration
from accessibility.role_words import role_words
from accessibility.screen import Screen
from accessibility.words import Words
from kiosk.tour.sheet import Page
from ui.survey import ControlRecord, survey
from ui.window import KioskWindow


class PageRecord(msgspec.Struct, frozen=True):
    """The JSON beside each picture."""

    screen: str
    mode: str
    lang: str
    width: int
    height: int
    mm_per_px: float
    said: tuple[str, ...]
    controls: tuple[ControlRecord, ...]


def said_on(screen: Screen) -> tuple[str, ...]:
    """What the voice says on a screen, aloud and without consent, line by line."""
    roles = role_words(Words(screen.lang))
    return tuple(line.aloud for line in narration(screen, roles) if line.aloud)


def write_page(out: Path, group: Path, name: str, window: KioskWindow, screen: Screen) -> Page:
    """Write the three files of one page below `out/group` and answer with its place in the sheet."""
    folder = out / group
    folder.mkdir(parents=True, exist_ok=True)
    said = said_on(screen)
    window.grab().save(str(folder / f"{name}.png"))
    (folder / f"{name}.txt").write_text("\n".join(said) + "\n", encoding="utf-8")
    record = PageRecord(
        screen=screen.key,
        mode=screen.mode,
        lang=screen.lang,
        width=window.width(),
        height=window.height(),
        mm_per_px=window.theme.mm_per_px,
        said=said,
        controls=tuple(survey(window)),
    )
    (folder / f"{name}.json").write_bytes(msgspec.json.format(msgspec.json.encode(record)))
    return Page(group.as_posix().replace("/", " "), name, screen.key, said, (group / f"{name}.png").as_posix())
