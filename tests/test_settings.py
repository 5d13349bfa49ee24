"""What the operator sets: from where, in which order, and what is said when it cannot be used."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from kiosk import folders
from kiosk.settings import Names, Settings, Size, declared
from kiosk.settings_sources import SettingError, line_of, load

ROOT = Path(__file__).parent.parent


@pytest.fixture
def nobody(tmp_path: Path) -> dict[str, str]:
    """The environment of a user who has set nothing."""
    return {"XDG_CONFIG_HOME": str(tmp_path / "nothing")}


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "anxin.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_any_word_every_setting_has_its_default(nobody: dict[str, str]) -> None:
    assert load(environ=nobody) == Settings()


def test_options_win_over_the_environment_and_the_environment_over_the_file(
    tmp_path: Path, nobody: dict[str, str]
) -> None:
    file = write(tmp_path, 'mode = "youth"\nlang = "en"\nviewing_distance_mm = 700\n')
    environ = nobody | {"ANXIN_LANG": "zh_TW", "ANXIN_VIEWING_DISTANCE_MM": "500"}
    settings = load({"viewing_distance_mm": "400"}, environ, file)
    assert (settings.mode, settings.lang, settings.viewing_distance_mm) == ("youth", "zh_TW", 400)


def test_the_users_own_file_is_read_without_naming_it(tmp_path: Path) -> None:
    own = tmp_path / "anxin-kiosk"
    own.mkdir()
    write(own, "[bank]\nurl = 'https://bank.example'\n")
    assert load(environ={"XDG_CONFIG_HOME": str(tmp_path)}).bank_url == "https://bank.example"


def test_the_environment_can_name_the_file(tmp_path: Path, nobody: dict[str, str]) -> None:
    file = write(tmp_path, "home = true\n")
    assert load(environ=nobody | {"ANXIN_CONFIG": str(file)}).home is True


def test_each_kind_is_read_from_text(nobody: dict[str, str]) -> None:
    options = {
        "window": "1280x800",
        "mm_per_px": "0.25",
        "fullscreen": True,
        "speech_log": "said.jsonl",
        "voice": "off",
    }
    settings = load(options, nobody)
    assert settings.window == Size(1280, 800)
    assert settings.mm_per_px == 0.25
    assert settings.fullscreen is True
    assert settings.speech_log == Path("said.jsonl")
    assert settings.voice == "off"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("\n\ncolour = 1\n", "anxin.toml, line 3: there is no setting 'colour'"),
        ("mod = 'elder'\n", "line 1: there is no setting 'mod'; did you mean 'mode'?"),
        (
            "# a note\n[bank]\nurl = ''\nurll = ''\n",
            "line 4: there is no setting 'bank.urll'; did you mean 'bank.url'?",
        ),
        ("[colours]\n", "line 1: there is no setting 'colours'"),
        ("bank.port = 3\n", "line 1: there is no setting 'bank.port'"),
        ("lang = 'fr'\n", "line 1: 'lang' must be zh_CN or zh_TW or en, not 'fr'"),
        (
            "\nviewing_distance_mm = 20\n",
            "line 2: 'viewing_distance_mm' must be a whole number from 200 to 5000, not 20",
        ),
        ("viewing_distance_mm = '600'\n", "line 1: 'viewing_distance_mm' must be a whole number"),
        ("volume = true\n", "line 1: 'volume' must be a whole number from 0 to 100, not True"),
        ("home = 1\n", "line 1: 'home' must be true or false, not 1"),
        ("window = 'wide'\n", "line 1: 'window' must be a size such as 1920x1080, not 'wide'"),
        ("mode = 'staff'\n", "line 1: 'mode': there is no mode 'staff'"),
        ("lang = 'en'\nmode = \n", "anxin.toml, line 2: Invalid value"),
        ("mode = 'elder", "anxin.toml, line 1: "),
    ],
)
def test_a_fault_in_the_file_is_named_with_its_line(
    tmp_path: Path, nobody: dict[str, str], text: str, complaint: str
) -> None:
    with pytest.raises(SettingError) as told:
        load(environ=nobody, config=write(tmp_path, text))
    assert complaint in str(told.value)


def test_a_fault_in_the_environment_is_named_with_its_variable(nobody: dict[str, str]) -> None:
    with pytest.raises(SettingError, match="environment variable ANXIN_PORT must be a whole number from 0 to 65535"):
        load(environ=nobody | {"ANXIN_PORT": "many"})
    with pytest.raises(SettingError, match="ANXIN_MODUS: there is no such setting; did you mean 'ANXIN_MODES'"):
        load(environ=nobody | {"ANXIN_MODUS": "elder"})


def test_a_fault_in_an_option_is_named_with_its_option(nobody: dict[str, str]) -> None:
    with pytest.raises(
        SettingError,
        match=r"option --mode: there is no mode 'fast'; there are business, elder, private, standard, youth",
    ):
        load({"mode": "fast"}, nobody)


@pytest.mark.parametrize(
    ("address", "problem"),
    [("bank.example", "must begin with https://"), ("http://bank.example", "this machine only"), ("https://a:b", "")],
)
def test_an_address_that_cannot_be_used_is_told_with_its_place(
    tmp_path: Path, nobody: dict[str, str], address: str, problem: str
) -> None:
    file = tmp_path / "anxin.toml"
    file.write_text(f'lang = "en"\n[bank]\nurl = "{address}"\n')
    with pytest.raises(SettingError, match=r"line 3: 'bank\.url'") as told:
        load(environ=nobody, config=file)
    assert problem in str(told.value)


def test_a_named_file_has_to_be_there_and_be_text(tmp_path: Path, nobody: dict[str, str]) -> None:
    with pytest.raises(SettingError, match=r"missing\.toml: this file cannot be read: No such file"):
        load(environ=nobody, config=tmp_path / "missing.toml")
    pictures = tmp_path / "anxin.toml"
    pictures.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingError, match="not text in UTF-8"):
        load(environ=nobody, config=pictures)


def test_a_bank_adds_a_mode_by_a_file(tmp_path: Path, nobody: dict[str, str]) -> None:
    (tmp_path / "private_banking.toml").write_text("", encoding="utf-8")
    settings = load({"mode": "private_banking"}, nobody | {"ANXIN_MODES_DIR": str(tmp_path)})
    assert settings.mode == "private_banking"


def test_secrets_are_never_shown(nobody: dict[str, str]) -> None:
    settings = load(
        environ=nobody | {"ANXIN_BANK_DEVICE_TOKEN": "hush", "ANXIN_DATABASE_URL": "postgresql://u:hush@h/b"}
    )
    assert settings.bank_device_token == "hush"
    assert "hush" not in repr(settings)
    assert all(not setting.has_option for setting in declared() if setting.about.secret)


def test_every_declaration_is_complete() -> None:
    for setting in declared():
        assert setting.about.help.endswith("."), setting.name
        assert setting.kind in (str, int, float, bool, Path, Size, Names), setting.name
        assert (setting.kind is bool) == bool(setting.about.opposite), setting.name
        assert (setting.about.at_least is None) == (setting.about.at_most is None), setting.name
    keys = [setting.key for setting in declared()]
    assert len(set(keys)) == len(keys)


def test_the_line_of_a_key_is_found_in_tables_and_dotted_names() -> None:
    text = "[server]\nport = 1\n[bank]\n# url = 1\n'url' = 2\n"
    assert line_of(text, "bank.url") == 5
    assert line_of("bank . url = 1\n", "bank.url") == 1
    assert line_of("a = 1\nbank = { url = 1 }\n", "bank.url") == 2


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs itself is asked")
def test_folders_are_where_platformdirs_has_them() -> None:
    assert folders.config_folder(os.environ) == platformdirs.user_config_path("anxin-kiosk", appauthor=False)
    assert folders.data_folder(os.environ) == platformdirs.user_data_path("anxin-kiosk", appauthor=False)


def test_reading_settings_stays_cheap() -> None:
    """First paint waits for this (DESIGN.md 5): nothing large is imported."""
    code = (
        "import sys\nfrom kiosk.cli import parser\nfrom kiosk.settings_sources import load\n"
        "parser('run').parse_args(['--mode', 'elder']); load({}, {})\n"
        "print(*(sys.modules.keys() & {'asyncio', 'httpx', 'babel', 'PySide6', 'platformdirs', 'tomllib'}))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout.strip() == ""


def test_several_names_are_a_list_in_the_file_and_have_commas_elsewhere(tmp_path: Path, nobody: dict[str, str]) -> None:
    file = write(tmp_path, 'modes = ["elder", "private"]\n')
    assert load(environ=nobody, config=file).modes == ("elder", "private")
    assert load(environ=nobody | {"ANXIN_MODES": "elder, business"}).modes == ("elder", "business")
    with pytest.raises(SettingError, match="there is no mode 'golden'"):
        load(environ=nobody, config=write(tmp_path, 'modes = ["elder", "golden"]\n'))
    with pytest.raises(SettingError, match="'modes' must be a list of names"):
        load(environ=nobody, config=write(tmp_path, "modes = [1, 2]\n"))
