"""What the relay does by itself: no neighbour answers, or there is too much to pass on."""

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from dashboard.web.relay import MOST_BYTES, Neighbour, Relay
from tests.apart import run_apart
from tests.running_server import free_port

UPLOAD = "/_stcore/upload_file/theirs/1"


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Say how much came."""
    message = await receive()
    found = 404 if scope["path"].startswith("/media/") else 200
    answer = PlainTextResponse(str(len(message.get("body", b""))), status_code=found)
    await answer(scope, receive, send)


def answered(path: str, *chunks: bytes, relayed: bool = False) -> tuple[int, bytes]:
    relay = Relay(
        app,
        neighbour=lambda: Neighbour(free_port(), keeps_agents=True, told=lambda pages: None),
        has_session=lambda session: session == "ours",
    )
    messages = [
        {"type": "http.request", "body": chunk, "more_body": number < len(chunks)}
        for number, chunk in enumerate(chunks, 1)
    ]
    sent: list[Message] = []

    async def receive() -> Message:
        return messages.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "PUT",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(b"candour-relayed", b"1")] if relayed else [],
    }
    run_apart(relay(scope, receive, send))
    assert [message["type"] for message in sent] == ["http.response.start", "http.response.body"]
    return sent[0]["status"], sent[1]["body"]


@pytest.mark.parametrize("path", [UPLOAD, "/_stcore/agent/interact"])
def test_what_the_other_does_not_answer_is_answered_here_in_full(path: str) -> None:
    assert answered(path, b"one", b"two") == (200, b"6")


def test_a_file_that_nobody_has_is_missing_once() -> None:
    assert answered("/media/none.csv", b"") == (404, b"0")


def test_what_is_ours_or_was_passed_on_is_read_piece_by_piece() -> None:
    assert answered(UPLOAD.replace("theirs", "ours"), b"one", b"two") == (200, b"3")
    assert answered(UPLOAD, b"one", b"two", relayed=True) == (200, b"3")


def test_more_than_the_app_takes_is_refused_before_it_is_all_here() -> None:
    half = bytes(MOST_BYTES // 2 + 1)

    status, _ = answered(UPLOAD, half, half, half)

    assert status == 413
