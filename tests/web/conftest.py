"""One real server for all tests that only ask."""

from collections.abc import Iterator

import pytest

from tests.phone import Answered
from tests.running_server import RunningServer, serving
from tests.web.browser import Browser
from tests.web.host import Host


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with serving(tmp_path_factory.mktemp("served")) as running:
        yield running


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A server of its own for the participants' door: wrong codes slow down other wrong ones."""
    with serving(tmp_path_factory.mktemp("hosted")) as running:
        made = Host.of(running)
        yield made
        made.store.close()


@pytest.fixture
def page(host: Host) -> tuple[Browser, Answered]:
    """Somebody who is in, and their first page."""
    phone = host.phone(**{"User-Agent": "Peculiar/7.3 (Telephone)"})
    return phone, phone.joins(host.workshop().code)
