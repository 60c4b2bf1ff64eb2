"""Every answer carries the security headers: right ones, errors, refusals and empty ones."""

from collections.abc import Iterator

import pytest

from dashboard.page_language import LANG_SCRIPT, SCRIPTS
from dashboard.web.headers import content_security_policy, digest, inline_scripts
from tests.running_server import PROJECT, RunningServer, free_port, running
from tests.web.raw_http import Answer, ask

PAGE = """
<script>window.first = 1</script>
<SCRIPT type="module" src="./a.js"></SCRIPT>
<script nonce="">
  second()
</script>
"""


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    port = free_port()
    command = ("-m", "uvicorn", "tests.web.trial_app:app", "--port", str(port))
    folder = tmp_path_factory.mktemp("trial")
    with running(folder, command, url=f"http://127.0.0.1:{port}", inside=PROJECT) as server:
        yield server


def assert_has_headers(answer: Answer) -> None:
    headers = answer.headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))

    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["object-src"] == "'none'"
    assert policy["connect-src"] == "'self'"
    assert "unsafe" not in policy["script-src"]
    assert "http" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]


@pytest.mark.parametrize(
    ("method", "target", "status"),
    [
        ("GET", "/", 200),
        ("HEAD", "/", 200),
        ("GET", "/some/page", 200),
        ("GET", "/health", 200),
        ("GET", "/media/nothing.png", 404),
        ("GET", "/static/js/nothing.js", 200),
        ("GET", "/_stcore/host-config", 200),
        ("OPTIONS", "/_stcore/health", 204),
        ("POST", "/", 405),
        ("PUT", "/_stcore/upload_file/a/b", 403),
        ("GET", "/a/../b", 400),
        ("GET", "/fails", 500),
        ("GET", "//evil.example/", 400),
    ],
)
def test_every_kind_of_answer_has_the_headers(
    trial: RunningServer, method: str, target: str, status: int
) -> None:
    answer = ask(trial.port, target, method=method)

    assert answer.status == status
    assert_has_headers(answer)


def test_an_answer_without_content_has_them(trial: RunningServer) -> None:
    etag = ask(trial.port, "/favicon.png").headers["etag"]

    unchanged = ask(trial.port, "/favicon.png", f"If-None-Match: {etag}")

    assert unchanged.status == 304
    assert_has_headers(unchanged)


def test_a_part_of_a_file_has_them(trial: RunningServer) -> None:
    for asked, status in (("bytes=0-9", 206), ("bytes=99999999-", 416)):
        answer = ask(trial.port, "/favicon.png", f"Range: {asked}")
        assert answer.status == status
        assert_has_headers(answer)


def test_a_refusal_has_them(trial: RunningServer) -> None:
    refused = ask(trial.port, "/", host="evil.example")

    assert refused.status == 403
    assert_has_headers(refused)


def test_a_failing_route_tells_the_log_and_not_the_reader(trial: RunningServer) -> None:
    answer = ask(trial.port, "/fails")

    assert "secret" not in answer.body
    assert "Traceback" not in answer.body
    assert "innermost secret" in trial.log


def test_the_refusal_says_in_both_languages_what_to_do(trial: RunningServer) -> None:
    page = ask(trial.port, "/", host="evil.example").body

    assert '<html lang="en">' in page
    assert '<section lang="zh-CN">' in page
    assert "http://localhost:8501" in page
    assert "请打开" in page
    assert "http" not in page.replace("http://localhost:8501", "")


def test_only_the_scripts_of_the_page_itself_are_allowed() -> None:
    first, second = inline_scripts(PAGE)

    policy = content_security_policy(PAGE, ["own()"])

    assert (first, second) == ("window.first = 1", "\n  second()\n")
    for script in (first, second, "own()"):
        assert digest(script) in policy
    assert digest("other()") not in policy


def test_what_the_pages_insert_is_what_the_policy_allows() -> None:
    for lang, element in LANG_SCRIPT.items():
        assert inline_scripts(element) == (SCRIPTS[lang],)
