"""What is said to a browser within one rest is sent together, by Streamlit's own runtime."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime, RuntimeConfig, runtime
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.session_manager import SessionClient

from dashboard.views.sending import rest_now
from tests.apart import run_apart

LONG_REST = 0.5
MANY_STEPS = 50


@dataclass
class Browser(SessionClient):
    got: list[str] = field(default_factory=list)

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        self.got.append(msg.page_not_found.page_name)


def message(word: str) -> ForwardMsg:
    made = ForwardMsg()
    made.page_not_found.page_name = word
    return made


async def steps() -> None:
    for _ in range(MANY_STEPS):
        await asyncio.sleep(0)


async def told(monkeypatch: pytest.MonkeyPatch, *, at_rest: bool) -> tuple[list[str], list[str]]:
    """What a browser has got of two words as soon as both are said, and in the end."""
    monkeypatch.setattr(runtime, "MESSAGE_FLUSH_INTERVAL_SECS", 0)
    served = Runtime(
        RuntimeConfig(
            script_path=str(Path(__file__)),
            media_file_storage=MemoryMediaFileStorage("/media"),
            uploaded_file_manager=MemoryUploadedFileManager("/upload"),
        )
    )
    await served.start()
    browser = Browser()
    info = served._session_mgr.get_active_session_info(served.connect_session(browser, {}))
    assert info
    await steps()
    monkeypatch.setattr(runtime, "MESSAGE_FLUSH_INTERVAL_SECS", LONG_REST)

    if at_rest:
        await rest_now()
    for word in ("the run begins", "an answer is saved"):
        info.session._enqueue_forward_msg(message(word))
        await steps()
    at_once = list(browser.got)
    await asyncio.sleep(2 * LONG_REST)
    served.stop()
    await served.stopped
    return at_once, browser.got


@pytest.mark.parametrize("at_rest", [True, False])
def test_nothing_is_sent_before_the_rest_is_over(
    monkeypatch: pytest.MonkeyPatch, *, at_rest: bool
) -> None:
    monkeypatch.setattr(Runtime, "_instance", None)

    at_once, in_the_end = run_apart(told(monkeypatch, at_rest=at_rest))

    assert at_once == ([] if at_rest else ["the run begins"])
    assert in_the_end == ["the run begins", "an answer is saved"]
