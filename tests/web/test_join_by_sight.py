"""The participants' pages in a phone-sized Chromium: nothing too wide, too small or unreadable."""

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.domain.workshop import Setup, Stage
from tests.browser.inspection import COLOUR_RULES, EVERY_RULE, axe_findings
from tests.web.host import Host

pytestmark = pytest.mark.browser

SETUP = Setup(
    dimensions=("DU3", "ST4"),
    langs=("en", "zh"),
    roles=("Legal", "Marketing and customer care"),
    note="We meet at ten.\n十点见。",
)
TAP_PIXELS = 44
SIZES = ((390, 780), (320, 780))
SMALL = """
least => [...document.querySelectorAll('a, button, .row > label, input.code, textarea')]
  .filter(one => one.getClientRects().length && one.getBoundingClientRect().height < least)
  .map(one => one.outerHTML)
"""
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def inspect(page: Page) -> None:
    """Whatever an eye or a thumb would find wrong, on either width, by day and by night."""
    page.emulate_media(color_scheme="light")
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(WIDER) == 0, f"{page.url} at {width}"
        assert page.evaluate(SMALL, TAP_PIXELS) == [], f"{page.url} at {width}"
    assert list(axe_findings(page)) == [], page.url
    page.emulate_media(color_scheme="dark")
    colours = {**EVERY_RULE, "runOnly": list(COLOUR_RULES)}
    assert list(axe_findings(page, colours)) == [], f"{page.url} in the dark"


def send(page: Page) -> None:
    """Press the main button, and wait for the page that it leads to."""
    with page.expect_navigation():
        page.click("button.main")


@pytest.mark.parametrize("locale", ["en-GB", pytest.param("zh-CN", marks=pytest.mark.variant)])
def test_every_page_can_be_read_and_tapped_on_a_phone(
    host: Host, browser: Browser, locale: str
) -> None:
    workshop = host.workshop(SETUP)
    context = browser.new_context(locale=locale)
    page, elsewhere = context.new_page(), []
    page.on("request", lambda one: None if "/join" in one.url else elsewhere.append(one.url))

    page.goto(f"{host.server.url}/join")
    inspect(page)
    page.fill("#code", "wrong")
    send(page)
    inspect(page)
    page.goto(f"{host.server.url}/join/{workshop.code}")
    inspect(page)
    page.click("label[for=r2]")
    send(page)
    inspect(page)
    page.click("label[for='DU3.1-not_applicable']")
    send(page)
    inspect(page)
    page.fill("#why-DU3\\.1", "None.")
    send(page)
    page.goto(f"{host.server.url}/join/{workshop.code}/review")
    inspect(page)
    send(page)
    inspect(page)
    host.leads(workshop, Stage.LOCKED)
    page.reload()
    inspect(page)

    assert elsewhere == []
    context.close()


def test_without_scripts_and_with_the_keyboard_alone_a_page_is_answered(
    host: Host, browser: Browser
) -> None:
    workshop = host.workshop()
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto(f"{host.server.url}/join/{workshop.code}")
    page.get_by_role("button", name="Begin").press("Enter")

    page.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url("**/d/ST4")
    page.get_by_role("button", name="Back").click()
    page.wait_for_url("**/d/ST3")
    expect(page.get_by_role("radio").nth(1)).to_be_checked()
    expect(page.get_by_role("group").first.get_by_role("heading")).to_have_count(1)
    page.get_by_role("button", name="中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(page.get_by_role("radio").nth(1)).to_be_checked()
    context.close()
