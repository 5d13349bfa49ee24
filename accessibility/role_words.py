"""The few words that say what a control is and how it stands, in the customer's language."""

from __future__ import annotations

import msgspec

from accessibility.words import Words


class RoleWords(msgspec.Struct, frozen=True):
    """Said after a control's own name. Empty ones are left out."""

    button: str = ""
    chosen: str = ""
    not_chosen: str = ""
    unavailable: str = ""
    on: str = ""
    off: str = ""
    entry: str = ""
    """A line to type into."""
    digit_key: str = ""
    """A key of a secret pad: its digit is never said."""


def role_words(words: Words) -> RoleWords:
    """The words in the language and wording in use."""
    return RoleWords(
        # Translators: said after the name of something that can be pressed, such as "返回，按钮"
        button=words.text("button"),
        # Translators: said after the choice that is in force, such as "大字，已选"
        chosen=words.text("chosen"),
        # Translators: said after a choice that is not in force
        not_chosen=words.text("not chosen"),
        # Translators: said after a button that cannot be used now
        unavailable=words.text("not available now"),
        # Translators: said after a switch that is on
        on=words.text("switched on"),
        # Translators: said after a switch that is off
        off=words.text("switched off"),
        # Translators: said after the name of a line to type into
        entry=words.text("type here"),
        # Translators: said for a key of the PIN pad; its digit must not be heard
        digit_key=words.text("number key"),
    )
