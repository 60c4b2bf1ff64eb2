"""Three ways to start, the same rules; and how each says what keeps it from starting."""

import json
import signal
import socket
import subprocess
import sys
import tomllib
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard.commands.serve import CONFIG, flattened, serve
from tests.browser.furnished import commands
from tests.running_server import (
    PROJECT,
    SERVE,
    RunningServer,
    clean_environment,
    free_port,
    running,
    serving,
)
from tests.web.raw_http import ask, open_websocket, own_address

pytestmark = pytest.mark.slow

TRIAL = ("-m", "tests.web.trial_serve", "--port", "0", "--no-demo")
LIST = ("list", "--json")
WAYS = ("serve", "uvicorn", "streamlit run")


def command(way: str, port: int) -> tuple[str, ...]:
    return {
        "serve": (*SERVE, "--port", str(port), "--no-demo"),
        "uvicorn": ("-m", "uvicorn", "dashboard.app:app", "--port", str(port)),
        "streamlit run": (
            *("-m", "streamlit", "run", "dashboard/app.py"),
            *("--server.port", str(port)),
        ),
    }[way]


@pytest.fixture(params=WAYS, scope="module")
def started(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningServer]:
    port = free_port()
    # Even a server that believes every forwarding header must not let anybody in by one.
    with running(
        tmp_path_factory.mktemp("way"),
        command(request.param, port),
        url=f"http://127.0.0.1:{port}",
        env={"FORWARDED_ALLOW_IPS": "*"},
        inside=PROJECT,
    ) as server:
        yield server


def test_the_start_page_and_its_files_come_to_this_machine(started: RunningServer) -> None:
    assert ask(started.port, "/", host=f"localhost:{started.port}").status == 200
    assert ask(started.port, "/favicon.png").status == 200


def test_nothing_of_the_app_comes_to_another_name(started: RunningServer) -> None:
    for target in ("/", "/static/js/x.js", "/media/x", "/_stcore/host-config"):
        assert ask(started.port, target, host="evil.example").status == 403
    assert open_websocket(started.port, host="evil.example").status == 403


def test_a_forged_client_address_opens_nothing(started: RunningServer) -> None:
    assert ask(started.port, "/", "X-Forwarded-For: 127.0.0.1").status == 403
    assert open_websocket(started.port, "X-Forwarded-For: 127.0.0.1").status == 403


def test_the_websocket_opens_for_our_own_page_alone(started: RunningServer) -> None:
    host = f"127.0.0.1:{started.port}"

    assert open_websocket(started.port, f"Origin: http://{host}", host=host).status == 101
    assert open_websocket(started.port, "Origin: http://evil.example", host=host).status == 403


def test_it_listens_on_this_machine_alone(started: RunningServer) -> None:
    address = own_address()
    if address is None:
        pytest.skip("this machine is in no network")

    with pytest.raises(OSError, match="refused"):
        ask(started.port, "/", address=address)


def test_for_a_room_it_listens_everywhere_and_opens_the_doors_alone(tmp_path: Path) -> None:
    address = own_address()
    if address is None:
        pytest.skip("this machine is in no network")

    with serving(tmp_path, "--room") as server:
        for host in (address, "localhost", f"127.0.0.1:{server.port}"):
            assert ask(server.port, "/", host=host, address=address).status == 403
            assert ask(server.port, "/join/x", host=host, address=address).status == 404
            assert ask(server.port, "/health", host=host, address=address).status == 200
            assert open_websocket(server.port, host=host, address=address).status == 403
        assert ask(server.port, "/").status == 200
        assert f"Participants: http://{address}:{server.port}/join" in server.log


def test_the_room_is_told_the_address_one_has_named(tmp_path: Path) -> None:
    named = {"CANDOUR_PUBLIC_URL": "https://room.example/"}
    with serving(tmp_path, "--room", "--host", "127.0.0.1", env=named) as server:
        assert "Participants: https://room.example/join" in server.log


def test_speed_and_theme_are_in_force_in_an_empty_folder(tmp_path: Path) -> None:
    with running(tmp_path, TRIAL) as server:
        for name, value in flattened(tomllib.loads(CONFIG.read_text("utf-8"))):
            assert option(server, name) == value, name
        assert option(server, "runner.postScriptGC") is False
        assert option(server, "server.fileWatcherType") == "none"
        assert option(server, "theme.dark.primaryColor") == "#3B7AB0"
        assert option(server, "browser.gatherUsageStats") is False


def test_a_file_of_the_users_own_adds_settings_but_takes_none_away(tmp_path: Path) -> None:
    own = tmp_path / "empty" / ".streamlit" / "config.toml"
    own.parent.mkdir(parents=True)
    own.write_text("[server]\nenableAgentApi = true\n[runner]\npostScriptGC = true\n")

    with running(tmp_path, TRIAL) as server:
        assert option(server, "server.enableAgentApi") is True
        assert option(server, "runner.postScriptGC") is False


def test_nothing_is_said_about_other_hosts(started: RunningServer) -> None:
    assert "External URL" not in started.log
    assert "Network URL" not in started.log


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org", "localhost."])
def test_another_host_needs_to_be_asked_for_in_as_many_words(host: str) -> None:
    done = CliRunner().invoke(serve, ["--host", host])

    assert done.exit_code == 2
    assert "--room" in done.stderr
    assert isinstance(done.exception, SystemExit)


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = start_and_fail(tmp_path, "--port", str(port))

    assert done.returncode == 1
    assert f"cannot listen on http://127.0.0.1:{port}" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "data").exists()


def test_serve_says_in_a_line_what_keeps_it_from_starting(tmp_path: Path) -> None:
    done = start_and_fail(tmp_path, env={"CANDOUR_PUBLIC_URL": "nonsense"})

    assert done.returncode == 1
    assert done.stderr.startswith("CANDOUR_PUBLIC_URL=nonsense: expected")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("way", ["uvicorn", "streamlit run"])
def test_the_other_ways_say_it_without_a_traceback(tmp_path: Path, way: str) -> None:
    done = subprocess.run(
        [sys.executable, *command(way, free_port())],
        cwd=PROJECT,
        env=clean_environment(tmp_path, CANDOUR_PUBLIC_URL="nonsense"),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 3
    assert "Candour cannot start. CANDOUR_PUBLIC_URL=nonsense: expected" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_demo_comes_at_the_first_start_and_stays_away_once_removed(tmp_path: Path) -> None:
    unasked, asked = (*SERVE, "--port", "0"), (*SERVE, "--port", "0", "--demo")

    with running(tmp_path, unasked):
        pass
    at_first, _ = commands(tmp_path, [LIST, ("demo", "remove")])
    with running(tmp_path, unasked):
        pass
    (once_removed,) = commands(tmp_path, [LIST])
    with running(tmp_path, asked):
        pass
    (when_asked,) = commands(tmp_path, [LIST])

    found = [demo_brands(printed) > 0 for printed in (at_first, once_removed, when_asked)]
    assert found == [True, False, True]


def test_without_the_demo_there_is_nothing_in_it(server: RunningServer) -> None:
    (printed,) = commands(server.data_dir.parent, [LIST])

    assert json.loads(printed) == []


def test_the_printed_address_answers_and_ends_quietly_when_it_is_interrupted(
    tmp_path: Path,
) -> None:
    with serving(tmp_path) as server:
        assert ask(server.port, "/").status == 200
        server.process.send_signal(signal.SIGINT)

        assert server.process.wait(timeout=20) == 0
        assert server.log.splitlines() == [f"Candour: {server.url}"]


def demo_brands(printed: str) -> int:
    return sum(row["demo"] for row in json.loads(printed))


def option(server: RunningServer, name: str) -> object:
    with urllib.request.urlopen(f"{server.url}/option?name={name}", timeout=10) as answer:
        return json.load(answer)


def start_and_fail(
    folder: Path, *options: str, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *SERVE, "--no-demo", *options],
        cwd=folder,
        env=clean_environment(folder, **(env or {})),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
