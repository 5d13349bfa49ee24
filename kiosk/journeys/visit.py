"""One visit after another: which journey is open, what it shows now, and what the customer's actions lead to."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Any

import msgspec

from accessibility.masking import has_private, masked
from accessibility.screen import Notice, Screen, with_frame
from accessibility.words import Words
from kiosk.client.errors import BankError, SessionEnded
from kiosk.journeys import leaving, trouble
from kiosk.journeys.frame import FrameState, frame
from kiosk.journeys.journey import Back, Home, Journey, Leave, Open, SignedIn, Stay, Step
from kiosk.journeys.surroundings import Sitting, Surroundings
from kiosk.journeys.waiting import waiting_screen
from kiosk.modes import Mode

PATIENCE_S = 0.3
"""A page that takes longer than this shows "one moment" (DESIGN.md 3)."""

Opener = Callable[[str, Surroundings, str], Journey]
News = Callable[[Words], Notice]
"""Something to tell on whatever page is open, in the language then in use."""
Enter = Callable[[], Coroutine[Any, Any, Step | None]]


class _Trouble(msgspec.Struct, frozen=True):
    """What went wrong, and what to do again when the customer asks for it."""

    problem: Exception
    again: Enter | None
    reference: str = ""


class Visit:
    """Holds the stack of journeys of the present sitting and answers with the screen to show.

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
        self._open_journey = open_journey
        self._surround = surround
        self._new_sitting = new_sitting
        self._modes = modes
        self._show = show
        self._failed = failed
        self._around = surround(new_sitting())
        self._stack: list[Journey] = []
        self._names: list[str] = []
        self._work: asyncio.Task[None] | None = None
        self._saving: set[asyncio.Task[None]] = set()
        self._trouble: _Trouble | None = None
        self._waiting = self._farewell = False
        self._warning: tuple[int, float] | None = None
        self._news: News | None = None

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
    def busy(self) -> bool:
        """True while the bank is being asked."""
        return self._work is not None and not self._work.done()

    @property
    def pristine(self) -> bool:
        """True while nobody has begun anything: the welcome page with nothing chosen."""
        untouched = not (self.sitting.profile or self.sitting.chose_lang or self.sitting.chose_mode)
        return untouched and self._names in ([], ["welcome"]) and not self._farewell

    def screen(self) -> Screen:
        """The screen to show now, framed, and covered while amounts are hidden."""
        words = Words(self.sitting.lang, self.mode.wording)
        bare = self._bare_screen(words)
        if self._news:
            bare = msgspec.structs.replace(bare, blocks=(self._news(words), *bare.blocks))
        private = has_private(bare)
        if self.sitting.hidden:
            bare = masked(bare)
        return with_frame(bare, frame(words, self.mode.key, self._frame_state(private)))

    def _bare_screen(self, words: Words) -> Screen:
        if self._warning:
            return leaving.still_there_screen(words, self.mode, *self._warning)
        if self._farewell:
            return leaving.farewell_screen(words, self.mode)
        if self._waiting:
            return waiting_screen(words, self.mode)
        if self._trouble:
            return trouble.trouble_screen(words, self.mode, self._trouble.problem, self._trouble.reference)
        return self._stack[-1].screen(words, self.mode)

    def _frame_state(self, private: bool) -> FrameState:
        sitting = self.sitting
        return FrameState(
            at_root=len(self._stack) <= 1 and not self._trouble and not self._waiting,
            signed_in=sitting.profile is not None,
            pristine=self.pristine,
            has_private=private,
            hidden=sitting.hidden,
            can_say_aloud=private and sitting.preferences.speech and not (sitting.consent_aloud or sitting.hidden),
            louder=sitting.preferences.volume < 5,
            quieter=sitting.preferences.volume > 1,
        )

    # What happens

    async def begin(self, news: str = "") -> None:
        """Start with the welcome page and a sitting nobody has touched."""
        await self._end_work()
        await self._close_journeys()
        self._around = self._surround(self._new_sitting())
        self._trouble, self._waiting, self._farewell, self._warning = None, False, False, None
        await self._push("welcome", news)
        self.refresh()

    def refresh(self) -> None:
        """Show the present state again; journeys call it when something changed by itself."""
        if self._stack:
            self._show(self.screen())

    async def act(self, action: str, typed: str = "") -> None:
        """Do what the customer chose. Returns at once; the screen follows when there is one."""
        self._news = None
        if self._farewell:
            await self.begin()
        elif self._adjust(action):
            self.refresh()
        elif action == "leave":
            await self.leave()
        elif action in ("back", "home") or not self.busy:
            await self._end_work()
            self._start(action, typed)

    async def settled(self) -> None:
        """Return when nothing is being asked of the bank any more."""
        if self._work is not None:
            await asyncio.wait({self._work})

    def tell(self, news: News) -> None:
        """Tell something on the page that is open, until the customer does something."""
        self._news = news
        self.refresh()

    def warn(self, seconds: int, share: float) -> None:
        """Nobody has moved for long: ask whether she is still there."""
        self._warning = (seconds, share)
        self.refresh()

    def go_on(self) -> None:
        """She is still there."""
        if self._warning:
            self._warning = None
            self.refresh()

    async def leave(self, *, because_idle: bool = False) -> None:
        """End the sitting and forget everything about the customer."""
        await self._end_work()
        bank, signed_in = self._around.bank, self.sitting.profile is not None
        mode, lang = self.sitting.mode, self.sitting.lang
        await self._close_journeys()
        if because_idle:
            await self.begin("closed")
        else:
            self._around = self._surround(self._new_sitting())
            self.sitting.mode, self.sitting.lang = mode, lang
            self._warning, self._trouble, self._waiting = None, None, False
            self._farewell = True
            await self._push("welcome", "")
            self.refresh()
        if signed_in:
            self._keep(bank.sign_out())

    def fail(self, problem: Exception, reference: str) -> None:
        """Show the trouble screen for a failure from anywhere (the one last resort, DESIGN.md 6)."""
        self._trouble = _Trouble(problem, None, reference)
        self._waiting = False
        self.refresh()

    async def aclose(self) -> None:
        """The kiosk closes: end what runs."""
        await self._end_work()
        await self._close_journeys()
        for task in tuple(self._saving):
            task.cancel()
        await asyncio.gather(*self._saving, return_exceptions=True)

    # The frame's own actions

    def _adjust(self, action: str) -> bool:
        """Actions of the frame that need nobody else; True when it was one."""
        sitting = self.sitting
        if action == "hide":
            sitting.hidden = not sitting.hidden
        elif action == "aloud":
            sitting.consent_aloud = True
        elif action in ("louder", "quieter"):
            volume = sitting.preferences.volume + (1 if action == "louder" else -1)
            sitting.preferences = msgspec.structs.replace(sitting.preferences, volume=min(5, max(1, volume)))
        elif action == leaving.MORE_TIME:
            self._warning = None
        else:
            return False
        return True

    def _start(self, action: str, typed: str) -> None:
        self._warning = None
        # What was typed may be a secret: it is not held for another try, the customer types it again.
        self._run(lambda: self._chosen(action, typed), again=not typed)

    async def _chosen(self, action: str, typed: str) -> Step | None:
        """What an action means: the frame's first, then the trouble page's, then the journey's own."""
        if action in ("language", "mode", "help"):
            return Stay() if self._names[-1] == action else Open(action)
        if action == "home":
            return Home()
        if self._trouble:
            return await self._out_of_trouble(action)
        return await self._stack[-1].act(action, typed)

    async def _out_of_trouble(self, action: str) -> Step | None:
        held, self._trouble = self._trouble, None
        if held is None:
            return Stay()
        if isinstance(held.problem, SessionEnded):
            self.sitting.profile = None
            await self._to_root("welcome")
            return Open("sign_in")
        if action == trouble.RETRY:
            return await held.again() if held.again else Stay()
        return Back()

    # Work that awaits the bank

    def _run(self, what: Enter, *, again: bool) -> None:
        self._work = asyncio.get_running_loop().create_task(self._do(what, again=again))
        self._work.add_done_callback(self._report)

    async def _do(self, what: Enter, *, again: bool) -> None:
        patience = asyncio.get_running_loop().call_later(PATIENCE_S, self._lose_patience)
        repeat: Enter | None = what if again else None
        try:
            step = await what()
            entering = await self._follow(step) if step else None
            if entering:
                repeat = entering.enter
                await entering.enter()
        except BankError as problem:
            self._trouble = _Trouble(problem, repeat)
        finally:
            patience.cancel()
            self._waiting = False
        self.refresh()

    def _lose_patience(self) -> None:
        self._waiting = True
        self.refresh()

    def _report(self, work: asyncio.Task[None]) -> None:
        problem = None if work.cancelled() else work.exception()
        if isinstance(problem, Exception):
            self.fail(problem, self._failed(problem))

    async def _end_work(self) -> None:
        work, self._work = self._work, None
        if work is not None and not work.done():
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)

    def _keep(self, what: Awaitable[None]) -> None:
        """Hold a task that the customer need not wait for; its failure is reported."""

        async def run() -> None:
            await what

        task = asyncio.get_running_loop().create_task(run())
        self._saving.add(task)
        task.add_done_callback(self._kept)

    def _kept(self, task: asyncio.Task[None]) -> None:
        self._saving.discard(task)
        problem = None if task.cancelled() else task.exception()
        if problem is not None and not isinstance(problem, BankError):
            self._failed(problem)

    # The stack

    async def _follow(self, step: Step) -> Journey | None:
        """Go where a step leads; answers with the journey that is to be entered now, if any."""
        match step:
            case Open(journey, argument):
                await self._push(journey, argument)
                return self._stack[-1]
            case Back():
                await self._pop()
            case Home():
                return await self._to_root("home" if self.sitting.profile else "welcome")
            case SignedIn(profile):
                self.sitting.know(profile)
                return await self._to_root("home")
            case Leave():
                asyncio.get_running_loop().call_soon(self._leave_soon)
            case Stay():
                pass
        return None

    def _leave_soon(self) -> None:
        self._keep(self.leave())

    async def _push(self, name: str, argument: str) -> None:
        self._trouble = None
        self._stack.append(self._open_journey(name, self._around, argument))
        self._names.append(name)

    async def _pop(self) -> None:
        self._trouble = None
        if len(self._stack) > 1:
            self._names.pop()
            await self._stack.pop().aclose()

    async def _to_root(self, name: str) -> Journey:
        self._trouble = None
        if self._names[:1] == [name]:
            while len(self._stack) > 1:
                await self._pop()
        else:
            await self._close_journeys()
            await self._push(name, "")
        return self._stack[-1]

    async def _close_journeys(self) -> None:
        self._names.clear()
        while self._stack:
            await self._stack.pop().aclose()
