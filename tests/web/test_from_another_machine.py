"""A phone in the room reaches the participants' pages and nothing else."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from subprocess import CalledProcessError
from typing import Final

import pytest

from tests.browser.furnished import command, document, imported
from tests.conftest import NO_NAMESPACE, missing
from tests.running_server import RunningServer, serving
from tests.web.neighbour import Neighbour, can_have_neighbours, neighbour

CLOSED: Final = (
    "/",
    "/assess",
    "/results",
    "/workshop",
    "/library",
    "/static/index.html",
    "/media/anything.svg",
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/upload_file/x/y",
    "/component/x/index.html",
    "/join/../workshop",
    "/join/%2e%2e/workshop",
    "ws:/_stcore/stream",
    "ws:/join/_stcore/stream",
    "ws:/join",
)


@pytest.fixture(scope="module")
def other_machine() -> Iterator[Neighbour]:
    if not can_have_neighbours():
        raise missing(NO_NAMESPACE)
    with neighbour() as made:
        yield made


@pytest.fixture(scope="module")
def room(
    other_machine: Neighbour, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[RunningServer, str]]:
    """A server for a room, next door to the other machine, and the code of its workshop."""
    folder = tmp_path_factory.mktemp("room")
    (assessment,) = imported(folder, {"it": document("Room brand", {})}).values()
    printed = command(folder, "workshop", "open", assessment, "--json")
    with ExitStack() as started:
        with other_machine.next_door():
            server = started.enter_context(serving(folder, "--room"))
        yield server, code_in(printed)


def code_in(printed: str) -> str:
    code: str = json.loads(printed)["code"]
    return code


def test_the_invitation_opens_and_every_other_way_in_is_shut(
    other_machine: Neighbour, room: tuple[RunningServer, str]
) -> None:
    server, code = room
    doors = ("/health", "/join", f"/join/{code}")

    found = other_machine.statuses(server.port, [*doors, *CLOSED])

    let_in = {way: status for way, status in found.items() if status not in {400, 403}}
    assert let_in == dict.fromkeys(doors, 200)


def test_without_a_room_the_server_is_not_to_be_found_from_there(
    other_machine: Neighbour, tmp_path: Path
) -> None:
    with ExitStack() as started:
        with other_machine.next_door():
            server = started.enter_context(serving(tmp_path))
        with pytest.raises(CalledProcessError, match="non-zero"):
            other_machine.statuses(server.port, ["/health"])
