"""What the kiosk says to somebody who does not get on, and how it asks staff to pass by."""

from __future__ import annotations

from accessibility.phrase import Phrase
from accessibility.screen import Action, Block, Choices, Notice, Screen, Tile
from accessibility.words import Words
from kiosk.journeys.help import request_for
from kiosk.journeys.help_line import FINAL, HelpLine, line_of
from kiosk.journeys.page_copy import PageCopy
from kiosk.journeys.stall import StallStep
from kiosk.journeys.surroundings import Sitting, Surroundings

LEAVE_ME_BE = "stall:no"
STALLED = "stall"
"""The step of a request that the kiosk made by itself."""


def stall_blocks(words: Words, step: StallStep) -> tuple[Block, ...]:
    """What stands above the page at this step; each can be refused for the rest of the sitting."""
    # Translators: asks the kiosk to prompt her no more in this sitting
    refuse = Action(LEAVE_ME_BE, words.phrase("Please leave me be"), "x")
    match step:
        case "prompt":
            # Translators: said when nothing has happened on the page for a while
            return (Notice(words.phrase("Take your time. I am here."), "info", action=refuse),)
        case "slower":
            return (Notice(words.phrase("I will say it once more, slowly."), "info", action=refuse),)
        case "offer":
            offer = Notice(words.phrase("Shall a person help you?"), "info", action=refuse)
            return (offer, Choices((Tile("help", words.phrase("Yes, ask a person"), icon="hand-waving"),)))
        case "staff":
            return (Notice(words.phrase("I have asked a colleague to pass by."), "info", action=refuse),)
    return ()


def simply(words: Words, screen: Screen) -> Phrase:
    """What can be done here, in one sentence: the likely way on, or else what the page itself says."""
    tiles = [tile for block in screen.blocks if isinstance(block, Choices) for tile in block.tiles]
    likely = next((tile for tile in tiles if tile.filled), None)
    if likely:
        return words.phrase("To go on, press “{button}”.", button=likely.title)
    return screen.guide if screen.guide.said else words.phrase("To ask a person, press the red button.")


async def ask_to_pass_by(around: Surroundings, page: PageCopy) -> None:
    """Ask somebody to pass by, unless somebody was asked already."""
    line = line_of(around)
    if line.state in FINAL:
        line.forget()
    around.sitting.page_before = page
    await line.ask(request_for(around.sitting, "come", step=STALLED))


def asked_by_us(line: HelpLine) -> bool:
    """Whether the open request was the kiosk's own idea."""
    return line.open and line.request is not None and line.request.step == STALLED


async def leave_in_peace(sitting: Sitting) -> None:
    """Prompt her no more; nobody needs to pass by either. Raises BankError when that cannot be told now."""
    sitting.left_in_peace = True
    if sitting.help_line and asked_by_us(sitting.help_line):
        await sitting.help_line.cancel()
