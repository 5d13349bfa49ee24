"""One visit after another: which journey is open, what it shows now, and what the customer's actions lead to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

from accessibility.screen import Screen
from accessibility.speech.jack.jack import JackState
from kiosk.client.errors import BankError, SessionEnded
from kiosk.journeys import learning, leaving, trouble
from kiosk.journeys.adjusting import NOTICED, adjust
from kiosk.journeys.cover import Cover, Enter, Trouble
from kiosk.journeys.errand import Errand, SideErrands
from kiosk.journeys.face import Face
from kiosk.journeys.family_words import touch_family
from kiosk.journeys.following import follow
from kiosk.journeys.journey import Back, Home, Journey, Open, Stay, Step
from kiosk.journeys.learning import Learning
from kiosk.journeys.news import News, headset_in, headset_out
from kiosk.journeys.onlookers import look_on
from kiosk.journeys.stack import Opener, Stack
from kiosk.journeys.staff_sight import StaffSight
from kiosk.journeys.stall import StallStep
from kiosk.journeys.stall_help import LEAVE_ME_BE, ask_to_pass_by, asked_by_us, leave_in_peace
from kiosk.journeys.surroundings import Sitting, Surroundings
from kiosk.modes import Mode

OPENED_FROM_FRAME = ("language", "mode", "help")


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
        self._cover = Cover(lambda: len(self._stack))
        self._sight = StaffSight()
        self._learning = Learning()
        self._face = Face(self._stack, self._cover, self._learning, modes, lambda: self._around)

    # What there is

    @property
    def sitting(self) -> Sitting:
        """The present sitting."""
        return self._around.sitting

    @property
    def mode(self) -> Mode:
        """The mode in use."""
        return self._face.mode

    @property
    def pristine(self) -> bool:
        """True while nobody has begun anything: the welcome page with nothing chosen."""
        at_welcome = self._stack.name in ("", "welcome") and not self._cover.farewell
        return at_welcome and self.sitting.untouched_since(self._usual)

    def screen(self) -> Screen:
        """The screen to show now, framed, and covered while amounts are hidden."""
        return self._face.screen(pristine=self.pristine)

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
            hers = self._stack.name != "help" and not self._cover.ends and not self._cover.waiting
            self._sight.turned_to(self.sitting, screen, self._face.words, hers=hers)
            self._show(screen)

    async def act(self, action: str, typed: str = "") -> None:
        """Do what the customer chose. Returns at once; the screen follows when there is one."""
        self._face.forget_passing()
        self._learning.forget_news()
        if self._adjust(action):
            self.refresh()
        elif self._cover.farewell:
            await self.begin()
        elif action == "leave":
            await self.leave()
        elif action in ("back", "home") or not self._errand.busy:
            await asyncio.sleep(0)  # what needs no waiting is done before it could be called off
            await self._errand.end()
            self._cover.warning, self._cover.waiting = None, False
            # What was typed may be a secret: it is not held for another try, the customer types it again.
            self._errand.run(self._do(self._meant(action, typed), again=not typed))

    async def settled(self) -> None:
        """Return when nothing is being asked of the bank any more."""
        await self._errand.settled()

    def tell(self, news: News) -> None:
        """Tell something on the page that is open, until the customer does something."""
        self._face.news = news
        self.refresh()

    @property
    def may_be_stuck(self) -> bool:
        """Whether she may be prompted: not before she begins, nor once somebody is called, nor against her wish."""
        line = self.sitting.help_line
        quiet = self.pristine or self._cover.ends or self._cover.waiting or self.sitting.left_in_peace
        return not (quiet or (line and line.open) or self._stack.name == "help")

    def stuck(self, step: StallStep) -> None:
        """She does not get on: tell her, or ask somebody to pass by, which she is told openly."""
        self._face.stuck = step
        if step == "staff":
            self._aside.run(ask_to_pass_by(self._around, self._sight.copy(self.sitting, self._face.words)))
        self.refresh()

    def notice(self) -> None:
        """The news that somebody comes has stood long enough."""
        adjust(self.sitting, NOTICED)
        self.refresh()

    def hold(self, *, held: bool) -> None:
        """The voice is held, or goes on: the frame's button says which."""
        if held != self._face.held:
            self._face.held = held
            self.refresh()

    def sense_headset(self, state: JackState) -> bool:
        """A headset was plugged in or is in no more (EN-03, EN-07). True when the customer is told of it.

        Whoever has said goodbye, or has not begun, has nothing to hide when she pulls it out.
        """
        sitting, came, gone = self.sitting, state == "in", self.sitting.sensed == "in"
        hers, self._face.plugged = not (self.pristine or self._cover.farewell), came
        if came:
            self._face.news = headset_in(switched_on=sitting.plug_in(), hidden=sitting.hidden)
        elif gone and hers:
            sitting.pull_out(state)
            self._face.news = headset_out(sensed=state == "out")
        else:
            sitting.sensed = state
            self._face.news = None if gone else self._face.news
        self.refresh()
        return came or (gone and hers)

    def warn(self, seconds: int, share: float) -> None:
        """Nobody has moved for long: ask whether she is still there. `share` is the time left, 0 to 1."""
        self._cover.warning = (seconds, share)
        self.refresh()

    def go_on(self) -> None:
        """She is still there."""
        if self._cover.warning:
            self._cover.warning = None
            self.refresh()

    async def leave(self, *, because_idle: bool = False) -> None:
        """End the sitting and forget everything about the customer."""
        bank = self._around.bank
        self._face.forget_passing()
        line = self.sitting.help_line
        if because_idle and line and asked_by_us(line):
            self._aside.run(line.cancel())  # she has gone: nobody needs to pass by
        mode, lang = self.sitting.mode, self.sitting.lang
        await self.begin("closed" if because_idle else "")
        if not because_idle:
            self.sitting.mode, self.sitting.lang = mode, lang
            self._cover.farewell = True
            self.refresh()
        if bank.signed_in:  # the bank's own knowledge: a sign-in that was called off may have come through there
            self._aside.run(bank.sign_out())

    def fail(self, problem: Exception, reference: str) -> None:
        """Show the trouble screen for a failure from anywhere (the one last resort, DESIGN.md 6)."""
        self._cover.waiting = False
        self._cover.hold(problem, None, reference)
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
        if self._around.family:
            self._around.family.forget()
        self._cover.clear()
        self._sight.forget()

    # What an action means

    def _adjust(self, action: str) -> bool:
        """Actions of the frame that need nobody else; True when it was one."""
        match action:
            case leaving.MORE_TIME:
                self._cover.warning = None
            case learning.LEARN:
                self._learning.turn(self._face.page_key)
            case "back" if self._learning.end(self._face.page_key):
                pass  # it ends the lesson, and leads nowhere
            case _:
                hers = adjust(self.sitting, action) or look_on(self.sitting, action)
                return hers or touch_family(self._around.family, action)
        return True

    def _meant(self, action: str, typed: str) -> Enter:
        """What an action sets going. Trying again is what failed itself, so that it can be tried many times."""
        return self._cover.another_try(action) or (lambda: self._chosen(action, typed))

    async def _chosen(self, action: str, typed: str) -> Step | None:
        """The frame's actions first, then the trouble page's, then the journey's own."""
        if action == LEAVE_ME_BE:
            await leave_in_peace(self.sitting)
            return Stay()
        if action in OPENED_FROM_FRAME:
            return Stay() if self._stack.name == action else Open(action, self._face.page_key)
        if action == "home":
            return Home()
        if held := self._cover.trouble:
            return await self._out_of_trouble(held, action)
        return await self._stack.top.act(action, typed)

    async def _out_of_trouble(self, held: Trouble, action: str) -> Step | None:
        self._cover.take_trouble_away()
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
            self._cover.hold(problem, repeat)
        finally:
            self._cover.waiting = False
        self.refresh()

    async def _follow(self, step: Step) -> Journey | None:
        if isinstance(step, Open) and step.journey == "help":
            self.sitting.page_before = self._sight.copy(self.sitting, self._face.words)
        if isinstance(step, Home):
            self._cover.take_trouble_away()
        return await follow(step, self._stack, self._around, self._modes, self._leave_soon)

    def _leave_soon(self) -> None:
        asyncio.get_running_loop().call_soon(lambda: self._aside.run(self.leave()))

    def _wait(self) -> None:
        self._cover.waiting = True
        self.refresh()


def _enter(journey: Journey) -> Enter:
    async def again() -> None:
        await journey.enter()

    return again
