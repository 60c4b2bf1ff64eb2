"""What the server promises every browser: no other host, no foreign script, no way in.

That no page talks to another host or breaks the policy is seen wherever a test opens one: each is
watched, and the first test here shows that a breach is noticed.
"""

import http.server
import re
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Response, expect

from tests.browser.conftest import DESKTOP, PHONE, OpenPage
from tests.browser.furnished import Furnished
from tests.browser.inspection import Theme, axe_findings, beyond_the_window
from tests.browser.respondent import settled
from tests.browser.waiting import wait_until
from tests.browser.walks import go_to
from tests.browser.watching import Watch
from tests.chromium import REBOUND
from tests.running_server import PROJECT, RunningServer, free_port, running

SCHEMES: Final[tuple[Theme, ...]] = ("light", "dark")
BREACHES = """() => {
  window.breaches = [];
  document.addEventListener("securitypolicyviolation", breach => {
    window.breaches.push(breach.effectiveDirective);
  });
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
  return fetch("https://example.org/").then(() => "sent", () => "blocked");
}"""
"""What a script would try that got into the page."""
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
def server(furnished: Furnished) -> RunningServer:
    return furnished.empty


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


def test_what_got_into_a_page_neither_runs_nor_sends_and_is_noticed(
    server: RunningServer, open_page: OpenPage
) -> None:
    page = settled(open_page(server.url, watched=False))
    watch = Watch(server.url)

    with watch.over(page):
        sent = page.evaluate(BREACHES)
        wait_until(page, "window.breaches.length >= 4")

    assert sent == "blocked"
    assert page.evaluate("window.ran") is None
    assert set(page.evaluate("window.breaches")) == {
        "script-src-elem",
        "script-src-attr",
        "connect-src",
    }
    for breach in ("script-src-elem", "script-src-attr", "connect-src"):
        assert any(f"policy: {breach} forbids" in problem for problem in watch.problems)


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
    ("locale", "tag", "other", "other_tag"),
    [("zh-CN", "zh-CN", "en", "en"), ("de-DE", "en", "zh", "zh-CN")],
)
def test_the_page_says_which_language_it_is_in(
    server: RunningServer, open_page: OpenPage, locale: str, tag: str, other: str, other_tag: str
) -> None:
    """The one that the address asks for, else the browser's, else English."""
    page = settled(open_page(server.url, locale=locale))
    expect(page.locator("html")).to_have_attribute("lang", tag)

    go_to(page, f"/?lang={other}")

    expect(page.locator("html")).to_have_attribute("lang", other_tag)


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


def test_the_refusal_is_readable_for_everybody(server: RunningServer, open_page: OpenPage) -> None:
    page = open_page(f"http://{REBOUND}:{server.port}/", watched=False)

    for width, height in (DESKTOP, PHONE):
        page.set_viewport_size({"width": width, "height": height})
        assert beyond_the_window(page) == []
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert list(axe_findings(page)) == [], f"{width} {scheme}"


@pytest.mark.parametrize(
    ("button", "lang", "words"),
    [
        ("Fail in a callback", "en", "Something went wrong on this page"),
        ("Fail in a part", "zh", "页面"),
        ("Fail in the page", "en", "Something went wrong on this page"),
    ],
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
