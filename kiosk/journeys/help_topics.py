"""What she may ask a person about, in plain words."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Choices, Screen, Tile
from accessibility.words import Words
from kiosk.model.profile import Profile
from kiosk.modes import Mode

ICONS = {
    "come": "hand-waving",
    "money_worry": "shield-warning",
    "balances": "wallet",
    "checkup": "heartbeat",
    "order": "receipt",
    "screen": "text-aa",
    "other": "chat-circle-dots",
}
LIKELY = {"balances": "balances", "checkup": "checkup", "seeing_hearing": "screen"}
"""What it is likely about, by the first part of the screen she comes from."""
ABOUT = {"finding": "checkup", "order": "order"}
"""What it is about, where the page she comes from says so: "finding:W05", "order:o-17"."""
ALWAYS = ("come", "money_worry")


def topic_of(about: str) -> str:
    """The topic of what she asks about; empty when it is not known."""
    return ABOUT.get(about.partition(":")[0], "") if ":" in about else ""


def topics(profile: Profile | None, came_from: str, mode: Mode) -> tuple[str, ...]:
    """The topics to choose from, the likely one first; only what this customer has to do with.

    "Just come" and "I am being cheated" are never left out.
    """
    if about := topic_of(came_from):
        return (about, *ALWAYS)
    allowed = profile.entitlements if profile else ()
    known = [
        topic for topic in ICONS if topic != "order" and (topic not in ("balances", "checkup") or topic in allowed)
    ]
    likely = LIKELY.get(came_from.partition(".")[0], "come")
    if likely in known:
        known.remove(likely)
        known.insert(0, likely)
    most = mode.content.choices_per_page
    while len(known) > most:
        known.remove(next(topic for topic in reversed(known) if topic not in (*ALWAYS, likely)))
    return tuple(known)


def topics_screen(words: Words, mode: Mode, offered: tuple[str, ...]) -> Screen:
    """What is it about?"""
    tiles = tuple(
        Tile(f"topic:{topic}", topic_words(words, topic), icon=ICONS[topic], filled=at == 0)
        for at, topic in enumerate(offered)
    )
    return Screen(
        key="help",
        lang=words.lang,
        mode=mode.key,
        heading=words.phrase("Ask a person"),
        quiet=words.phrase("What is it about?"),
        blocks=(Choices(tiles),),
        guide=words.phrase("If you are not sure, press “{button}”.", button=topic_words(words, "come")),
        focus=tiles[0].key,
    )


def topic_words(words: Words, topic: str) -> Phrase:
    """What it is about, in the customer's words."""
    match topic:
        case "come":
            return words.phrase("Just come, please")
        case "balances":
            return words.phrase("My accounts")
        case "checkup":
            return words.phrase("The check-up")
        case "order":
            # Translators: what she asks a person about: something she is about to buy or sell
            return words.phrase("What I am buying or selling")
        case "screen":
            return words.phrase("Using this machine")
        case "money_worry":
            # Translators: what a customer chooses who fears a fraud, in her own words
            return words.phrase("I think I am being cheated")
    return words.phrase("Something else")
