"""The health check tells monitors the truth about the database, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.requests import Request

from dashboard import bootstrap
from dashboard.web.health import health
from tests.running_server import RunningServer
from tests.web.raw_http import ask


@pytest.fixture
def nothing_open_yet() -> Iterator[None]:
    bootstrap.reset()
    yield
    bootstrap.reset()


def test_it_answers_ok_while_the_database_does(server: RunningServer) -> None:
    answer = ask(server.port, "/health")

    assert (answer.status, answer.body) == (200, '{"status":"ok"}')
    assert answer.headers["content-type"] == "application/json"


@pytest.mark.usefixtures("nothing_open_yet")
def test_without_its_database_it_is_unavailable_and_only_the_log_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "letter.db").write_text("Dear reader, " * 200)
    monkeypatch.setenv("CANDOUR_DATABASE_URL", f"sqlite:///{tmp_path}/letter.db")

    answer = health(Request({"type": "http"}))

    assert answer.status_code == 503
    assert answer.body == b'{"status":"unavailable"}'
    assert "letter.db" in caplog.text
