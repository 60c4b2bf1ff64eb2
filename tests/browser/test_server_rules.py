"""What the server promises every browser: no other host, no foreign script, no way in."""

import http.server
import re
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response, expect

from tests.browser.conftest import PHONE, OpenPage
from tests.browser.waiting import wait_until
from tests.chromium import REBOUND
from tests.running_server import PROJECT, RunningServer, free_port, running

ADDRESSES = ("/", "/assess", "/results", "/library")
ATTACK = """<!doctype html><meta charset="utf-8"><title>attack</title><script>
const target = new URLSearchParams(location.search).get("target");
const seen = window.seen = {};
const socket = new WebSocket(target.replace("http", "ws") + "/_stcore/stream");
socket.onopen = () => { seen.socket = "open"; };
socket.onerror = () => { seen.socket = "refused"; };
fetch(target + "/_stcore/host-config").then(
  () => { seen.fetch = "read"; }, () => { seen.fetch = "refused"; });
const frame = document.createElement("iframe");
frame.src = target + "/";
document.documentElement.append(frame);
const picture = new Image();
picture.onload = () => { seen.picture = "read"; };
picture.onerror = () => { seen.picture = "refused"; };
picture.src = target + "/favicon.png";
</script>"""


@pytest.fixture(scope="module")
def server(start_server: Callable[..., RunningServer]) -> RunningServer:
    return start_server("--demo")


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """The page that fails on demand, behind the real checks."""
    port = free_port()
    command = ("-m", "uvicorn", "tests.web.trial_app:app", "--port", str(port))
    folder = tmp_path_factory.mktemp("trial")
    with running(folder, command, url=f"http://127.0.0.1:{port}", inside=PROJECT) as started:
        yield started


@pytest.fixture
def attacker(tmp_path: Path) -> Iterator[str]:
    """Another site's page, on another port of this machine."""
    (tmp_path / "index.html").write_text(ATTACK, encoding="utf-8")

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Attackers keep no log."""

    site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=tmp_path))
    thread = threading.Thread(target=site.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{site.server_port}/index.html"
    site.shutdown()
    thread.join()
    site.server_close()


def settled(page: Page) -> Page:
    """The page, once a heading stands and the script has ended."""
    expect(page.locator("h1").first).to_be_visible(timeout=20_000)
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    return page


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("dark", [False, True])
def test_no_page_talks_to_another_host_or_breaks_the_policy(
    server: RunningServer, open_page: OpenPage, address: str, *, dark: bool
) -> None:
    page = settled(open_page(f"{server.url}{address}", dark=dark))

    page.wait_for_load_state("networkidle")


def test_every_answer_a_browser_gets_has_the_policy(
    server: RunningServer, open_page: OpenPage
) -> None:
    page = open_page(f"{server.url}/health")
    answers: list[Response] = []

    def remember(answer: Response) -> None:
        answers.append(answer)

    page.on("response", remember)

    page.goto(f"{server.url}/")
    settled(page)

    bare = [a.url for a in answers if "content-security-policy" not in a.headers]
    assert len(answers) > 20
    assert [url for url in bare if url.startswith("http")] == []


@pytest.mark.parametrize(
    ("query", "locale", "tag"),
    [
        ("?lang=zh", "en-GB", "zh-CN"),
        ("?lang=en", "zh-CN", "en"),
        ("", "zh-CN", "zh-CN"),
        ("", "de-DE", "en"),
    ],
)
def test_the_page_says_which_language_it_is_in(
    server: RunningServer, open_page: OpenPage, query: str, locale: str, tag: str
) -> None:
    page = settled(open_page(f"{server.url}/{query}", locale=locale))

    expect(page.locator("html")).to_have_attribute("lang", tag)


def test_a_script_that_got_into_the_page_does_not_run(
    server: RunningServer, open_page: OpenPage
) -> None:
    page = settled(open_page(f"{server.url}/", watched=False))

    page.evaluate(
        """() => {
          const inline = document.createElement("script");
          inline.textContent = "window.ran = 'inline'";
          document.body.append(inline);
          const attribute = document.createElement("img");
          attribute.setAttribute("onerror", "window.ran = 'attribute'");
          attribute.src = "data:,";
          document.body.append(attribute);
          const foreign = document.createElement("script");
          foreign.src = "https://example.org/x.js";
          document.body.append(foreign);
        }"""
    )
    page.wait_for_timeout(500)

    assert page.evaluate("window.ran") is None


def test_nothing_can_be_sent_elsewhere(server: RunningServer, open_page: OpenPage) -> None:
    page = settled(open_page(f"{server.url}/", watched=False))

    sent = page.evaluate("fetch('https://example.org/').then(() => 'sent', () => 'blocked')")

    assert sent == "blocked"


def test_another_sites_page_gets_nothing(
    server: RunningServer, attacker: str, open_page: OpenPage
) -> None:
    page = open_page(f"{attacker}?target={server.url}", watched=False)

    wait_until(page, "Object.keys(window.seen).length === 3")
    page.wait_for_timeout(500)

    assert page.evaluate("window.seen") == {
        "socket": "refused",
        "fetch": "refused",
        "picture": "refused",
    }
    assert page.frames[1].locator("#root").count() == 0


def test_a_foreign_name_that_leads_here_gets_the_refusal(
    server: RunningServer, open_page: OpenPage
) -> None:
    page = open_page(f"http://{REBOUND}:{server.port}/", watched=False)

    expect(page.locator("h1").first).to_have_text("Open Candour on the machine it runs on")
    assert page.locator("#root").count() == 0


@pytest.mark.parametrize("dark", [False, True])
def test_the_refusal_is_readable_for_everybody(
    server: RunningServer, open_page: OpenPage, *, dark: bool
) -> None:
    page = open_page(f"http://{REBOUND}:{server.port}/", dark=dark, size=PHONE, watched=False)

    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


@pytest.mark.parametrize(
    ("dark", "ground"), [(False, "rgb(251, 250, 247)"), (True, "rgb(21, 24, 30)")]
)
def test_the_theme_follows_the_reader(
    server: RunningServer, open_page: OpenPage, ground: str, *, dark: bool
) -> None:
    page = settled(open_page(f"{server.url}/", dark=dark))

    expect(page.get_by_test_id("stApp")).to_have_css("background-color", ground)


@pytest.mark.parametrize("button", ["Fail in a callback", "Fail in a part", "Fail in the page"])
@pytest.mark.parametrize(
    ("lang", "words"), [("en", "Something went wrong on this page"), ("zh", "页面")]
)
def test_a_failing_page_helps_and_tells_the_log_alone_how_it_broke(
    trial: RunningServer, open_page: OpenPage, button: str, lang: str, words: str
) -> None:
    page = settled(open_page(f"{trial.url}/?lang={lang}"))

    page.get_by_role("button", name=button, exact=True).click()

    alert = page.get_by_test_id("stAlert")
    expect(alert).to_contain_text(words)
    shown = page.locator("body").inner_text()
    assert "secret" not in shown
    assert "Traceback" not in shown
    (reference,) = re.findall(r"[0-9A-F]{6}", alert.inner_text())
    assert f"reference {reference}" in trial.log
    assert "innermost secret" in trial.log
