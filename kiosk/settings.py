"""What the operator sets. Each setting is declared once, here; options, help and the README's table follow from it.

Annotations are real values in this module (no postponed evaluation), because the declarations are read from them.
"""

import types
from pathlib import Path
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

import msgspec

from i18n.languages import LANGUAGES


class Size(NamedTuple):
    """Width and height in pixels, written as 1920x1080."""

    width: int
    height: int


class Names(tuple[str, ...]):
    """Several names: a list in the file, elsewhere written with commas between them."""


class Setting(msgspec.Struct, frozen=True):
    """What is declared of a setting besides its type and default."""

    help: str
    """One plain sentence."""
    commands: tuple[str, ...] = ("run",)
    """The commands it matters to."""
    key: str = ""
    """Its name in the TOML file, where that is not the field's name."""
    option: bool = True
    """Whether it can be given on the command line too."""
    opposite: str = ""
    """For a switch: the option that turns it off."""
    secret: bool = False
    """Never shown, never an option."""
    at_least: float | None = None
    at_most: float | None = None
    choices: tuple[str, ...] = ()
    shape: str = ""
    """What a value looks like, for the help."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings of one start. Made by `kiosk.settings_sources.load`."""

    mode: Annotated[
        str, Setting("How things are presented: elder, standard or youth (or a mode of your own).", shape="MODE")
    ] = "elder"
    lang: Annotated[
        str, Setting("The language to begin with.", ("run", "staff", "family"), choices=LANGUAGES, shape="LANGUAGE")
    ] = "zh_CN"
    bank_url: Annotated[
        str,
        Setting(
            "Address of the bank's server. Without it this computer keeps its own bank with demo customers.",
            ("run", "staff", "doctor"),
            key="bank.url",
            shape="ADDRESS",
        ),
    ] = ""
    bank_device_token: Annotated[
        str,
        Setting(
            "The secret with which this device proves itself to the bank's server.",
            ("run", "staff"),
            key="bank.device_token",
            secret=True,
        ),
    ] = ""
    place: Annotated[
        str, Setting("Where this kiosk stands; staff see it when somebody asks for help.", option=False)
    ] = ""
    floor: Annotated[
        str, Setting("The floor it stands on: staff may see the requests of one floor only.", option=False)
    ] = ""
    branch_name: Annotated[
        str, Setting("The branch it stands in: each branch has a queue and figures of its own.", option=False)
    ] = ""
    help_call_number: Annotated[
        str,
        Setting(
            "Telephone number to tell customers when their request for help cannot be sent.",
            key="help.call_number",
            option=False,
        ),
    ] = ""
    help_desk: Annotated[
        int,
        Setting(
            "Number of the counter to walk to when a request for help cannot be sent; 0 for none.",
            key="help.desk",
            option=False,
            at_least=0,
            at_most=999,
        ),
    ] = 0
    help_country: Annotated[
        str,
        Setting(
            "Country, in two letters, whose police are named to customers who fear a fraud.",
            key="help.country",
            option=False,
        ),
    ] = "CN"
    help_keep_min: Annotated[
        int,
        Setting(
            "Minutes after which a request for help is dropped that was not sent and that nobody waits for any more.",
            key="help.keep_min",
            option=False,
            at_least=1,
            at_most=1440,
        ),
    ] = 30
    home: Annotated[
        bool,
        Setting("This is a PC at home: customers choose themselves instead of reading a card.", opposite="branch"),
    ] = False
    window: Annotated[Size | None, Setting("Size of the window in pixels.", ("run", "staff"), shape="WxH")] = None
    fullscreen: Annotated[
        bool, Setting("Fill the whole screen, as in a branch.", ("run", "staff"), opposite="windowed")
    ] = False
    mm_per_px: Annotated[
        float | None,
        Setting(
            "Width of one pixel in millimetres, so that letters have their true size. Measure the screen's width and "
            "divide by its pixels. Without it a screen of 21.5 inches is assumed.",
            ("run", "staff"),
            at_least=0.02,
            at_most=2.0,
            shape="MM",
        ),
    ] = None
    viewing_distance_mm: Annotated[
        int, Setting("How far the customer's eyes are from the screen.", at_least=200, at_most=5000, shape="MM")
    ] = 600
    number_keys: Annotated[
        str,
        Setting(
            "Whether a numeric keypad moves and chooses, and what stands in its top row: phone: 1 2 3, as on a cash "
            "machine; computer: 7 8 9; none: digits only type.",
            choices=("phone", "computer", "none"),
            option=False,
        ),
    ] = "phone"
    screen_bottom_mm: Annotated[
        int | None,
        Setting(
            "Height of the screen's lower edge above the floor. With `screen_height_mm` it lets customers bring all "
            "controls between 80 and 110 centimetres.",
            option=False,
            at_least=0,
            at_most=2000,
            shape="MM",
        ),
    ] = None
    screen_height_mm: Annotated[
        int | None,
        Setting("The screen's own height.", option=False, at_least=100, at_most=2000, shape="MM"),
    ] = None
    voice: Annotated[
        str,
        Setting(
            "Whether the kiosk speaks; auto: when there is a loudspeaker and no screen reader; on: beside one too.",
            choices=("auto", "on", "off"),
            shape="VOICE",
        ),
    ] = "auto"
    voice_engine: Annotated[
        str,
        Setting(
            "Which voice speaks; auto: the best one there is. The platform's own stands in for one that cannot.",
            ("run", "doctor"),
            choices=("auto", "pack", "neural", "platform"),
            shape="ENGINE",
        ),
    ] = "auto"
    volume: Annotated[
        int, Setting("Loudness of the voice to begin with, in percent.", option=False, at_least=0, at_most=100)
    ] = 60
    headset: Annotated[
        str,
        Setting(
            "Whether to trust what the system says of a headset: auto trusts it; none lets customers say themselves "
            "that they wear one, as where the jack feeds a loudspeaker; always is for a fixed handset.",
            choices=("auto", "none", "always"),
            option=False,
        ),
    ] = "auto"
    printer: Annotated[
        str,
        Setting(
            "Name of the printer for the sheet to take home; without it the system's usual one.",
            option=False,
        ),
    ] = ""
    speech_log: Annotated[
        Path | None,
        Setting("Write down everything that is said, one line each, in this file.", ("run", "staff"), shape="FILE"),
    ] = None
    data_dir: Annotated[
        Path | None,
        Setting(
            "Folder for the embedded bank's books and the log. Without it the usual folder of this user.",
            ("run", "staff", "bank", "family", "doctor", "audit"),
            shape="DIR",
        ),
    ] = None
    idle_s: Annotated[
        int | None,
        Setting(
            "Seconds without a touch before the kiosk asks; else what the mode says.",
            option=False,
            at_least=20,
            at_most=900,
        ),
    ] = None
    warn_s: Annotated[
        int | None,
        Setting(
            "Seconds the kiosk then waits for an answer; else what the mode says.",
            option=False,
            at_least=20,
            at_most=120,
        ),
    ] = None
    modes_dir: Annotated[
        Path | None,
        Setting("Folder of modes of your own, one TOML file each, besides those that come along.", option=False),
    ] = None
    modes: Annotated[
        Names,
        Setting(
            "The modes customers may choose from, in this order, such as elder, standard, youth, private, business. "
            "Without it those that their own files offer.",
            option=False,
        ),
    ] = Names()
    badge: Annotated[
        str, Setting("Your badge number; the PIN is asked for in the window.", ("staff",), shape="NUMBER")
    ] = ""
    host: Annotated[
        str,
        Setting(
            "Network address to answer on; 0.0.0.0 answers the whole network.",
            ("bank",),
            key="server.host",
            shape="ADDRESS",
        ),
    ] = "127.0.0.1"
    port: Annotated[
        int,
        Setting(
            "Port to answer on; 0 takes a free one.",
            ("bank",),
            key="server.port",
            at_least=0,
            at_most=65535,
            shape="PORT",
        ),
    ] = 8088
    database_url: Annotated[
        str,
        Setting(
            "Address of the database to use. Without it a file in the data folder.",
            ("bank", "audit"),
            key="server.database_url",
            shape="ADDRESS",
        ),
    ] = ""
    call_all_s: Annotated[
        int,
        Setting(
            "Seconds after which all staff are called to somebody whom nobody has taken.",
            ("bank",),
            key="help.call_all_s",
            option=False,
            at_least=5,
            at_most=3600,
        ),
    ] = 60
    call_manager_s: Annotated[
        int,
        Setting(
            "Seconds after which the manager is called too.",
            ("bank",),
            key="help.call_manager_s",
            option=False,
            at_least=5,
            at_most=3600,
        ),
    ] = 180
    call_again_s: Annotated[
        int,
        Setting(
            "Seconds after which staff are called again to somebody put aside, or to whom nobody came.",
            ("bank",),
            key="help.call_again_s",
            option=False,
            at_least=5,
            at_most=7200,
        ),
    ] = 300

    manager_call: Annotated[
        str,
        Setting(
            "Where the manager is told that nobody goes to a customer: an address as apprise writes it. "
            "Without it only the log is.",
            ("run", "bank"),
            key="server.manager_call",
            secret=True,
        ),
    ] = ""
    manager_words: Annotated[
        str,
        Setting(
            "What the manager is told; {place} is where the kiosk stands.", key="server.manager_words", option=False
        ),
    ] = (
        "{place}：有人在等，还没有人过去。请马上安排。 "
        "{place}: somebody is waiting and nobody has gone there. Please send somebody now."
    )

    def __repr__(self) -> str:
        hidden = {"bank_device_token", "database_url", "manager_call"}
        shown = (f"{name}={getattr(self, name)!r}" for name in self.__struct_fields__ if name not in hidden)
        return f"Settings({', '.join(shown)})"


class Declared(msgspec.Struct, frozen=True):
    """One setting with all that is known about it."""

    name: str
    """The field of Settings."""
    kind: type
    """str, int, float, bool, Path or Size."""
    default: Any
    about: Setting

    @property
    def key(self) -> str:
        """Its name in the TOML file."""
        return self.about.key or self.name

    @property
    def variable(self) -> str:
        """Its environment variable."""
        return f"ANXIN_{self.name.upper()}"

    @property
    def option(self) -> str:
        """Its option on the command line."""
        return f"--{self.name.replace('_', '-')}"

    @property
    def has_option(self) -> bool:
        """Whether it can be given on the command line; a secret never can."""
        return self.about.option and not self.about.secret


def declared(command: str = "") -> tuple[Declared, ...]:
    """All settings in the order of their declaration, or only those that matter to one command."""
    fields = zip(Settings.__struct_fields__, Settings.__struct_defaults__, strict=True)
    every = (_declared(name, default, Settings.__annotations__[name]) for name, default in fields)
    return tuple(setting for setting in every if not command or command in setting.about.commands)


def _declared(name: str, default: object, annotation: object) -> Declared:
    kind, about = get_args(annotation)
    if get_origin(kind) in (types.UnionType, Union):
        kind = next(part for part in get_args(kind) if part is not types.NoneType)
    return Declared(name, kind, default, about)
