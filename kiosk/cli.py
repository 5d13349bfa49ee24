"""The command line. Each command imports its part inside its handler, so that none pays for the others.

This is the dispatch, and the one place besides first paint (DESIGN.md 5) where imports wait.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.settings import Declared, declared

if TYPE_CHECKING:
    import argparse

    from kiosk.settings import Settings

Given = Mapping[str, Any]
"""The options that were given, by name."""

WRONG_USE = 2
"""Exit code when an option or a setting cannot be used."""
NO_DISPLAY = 3
"""Exit code when there is no display for a window."""

SUMMARIES = {
    "run": "Open the kiosk for customers.",
    "staff": "Open the window of the lobby staff, where requests for help arrive.",
    "bank": "Run the bank's server by itself, for several kiosks.",
    "tour": "Make pictures of every page, without a display.",
    "family": "Say who of the family is told when somebody at home asks for help.",
    "doctor": "Look whether everything the kiosk needs is here.",
    "audit": "Look whether the bank's audit chain is whole.",
}
DESCRIPTIONS = {
    "run": "Opens the kiosk for customers. Without any option it starts in large print, in Chinese, with a bank of its "
    "own and demo customers. Close the window or press Ctrl+C here to end it.",
    "staff": "Opens the window of the lobby staff. It finds the kiosk's bank on the same computer by itself, or asks "
    "the bank you name. Your PIN is asked for in the window, never here.",
    "bank": "Runs the bank's server by itself, so that several kiosks and staff windows share it. The kiosk starts its "
    "own when it is not told of one, so a single kiosk does not need this.",
    "tour": "Walks through every page with the demo customers and writes for each a picture, the words that are spoken "
    "and a list of what can be touched. Open index.html in the folder afterwards. Needs no display.",
    "family": "For a PC at home: adds, lists, tries or removes relatives who are told when help is asked for. The "
    "address of a service (e-mail, WeCom, DingTalk, Feishu, Bark, Telegram, ntfy …) is asked for and kept in this "
    "system's keyring. Nobody is told anything before the customer agrees on the screen.",
    "doctor": "Looks at everything the kiosk needs, says in one line each whether it is well, and what to do if not.",
    "audit": "Goes through the whole audit chain of this machine's bank and says whether any record was changed or "
    "removed. Keep the hash it prints somewhere else: without it, records cut off at the end are not missed.",
}
EXAMPLES = {
    "run": "run --mode youth --lang en --window 1280x800",
    "staff": "staff --bank-url https://bank.example --badge 1001",
    "bank": "bank --host 0.0.0.0 --port 8088",
    "tour": "tour --out pictures --mode elder --lang zh_CN",
    "family": "family add --name 小丽 --scope urgent",
    "doctor": "doctor",
    "audit": "audit --verify --data-dir bank",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says; the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] in (["-h"], ["--help"], ["help"]):
        print(overview())
        return 0
    if words[:1] == ["--version"]:
        print(_version())
        return 0
    command = words.pop(0) if words and not words[0].startswith("-") else "run"
    if command not in SUMMARIES:
        print(f"There is no command '{command}'.\n\n{overview()}", file=sys.stderr)
        return WRONG_USE
    given = vars(parser(command).parse_args(words)) if words else {}
    return HANDLERS[command](given)


def overview() -> str:
    """The commands, one line each."""
    lines = [f"  {name:8}{summary}" for name, summary in SUMMARIES.items()]
    return "\n".join(
        [
            f"usage: {program()} COMMAND [options]",
            "",
            "Anxin Kiosk: a bank's counter that elderly customers can see, hear and operate.",
            "",
            *lines,
            "",
            f"Without a command it does 'run'. '{program()} COMMAND --help' explains each.",
        ]
    )


def program() -> str:
    """How this program was called, for the help."""
    return "anxin-kiosk" if Path(sys.argv[0]).stem == "anxin-kiosk" else "python -m kiosk"


def parser(command: str) -> argparse.ArgumentParser:
    """The options of one command. Only options that were given appear in its answer."""
    import argparse

    made = argparse.ArgumentParser(
        prog=f"{program()} {command}",
        description=DESCRIPTIONS[command],
        epilog=f"Example:  {program()} {EXAMPLES[command]}",
        argument_default=argparse.SUPPRESS,
        allow_abbrev=False,
    )
    if command == "tour":
        _add_tour_options(made)
        return made
    if command == "family":
        _add_family_options(made)
    for setting in declared(command):
        if setting.has_option:
            _add_setting(made, setting)
    made.add_argument(
        "--config", metavar="FILE", help="Read settings from this file instead of anxin.toml in your settings folder."
    )
    if command == "audit":
        made.add_argument("--verify", action="store_true", help="Look through the chain; the usual, and all there is.")
    if command == "doctor":
        made.add_argument("--json", action="store_true", help="Answer in JSON, for programs.")
    return made


def _add_setting(made: argparse.ArgumentParser, setting: Declared) -> None:
    about = setting.about
    if setting.kind is bool:
        made.add_argument(setting.option, action="store_true", dest=setting.name, help=about.help)
        made.add_argument(
            f"--{about.opposite}",
            action="store_false",
            dest=setting.name,
            help=f"The opposite of {setting.option} (usual).",
        )
        return
    usual = "" if setting.default in (None, "") else f" Usual: {setting.default}."
    choices = f" One of {', '.join(about.choices)}." if about.choices else ""
    made.add_argument(setting.option, metavar=about.shape, help=about.help + choices + usual)


def _add_tour_options(made: argparse.ArgumentParser) -> None:
    made.add_argument("--out", metavar="DIR", help="Folder to write into. Usual: tour.")
    made.add_argument("--mode", metavar="MODE", help="Only this mode. Usual: all.")
    made.add_argument("--lang", metavar="LANGUAGE", help="Only this language. Usual: all.")
    made.add_argument("--size", metavar="WxH", help="Only this size of window. Usual: all that are supported.")


def _add_family_options(made: argparse.ArgumentParser) -> None:
    made.add_argument("what", choices=("add", "list", "try", "remove"), help="What to do.")
    made.add_argument("--id", metavar="NUMBER", help="Whom: the number that 'list' shows, for 'try' and 'remove'.")
    made.add_argument("--name", metavar="NAME", help="What she calls them, for 'add'.")
    made.add_argument("--scope", choices=("help", "urgent"), help="Told of every request, or only of what is urgent.")


def _settings(given: Given) -> Settings | None:
    """The settings of this start, or None after saying what is wrong with them."""
    from kiosk.settings_sources import SettingError, load

    config = given.get("config")
    try:
        return load(given, config=Path(config) if config else None)
    except SettingError as problem:
        print(f"{program()}: {problem}", file=sys.stderr)
        return None


def _windowed(given: Given, start: Callable[[Settings], int]) -> int:
    """Run a command that opens a window, or say why it cannot."""
    from kiosk.display import has_display

    settings = _settings(given)
    if settings is None:
        return WRONG_USE
    if not has_display():
        print(
            "There is no display here to open a window on; `make tour` makes pictures of every page instead "
            f"(or: {program()} tour).",
            file=sys.stderr,
        )
        return NO_DISPLAY
    try:
        return start(settings)
    except KeyboardInterrupt:
        return 0  # Ctrl+C ends it as the help says; everything has been put away by now


def _run(given: Given) -> int:
    def start(settings: Settings) -> int:
        # Nothing is garbage yet: a twentieth of the time to the first page. `kiosk.garbage` takes over later.
        gc.disable()
        from kiosk import app

        return app.run(settings)

    return _windowed(given, start)


def _staff(given: Given) -> int:
    def start(settings: Settings) -> int:
        from kiosk.staff import app

        return app.run(settings)

    return _windowed(given, start)


def _bank(given: Given) -> int:
    settings = _settings(given)
    if settings is None:
        return WRONG_USE
    from kiosk.bank import serving
    from kiosk.bank.help_limits import Limits
    from kiosk.bank.manager_line import ManagerLine
    from kiosk.folders import data_folder

    return serving.serve(
        data_dir=settings.data_dir or data_folder(),
        host=settings.host,
        port=settings.port,
        database_url=settings.database_url or None,
        limits=Limits(settings.call_all_s, settings.call_manager_s, settings.call_again_s),
        manager=ManagerLine(settings.manager_call, settings.manager_words),
    )


def _tour(given: Given) -> int:
    from kiosk import tour

    return tour.run(
        out=Path(given.get("out", "tour")),
        mode=given.get("mode", ""),
        lang=given.get("lang", ""),
        size=given.get("size", ""),
    )


def _doctor(given: Given) -> int:
    settings = _settings(given)
    if settings is None:
        return WRONG_USE
    from kiosk import doctor

    return doctor.run(settings, as_json=bool(given.get("json")))


def _family(given: Given) -> int:
    settings = _settings(given)
    if settings is None:
        return WRONG_USE
    from kiosk.family import command
    from kiosk.folders import data_folder

    return command.run(settings.data_dir or data_folder(), given, settings.lang)


def _audit(given: Given) -> int:
    settings = _settings({name: value for name, value in given.items() if name != "verify"})
    if settings is None:
        return WRONG_USE
    from kiosk.bank import chain_check
    from kiosk.folders import data_folder

    return chain_check.run(settings.data_dir or data_folder(), settings.database_url or None)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"Anxin Kiosk {version('anxin-kiosk')}"
    except PackageNotFoundError:
        return "Anxin Kiosk (from its source folder)"


HANDLERS: dict[str, Callable[[Given], int]] = {
    "run": _run,
    "staff": _staff,
    "bank": _bank,
    "tour": _tour,
    "family": _family,
    "doctor": _doctor,
    "audit": _audit,
}
