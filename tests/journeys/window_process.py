"""A window in a process of its own, for tests that kill it.

`python -m tests.journeys.window_process WHAT FOLDER [URL]`

`staff` is the lobby's window; whoever sits there takes the first request. `kiosk` asks a bank that never answers for a
person. Both say what they see, one line each, and stay until they are killed.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kiosk.modes import load_modes
from kiosk.qt_loop import qt_runner
from kiosk.settings import Settings
from kiosk.staff.app import StaffWindow
from tests.journeys.customer import Customer, Hand
from tests.journeys.stand import standing
from tests.journeys.watch import Watch
from tests.kiosk.journeys.promises import controls
from ui.window import KioskWindow


async def staff(folder: Path) -> None:
    """The lobby's window, and somebody who goes to the first who asks."""
    made = StaffWindow(Settings(data_dir=folder, lang="en"), load_modes())
    living = asyncio.create_task(made.live(None))
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, KioskWindow))
    watch = Watch(window)
    member = Customer(window, watch, Hand())
    await watch.until(lambda: window.screen_shown is not None, "the first page")
    for beginning in ("ticket:", "accept:", "done:"):
        await watch.until(lambda b=beginning: any(key.startswith(b) for key in controls(member.page)), beginning)  # type: ignore[misc]
        print(member.page.key, flush=True)
        if beginning != "done:":
            member.enter(member.first(beginning))
    await living


async def kiosk(folder: Path, url: str) -> None:
    """A kiosk at which somebody asks for a person."""
    async with standing(folder, lang="en", bank_url=url, bank_device_token="token") as stand:
        await stand.her.sees("welcome")
        stand.her.touch("help")
        await stand.her.sees("help")
        stand.her.touch(stand.her.first("topic:"))
        page = await stand.her.sees("help.")
        print(page.key, flush=True)
        await asyncio.Event().wait()


def main() -> None:
    """Run one until it is killed."""
    app = QApplication(["window"])
    app.setQuitOnLastWindowClosed(False)
    what, folder, *more = sys.argv[1:]
    with qt_runner(app) as runner:
        runner.run(staff(Path(folder)) if what == "staff" else kiosk(Path(folder), more[0]))


if __name__ == "__main__":
    main()
