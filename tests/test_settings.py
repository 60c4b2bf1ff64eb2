"""The environment: what it may say, what it means, and how a wrong value is refused."""

import os
from pathlib import Path

import pytest

from dashboard.settings import PROJECT, Settings, SettingsError, masked
from dashboard.store.engine import parse


def problems_of(**env: str) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as refused:
        Settings.from_environment(env)
    return refused.value.problems


def test_without_any_variable_everything_lies_in_the_projects_data_folder() -> None:
    settings = Settings.from_environment({"PATH": "/bin"})

    assert settings.data_dir == PROJECT / "data"
    assert settings.database_url == f"sqlite:///{(PROJECT / 'data').as_posix()}/candour.db"
    assert settings.questionnaire_folders == ()
    assert settings.public_url is None


def test_the_database_follows_the_data_folder(tmp_path: Path) -> None:
    settings = Settings.from_environment({"CANDOUR_DATA_DIR": str(tmp_path)})

    assert settings.database_url == f"sqlite:///{tmp_path.as_posix()}/candour.db"


def test_a_percent_sign_in_the_data_folder_is_no_code_of_another_character(tmp_path: Path) -> None:
    settings = Settings.from_environment({"CANDOUR_DATA_DIR": str(tmp_path / "my%20data")})

    assert parse(settings.database_url).database == f"{tmp_path.as_posix()}/my%20data/candour.db"


def test_a_blank_value_counts_as_not_set() -> None:
    blank = {"CANDOUR_DATABASE_URL": " ", "CANDOUR_PUBLIC_URL": "", "CANDOUR_QUESTIONNAIRES": ""}

    assert Settings.from_environment(blank) == Settings.from_environment({})


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_means_the_same_driver(scheme: str) -> None:
    settings = Settings.from_environment({"CANDOUR_DATABASE_URL": f"{scheme}://u:p@h:5433/db?a=b"})

    assert settings.database_url == "postgresql+psycopg://u:p@h:5433/db?a=b"


@pytest.mark.parametrize("url", ["sqlite:///here.db", "sqlite:////srv/candour/here.db"])
def test_an_sqlite_file_is_taken_as_it_is_named(url: str) -> None:
    assert Settings.from_environment({"CANDOUR_DATABASE_URL": url}).database_url == url


@pytest.mark.parametrize(
    "url",
    [
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite://host/file.db",
        "sqlite:///file.db?mode=ro",
        "sqlite:////srv/a%00b.db",
        "mysql://u:p@h/db",
        "postgresql+asyncpg://u:p@h/db",
        "postgresql://u:p@h",
        "postgresql://u:p@h:port/db",
        "postgresql:u:p@h/db",
        "candour.db",
        "://",
    ],
)
def test_a_database_that_cannot_work_is_refused(url: str) -> None:
    (problem,) = problems_of(CANDOUR_DATABASE_URL=url)

    assert problem.startswith("CANDOUR_DATABASE_URL=")
    assert "expected sqlite:///" in problem


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://ann:s3cret@host",
        "mysql://ann:s3cret@host/db",
        "mysql://ann:s3/c@ret:s3cret@host/db",
        "ann:s3cret@host/db",
        "postgresql://ann:s3cret",
        "mysql://host/db?user=ann&password=s3cret",
        "mysql://host/db?sslpassword=s3cret&x=1",
        "postgresql://:s3cret@/",
    ],
)
def test_a_refusal_never_shows_a_password(url: str) -> None:
    (problem,) = problems_of(CANDOUR_DATABASE_URL=url)

    assert "s3" not in problem
    assert "***" in problem


def test_neither_the_table_nor_a_printed_value_shows_the_password() -> None:
    settings = Settings.from_environment({"CANDOUR_DATABASE_URL": "postgres://ann:s3cret@host/db"})

    row = settings.table()[0]

    assert (row.name, row.source) == ("CANDOUR_DATABASE_URL", "environment")
    assert row.value == "postgresql+psycopg://ann:***@host/db"
    assert "s3cret" not in repr(settings)


def test_what_holds_no_secret_is_shown_as_it_is() -> None:
    for value in ("sqlite:////srv/a.db", "postgresql://ann@[::1]:5432/db?sslmode=require"):
        assert masked(value) == value


def test_the_table_names_every_setting_and_where_it_comes_from(tmp_path: Path) -> None:
    rows = Settings.from_environment({"CANDOUR_DATA_DIR": str(tmp_path)}).table()

    assert {row.name: row.source for row in rows} == {
        "CANDOUR_DATABASE_URL": "default",
        "CANDOUR_DATA_DIR": "environment",
        "CANDOUR_QUESTIONNAIRES": "default",
        "CANDOUR_PUBLIC_URL": "default",
    }


def test_several_questionnaire_folders_keep_their_order(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("b", "a")]
    for folder in folders:
        folder.mkdir()

    settings = Settings.from_environment(
        {"CANDOUR_QUESTIONNAIRES": os.pathsep.join([str(folders[0]), "", str(folders[1])])}
    )

    assert settings.questionnaire_folders == tuple(folders)


def test_a_questionnaire_folder_must_exist(tmp_path: Path) -> None:
    (problem,) = problems_of(CANDOUR_QUESTIONNAIRES=str(tmp_path / "nowhere"))

    assert problem.startswith(f"CANDOUR_QUESTIONNAIRES={tmp_path / 'nowhere'}: expected folders")


def test_the_data_folder_may_be_new_but_not_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert Settings.from_environment({"CANDOUR_DATA_DIR": str(tmp_path / "new")}).data_dir
    assert problems_of(CANDOUR_DATA_DIR=str(tmp_path / "file"))
    assert problems_of(CANDOUR_DATA_DIR="~/candour")


def test_the_public_address_loses_its_last_slash() -> None:
    settings = Settings.from_environment({"CANDOUR_PUBLIC_URL": "https://candour.example:8443/"})

    assert settings.public_url == "https://candour.example:8443"


@pytest.mark.parametrize(
    "url",
    [
        "candour.example",
        "ftp://candour.example",
        "https://",
        "https://candour.example/app",
        "https://candour.example?x=1",
        "https://candour.example#x",
        "https://ann:s3cret@candour.example",
        "https://candour.example:99999",
        "https://candour .example",
    ],
)
def test_a_public_address_is_a_base_and_nothing_more(url: str) -> None:
    (problem,) = problems_of(CANDOUR_PUBLIC_URL=url)

    assert problem.startswith("CANDOUR_PUBLIC_URL=")
    assert "s3cret" not in problem


def test_all_wrong_values_are_reported_at_once_with_their_names(tmp_path: Path) -> None:
    problems = problems_of(
        CANDOUR_DATABASE_URL="nonsense",
        CANDOUR_QUESTIONNAIRES=os.pathsep.join([str(tmp_path / "a"), str(tmp_path / "b")]),
        CANDOUR_PUBLIC_URL="nonsense",
        CANDOUR_DATABSE_URL="sqlite:///x.db",
    )

    assert [problem.split("=")[0].split(" ")[0] for problem in problems] == [
        "CANDOUR_DATABSE_URL",
        "CANDOUR_DATABASE_URL",
        "CANDOUR_QUESTIONNAIRES",
        "CANDOUR_QUESTIONNAIRES",
        "CANDOUR_PUBLIC_URL",
    ]


def test_a_misspelt_name_is_answered_with_the_near_one() -> None:
    assert problems_of(CANDOUR_DATADIR="/srv") == (
        "CANDOUR_DATADIR is not a setting of Candour; did you mean CANDOUR_DATA_DIR?",
    )


def test_a_name_like_no_other_is_answered_with_all_known_ones() -> None:
    (problem,) = problems_of(CANDOUR_XYZZY="1")

    assert "CANDOUR_PUBLIC_URL" in problem


def test_the_variables_of_the_tests_pass() -> None:
    assert Settings.from_environment({"CANDOUR_REQUIRE_ALL": "1"})
