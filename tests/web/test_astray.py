"""An address that goes one step too far leads to the page that it begins with."""

import pytest

from dashboard.views.pages import PATHS
from tests.running_server import RunningServer
from tests.web.raw_http import ask


@pytest.mark.parametrize("page", PATHS)
def test_the_page_is_found_again_with_all_that_was_asked(server: RunningServer, page: str) -> None:
    answer = ask(server.port, f"/{page}/2026?lang=zh&assessment=a%26b")

    assert answer.status == 307
    assert answer.headers["location"] == f"../{page}?lang=zh&assessment=a%26b"
    assert ask(server.port, f"/{page}?lang=zh").status == 200


def test_what_the_start_page_asks_for_is_answered_as_before(server: RunningServer) -> None:
    assert ask(server.port, "/results/_stcore/health").status != 307
    assert ask(server.port, "/_stcore/health").status == 200
