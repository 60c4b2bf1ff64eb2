"""`migrate`, `backup`, `restore` and `settings`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard import bootstrap
from dashboard.services import answers
from tests.commands.conftest import Candour, WriteFile

Elsewhere = Callable[[str], None]


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Elsewhere:
    """Go on with another data folder."""

    def go(name: str) -> None:
        monkeypatch.setenv("CANDOUR_DATA_DIR", str(tmp_path / name))
        bootstrap.reset()

    return go


def listed(run: Candour) -> object:
    return json.loads(run("list", "--json").stdout)


def test_migrate_makes_the_database_and_may_be_called_again(
    run_anew: Candour, tmp_path: Path
) -> None:
    for _ in range(2):
        result = run_anew("migrate")
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout.endswith("candour.db is up to date.\n")
    assert (tmp_path / "data" / "candour.db").is_file()


@pytest.mark.parametrize("content", [b"not a database" * 500, b"x"])
def test_a_damaged_database_is_refused_and_left_as_it_is(
    run_anew: Candour, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "data" / "candour.db"
    file.parent.mkdir()
    file.write_bytes(content)

    for command in (["migrate"], ["list"], ["demo", "load"], ["backup", "b.zip"]):
        result = run_anew(*command)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "candour.db" in result.stderr
    assert file.read_bytes() == content


@pytest.mark.slow
def test_a_backup_is_restored_elsewhere_with_everything_in_it(
    run: Candour, write: WriteFile, elsewhere: Elsewhere, worked_brand: Path
) -> None:
    (id_,) = run("import", worked_brand).stdout.splitlines()
    run("demo", "load")
    before = listed(run)
    history = answers.history(bootstrap.get_acting(), id_, "ST4.1")

    backup = run("backup", "all.zip")
    elsewhere("new")
    restored = run("restore", "all.zip")

    for result in (backup, restored):
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout.startswith("all.zip ")
    assert listed(run) == before
    assert answers.history(bootstrap.get_acting(), id_, "ST4.1") == history


def test_work_is_replaced_only_when_it_is_said(
    run: Candour, write: WriteFile, elsewhere: Elsewhere
) -> None:
    run("import", write())
    before = listed(run)
    run("backup", "all.zip")
    elsewhere("new")
    run("import", write(brand={"name": "Birch Coffee"}))
    mine = listed(run)

    refused = run("restore", "all.zip")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "nothing was changed" in refused.stderr
    assert listed(run) == mine

    assert run("restore", "all.zip", "--replace").exit_code == 0
    assert listed(run) == before


def test_a_backup_overwrites_nothing(run: Candour) -> None:
    Path("kept.zip").write_text("mine")

    result = run("backup", "kept.zip")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "kept.zip is there already" in result.stderr
    assert Path("kept.zip").read_text() == "mine"


@pytest.mark.parametrize("out", ["none/a.zip", "a" * 5_000])
def test_a_place_that_cannot_be_written_is_refused(run: Candour, out: str) -> None:
    result = run("backup", out)

    assert (result.exit_code, result.stdout) == (1, "")
    assert out in result.stderr


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04", bytes(range(256)), b"x" * 5_000])
def test_what_is_no_backup_is_not_restored(
    run: Candour, write: WriteFile, content: bytes | None
) -> None:
    run("import", write())
    before = listed(run)
    if content is not None:
        Path("bad.zip").write_bytes(content)

    result = run("restore", "bad.zip", "--replace")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "bad.zip" in result.stderr
    assert listed(run) == before


def test_settings_show_every_value_and_where_it_comes_from(
    run_anew: Candour, tmp_path: Path
) -> None:
    result = run_anew("settings")

    assert (result.exit_code, result.stderr) == (0, "")
    lines = {line.split()[0]: line for line in result.stdout.splitlines()}
    assert list(lines) == [
        "CANDOUR_DATABASE_URL",
        "CANDOUR_DATA_DIR",
        "CANDOUR_QUESTIONNAIRES",
        "CANDOUR_PUBLIC_URL",
    ]
    assert lines["CANDOUR_DATA_DIR"].endswith(f"{tmp_path / 'data'}  (environment)")
    assert lines["CANDOUR_DATABASE_URL"].endswith("candour.db  (default)")
    assert not (tmp_path / "data").exists()


def test_no_password_is_printed_not_even_when_the_server_cannot_be_reached(
    run: Candour, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = "postgresql://ann:s3cret@127.0.0.1:1/candour?sslpassword=hush"
    monkeypatch.setenv("CANDOUR_DATABASE_URL", url)

    shown, refused = run("settings"), run("migrate")

    assert shown.exit_code == 0
    assert "ann:***@127.0.0.1:1/candour" in shown.stdout
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "127.0.0.1" in refused.stderr
    for printed in (shown.stdout, refused.stderr):
        assert "s3cret" not in printed
        assert "hush" not in printed


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CANDOUR_DATABASE_URL", "mysql://ann:s3cret@db/candour"),
        ("CANDOUR_QUESTIONNAIRES", "nowhere"),
        ("CANDOUR_PUBLIC_URL", "not an address"),
        ("CANDOUR_DATABASE", "misspelt"),
    ],
)
@pytest.mark.parametrize("command", [("settings",), ("list",), ("check",), ("migrate",)])
def test_a_wrong_setting_is_refused_with_its_name(
    run: Candour, monkeypatch: pytest.MonkeyPatch, name: str, value: str, command: tuple[str]
) -> None:
    monkeypatch.setenv(name, value)

    result = run(*command)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(name)
    assert "s3cret" not in result.stderr
