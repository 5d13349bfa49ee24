"""Where settings come from: the TOML file, then the environment, then the options; the later wins."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kiosk.folders import config_folder
from kiosk.settings import Declared, Names, Settings, Size, declared

FILE = "anxin.toml"
CONFIG_VARIABLE = "ANXIN_CONFIG"
OTHER_VARIABLES = {CONFIG_VARIABLE, "ANXIN_EXIT_AFTER", "ANXIN_TEST_PLATFORM"}
"""Variables that are no settings: the file to read, and what the benchmarks and tests tell the program."""
YES = {"on": True, "yes": True, "true": True, "1": True, "off": False, "no": False, "false": False, "0": False}


class SettingError(ValueError):
    """A setting cannot be used; says where it stands and what to do."""


def load(
    options: Mapping[str, Any] | None = None,
    environ: Mapping[str, str] = os.environ,
    config: Path | None = None,
) -> Settings:
    """The settings of this start.

    `options` holds texts (or truth values of switches) by field name. `config` is the file the operator named; without
    one, ANXIN_CONFIG or `anxin.toml` in the user's folder, which need not be there. Raises SettingError.
    """
    values: dict[str, Any] = {}
    places: dict[str, str] = {}
    named = config or (Path(environ[CONFIG_VARIABLE]) if environ.get(CONFIG_VARIABLE) else None)
    sources = (_from_file(named, environ), _from_environment(environ), _from_options(options or {}))
    for source in sources:
        for setting, raw, place in source:
            values[setting.name] = _checked(setting, raw, place)
            places[setting.name] = place
    settings = Settings(**values)
    _check_mode(settings, places.get("mode", ""))
    _check_address(settings, places.get("bank_url", ""))
    return settings


Found = Iterator[tuple[Declared, Any, str]]
"""A setting, its raw value, and where it stands."""


def _from_options(options: Mapping[str, Any]) -> Found:
    for setting in declared():
        if options.get(setting.name) is not None:
            yield setting, options[setting.name], f"option {setting.option}"


def _from_environment(environ: Mapping[str, str]) -> Found:
    known = {setting.variable: setting for setting in declared()}
    for variable in sorted(environ):
        if variable in known:
            yield known[variable], environ[variable], f"environment variable {variable}"
        elif variable.startswith("ANXIN_") and variable not in OTHER_VARIABLES:
            raise SettingError(f"environment variable {variable}: there is no such setting{_meant(variable, known)}")


def _from_file(named: Path | None, environ: Mapping[str, str]) -> Found:
    path = named or config_folder(environ) / FILE
    if named is None and not path.is_file():
        return
    text, tables = _parsed(path)
    known = {setting.key: setting for setting in declared()}
    for key, raw in _flat(tables):
        line = f"{path.name}, line {line_of(text, key)}"
        if key not in known:
            raise SettingError(f"{line}: there is no setting '{key}'{_meant(key, known)}")
        place = f"{line}: '{key}'"
        yield known[key], _typed(known[key], raw, place), place


def _parsed(path: Path) -> tuple[str, dict[str, Any]]:
    import tomllib

    try:
        text = path.read_text(encoding="utf-8")
        return text, tomllib.loads(text)
    except OSError as problem:
        raise SettingError(f"{path}: this file cannot be read: {problem.strerror}") from problem
    except UnicodeDecodeError as problem:
        raise SettingError(f"{path}: this file is not text in UTF-8; save it as UTF-8") from problem
    except tomllib.TOMLDecodeError as problem:
        what, line = re.fullmatch(
            r"(.*?)(?: \(at line (\d+).*\)| \(at end of document\))?", str(problem), re.S
        ).groups()  # type: ignore[union-attr]
        raise SettingError(f"{path.name}, line {line or len(text.splitlines())}: {what}") from problem


def _flat(tables: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in tables.items():
        if isinstance(value, dict) and value:
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


def line_of(text: str, key: str) -> int:
    """The line on which a key of a TOML text stands, counted from 1; 1 when it is written in some unusual way."""
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.split("#")[0].strip().replace('"', "").replace("'", "")
        if bare.startswith("["):
            table = bare.strip("[] ") + "."
            if table == f"{key}.":
                return number
        elif "=" in bare:
            left = re.sub(r"\s", "", bare.split("=")[0])
            if key == table + left or key.startswith(f"{table}{left}."):
                return number
    return 1


def _meant(name: str, known: Mapping[str, object]) -> str:
    """The advice for a name nobody declared."""
    import difflib

    close = difflib.get_close_matches(name, list(known), 1)
    return f"; did you mean '{close[0]}'?" if close else f"; there are {', '.join(known)}"


TOML_KINDS: dict[type, tuple[type, ...]] = {
    str: (str,),
    int: (int,),
    float: (int, float),
    bool: (bool,),
    Path: (str,),
    Size: (str,),
    Names: (list, str),
}


def _typed(setting: Declared, raw: Any, place: str) -> Any:
    """The value as the file has it, if it is of the right kind there."""
    fits = isinstance(raw, TOML_KINDS[setting.kind]) and (setting.kind is bool or not isinstance(raw, bool))
    if not fits:
        raise SettingError(f"{place} must be {wanted(setting)}, not {raw!r}")
    return raw


def _checked(setting: Declared, raw: Any, place: str) -> Any:
    """The value in its own type and within its range."""
    try:
        value = CONVERTERS[setting.kind](raw)
    except ValueError:
        value = None
    about = setting.about
    fits = value is not None and (not about.choices or value in about.choices)
    if fits and about.at_least is not None and about.at_most is not None:
        fits = about.at_least <= value <= about.at_most
    if not fits:
        shown = "what it is now" if about.secret else repr(raw)
        raise SettingError(f"{place} must be {wanted(setting)}, not {shown}")
    return value


def wanted(setting: Declared) -> str:
    """What a value of this setting has to be, in words."""
    about = setting.about
    if about.choices:
        return " or ".join(about.choices)
    words = {
        str: "a text",
        int: "a whole number",
        float: "a number",
        bool: "true or false",
        Path: "the name of a file or folder",
        Size: "a size such as 1920x1080",
        Names: "a list of names",
    }[setting.kind]
    limits = "" if about.at_least is None else f" from {about.at_least:g} to {about.at_most:g}"
    return words + limits


def _size(raw: str) -> Size:
    width, by, height = raw.lower().partition("x")
    size = Size(int(width), int(height))
    if not by or min(size) < 200 or max(size) > 20_000:
        raise ValueError(raw)
    return size


def _names(raw: str | list[object]) -> Names:
    parts = raw.split(",") if isinstance(raw, str) else raw
    if not all(isinstance(part, str) and part.strip() for part in parts):
        raise ValueError(raw)
    return Names(str(part).strip() for part in parts)


def _switch(raw: str | bool) -> bool:
    if isinstance(raw, bool):
        return raw
    if raw.lower() not in YES:
        raise ValueError(raw)
    return YES[raw.lower()]


CONVERTERS: dict[type, Callable[[Any], Any]] = {
    str: str,
    int: int,
    float: float,
    bool: _switch,
    Path: lambda raw: Path(raw).expanduser(),
    Size: _size,
    Names: _names,
}


def _check_mode(settings: Settings, place: str) -> None:
    """A mode is a file; it must be there. The staff window has its own, which customers are never given."""
    import assets

    folders = [assets.ROOT / "modes", *([settings.modes_dir] if settings.modes_dir else [])]
    modes = sorted({path.stem for folder in folders for path in folder.glob("*.toml")} - {"staff"})
    for name in (settings.mode, *settings.modes):
        if name not in modes:
            start = f"{place}: " if place else ""
            where = f" in {settings.modes_dir}" if settings.modes_dir else ""
            raise SettingError(f"{start}there is no mode '{name}'{where}; there are {', '.join(modes) or 'none'}")


def _check_address(settings: Settings, place: str) -> None:
    """The bank's address must be one that a client would ask."""
    if not settings.bank_url:
        return
    from kiosk.client.address import Address

    try:
        Address(settings.bank_url, settings.bank_device_token)
    except ValueError as problem:
        raise SettingError(f"{place}: {problem}") from problem
