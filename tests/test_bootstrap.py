"""The wiring: one of each, whoever asks first, and one plain sentence when it cannot be had."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from dashboard import bootstrap


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    bootstrap.reset()
    monkeypatch.setenv("CANDOUR_DATA_DIR", str(tmp_path / "new" / "data"))
    yield
    bootstrap.reset()


def test_the_first_two_callers_at_once_get_the_same_store() -> None:
    together = Barrier(8)

    def ask(_: int) -> int:
        together.wait()
        return id(bootstrap.get_store())

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(ask, range(8)))) == 1


def test_a_new_data_folder_is_made_and_the_database_answers(tmp_path: Path) -> None:
    bootstrap.get_store().ping()

    assert (tmp_path / "new" / "data" / "candour.db").is_file()


def test_the_catalogue_holds_the_projects_own_questionnaire() -> None:
    assert bootstrap.get_catalog().find("data-trust@1.0.0").id == "data-trust"
    assert bootstrap.get_catalog() is bootstrap.get_catalog()


def test_after_a_reset_the_environment_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = bootstrap.get_settings()
    monkeypatch.setenv("CANDOUR_DATA_DIR", str(tmp_path / "other"))

    assert bootstrap.get_settings() is first
    bootstrap.reset()
    assert bootstrap.get_settings().data_dir == tmp_path / "other"


def test_wrong_settings_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANDOUR_PUBLIC_URL", "nowhere")

    with pytest.raises(bootstrap.CannotStart, match="CANDOUR_PUBLIC_URL=nowhere"):
        bootstrap.get_store()


def test_a_data_folder_that_cannot_be_made_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("CANDOUR_DATA_DIR", str(tmp_path / "file" / "data"))

    with pytest.raises(bootstrap.CannotStart, match="cannot use"):
        bootstrap.get_store()


def test_a_file_that_is_no_database_is_named_and_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = tmp_path / "letter.db"
    letter.write_text("Dear reader, " * 200)
    monkeypatch.setenv("CANDOUR_DATABASE_URL", f"sqlite:///{letter}")

    with pytest.raises(bootstrap.CannotStart, match=r"letter\.db"):
        bootstrap.get_store()
    assert letter.read_text() == "Dear reader, " * 200


def test_a_broken_questionnaire_is_named_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "mine" / "own" / "1.0.0" / "instrument.yaml"
    broken.parent.mkdir(parents=True)
    broken.write_text("id: 1\n")
    monkeypatch.setenv("CANDOUR_QUESTIONNAIRES", str(tmp_path / "mine"))

    with pytest.raises(bootstrap.CannotStart) as refused:
        bootstrap.get_catalog()
    assert "instrument.yaml" in str(refused.value)
    assert "python -m dashboard check" in str(refused.value)
    assert len(str(refused.value).splitlines()) == 1
