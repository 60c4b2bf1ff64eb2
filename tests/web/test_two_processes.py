"""When people come in numbers two processes answer, and nobody can tell which."""

import asyncio
import json
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from urllib.parse import quote

import psutil
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.apart import run_apart
from tests.browser.furnished import commands
from tests.perf.streamlit_client import Visit, visit
from tests.running_server import RunningServer, serving
from tests.web.raw_http import ask
from tests.web.second_process import NEEDS_TWO, PATIENCE_SECONDS, is_awake, second, until

pytestmark = [pytest.mark.slow, NEEDS_TWO]

PEOPLE = 5
CONNECTIONS = 6
"""So many that they hardly all reach the same process."""
AGENTS = "[server]\nenableAgentApi = true\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("two")
    own = folder / "empty" / ".streamlit" / "config.toml"
    own.parent.mkdir(parents=True)
    own.write_text(AGENTS)
    with serving(folder, "--demo") as started:
        yield started


def pages_open(server: RunningServer) -> Counter[int]:
    """By process: connections of pages that stay open."""
    return Counter(
        process.pid
        for process in (psutil.Process(server.process.pid), second(server))
        for connection in process.net_connections("tcp")
        if connection.status == psutil.CONN_ESTABLISHED and connection.laddr.port == server.port
    )


async def everybody_in(server: RunningServer, visits: AsyncExitStack) -> list[Visit]:
    """Open pages of a plan with something to download, the second process awake from the third."""
    plan = planned(server)
    people: list[Visit] = []
    for number in range(PEOPLE):
        person = await visits.enter_async_context(visit(server.url, "plan", assessment=plan))
        await person.open()
        people.append(person)
        if number == 1:
            await asyncio.to_thread(until, lambda: is_awake(server))
    return people


def planned(server: RunningServer) -> str:
    (printed,) = commands(server.data_dir.parent, [("list", "--json")])
    listed = json.loads(printed)
    return next(str(one["id"]) for one in listed if one["status"] == "complete")


def test_one_person_is_answered_by_one_process_and_many_by_two(server: RunningServer) -> None:
    async def come() -> None:
        async with AsyncExitStack() as visits:
            person = await visits.enter_async_context(visit(server.url, lang="en"))
            await person.open()
            assert not is_awake(server)
            people = await everybody_in(server, visits)
            shares = pages_open(server)
            assert len(shares) == 2
            assert max(shares.values()) - min(shares.values()) <= 2
            for one in people:
                await one.rerun()

    run_apart(come())


def test_uploads_and_downloads_reach_the_session_wherever_it_is(server: RunningServer) -> None:
    async def come() -> None:
        async with AsyncExitStack() as visits:
            people = await everybody_in(server, visits)
            assert len(pages_open(server)) == 2
            for person in people:
                link = await link_of_a_download(person)
                await asyncio.to_thread(upload_and_download, server, person, link)

    run_apart(come())


async def link_of_a_download(person: Visit) -> str:
    """What the page is told when somebody presses the button."""
    button = next(
        shown.element.download_button
        for shown in person.screen.shown.values()
        if shown.element.WhichOneof("type") == "download_button"
    )
    asked = BackMsg()
    asked.backend_operation_request.request_id = "1"
    asked.backend_operation_request.session_id = person.session_id
    asked.backend_operation_request.deferred_file.file_id = button.deferred_file_id
    await person.socket.send(asked.SerializeToString())
    while True:
        told = ForwardMsg.FromString(await person.socket.recv(decode=False))
        if told.WhichOneof("type") == "backend_operation_response":
            return str(told.backend_operation_response.deferred_file.url)


def upload_and_download(server: RunningServer, person: Visit, link: str) -> None:
    ours = by_our_own_page(server)
    for number in range(CONNECTIONS):
        place = f"/_stcore/upload_file/{person.session_id}/{number}"
        sent = ask(server.port, place, *ours, *FORM, method="PUT", body=BODY)
        assert sent.status == 204, sent
        assert ask(server.port, place, *ours, method="DELETE").status == 204
        found = ask(server.port, quote(link, safe="/?=&%"))
        assert found.status == 200
        assert found.body


def by_our_own_page(server: RunningServer) -> tuple[str, str]:
    """What a browser adds to show that it is no other page that sends."""
    cookie = ask(server.port, "/_stcore/health").headers["set-cookie"].partition(";")[0]
    return f"Cookie: {cookie}", f"X-Xsrftoken: {cookie.partition('=')[2]}"


BODY = (
    b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.json"\r\n'
    b"Content-Type: application/json\r\n\r\n{}\r\n--x--\r\n"
)
FORM = (f"Content-Length: {len(BODY)}", "Content-Type: multipart/form-data; boundary=x")


def with_both_awake(server: RunningServer, work: Callable[[], None]) -> None:
    async def come() -> None:
        async with AsyncExitStack() as visits:
            await everybody_in(server, visits)
            await asyncio.to_thread(work)

    run_apart(come())


def test_what_neither_has_is_said_to_be_missing(server: RunningServer) -> None:
    def ask_in_vain() -> None:
        ours = by_our_own_page(server)
        for _ in range(CONNECTIONS):
            assert ask(server.port, "/media/none.csv").status == 404
            nobody = "/_stcore/upload_file/nobody/1"
            assert ask(server.port, nobody, *ours, *FORM, method="PUT", body=BODY).status == 400

    with_both_awake(server, ask_in_vain)


def test_an_agent_finds_its_session_again(server: RunningServer) -> None:
    def work() -> None:
        found = interact(server, {})["session_id"]
        for _ in range(CONNECTIONS):
            assert interact(server, {"session_id": found})["session_id"] == found

    with_both_awake(server, work)


def interact(server: RunningServer, payload: dict[str, str]) -> dict[str, str]:
    request = urllib.request.Request(
        f"{server.url}/_stcore/agent/interact",
        json.dumps(payload).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as answer:
        told = json.load(answer)
    assert isinstance(told, dict)
    return told
