"""A keyboard alone is enough, and one sees where one is."""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import FloatRect, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.furnished import Furnished
from tests.browser.inspection import STILL
from tests.browser.respondent import (
    DIMENSIONS,
    WORKED_BRAND,
    Respondent,
    expect_the_worked_brand,
    settled,
)
from tests.browser.state import State
from tests.browser.states import states
from tests.browser.typist import PATIENCE, Typist
from tests.browser.waiting import wait_until
from tests.running_server import RunningServer

LOOKED_AT = {
    "overview": (False,),
    "overview new brand": (False,),
    "assess evidence and note": (False, True),
    "results worked": (False,),
}
"""In the light, and where most kinds of widgets are, in the dark too."""
TALL = (1280, 3000)
"""So high that nothing scrolls while the focus wanders."""
AROUND = 6
"""Pixels outside an element in which its ring may lie."""
CLEARLY = 8
"""Of 255 steps of grey."""
ALIKE = 3
"""Stops that are looked at of those whose styles are the same to the letter, as in a list."""
ENOUGH = 200
"""Pixels that have to change clearly: the ring of a small button. Rows are tinted as a whole."""

STOP = """() => {
  const element = document.activeElement;
  if (!element || element === document.body || window.stops?.has(element)) return null;
  const current = element.ariaCurrent === 'page';
  (window.stops ??= new WeakSet()).add(element);
  const { x, y, width, height } = (element.closest('label') ?? element).getBoundingClientRect();
  const styles = `${element.tagName} ${element.className}`;
  const name = element.ariaLabel ?? element.innerText;
  return { current, name, styles, box: { x, y, width, height } };
}"""


def test_a_keyboard_alone_is_enough_from_nothing_to_the_finding(
    open_page: OpenPage, server: RunningServer
) -> None:
    someone = Typist(settled(open_page(server.url)))

    someone.begin("Brand by keyboard")
    someone.walk(WORKED_BRAND, *DIMENSIONS)
    someone.press("Complete as it is")
    expect(someone.title).to_have_text("This assessment is complete")
    someone.press("See the results")

    expect_the_worked_brand(someone)


def test_a_keyboard_alone_opens_and_closes_what_lies_behind_a_question(
    open_page: OpenPage, furnished: Furnished
) -> None:
    address = next(s for s in states() if s.name == "assess answered").address(furnished, "en")
    someone = Typist(settled(open_page(address)))
    card = someone.card("VE1.2")
    someone.tab_to(someone.options("VE1.2"))

    someone.press_panel("VE1.2", "Why it matters")
    why = someone.questionnaire.items_by_id["VE1.2"].why_it_matters
    assert why is not None
    expect(card.get_by_text(why.en)).to_be_visible()
    someone.press_panel("VE1.2", "Why it matters")

    expect(card.get_by_text(why.en)).to_be_hidden()


def test_escape_closes_a_dialog_and_returns_to_its_button(
    open_page: OpenPage, furnished: Furnished
) -> None:
    someone = Typist(settled(open_page(furnished.empty.url)))
    someone.press("New brand")
    expect(someone.page.get_by_role("dialog")).to_be_visible()

    someone.page.keyboard.press("Escape")

    expect(someone.page.get_by_role("dialog")).to_be_hidden()
    expect(someone.button("New brand")).to_be_focused()


def test_a_keyboard_alone_switches_the_language_and_walks_through_the_library(
    open_page: OpenPage, furnished: Furnished
) -> None:
    someone = Typist(settled(open_page(f"{furnished.empty.url}/library")))
    someone.speak("zh")
    someone.speak("en")
    expect(someone.title).to_have_text("36 questions in 3 pillars")

    parts = someone.page.get_by_role("radiogroup", name="Part of the library")
    someone.tab_to(parts)

    for name in ("Method", "Cases", "Sources"):
        someone.page.keyboard.press("ArrowRight")
        expect(parts.get_by_role("radio", name=name)).to_be_checked()
        settled(someone.page)

    expect(parts.get_by_role("radio", name="Sources")).to_be_focused()
    expect(someone.title).to_have_text("What the questions rest on")


@pytest.mark.parametrize(
    ("state", "dark"),
    [
        pytest.param(
            state,
            dark,
            id=f"{state.name} {'dark' if dark else 'light'}",
            marks=[pytest.mark.variant] if dark else (),
        )
        for state in states()
        for dark in LOOKED_AT.get(state.name, ())
    ],
)
def test_every_stop_of_the_keyboard_shows_that_it_is_reached(
    open_page: OpenPage, furnished: Furnished, state: State, *, dark: bool
) -> None:
    page = open_page(state.address(furnished, "en"), dark=dark, size=TALL)
    state.reach(Respondent(page))

    stops = list(walk(page))

    assert len(stops) > 5
    # Streamlit tints the link of the current page always, and no further when it has the focus.
    unmarked = [stop.name for stop in stops if stop.pixels < ENOUGH and not stop.is_current_page]
    assert unmarked == []


@dataclass(frozen=True)
class Stop:
    """Where the Tab key led, and how many pixels look clearly different from without focus."""

    name: str
    is_current_page: bool
    pixels: int


def walk(page: Page) -> Iterator[Stop]:
    """Every stop of the page once, but of those that are alike the first ones."""
    page.evaluate("document.activeElement.blur()")
    wait_until(page, STILL)
    before, seen = picture(page), Counter[str]()
    for _ in range(PATIENCE):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            return
        seen[stop["styles"]] += 1
        if seen[stop["styles"]] > ALIKE:
            continue
        wait_until(page, STILL)
        box = {name: round(value) for name, value in stop["box"].items()}
        left, top = max(0, box["x"] - AROUND), max(0, box["y"] - AROUND)
        right = min(TALL[0], box["x"] + box["width"] + AROUND)
        bottom = min(TALL[1], box["y"] + box["height"] + AROUND)
        area = FloatRect(x=left, y=top, width=right - left, height=bottom - top)
        difference = ImageChops.difference(
            picture(page, area), before.crop((left, top, right, bottom))
        )
        pixels = sum(difference.convert("L").histogram()[CLEARLY:])
        yield Stop(" ".join(stop["name"].split())[:60], stop["current"], pixels)
    raise AssertionError("the focus never comes back to where it was")


def picture(page: Page, area: FloatRect | None = None) -> Image.Image:
    return Image.open(io.BytesIO(page.screenshot(clip=area))).convert("RGB")
