"""The second process comes with the second page, and goes with the first process."""

import asyncio
import os
import signal
import subprocess
import sys
from contextlib import AsyncExitStack
from pathlib import Path

import psutil
import pytest

from tests.apart import run_apart
from tests.browser.furnished import commands
from tests.perf.streamlit_client import visit
from tests.running_server import SERVE, RunningServer, clean_environment, free_port, serving
from tests.web.raw_http import ask
from tests.web.second_process import NEEDS_TWO, PATIENCE_SECONDS, is_awake, second, until

pytestmark = [pytest.mark.slow, NEEDS_TWO]

PEOPLE = 5


async def wake(server: RunningServer, visits: AsyncExitStack) -> None:
    """Open two pages, whatever they show."""
    for _ in range(2):
        await visits.enter_async_context(visit(server.url))
    await asyncio.to_thread(until, lambda: is_awake(server))


@pytest.mark.parametrize(
    ("sign", "awake"),
    [
        (signal.SIGTERM, True),
        pytest.param(signal.SIGINT, True, marks=pytest.mark.variant),
        pytest.param(signal.SIGKILL, True, marks=pytest.mark.variant),
        (signal.SIGKILL, False),
    ],
)
def test_both_end_together(tmp_path: Path, sign: signal.Signals, awake: bool) -> None:
    async def come(server: RunningServer) -> psutil.Process:
        async with AsyncExitStack() as visits:
            if awake:
                await wake(server, visits)
                for _ in range(PEOPLE):
                    person = await visits.enter_async_context(visit(server.url))
                    await person.open()
                commands(server.data_dir.parent, [("demo", "load")])
            other = second(server)
            os.kill(server.process.pid, sign)
            await asyncio.to_thread(server.process.wait, PATIENCE_SECONDS)
            return other

    with serving(tmp_path) as server:
        other = run_apart(come(server))
        until(lambda: not other.is_running())
        log_left = list(server.data_dir.glob("*-wal"))
        assert not log_left or sign is signal.SIGKILL
        assert server.process.returncode in {0, -sign}
        assert "Traceback" not in server.log
        with pytest.raises(OSError, match="refused"):
            ask(server.port)


def answers_at(port: int) -> bool:
    """False as long as what the system is still clearing away is given the connection."""
    try:
        return ask(port, "/health").status == 200
    except OSError:
        return False


def test_without_the_second_process_the_first_answers_everybody(tmp_path: Path) -> None:
    async def come(server: RunningServer) -> None:
        async with AsyncExitStack() as visits:
            await wake(server, visits)
            other = second(server)
            other.kill()
            await asyncio.to_thread(until, lambda: other.status() == psutil.STATUS_ZOMBIE)
            await asyncio.to_thread(until, lambda: answers_at(server.port))
            for _ in range(PEOPLE):
                person = await visits.enter_async_context(visit(server.url, lang="en"))
                await person.open()

    with serving(tmp_path) as server:
        run_apart(come(server))


def test_two_that_start_at_once_do_not_share_an_address(tmp_path: Path) -> None:
    port = free_port()
    command = [sys.executable, *SERVE, "--port", str(port), "--no-demo"]
    both = [
        subprocess.Popen(command, env=clean_environment(tmp_path), stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    try:
        until(lambda: any(one.poll() is not None for one in both))
        (refused,) = (one for one in both if one.poll() is not None)
        assert refused.returncode == 1
        assert refused.stderr is not None
        assert f"cannot listen on http://127.0.0.1:{port}" in refused.stderr.read().decode()
        assert ask(port, "/health").status == 200
    finally:
        for one in both:
            one.terminate()
            one.wait(PATIENCE_SECONDS)
            if one.stderr:
                one.stderr.close()


def test_what_is_corrected_in_one_is_corrected_in_both(tmp_path: Path) -> None:
    script = """
import os
from dashboard import bootstrap
from dashboard.web import standby
def correct_and_end():
    bootstrap.correct_public_url("http://192.0.2.7:8501")
    bootstrap.reset()
other = standby.stand_by(correct_and_end)
assert bootstrap.get_public_url() is None
other.wake()
os.waitpid(other.process, 0)
print(bootstrap.get_public_url())
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=clean_environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=True,
    )
    assert done.stdout == "http://192.0.2.7:8501\n"


@pytest.mark.parametrize(
    "closed",
    [
        *(pytest.param(one, marks=pytest.mark.variant) for one in (">&-", "2>&-")),
        "<&- >&- 2>&-",
    ],
)
def test_nobody_needs_to_listen_to_what_it_says(tmp_path: Path, closed: str) -> None:
    port = free_port()
    command = f"exec {sys.executable} {' '.join(SERVE)} --port {port} --no-demo {closed}"
    with subprocess.Popen(command, shell=True, env=clean_environment(tmp_path)) as server:
        try:
            until(lambda: server.poll() is not None or answers_at(port))
            assert server.poll() is None
        finally:
            server.terminate()
