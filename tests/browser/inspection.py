"""What is wrong with a page that stands still, as lines that say where."""

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from tests.browser.waiting import wait_until

Theme = Literal["light", "dark"]

GRAVE: Final = ("serious", "critical")
COLOUR_RULES: Final = ("color-contrast", "link-in-text-block")
"""The rules of axe-core that look at colours; a theme changes nothing else."""
EVERY_RULE: Final = {"resultTypes": ["violations"]}
Options = Mapping[str, object]
OFF: Final = {"enabled": False}
PLAIN: Final[Options] = {**EVERY_RULE, "preload": False}
"""Nothing is fetched for it."""
ALL_RULES: Final[Options] = {**PLAIN, "rules": {"region": OFF}}
"""But the one dear rule that is never grave."""
COLOURS_ALONE: Final[Options] = {**PLAIN, "runOnly": COLOUR_RULES}
WITHOUT_COLOURS: Final[Options] = {
    **PLAIN,
    "rules": {"region": OFF} | dict.fromkeys(COLOUR_RULES, OFF),
}
OPERATED: Final = frozenset(
    {"button", "checkbox", "combobox", "link", "menuitem", "menuitemradio", "option", "radio"}
    | {"searchbox", "slider", "spinbutton", "switch", "tab", "textbox"}
)
"""Roles of what a person can operate."""

# What lies to the right of the window, unless something around it clips or scrolls it.
BEYOND: Final = """() => {
  const width = document.documentElement.clientWidth;
  const found = [];
  for (const place of [document.documentElement, ...document.querySelectorAll(
      '[data-testid=stMain], [data-testid=stSidebar], [data-testid=stDialog], [role=dialog]')])
    if (place.scrollWidth > place.clientWidth + 1
        && getComputedStyle(place).overflowX !== 'visible')
      found.push(`${place.dataset.testid ?? place.tagName} scrolls to ${place.scrollWidth}`);
  if (document.documentElement.scrollWidth > width)
    found.push(`the page is ${document.documentElement.scrollWidth} wide`);
  const holds = (element) => {
    for (let up = element.parentElement; up; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== 'visible') return up;
    return null;
  };
  for (const element of document.querySelectorAll('main *, [role=dialog] *, [role=menu] *')) {
    const box = element.getBoundingClientRect();
    const holder = holds(element)?.dataset?.testid ?? '';
    if (box.width > 1 && box.height > 1 && box.right > width + 1 && holder === 'stMain')
      found.push(`${element.tagName} “${element.textContent.slice(0, 40)}” ends at ${box.right}`);
  }
  return found;
}"""
CUT: Final = """() => [...document.querySelectorAll('main *, [role=dialog] *')]
  .filter((element) => getComputedStyle(element).textOverflow === 'ellipsis'
    && element.textContent.trim() && element.scrollWidth > element.clientWidth + 1)
  .map((element) => `“${element.textContent.slice(0, 60)}” is cut`)"""
WITHOUT_WORDS: Final = """() => [...document.querySelectorAll(
    '[data-testid=stPlotlyChart], [data-testid=stTable], img')]
  .filter((element) => {
    const named = [element, ...element.querySelectorAll('*')];
    return !named.some((one) => one.getAttribute('aria-label') || one.getAttribute('alt')
      || one.getAttribute('aria-labelledby') || one.tagName === 'CAPTION');
  })
  .map((element) => element.outerHTML.slice(0, 120))"""


STILL: Final = """() => document.getAnimations().every((one) =>
  one.playState !== 'running' || one.effect.getComputedTiming().endTime === Infinity)"""


SETTLED: Final = """() => new Promise((done) => {
  let before, since;
  const look = (now) => {
    const sizes = [...document.querySelectorAll('main *, [role=dialog] *')]
      .map((element) => element.clientWidth * 10000 + element.clientHeight).join();
    if (sizes !== before) [before, since] = [sizes, now];
    now - since > 250 ? done() : requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})"""
"""For a quarter of a second no part of the page has changed its size."""


GROUND: Final[Mapping[Theme, str]] = {"light": "rgb(251, 250, 247)", "dark": "rgb(21, 24, 30)"}
"""The colour of the paper in each theme."""


def switch_theme(page: Page, theme: Theme) -> None:
    """As the system does at sunset; Streamlit follows, and blends the colours over."""
    page.emulate_media(color_scheme=theme)
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", GROUND[theme])


def resize(page: Page, width: int, height: int) -> None:
    """Give the window another size and let the page lay itself out anew."""
    if page.viewport_size == {"width": width, "height": height}:
        return
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(SETTLED)


def wrong_in_the_dark(page: Page) -> list[str]:
    """What other colours can spoil."""
    switch_theme(page, "dark")
    return [f"dark: {line}" for line in axe_problems(page, COLOURS_ALONE)]


def axe_problems(page: Page, options: Options = ALL_RULES) -> list[str]:
    """Serious and critical findings of axe-core."""
    wait_until(page, STILL)
    return [finding for finding in axe_findings(page, options) if finding.startswith(GRAVE)]


def axe_findings(page: Page, options: Options = EVERY_RULE) -> Iterator[str]:
    """Whatever axe-core finds, each line beginning with its impact."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    for violation in page.evaluate("options => axe.run(options)", options)["violations"]:
        for node in violation["nodes"]:
            yield f"{violation['impact']} {violation['id']}: {node['html'][:200]}"


def out_of_place(page: Page) -> list[str]:
    """What the width of the window can spoil."""
    return [*beyond_the_window(page), *cut(page)]


def beyond_the_window(page: Page) -> list[str]:
    """What makes the page scroll sideways, or cannot be seen without."""
    found: list[str] = page.evaluate(BEYOND)
    return found


def cut(page: Page) -> list[str]:
    """Words that end in three dots because there is no room for them."""
    found: list[str] = page.evaluate(CUT)
    return found


def without_words(page: Page) -> list[str]:
    """Charts, tables and pictures that say nothing to those who do not see them."""
    found: list[str] = page.evaluate(WITHOUT_WORDS)
    return found


def without_name(page: Page) -> list[str]:
    """What can be operated and has no accessible name, by the browser's own reckoning."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [
        f"{node['role']['value']} {node['nodeId']}"
        for node in nodes
        if not node["ignored"]
        and node["role"]["value"] in OPERATED
        and not str(node.get("name", {}).get("value", "")).strip("\u200b ")
    ]
