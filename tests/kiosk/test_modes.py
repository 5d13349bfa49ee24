"""A mode is a file: its name, its people, its look; and what is said of one that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

import assets
from i18n.languages import LANGUAGES
from kiosk.appearance import check_look, eyes, theme_for
from kiosk.modes import ModeError, listed, load_mode, load_modes, mode_name, offered, proposed

OWN = assets.ROOT / "modes"
EXAMPLES = ("private", "business")


def keys(*wanted: str, first: str = "elder") -> list[str]:
    return [mode.key for mode in offered(listed(load_modes(), wanted, first))]


def written(folder: Path, key: str, old: str = "", new: str = "") -> Path:
    """A mode of the operator's own: the private one under another key, with something changed."""
    text = (OWN / "private.toml").read_text(encoding="utf-8").replace('key = "private"', f'key = "{key}"')
    assert old in text
    path = folder / f"{key}.toml"
    path.write_text(text.replace(old, new, 1) if old else text, encoding="utf-8")
    return path


def test_three_modes_are_offered_and_the_examples_only_where_the_operator_lists_them() -> None:
    assert keys() == ["elder", "standard", "youth"]
    assert keys("business", "elder", "private") == ["business", "elder", "private"]
    assert keys("youth", first="elder") == ["youth", "elder"], "the one the kiosk begins with can be chosen in any case"


def test_the_lobbys_mode_is_never_offered() -> None:
    assert "staff" not in keys("staff", "elder")


def test_a_listed_mode_that_is_not_there_is_named() -> None:
    with pytest.raises(ModeError, match="no mode 'golden'; there are elder, standard"):
        keys("golden")


@pytest.mark.parametrize("key", load_modes())
def test_every_mode_has_its_name_in_every_language_and_can_be_seen(key: str) -> None:
    mode = load_modes()[key]
    check_look(mode)
    names = {mode.name.told(lang).shown for lang in LANGUAGES}
    assert all(names)
    assert mode_name(load_modes(), key, "en").shown == mode.name.en
    assert mode_name({}, "golden", "en").shown == "golden"


def test_an_operators_file_is_enough_for_a_mode(tmp_path: Path) -> None:
    written(tmp_path, "village", 'en = "Private banking"', 'en = "Village bank"')
    modes = listed(load_modes(tmp_path), ["elder", "village"], "elder")
    assert [mode.key for mode in offered(modes)] == ["elder", "village"]
    assert modes["village"].name.told("en").shown == "Village bank"
    theme = theme_for(modes["village"], eyes(0.25, 600, (1920, 1080)), colours="light", text_percent=100, lang="en")
    assert theme.colours.brand == "#3D2B56"


def test_an_operators_file_stands_in_for_one_that_came_along(tmp_path: Path) -> None:
    written(tmp_path, "elder")
    assert load_modes(tmp_path)["elder"].name.en == "Private banking"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("body = 23", "body = 4", r">= 6.*type\.body"),
        ("choices_per_page = 4", "choices_per_page = 9", r"<= 6.*content\.choices_per_page"),
        ('tiles = "card"', 'tiles = "stars"', r"stars.*tiles"),
        ("columns = 1", "colums = 1", r"colums.*content"),
        ('en = "Private banking"', "", r"`en`.*name"),
        ("warn_s = 30", "warn_s = 5", r">= 20.*time\.warn_s"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_the_field_and_its_limits(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    path = written(tmp_path, "village", old, new)
    with pytest.raises(ModeError, match=told) as caught:
        load_mode(path)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('theme = "warm"', 'theme = "neon"', "theme is 'neon'; there are light, dark"),
        ('brand = "#3D2B56"', 'brand = "purple"', "colours.brand is 'purple'; write it as #RRGGBB"),
        ('brand = "#3D2B56"', 'brant = "#3D2B56"', "colours.brant: there is no such colour"),
        ('ink = "#221C10"', 'ink = "#B0A890"', r"colours.ink on paper has a contrast of 2.\d:1; at least 7:1"),
    ],
)
def test_colours_that_cannot_be_told_apart_are_refused(tmp_path: Path, old: str, new: str, told: str) -> None:
    mode = load_mode(written(tmp_path, "village", old, new))
    with pytest.raises(ModeError, match=told):
        check_look(mode)


def test_who_signs_in_gets_her_own_mode_else_the_one_for_her_age() -> None:
    modes = listed(load_modes(), (), "elder")
    assert proposed(modes, "standard", "senior") == "standard"
    assert [proposed(modes, "", age) for age in ("senior", "adult", "child")] == ["elder", "standard", "youth"]
    assert proposed(modes, "private", "adult") == "standard", "a mode that is not offered here is nobody's"
    assert proposed(listed(modes, EXAMPLES, "private"), "private", "senior") == "private"
