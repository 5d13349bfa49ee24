"""Everything the voice may have to say is in the voice pack; what is not, is listed here with its reason."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import date, time, timedelta
from decimal import Decimal
from string import Formatter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accessibility import phrases
from accessibility.narration import GAP
from accessibility.phrase import Phrase, compose
from accessibility.screen import Screen, with_frame
from accessibility.speech.pack.manifest import read_manifest
from accessibility.speech.pack.pack_engine import FOLDER
from accessibility.spoken.counting import counted
from accessibility.words import Words
from i18n.languages import LANGUAGES
from kiosk.bank.demo.people import PEOPLE, STAFF, DemoPerson
from kiosk.client.errors import BankError
from kiosk.journeys.catalogue import JOURNEYS
from kiosk.journeys.frame import FrameState, frame
from kiosk.journeys.journey import Back, Home, Leave, Open, SignedIn, Stay, Step
from kiosk.modes import load_modes
from kiosk.tour.route import person_for
from tests.kiosk.journeys.conftest import Walking, bank_child, modes, walk  # noqa: F401 - fixtures
from tests.kiosk.journeys.customer import Customer
from tests.kiosk.journeys.promises import controls
from tests.voice_pack import OUT_OF_DATE, Shelves, lines_of
from tools.voice_pack.inventory import inventory
from tools.voice_pack.inventory_en_numbers import CURRENCIES
from tools.voice_pack.inventory_messages import Text, texts

LIVE_TEXT = {
    "a person's name": "her own in the greeting, a member of staff's, a relative's",
    "what the bank calls an account": "product names are the bank's own",
    "a movement's text": "written by whoever paid: shops, payees, remarks",
    "a holding's name and issuer": "product and company names",
    "a bank's or branch's name": "of other banks she has money at, of the place where the kiosk stands",
    "free text of staff": "what the lobby types for a customer",
}
"""What the pack does not hold, and why: it differs from bank to bank and from day to day. Mandarin has syllables for
it; in English, and where a syllable is missing, the next engine says the sentence."""

PAGES = 80
"""So many pages are looked at in each walk."""
AMOUNTS = st.decimals(min_value=-(10**9), max_value=10**9, places=2)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
LANG = st.sampled_from(LANGUAGES)


@pytest.fixture(scope="module")
def shelves() -> Shelves:
    """The shipped pack."""
    return Shelves.shipped()


def check(shelves: Shelves, lang: str, phrase: Phrase) -> None:
    """Both its forms are covered."""
    for said in {phrase.said, phrase.said_aloud}:
        assert not shelves.missing(lang, said), f"{said!r}: {OUT_OF_DATE}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_message_has_its_clips(lang: str, shelves: Shelves) -> None:
    """Whole or in the parts around what is filled in, each message of the catalogue, each of its plural forms."""
    chance = random.Random(lang)
    said = [filled(text, chance) for text in texts() if text.lang == lang for _ in range(3)]
    assert not {words: gap for words in said if (gap := shelves.missing(lang, words))}, OUT_OF_DATE


def filled(text: Text, chance: random.Random) -> str:
    """The message with something in each of its places: generated values, and a rest where live text stands."""
    words, count = Words(text.lang), chance.choice(text.counts)
    values: dict[str, Callable[[], Phrase | str]] = {
        **dict.fromkeys(("amount", "assets", "debts", "limit", "value"), lambda: any_amount(words, chance)),
        **dict.fromkeys(("step", "steps", "most", "count", "position", "level"), lambda: phrases.number(words, count)),
        **dict.fromkeys(("button", "label", "what", "topic", "text"), lambda: words.text("Ask a person")),
        **dict.fromkeys(("page", "pages"), lambda: phrases.number(words, count)),
        **dict.fromkeys(("share", "rate"), lambda: phrases.percent(words, any_amount_of(chance) / 10**6)),
        **dict.fromkeys(("digits", "badge"), lambda: phrases.tail(words, f"{chance.randrange(10**4):04}")),
        **dict.fromkeys(("time", "duration"), lambda: phrases.duration_s(words, chance.randrange(10**5))),
        "day": lambda: phrases.day(words, date.fromordinal(chance.randrange(700_000, 745_000))),
        "month": lambda: phrases.month(words, date.fromordinal(chance.randrange(700_000, 745_000))),
        "number": lambda: counted(text.lang, count) if text.plural else phrases.number(words, count),
    }
    rest = Phrase("，" if text.lang.startswith("zh") else ", ")
    places = {place for _, place, _, _ in Formatter().parse(text.text) if place}
    return compose(text.text, **{place: values.get(place, lambda: rest)() for place in places}).said


def any_amount_of(chance: random.Random) -> Decimal:
    """From a cent to some ten million, small ones as likely as large ones."""
    return Decimal(chance.randrange(10 ** chance.randrange(2, 10))) / 100


def any_amount(words: Words, chance: random.Random) -> Phrase:
    """In yuan."""
    return phrases.money(words, any_amount_of(chance), "CNY")


def test_the_pack_holds_the_whole_inventory() -> None:
    """Nothing that is to be recorded was left out, syllables included."""
    held = {(voice, clip.key) for voice in ("zh", "en") for clip in read_manifest(FOLDER / f"{voice}.json").clips}
    missing = [item for item in inventory() if (item.voice, item.key) not in held]
    assert not missing, OUT_OF_DATE


@settings(max_examples=80, deadline=None)
@given(lang=LANG, amount=AMOUNTS, currency=st.sampled_from(("CNY", *CURRENCIES)))
def test_amounts(lang: str, amount: Decimal, currency: str, shelves: Shelves) -> None:
    """Of any size, in every currency whose name is recorded."""
    words = Words(lang)
    check(shelves, lang, phrases.money(words, amount, currency))
    check(shelves, lang, phrases.money_in_words(words, amount, currency))
    check(shelves, lang, phrases.flow(words, amount, currency))


@settings(max_examples=80, deadline=None)
@given(lang=LANG, value=st.decimals(-(10**12), 10**12, places=3), whole=st.integers(0, 10**9))
def test_numbers(lang: str, value: Decimal, whole: int, shelves: Shelves) -> None:
    """Plain ones, counts, shares, ranks, parts, spans."""
    words = Words(lang)
    small, other = whole % 1000 + 1, whole // 1000 % 100 + 1
    for phrase in (
        phrases.number(words, value.normalize()),
        phrases.number(words, whole),
        phrases.count(words, whole),
        phrases.percent(words, value / 10**10, places=whole % 3),
        phrases.percent(words, None),
        phrases.ordinal(words, small),
        phrases.part(words, other, small),
        phrases.span(words, min(small, other), max(small, other)),
        phrases.desk(words, other),
        phrases.floor(words, other),
    ):
        check(shelves, lang, phrase)


@settings(max_examples=80, deadline=None)
@given(lang=LANG, day=DAYS, clock=st.times(), seconds=st.floats(0, 10**6))
def test_days_times_and_spans(lang: str, day: date, clock: time, seconds: float, shelves: Shelves) -> None:
    """With and without year and weekday; every minute of the day; every wait."""
    words = Words(lang)
    for phrase in (
        phrases.day(words, day),
        phrases.day(words, day, today=day),
        phrases.day(words, None),
        phrases.day_and_weekday(words, day),
        phrases.day_and_weekday(words, day, year=True),
        phrases.month(words, day),
        phrases.month(words, day, today=day),
        phrases.year(words, day.year),
        phrases.time_of_day(words, clock),
        phrases.duration_s(words, seconds),
        phrases.wait_s(words, seconds / 3, seconds),
    ):
        check(shelves, lang, phrase)


@settings(max_examples=80, deadline=None)
@given(
    lang=LANG,
    number=st.from_regex(r"\+?[0-9]{3,12}(-[0-9]{3,8})?", fullmatch=True),
    code=st.from_regex(r"[0-9a-zA-Z]{1,12}", fullmatch=True),
)
def test_tails_telephones_and_codes(lang: str, number: str, code: str, shelves: Shelves) -> None:
    """Sign by sign."""
    words = Words(lang)
    digits = "".join(sign for sign in number if sign.isdecimal())
    for phrase in (
        phrases.tail(words, digits[-4:]),
        phrases.phone(words, number),
        phrases.code(words, code),
        phrases.digits(words, digits),
        phrases.person(words, ""),
    ):
        check(shelves, lang, phrase)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("mode", ["elder", "standard", "youth"])
async def test_every_page_on_a_long_walk(
    mode: str,
    lang: str,
    walk: Walking,  # noqa: F811 - the fixture
    shelves: Shelves,
) -> None:
    """What is said of every page she meets, and of every control on it, but for the live text."""
    person = person_for(mode, lang)
    customer = (await walk(person, mode=mode, lang=lang)).customer
    live = await live_text(customer, person)
    gaps: set[str] = set()
    seen: set[str] = set()
    async for screen in wandering(customer, PAGES):
        seen.add(screen.key)
        words = Words(screen.lang, customer.mode.wording)
        for line in lines_of(with_frame(screen, frame(words, load_modes()[screen.mode], FrameState())), words):
            gaps.update(shelves.missing_of_line(line, live))
    assert len(seen) >= len(JOURNEYS)
    assert not gaps, OUT_OF_DATE


async def live_text(customer: Customer, person: DemoPerson) -> set[str]:
    """What LIVE_TEXT lists, as far as this customer meets it."""
    bank = customer.around.bank
    found = {person.legal_name}
    found.update(*(each.greeting.values() for each in PEOPLE), *(each.names.values() for each in STAFF))
    today = date.today()
    for account in await bank.accounts():
        found.add(account.name)
        for back in range(4):
            for movement in await bank.transactions(account.id, (today - timedelta(days=30 * back)).replace(day=1)):
                found |= {movement.text, movement.party}
    with suppress(BankError):  # not everybody may have them
        for holding in await bank.holdings():
            found |= {holding.name, holding.issuer}
    return {*found, *(GAP.sub("", name) for name in found)} - {""}


async def wandering(customer: Customer, pages: int) -> AsyncIterator[Screen]:
    """Pages on a walk that does what was done least, from every journey's beginning."""
    done: Counter[tuple[str, str]] = Counter()
    path: list[Open] = []
    screen = await customer.go("home")
    todo = [Open(name) for name in JOURNEYS]
    for number in range(pages):
        yield screen
        if number % 8 == 0 and todo:
            step: Step = todo.pop()
        else:
            offered = [*controls(screen), "back"]
            action = min(offered, key=lambda each: done[screen.key, each])
            done[screen.key, action] += 1
            try:
                step = await customer.step(action, "0000")
            except BankError:
                step = Home()
        path = [*path, step] if isinstance(step, Open) else path[:-1] if isinstance(step, Back) else path
        if isinstance(step, Home | SignedIn | Leave):
            path = []
        if isinstance(step, Stay):
            screen = customer.look()
            continue
        try:
            screen = await customer.go(*((path[-1].journey, path[-1].argument) if path else ("home",)))
        except BankError:  # not for her
            path, screen = [], await customer.go("home")
