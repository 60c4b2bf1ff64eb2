"""The documents agree with the code: links, numbers, commands, settings, words and examples."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from dashboard import settings
from dashboard.catalog import Catalog
from dashboard.cli import candour
from dashboard.domain.document import Document, read_document
from dashboard.domain.precision import whole
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.result import Estimate, Result
from dashboard.domain.result_document import as_json
from dashboard.domain.scoring import METHOD_VERSION, score
from tests.documents import (
    DOCUMENTS,
    PROJECT,
    anchors,
    examples,
    links,
    table,
    tables,
    text_of,
)

METHOD = "docs/method.md"
COMMANDS = "docs/files-and-commands.md"
REASONS = "docs/decisions/0001-dependencies.md"
EXAMPLES = PROJECT / "docs" / "examples"
FOLDERS = (PROJECT / "questionnaires", EXAMPLES / "minimal-questionnaire")
CHINESE = re.compile(r"[\u4e00-\u9fff]")

VOCABULARY = """
    questionnaire, pillar, dimension, item, option, level, answer, assessment, wave, score, band,
    gate, coverage, evidence grade, workshop, round, reveal, agreed level, participant, rater,
    agreement, reliability, cohort, percentile, suppression, perception gap, plan, step, effort,
    workspace, role"""


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog.load(FOLDERS)


@pytest.fixture(scope="module")
def data_trust(catalog: Catalog) -> Questionnaire:
    return catalog.find("data-trust@1.0.0")


@pytest.fixture(scope="module")
def worked(catalog: Catalog) -> Result:
    return scored("worked-brand.json", catalog)


def scored(file: str, catalog: Catalog) -> Result:
    document = read(EXAMPLES / file, (EXAMPLES / file).read_bytes(), catalog)
    return score(catalog.find(document.questionnaire), document.answers)


def read(file: Path, raw: bytes, catalog: Catalog) -> Document:
    return read_document(raw, file, find=catalog.find, vocabulary=catalog.vocabulary)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(PROJECT)))
def test_every_link_of_a_document_leads_somewhere(document):
    inside = [link for link in links(document) if not re.match(r"https?://", link)]

    assert not [link for link in inside if not leads_somewhere(document, link)]


def leads_somewhere(document: Path, link: str) -> bool:
    path, _, fragment = link.partition("#")
    file = (document.parent / path).resolve() if path else document
    return fragment in anchors(file) if fragment else file.exists()


def test_every_page_is_reached_from_the_readme():
    reached: set[Path] = set()
    ahead = [PROJECT / "README.md"]
    while ahead:
        document = ahead.pop()
        reached.add(document)
        targets = {(document.parent / link.split("#")[0]).resolve() for link in links(document)}
        ahead += [file for file in targets - reached if file in DOCUMENTS]

    assert not {file for file in DOCUMENTS if file.is_relative_to(PROJECT / "docs")} - reached


def test_the_worked_example_is_what_the_code_computes(worked):
    parts: dict[str, Estimate] = worked.dimension | worked.pillar | {"Overall": worked.overall}

    told = table(METHOD, "Part", "Score", "Low", "High", "Shown")

    assert [row[0] for row in told] == list(parts)
    for name, *numbers, shown in told:
        part = parts[name]
        computed = [part.score, part.low, part.high]
        assert part.score is not None, name
        assert [float(number) for number in numbers] == pytest.approx(computed, abs=0.00501), name
        assert int(shown) == whole(part.score), name


def test_the_answers_of_the_worked_example_are_those_of_its_file():
    answers = json.loads(text_of("docs/examples/worked-brand.json"))["answers"]
    words = {"dont_know": "don't know", "not_applicable": "does not apply"}

    told = table(METHOD, "Dimension", "First item", "Second item", "Third item")

    assert {
        f"{dimension.split()[0]}.{position}": said
        for dimension, *levels in told
        for position, said in enumerate(levels, start=1)
    } == {
        item: words.get(answer.get("state")) or str(answer["level"])
        for item, answer in answers.items()
    }


def test_the_worked_brand_is_held_where_the_page_says(worked):
    (blocker,) = worked.band.blocked_by

    assert (worked.band.raw, worked.band.awarded) == ("defined", "developing")
    assert (blocker.id, blocker.needs, blocker.has) == ("ST4.1", 25, 0)
    assert (worked.coverage.applicable, worked.coverage.answered) == (35, 34)


def test_bands_and_gates_on_the_page_are_those_of_the_questionnaire(data_trust):
    head = ("Overall", "Every pillar", "Every dimension", "Every critical item")

    told = table(METHOD, "Band", *(f"{column} at least" for column in head))

    assert [[name, *map(threshold, cells)] for name, *cells in told] == [
        [data_trust.band(b.key).name.en, b.from_score, b.pillar, b.dimension, b.critical]
        for b in data_trust.scoring.bands
    ]


def test_critical_items_and_evidence_caps_on_the_page_are_those_of_the_questionnaire(data_trust):
    critical = table(METHOD, "Item", "Subject")
    grades = table(METHOD, "Grade", "Support", "Counts at most")

    assert [row[0] for row in critical] == [item.id for item in data_trust.items if item.critical]
    assert [threshold(row[2]) for row in grades] == [g.cap for g in data_trust.evidence_grades]


def threshold(cell: str) -> float | None:
    return None if cell == "–" else float(cell.partition(" ")[0])


def test_the_page_names_the_version_of_the_method():
    assert f"version {METHOD_VERSION} of the method" in " ".join(text_of(METHOD).split())


def test_the_minimal_questionnaire_scores_its_assessment(catalog):
    result = scored("newsletter-answers.json", catalog)

    assert result.overall.score == pytest.approx((50 + 2 * 100) / 3)
    assert result.overall.evidenced == pytest.approx((50 + 2 * 40) / 3)
    assert result.band.awarded == "settled"


def test_the_files_shown_are_a_sound_assessment_and_a_part_of_the_worked_result(catalog, worked):
    page = PROJECT / COMMANDS
    assessment, result, *_ = json_examples(page)

    assert read(page, assessment.encode(), catalog).wave == "2026-Q4"
    assert is_part_of(json.loads(result), as_json(worked))


def json_examples(page: Path) -> list[str]:
    return re.findall(r"^```json\n(.*?)^```", page.read_text("utf-8"), re.M | re.S)


def is_part_of(shown: object, whole_: object) -> bool:
    """Whether everything shown is there, numbers to two decimals."""
    if isinstance(shown, dict) and isinstance(whole_, dict):
        return all(key in whole_ and is_part_of(shown[key], whole_[key]) for key in shown)
    if isinstance(shown, float):
        return shown == pytest.approx(whole_, abs=0.00501)
    if isinstance(shown, list) and isinstance(whole_, list):
        return len(shown) == len(whole_) and all(map(is_part_of, shown, whole_))
    return shown == whole_


@pytest.fixture(scope="module")
def glossary() -> dict[str, list[str]]:
    return {
        english: rest
        for rows in tables(text_of("docs/glossary.md"))
        if rows[0][0] == "English"
        for english, *rest in rows[1:]
    }


@pytest.mark.parametrize("word", VOCABULARY.split(","), ids=str.strip)
def test_every_word_of_the_vocabulary_has_a_meaning_in_both_languages(word, glossary):
    chinese, meaning, chinese_meaning = glossary[word.strip()]

    assert CHINESE.search(chinese)
    assert meaning
    assert CHINESE.search(chinese_meaning)


def test_no_two_words_of_the_glossary_are_one_word_in_chinese(glossary):
    chinese = [name.removesuffix(" ○") for name, *_ in glossary.values()]

    assert len(chinese) == len(set(chinese))


def test_the_glossary_names_the_bands_of_the_questionnaire(glossary, data_trust):
    _, meaning, chinese_meaning = glossary["band"]

    assert ", ".join(band.name.en for band in data_trust.bands) in meaning
    assert "、".join(band.name.zh for band in data_trust.bands) in chinese_meaning


def commands(group: click.Group = candour, prefix: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command with its name as one types it, also those of groups within groups."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", command


def flags(command: click.Command) -> set[str]:
    return {flag for p in command.params for flag in (*p.opts, *p.secondary_opts)}


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=str)
def test_every_command_has_help_and_is_documented_with_its_options(name, command):
    (shown,) = re.findall(
        rf"^python -m dashboard {name}(?= |$)(.*)$", examples(PROJECT / COMMANDS), re.M
    )

    assert command.help
    assert set(re.findall(r"--[a-z-]+", shown)) == {f for f in flags(command) if f[:2] == "--"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(PROJECT)))
def test_every_command_that_a_document_shows_exists(document):
    known = dict(commands())
    for line in re.findall(r"-m dashboard ([a-z].*)$", examples(document), re.M):
        name = next((name for name in known if f"{line} ".startswith(f"{name} ")), None)
        assert name, line
        assert set(re.findall(r"--[a-z-]+", line)) <= flags(known[name]), line


def test_every_setting_is_documented_and_no_other_is_named():
    known = {*settings.NAMES, *settings.TEST_NAMES}
    listed = re.findall(r"^\| `(CANDOUR_\w+)` \|", text_of(COMMANDS), re.M)
    named = {
        name
        for document in DOCUMENTS
        for name in re.findall(r"\bCANDOUR_[A-Z_]*[A-Z]\b", document.read_text(encoding="utf-8"))
    }

    assert sorted(listed) == sorted(known)
    assert named == known


@pytest.mark.parametrize(
    ("head", "group"), [("At run time", "dependencies"), ("For development", "dev")]
)
def test_every_direct_dependency_has_its_reason_and_no_other_has_one(head, group):
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    ranges = {**project, **project["optional-dependencies"]}[group]

    names = [re.split(r"[^A-Za-z0-9_-]", dependency)[0] for dependency in ranges]

    assert [row[0] for row in table(REASONS, head, "Why")] == names
