"""Somebody in the room who rates by phone, from the invitation to "I am done".

They take the forms as they come and remember what was acknowledged: an answer to a form that was
sent but not answered may or may not have been stored.
"""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from random import Random

from tests.phone import Answered, Form, Phone

LEVELS = 5
REFUSED = 400

Pause = Callable[[], Awaitable[None]]


class RefusedError(Exception):
    """The door answered with something else than the next page."""


async def no_pause() -> None:
    """Go on at once."""


@dataclass
class Rater:
    """One person with a phone."""

    phone: Phone
    code: str
    random: Random
    acknowledged: dict[str, int] = field(default_factory=dict)
    unseen: dict[str, int] = field(default_factory=dict)
    name: str = ""
    joined: bool = False
    finished: bool = False

    async def join(self) -> Answered:
        """Open the invitation and take a place; who has one is led to where they were."""
        shown = good(await self.phone.open(f"/join/{self.code}"))
        if not self.joined and not _questions(shown):
            form = _form(shown)
            shown = good(await self.phone.submit(shown, form, _first_of_each(form), _last(form)))
        self.joined = True
        return shown

    async def rate(self, shown: Answered, pause: Pause = no_pause) -> None:
        """Rate page by page from the one shown, and say so at the end."""
        while _questions(shown):
            await pause()
            shown = await self.rate_page(shown)
        await pause()
        if any(form.method == "post" for form in shown.forms):  # else it was said, but not answered
            form = _form(shown)
            good(await self.phone.submit(shown, form, {}, _last(form)))
        self.finished = True

    async def rate_page(self, shown: Answered) -> Answered:
        """Give a level on every question of a page."""
        form = _questions(shown)
        if form is None:
            raise RefusedError(f"no questions on {shown.address}")
        given = {name: self.random.randint(1, LEVELS) for name in form.choices}
        self.unseen = given
        values = {name: str(level) for name, level in given.items()}
        answered = good(await self.phone.submit(shown, form, values, _last(form)))
        self.acknowledged |= given
        self.unseen = {}
        return answered

    async def go_on(self) -> None:
        """Join or come back, and rate until done. What is asked again had not been stored."""
        shown = await self.join()
        asked = _questions(shown)
        if self.unseen and not (asked and self.unseen.keys() <= asked.choices.keys()):
            self.acknowledged |= self.unseen
        self.unseen = {}
        await self.rate(shown)


def good(answered: Answered) -> Answered:
    if answered.status >= REFUSED:
        raise RefusedError(f"{answered.status} {answered.address}: {answered.text[:300]}")
    return answered


def _form(shown: Answered) -> Form:
    return next(form for form in shown.forms if form.method == "post")


def _questions(shown: Answered) -> Form | None:
    """The form of a page of questions; its groups are named by the items."""
    posts = (form for form in shown.forms if form.method == "post")
    return next((form for form in posts if any("." in name for name in form.choices)), None)


def _first_of_each(form: Form) -> Mapping[str, str]:
    return {name: offered[0] for name, offered in form.choices.items()}


def _last(form: Form) -> tuple[str, str] | None:
    return form.buttons[-1] if form.buttons else None


def tallied(raters: Iterable[Rater]) -> dict[str, list[int]]:
    """Item to how many were told that each of the five levels is stored for them."""
    counts: dict[str, Counter[int]] = {}
    for rater in raters:
        for item, level in rater.acknowledged.items():
            counts.setdefault(item, Counter())[level] += 1
    return {item: [found[n] for n in range(1, LEVELS + 1)] for item, found in counts.items()}
