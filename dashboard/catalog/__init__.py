"""Files of questions and facts become values; all problems of all files at once.

Does: reads `questionnaires/` and `data/`. Tested by broken copies of the real files.
May not know: the database, pages, pictures.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard.catalog.context import CASES, VOCABULARY, Case, read_cases, read_vocabulary
from dashboard.catalog.evidence import PROVENANCE, Source, read_provenance
from dashboard.catalog.instrument import INSTRUMENT, read_instrument
from dashboard.catalog.published import check_published
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
    cases: tuple[Case, ...]
    sources: tuple[Source, ...]

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
            raise NoSuchQuestionnaire(f"there is no questionnaire {reference} (there is {known})")
        return self.questionnaires[reference]

    def latest(self, id_: str) -> Questionnaire:
        """The newest version of a questionnaire."""
        return max((q for q in self.questionnaires.values() if q.id == id_), key=_version)

    @property
    def newest(self) -> tuple[Questionnaire, ...]:
        """Every questionnaire in its newest version: what a new assessment may use."""
        return tuple(self.latest(id_) for id_ in dict.fromkeys(q.id for q in self._in_order))

    @property
    def _in_order(self) -> Iterable[Questionnaire]:
        return self.questionnaires.values()


def _version(questionnaire: Questionnaire) -> tuple[int, ...]:
    return tuple(int(part) for part in questionnaire.version.split("."))


def survey(folders: Sequence[Path], data: Path) -> tuple[Catalog | None, tuple[Problem, ...]]:
    """Read everything and keep every problem, warnings included; no catalog if any is an error."""
    questionnaires, problems = read_questionnaires(folders)
    vocabulary, vocabulary_tree = read_vocabulary(data / VOCABULARY)
    cases, cases_tree = read_cases(data / CASES, questionnaires)
    provenance, provenance_tree = read_provenance(data / PROVENANCE)
    for tree in (vocabulary_tree, cases_tree, provenance_tree):
        problems += tree.problems
    if vocabulary is None or cases is None or provenance is None:
        return None, tuple(problems)
    if any(not problem.warning for problem in problems):
        return None, tuple(problems)
    catalog = Catalog(questionnaires, vocabulary, cases.cases, provenance.sources)
    return catalog, tuple(problems)


def read_questionnaires(
    folders: Sequence[Path],
) -> tuple[dict[str, Questionnaire], list[Problem]]:
    found: dict[str, Questionnaire] = {}
    problems: list[Problem] = []
    for root in dict.fromkeys(folders):
        homes = instrument_folders(root)
        if not homes:
            problems.append(Problem(file=root, message=f"holds no {INSTRUMENT}"))
        problems += check_published(root)
        for home in homes:
            reading = read_instrument(home)
            problems += reading.problems
            if reading.questionnaire:
                problems += _misplaced(root, home, reading.questionnaire, found)
                found.setdefault(reading.questionnaire.reference, reading.questionnaire)
    return found, problems


def instrument_folders(root: Path) -> list[Path]:
    """The folder itself if it is one questionnaire, else every `<id>/<version>` below it."""
    if (root / INSTRUMENT).exists():
        return [root]
    below = [*root.glob(f"*/{INSTRUMENT}"), *root.glob(f"*/*/{INSTRUMENT}")]
    return sorted(file.parent for file in below)


def _misplaced(
    root: Path, home: Path, questionnaire: Questionnaire, found: dict[str, Questionnaire]
) -> Iterable[Problem]:
    place = home.relative_to(root).parts
    if len(place) == 2 and place != (questionnaire.id, questionnaire.version):
        message = f"is {questionnaire.reference}, but lies in {'/'.join(place)}"
        yield Problem(file=home / INSTRUMENT, message=message)
    if questionnaire.reference in found:
        message = f"{questionnaire.reference} is there already"
        yield Problem(file=home / INSTRUMENT, message=message)
