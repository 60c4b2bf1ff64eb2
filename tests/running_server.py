"""Starts the real app as a process of its own, waits until it answers, and ends that process."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.error import URLError

PROJECT: Final = Path(__file__).resolve().parents[1]
SERVE: Final = ("-m", "dashboard", "serve")
START_SECONDS: Final = 60
STOP_SECONDS: Final = 15


@dataclass(frozen=True)
class RunningServer:
    """A server that answers; `log` holds what it has printed so far."""

    url: str
    process: subprocess.Popen[bytes]
    data_dir: Path
    log_file: Path

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    @property
    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8", errors="replace")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def clean_environment(folder: Path, **extra: str) -> dict[str, str]:
    """This process's environment without its Candour settings and without its home."""
    inherited = {name: value for name, value in os.environ.items() if "CANDOUR" not in name}
    return inherited | {
        "HOME": str(folder),
        "PYTHONPATH": str(PROJECT),
        "PYTHONUNBUFFERED": "1",
        "CANDOUR_DATA_DIR": str(folder / "data"),
        **extra,
    }


@contextmanager
def serving(
    folder: Path, *options: str, env: Mapping[str, str] | None = None
) -> Iterator[RunningServer]:
    """`serve` on a free port of the loopback address, without the demo unless asked for."""
    demo = () if "--demo" in options else ("--no-demo",)
    command = (*SERVE, "--port", "0", *demo, *options)
    with running(folder, command, env=env) as server:
        yield server


@contextmanager
def running(
    folder: Path,
    python_arguments: Sequence[str],
    *,
    url: str | None = None,
    env: Mapping[str, str] | None = None,
    inside: Path | None = None,
) -> Iterator[RunningServer]:
    """Run Python with these arguments until the block ends, `inside` a folder, else an empty one.

    `url` is the address it was told; None reads it from what the server prints.
    """
    empty = folder / "empty"
    empty.mkdir(parents=True, exist_ok=True)
    log_file = folder / "server.log"
    with log_file.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, *python_arguments],
            cwd=inside or empty,
            env=clean_environment(folder, **(env or {})),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        found = _wait_until_healthy(process, log_file, url)
        yield RunningServer(found, process, folder / "data", log_file)
    finally:
        _stop(process)


def _wait_until_healthy(process: subprocess.Popen[bytes], log_file: Path, url: str | None) -> str:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        address = url or _printed_address(log_file)
        if address and _is_healthy(address):
            return address
        time.sleep(0.05)
    printed = log_file.read_text(encoding="utf-8", errors="replace")
    raise AssertionError(f"the server did not start (status {process.poll()}):\n{printed}")


def _printed_address(log_file: Path) -> str | None:
    found = re.search(r"^Candour: (http://\S+)$", log_file.read_text("utf-8", "replace"), re.M)
    return found[1] if found else None


def _is_healthy(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/health", timeout=5) as answer:
            return bool(json.load(answer) == {"status": "ok"})
    except (URLError, OSError):
        return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
