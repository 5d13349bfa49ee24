"""The composition root of the tour: the offscreen platform, an embedded bank of its own, and one walk after another."""

from __future__ import annotations

import os
import sys
import tempfile
from itertools import product
from pathlib import Path

from i18n.languages import LANGUAGES
from kiosk.modes import STAFF, load_modes, offered

SIZES = ("1920x1080",)
WRONG_USE = 2


def run(*, out: Path, mode: str = "", lang: str = "", size: str = "") -> int:
    """Walk the modes, languages and sizes asked for (all, where nothing is asked) and write into `out`."""
    problem = _problem(mode, lang, size)
    if problem:
        print(problem, file=sys.stderr)
        return WRONG_USE
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    modes = (mode,) if mode else tuple(each.key for each in offered(load_modes()))
    wanted = product(modes, (lang,) if lang else LANGUAGES, (size,) if size else SIZES)
    with tempfile.TemporaryDirectory(prefix="anxin-tour-") as folder:
        return _walk_all(out, Path(folder), list(wanted))


def _problem(mode: str, lang: str, size: str) -> str:
    modes = [each for each in load_modes() if each != STAFF]
    if mode and mode not in modes:
        return f"There is no mode '{mode}'. There are: {', '.join(modes)}."
    if lang and lang not in LANGUAGES:
        return f"There is no language '{lang}'. There are: {', '.join(LANGUAGES)}."
    width, _, height = size.partition("x")
    if size and not (width.isdigit() and height.isdigit()):
        return f"'{size}' is not a size; write it as 1920x1080."
    return ""


def _walk_all(out: Path, folder: Path, wanted: list[tuple[str, str, str]]) -> int:
    from PySide6.QtWidgets import QApplication

    from kiosk.qt_loop import qt_runner
    from ui.fonts import load_fonts

    app = QApplication(["anxin-kiosk-tour"])
    app.setQuitOnLastWindowClosed(False)
    load_fonts()
    with qt_runner(app) as runner:
        return runner.run(_tour(out, folder, wanted))


async def _tour(out: Path, folder: Path, wanted: list[tuple[str, str, str]]) -> int:
    from kiosk.embedded import EmbeddedBank
    from kiosk.tour.album import Album
    from kiosk.tour.sheet import write_sheet
    from kiosk.tour.walk import Walk

    bank = EmbeddedBank(folder)
    album = Album(out)
    await bank.start()
    try:
        for mode, lang, size in wanted:
            width, _, height = size.partition("x")
            walk = Walk(
                where=bank.address,
                folder=folder,
                modes=load_modes(),
                mode=mode,
                lang=lang,
                size=(int(width), int(height)),
            )
            album.open(Path(mode) / lang / size)
            await walk.go(album.take)
            print(f"{mode} {lang} {size}: {len(album.pages)} pages so far")
    finally:
        await bank.stop()
    print(f"Open {write_sheet(out, album.pages)}")
    return 0
