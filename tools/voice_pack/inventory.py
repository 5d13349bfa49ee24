"""The inventory: everything the voice pack has to hold.

The Mandarin manifest also takes `inventory_same.same_reading()` as its `same` and `inventory_syllables.readings()` as
its `readings`.

`python -m tools.voice_pack.inventory` prints how much that is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tools.voice_pack.inventory_en_numbers import en_number_items
from tools.voice_pack.inventory_messages import message_items
from tools.voice_pack.inventory_same import same_reading
from tools.voice_pack.inventory_syllables import syllable_items
from tools.voice_pack.inventory_zh_numbers import zh_number_items
from tools.voice_pack.item import Item

CHARACTERS_A_MINUTE = 200
WORDS_A_MINUTE = 170


def inventory(*, syllables: bool = True) -> tuple[Item, ...]:
    """Every clip to record, sorted; last the bank from which any Chinese name can be put together, if wanted."""
    same = same_reading()
    found: dict[tuple[str, str, str], Item] = {}
    for item in _all(same):
        found.setdefault((item.voice, item.key, item.place), item)
    bank = syllable_items() if syllables else ()
    return (*sorted(found.values()), *sorted(bank))


def _all(same: dict[str, str]) -> Iterator[Item]:
    yield from message_items(same)
    yield from zh_number_items(same)
    yield from en_number_items()


def minutes(items: Iterable[Item]) -> float:
    """How long these clips last together, about."""
    return sum(_minutes(item) for item in items)


def _minutes(item: Item) -> float:
    if item.place == "syllable":
        return 1 / CHARACTERS_A_MINUTE
    return len(item.key) / CHARACTERS_A_MINUTE if item.voice == "zh" else len(item.key.split()) / WORDS_A_MINUTE


def main() -> None:
    """Print the counts and the minutes of each voice and place."""
    items = inventory()
    for voice in ("zh", "en"):
        for place in ("whole", "first", "middle", "last", "syllable"):
            some = [item for item in items if (item.voice, item.place) == (voice, place)]
            print(f"{voice} {place:8} {len(some):5} clips {minutes(some):6.1f} min")
    sentences = {(item.voice, item.sentence) for item in items}
    spoken = sum(_minutes(Item(voice, sentence)) for voice, sentence in sentences)
    print(f"together {len(items)} clips, {minutes(items):.1f} min, from {len(sentences)} sentences of {spoken:.1f} min")


if __name__ == "__main__":
    main()
