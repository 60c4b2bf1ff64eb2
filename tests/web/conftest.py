"""One real server for all tests that only ask."""

from collections.abc import Iterator

import pytest

from tests.running_server import RunningServer, serving


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with serving(tmp_path_factory.mktemp("served")) as running:
        yield running
