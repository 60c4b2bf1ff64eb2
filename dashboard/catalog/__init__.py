"""Files of questions and facts become values; all problems of all files at once.

Does: reads `questionnaires/` and `data/`. Tested by broken copies of the real files.
May not know: the database, pages, pictures.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.catalog.context import CASES, VOCABULARY, Case, read_cases, read_vocabulary
from dashboard.catalog.evidence import PROVENANCE, Source
from dashboard.catalog.instrument import INSTRUMENT, Outline, read_instrument
from dashboard.catalog.outside import Outside, read_outside
from dashboard.catalog.published import check_published
from dashboard.domain.message import worded
from dashboard.domain.problem import Problem, Refused
from dashboard.domain.questionnaire import Questionnaire
from dashboard.domain.vocabulary import Vocabulary

PROJECT = Path(__file__).parents[2]
QUESTIONNAIRES = PROJECT / "questionnaires"
DATA = PROJECT / "data"


class NoSuchQuestionnaire(LookupError):
    """Nothing by that name and version was found."""


@dataclass(frozen=True)
class Catalog:
    questionnaires: dict[str, Questionnaire]
    """Reference, such as `data-trust@1.0.0`, to questionnaire."""
    vocabulary: Vocabulary
    cases_about: str
    """The id of the questionnaire whose dimensions the cases name."""
    cases: tuple[Case, ...]
    outside: Outside

    @classmethod
    def load(cls, folders: Sequence[Path] = (QUESTIONNAIRES,), data: Path = DATA) -> "Catalog":
        """Read everything; `Refused`, with every problem, unless all of it is sound."""
        catalog, problems = survey(folders, data)
        if catalog is None:
            raise Refused(problem for problem in problems if not problem.warning)
        return catalog

    def find(self, reference: str) -> Questionnaire:
        if reference not in self.questionnaires:
            known = ", ".join(sorted(self.questionnaires))
            raise NoSuchQuestionnaire(
                worded(
                    "there is no questionnaire {reference} (there is {known})",
                    reference=reference,
                    known=known,
                )
            )
        return self.questionnaires[reference]

    def cases_of(self, questionnaire: Questionnaire, dimension_id: str) -> list[Case]:
        """The cases from practice that illustrate a dimension."""
        if questionnaire.id != self.cases_about:
            return []
        return [case for case in self.cases if dimension_id in case.dimensions]

    def latest(self, id_: str) -> Questionnaire:
        """The newest version of a questionnaire."""
        return max((q for q in self.questionnaires.values() if q.id == id_), key=_version)

    @property
    def sources(self) -> tuple[Source, ...]:
        return self.outside.sources

    @property
    def newest(self) -> tuple[Questionnaire, ...]:
        """Every questionnaire in its newest version: what a new assessment may use."""
        return tuple(map(self.latest, dict.fromkeys(q.id for q in self.questionnaires.values())))


def _version(questionnaire: Questionnaire) -> tuple[int, ...]:
    return tuple(int(part) for part in questionnaire.version.split("."))


def survey(folders: Sequence[Path], data: Path) -> tuple[Catalog | None, tuple[Problem, ...]]:
    """Read everything and keep every problem, warnings included; no catalog if any is an error."""
    shelf = read_questionnaires(folders)
    problems = shelf.problems
    vocabulary, vocabulary_tree = read_vocabulary(data / VOCABULARY)
    cases, cases_tree = read_cases(data / CASES, shelf.outlines)
    outside, outside_tree = read_outside(data / PROVENANCE)
    for tree in (vocabulary_tree, cases_tree, outside_tree):
        problems += tree.problems
    if vocabulary is None or cases is None:
        return None, tuple(problems)
    if any(not problem.warning for problem in problems):
        return None, tuple(problems)
    about = shelf.questionnaires[cases.questionnaire].id
    catalog = Catalog(shelf.questionnaires, vocabulary, about, cases.cases, outside)
    return catalog, tuple(problems)


@dataclass(frozen=True)
class Shelf:
    """The questionnaires of some folders; `outlines` also of those that have faults."""

    questionnaires: dict[str, Questionnaire]
    outlines: dict[str, Outline]
    problems: list[Problem]


def read_questionnaires(folders: Sequence[Path]) -> Shelf:
    shelf = Shelf(questionnaires={}, outlines={}, problems=[])
    read: set[Path] = set()
    for root in dict.fromkeys(folders):
        homes = instrument_folders(root)
        if not homes:
            shelf.problems.append(Problem(file=root, message=f"holds no {INSTRUMENT}"))
        shelf.problems.extend(check_published(root))
        for home in homes:
            place = home.resolve()
            if place in read:  # it is searched twice, by different names
                continue
            read.add(place)
            if place.parent.parent != root.resolve():
                version = "/".join(place.parts[-2:])
                shelf.problems.extend(check_published(place.parent.parent, only=version))
            reading = read_instrument(home)
            reference = reading.outline.reference
            shelf.problems.extend(reading.problems)
            shelf.outlines.setdefault(reference, reading.outline)
            if reading.questionnaire:
                known = reference in shelf.questionnaires
                shelf.problems.extend(_misplaced(root, home, reading.outline, known=known))
                shelf.questionnaires.setdefault(reference, reading.questionnaire)
    return shelf


def instrument_folders(root: Path) -> list[Path]:
    """The folder itself if it is one questionnaire, else every `<id>/<version>` below it."""
    if (root / INSTRUMENT).exists():
        return [root]
    below = [*root.glob(f"*/{INSTRUMENT}"), *root.glob(f"*/*/{INSTRUMENT}")]
    return sorted(file.parent for file in below)


def _misplaced(root: Path, home: Path, outline: Outline, *, known: bool) -> Iterable[Problem]:
    place, reference = home.relative_to(root).parts, outline.reference
    messages = []
    if len(place) == 2 and "@".join(place) != reference:
        lies = "/".join(place)
        messages.append(f"{reference} lies in the folder {lies}: give both the same names")
    if known:
        messages.append(f"{reference} is there already: raise the version, or remove one of them")
    for message in messages:
        file = home / INSTRUMENT
        yield Problem(file=file, line=outline.line, path="version", message=message)
