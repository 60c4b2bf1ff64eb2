"""The command line as a whole: help, wrong usage, and what only a real process shows."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from dashboard.cli import COMMANDS, candour
from tests.commands.conftest import Candour, run_anew, worked_brand
from tests.running_server import PROJECT, clean_environment

__all__ = ["run_anew", "worked_brand"]

FULL = Path("/dev/full")
DAMAGED = "damaged\x00" * 2_000


def paths(group: click.Group, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command and every group of commands, as it is typed."""
    yield before
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from paths(command, (*before, name))
        else:
            yield (*before, name)


ALL = list(paths(candour))


def in_a_process(
    folder: Path,
    *words: object,
    stdout: int = subprocess.PIPE,
    encoding: str = "utf-8",
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "dashboard", *map(str, words)],
        cwd=folder,
        env=clean_environment(folder, PYTHONIOENCODING=encoding),
        stdout=stdout,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )


def test_the_commands_are_those_that_are_promised() -> None:
    assert set(COMMANDS) == {
        *("serve", "check", "score", "import", "export", "demo", "list", "report", "workshop"),
        "cohort",
        *("migrate", "backup", "restore", "settings"),
    }
    assert {words for words in ALL if words[:1] == ("demo",)} == {
        ("demo",),
        ("demo", "load"),
        ("demo", "remove"),
    }


@pytest.mark.parametrize("words", ALL, ids=" ".join)
@pytest.mark.parametrize("help_", ["--help", "-h"])
def test_every_command_has_help_that_touches_nothing(
    words: tuple[str, ...],
    help_: str,
    run_anew: Candour,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CANDOUR_PUBLIC_URL", "not an address")

    result = run_anew(*words, help_)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Usage: ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("scores",),
        ("--json",),
        ("score",),
        ("score", "a.json", "--yaml"),
        ("import",),
        ("import", "a.json", "--replace"),
        ("export",),
        ("export", "someid"),
        ("list", "extra"),
        ("demo",),
        ("demo", "reload"),
        ("workshop",),
        ("workshop", "open"),
        ("workshop", "open", "someid", "--expected", "0"),
        ("workshop", "open", "someid", "--expected", "many"),
        ("workshop", "open", "someid", "--lang", "fr"),
        ("workshop", "open", "someid", "--lang", ""),
        ("workshop", "status"),
        ("workshop", "reveal", "ACDE-FGHJ", "now"),
        ("workshop", "agree", "ACDE-FGHJ", "ST4.1", "2"),
        ("workshop", "agree", "ACDE-FGHJ", "ST4.1", "--reason", "x"),
        ("workshop", "votes", "ACDE-FGHJ"),
        ("workshop", "votes", "ACDE-FGHJ", "--out", "votes.ods"),
        ("workshop", "votes", "ACDE-FGHJ", "--out", "votes.xlsx", "--shape", "long"),
        ("workshop", "votes", "ACDE-FGHJ", "--out", "votes.csv", "--shape", "round"),
        ("backup",),
        ("backup", "a.zip", "b.zip"),
        ("restore",),
        ("serve", "--port", "many"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_status_two_with_nothing_on_standard_output(
    words: tuple[str, ...], run_anew: Candour, tmp_path: Path
) -> None:
    result = run_anew(*words)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(("Usage: ", "Error: "))
    assert words or "Commands:" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_results_and_complaints_go_to_different_places(worked_brand: Path, tmp_path: Path) -> None:
    scored = in_a_process(tmp_path, "score", worked_brand, "--json")
    refused = in_a_process(tmp_path, "score", worked_brand, "none.json", "--json")

    assert (scored.returncode, scored.stderr) == (0, b"")
    assert json.loads(scored.stdout)["overall"]["score"] == 40.625
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert refused.stderr == b"none.json: cannot be read: no such file or directory\n"


@pytest.mark.slow
def test_a_database_that_cannot_be_used_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "candour.db").write_text(DAMAGED)

    listed = in_a_process(tmp_path, "list")
    served = in_a_process(tmp_path, "serve", "--port", "0")

    for done in (listed, served):
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.count(b"\n") == 1
        assert b"Traceback" not in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    "encoding",
    [
        "ascii",
        "gb18030",
        *(pytest.param(one, marks=pytest.mark.variant) for one in ("latin-1", "utf-8")),
    ],
)
def test_a_name_that_the_terminal_cannot_show_stops_nothing(encoding: str, tmp_path: Path) -> None:
    file = PROJECT / "data" / "demo" / "zixu-bookshop-2026-q4.json"
    shown = {"latin-1": rb"\u5b50\u865a\u4e66\u574a", "gb18030": "子虚书坊".encode("gb18030")}

    done = in_a_process(tmp_path, "score", file, "无.json", encoding=encoding)
    scored = in_a_process(tmp_path, "score", file, encoding=encoding)

    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (1, b"", 1)
    assert (scored.returncode, scored.stderr) == (0, b"")
    assert scored.stdout.startswith(shown.get(encoding, "子虚书坊".encode()))


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_json_is_json_in_every_encoding(encoding: str, worked_brand: Path, tmp_path: Path) -> None:
    document = json.loads(worked_brand.read_text("utf-8")) | {"brand": {"name": "Café 🍵 茶"}}
    file = tmp_path / "tea.json"
    file.write_text(json.dumps(document), "utf-8")
    (tmp_path / "data").mkdir()
    assert in_a_process(tmp_path, "import", file).returncode == 0

    listed = in_a_process(tmp_path, "list", "--json", encoding=encoding)

    assert (listed.returncode, listed.stderr) == (0, b"")
    (row,) = json.loads(listed.stdout.decode(encoding))
    assert row["brand"] == "Café 🍵 茶"


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise on Windows")
@pytest.mark.parametrize("words", [["score", "FILE", "--json"], ["score", "FILE"], ["--help"]])
def test_a_reader_that_goes_away_is_no_reason_for_a_traceback(
    words: list[str], worked_brand: Path, tmp_path: Path
) -> None:
    reading, writing = os.pipe()
    os.close(reading)

    file = str(worked_brand)
    given = [file if word == "FILE" else word for word in words]
    done = in_a_process(tmp_path, *given, stdout=writing)
    os.close(writing)

    assert done.stderr == b""
    assert done.returncode == 1


@pytest.mark.slow
@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")
def test_what_cannot_be_printed_is_said_in_one_line(worked_brand: Path, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with FULL.open("wb") as full:
        helped = in_a_process(tmp_path, "score", "--help", stdout=full.fileno())
        imported = in_a_process(tmp_path, "import", worked_brand, stdout=full.fileno())
    listed = in_a_process(tmp_path, "list").stdout.decode()

    assert (helped.returncode, helped.stderr) == (1, b"the output: No space left on device\n")
    assert imported.returncode == 1
    id_ = listed.split()[0]
    assert imported.stderr.decode() == (
        f"imported as {id_}, which cannot be printed: No space left on device\n"
    )
