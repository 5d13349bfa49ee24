"""One visit after another: which journey is open, what it shows now, and what the customer's actions lead to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

import msgspec

from accessibility.screen import Notice, Screen
from accessibility.speech.jack.jack import JackState
from accessibility.words import Words
from kiosk.client.errors import BankError, SessionEnded
from kiosk.journeys import learning, leaving, trouble
from kiosk.journeys.adjusting import NOTICED, adjust
from kiosk.journeys.composing import composed
from kiosk.journeys.errand import Errand, SideErrands
from kiosk.journeys.help_pages import help_notice
from kiosk.journeys.journey import Back, Home, Journey, Leave, Open, SignedIn, Stay, Step
from kiosk.journeys.learning import Learning
from kiosk.journeys.news import News, headset_in, headset_out
from kiosk.journeys.stack import Opener, Stack
from kiosk.journeys.surroundings import Sitting, Surroundings
from kiosk.journeys.waiting import waiting_screen
from kiosk.modes import Mode

Enter = Callable[[], Coroutine[Any, Any, Step | None]]
OPENED_FROM_FRAME = ("language", "mode", "help")


class _Trouble(msgspec.Struct, frozen=True):
    """What went wrong, and what to do again when the customer asks for it."""

    problem: Exception
    again: Enter | None
    depth: int
    """How many journeys were open: what is opened on top of it, such as help, covers it."""
    reference: str = ""


class Visit:
    """Holds the journeys of the present sitting and answers with the screen to show.

    `show` is called with every new screen. `surround(sitting)` makes what journeys are handed; `new_sitting` makes
    a fresh one, which is how everything about a customer is forgotten. `failed(problem)` reports a failure that is
    not the bank's and returns its reference.
    """

    def __init__(
        self,
        *,
        open_journey: Opener,
        surround: Callable[[Sitting], Surroundings],
        new_sitting: Callable[[], Sitting],
        modes: Mapping[str, Mode],
        show: Callable[[Screen], None],
        failed: Callable[[BaseException], str],
    ) -> None:
        self._surround = surround
        self._new_sitting = new_sitting
        self._modes = modes
        self._show = show
        self._around = surround(new_sitting())
        self._usual = self._around.sitting.preferences
        self._stack = Stack(open_journey)
        self._errand = Errand(waiting=self._wait, failed=lambda problem: self.fail(problem, failed(problem)))
        self._aside = SideErrands(failed)
        self._trouble: _Trouble | None = None
        self._warning: tuple[int, float] | None = None
        self._news: News | None = None
        self._plugged = False
        self._learning = Learning()
        self._waiting = self._farewell = self._held = False

    # What there is

    @property
    def sitting(self) -> Sitting:
        """The present sitting."""
        return self._around.sitting

    @property
    def mode(self) -> Mode:
        """The mode in use."""
        return self._modes[self.sitting.mode]

    @property
    def pristine(self) -> bool:
        """True while nobody has begun anything: the welcome page with nothing chosen."""
        at_welcome = self._stack.name in ("", "welcome") and not self._farewell
        return at_welcome and self.sitting.untouched_since(self._usual)

    def screen(self) -> Screen:
        """The screen to show now, framed, and covered while amounts are hidden."""
        words = Words(self.sitting.lang, self.mode.wording)
        return composed(
            self._learning.taught(words, self._bare_screen(words)),
            words,
            self.sitting,
            (self._news and self._news(words), self._help_notice(words)),
            at_root=len(self._stack) <= 1 and not self._present_trouble and not self._waiting,
            pristine=self.pristine,
            held=self._held,
        )

    def _bare_screen(self, words: Words) -> Screen:
        if self._warning:
            return leaving.still_there_screen(words, self.mode, *self._warning)
        if self._farewell:
            return leaving.farewell_screen(words, self.mode, headset=self._plugged)
        if self._waiting:
            return waiting_screen(words, self.mode)
        if held := self._present_trouble:
            return trouble.trouble_screen(words, self.mode, held.problem, held.reference)
        return self._stack.top.screen(words, self.mode)

    @property
    def _page_key(self) -> str:
        """Key of the page that is open, by which staff know where she is."""
        return self._bare_screen(Words(self.sitting.lang, self.mode.wording)).key

    @property
    def _present_trouble(self) -> _Trouble | None:
        held = self._trouble
        return held if held and held.depth >= len(self._stack) else None

    def _help_notice(self, words: Words) -> Notice | None:
        """How the request for a person stands, on every page but the help page itself."""
        elsewhere = self._stack.name != "help" and not (self._farewell or self._warning)
        return help_notice(words, self.sitting.help_line) if elsewhere else None

    # What happens

    async def begin(self, news: str = "") -> None:
        """Start with the welcome page and a sitting nobody has touched."""
        await self._end_sitting()
        self._around = self._surround(self._new_sitting())
        self._usual = self.sitting.preferences
        self._stack.push("welcome", self._around, news)
        self.refresh()

    def refresh(self) -> None:
        """Show the present state again; journeys call it when something changed by itself."""
        if self._stack:
            screen = self.screen()
            self._learning.turned_to(screen.key)
            self._show(screen)

    async def act(self, action: str, typed: str = "") -> None:
        """Do what the customer chose. Returns at once; the screen follows when there is one."""
        self._news = None
        self._learning.forget_news()
        if self._adjust(action):
            self.refresh()
        elif self._farewell:
            await self.begin()
        elif action == "leave":
            await self.leave()
        elif action in ("back", "home") or not self._errand.busy:
            await asyncio.sleep(0)  # what needs no waiting is done before it could be called off
            await self._errand.end()
            self._warning, self._waiting = None, False
            # What was typed may be a secret: it is not held for another try, the customer types it again.
            self._errand.run(self._do(self._meant(action, typed), again=not typed))

    async def settled(self) -> None:
        """Return when nothing is being asked of the bank any more."""
        await self._errand.settled()

    def tell(self, news: News) -> None:
        """Tell something on the page that is open, until the customer does something."""
        self._news = news
        self.refresh()

    def notice(self) -> None:
        """The news that somebody comes has stood long enough."""
        adjust(self.sitting, NOTICED)
        self.refresh()

    def hold(self, *, held: bool) -> None:
        """The voice is held, or goes on: the frame's button says which."""
        if held != self._held:
            self._held = held
            self.refresh()

    def sense_headset(self, state: JackState) -> bool:
        """A headset was plugged in or is in no more (EN-03, EN-07). True when the customer is told of it.

        Whoever has said goodbye, or has not begun, has nothing to hide when she pulls it out.
        """
        sitting, came, gone = self.sitting, state == "in", self.sitting.sensed == "in"
        hers, self._plugged = not (self.pristine or self._farewell), came
        if came:
            self._news = headset_in(switched_on=sitting.plug_in(), hidden=sitting.hidden)
        elif gone and hers:
            sitting.pull_out(state)
            self._news = headset_out(sensed=state == "out")
        else:
            sitting.sensed = state
            self._news = None if gone else self._news
        self.refresh()
        return came or (gone and hers)

    def warn(self, seconds: int, share: float) -> None:
        """Nobody has moved for long: ask whether she is still there. `share` is the time left, 0 to 1."""
        self._warning = (seconds, share)
        self.refresh()

    def go_on(self) -> None:
        """She is still there."""
        if self._warning:
            self._warning = None
            self.refresh()

    async def leave(self, *, because_idle: bool = False) -> None:
        """End the sitting and forget everything about the customer."""
        bank, self._news = self._around.bank, None
        mode, lang = self.sitting.mode, self.sitting.lang
        await self.begin("closed" if because_idle else "")
        if not because_idle:
            self.sitting.mode, self.sitting.lang = mode, lang
            self._farewell = True
            self.refresh()
        if bank.signed_in:  # the bank's own knowledge: a sign-in that was called off may have come through there
            self._aside.run(bank.sign_out())

    def fail(self, problem: Exception, reference: str) -> None:
        """Show the trouble screen for a failure from anywhere (the one last resort, DESIGN.md 6)."""
        self._trouble, self._waiting = _Trouble(problem, None, len(self._stack), reference), False
        self.refresh()

    async def aclose(self) -> None:
        """The kiosk closes: end what runs."""
        await self._end_sitting()
        await self._aside.end()

    async def _end_sitting(self) -> None:
        await self._errand.end()
        await self._stack.close()
        if self.sitting.help_line:
            await self.sitting.help_line.aclose()
        self._trouble = self._warning = None
        self._waiting = self._farewell = False

    # What an action means

    def _adjust(self, action: str) -> bool:
        """Actions of the frame that need nobody else; True when it was one."""
        match action:
            case leaving.MORE_TIME:
                self._warning = None
            case learning.LEARN:
                self._learning.turn(self._page_key)
            case "back" if self._learning.end(self._page_key):
                pass  # it ends the lesson, and leads nowhere
            case _:
                return adjust(self.sitting, action)
        return True

    def _meant(self, action: str, typed: str) -> Enter:
        """What an action sets going. Trying again is what failed itself, so that it can be tried many times."""
        held = self._present_trouble
        if held and held.again and action == trouble.RETRY and not isinstance(held.problem, SessionEnded):
            self._trouble = None
            return held.again
        return lambda: self._chosen(action, typed)

    async def _chosen(self, action: str, typed: str) -> Step | None:
        """The frame's actions first, then the trouble page's, then the journey's own."""
        if action in OPENED_FROM_FRAME:
            return Stay() if self._stack.name == action else Open(action, self._page_key)
        if action == "home":
            return Home()
        if held := self._present_trouble:
            return await self._out_of_trouble(held, action)
        return await self._stack.top.act(action, typed)

    async def _out_of_trouble(self, held: _Trouble, action: str) -> Step | None:
        self._trouble = None
        if isinstance(held.problem, SessionEnded):
            self.sitting.forget_customer()
            await self._stack.to_root("welcome", self._around)
            return Open("sign_in")
        return Stay() if action == trouble.RETRY else Back()

    async def _do(self, what: Enter, *, again: bool) -> None:
        """Do something that may ask the bank; what fails can be tried again, unless it held a secret."""
        repeat: Enter | None = what if again else None
        try:
            step = await what()
            entering = await self._follow(step) if step else None
            if entering:
                repeat = _enter(entering)
                await entering.enter()
        except BankError as problem:
            self._trouble = _Trouble(problem, repeat, len(self._stack))
        finally:
            self._waiting = False
        self.refresh()

    async def _follow(self, step: Step) -> Journey | None:
        """Go where a step leads; answers with the journey that is to be entered now, if any."""
        match step:
            case Open(journey, argument):
                await self._stack.clear_of(journey)
                return self._stack.push(journey, self._around, argument)
            case Back():
                await self._stack.pop()
            case Home():
                self._trouble = None
                return await self._stack.to_root("home" if self.sitting.profile else "welcome", self._around)
            case SignedIn(profile):
                self.sitting.know(profile, self._modes)
                return await self._stack.to_root("home", self._around)
            case Leave():
                asyncio.get_running_loop().call_soon(lambda: self._aside.run(self.leave()))
            case Stay():
                pass
        return None

    def _wait(self) -> None:
        self._waiting = True
        self.refresh()


def _enter(journey: Journey) -> Enter:
    async def again() -> None:
        await journey.enter()

    return again
