"""A questionnaire: pillars of dimensions of items, and the method by which they are scored.

The method travels with the instrument: weights, thresholds and gates stand here and nowhere else.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from pydantic import BeforeValidator, Field, Strict, StringConstraints

from dashboard.domain.precision import reaches
from dashboard.domain.text import CleanText, Frozen, StatedText, Text

MAX_SCORE = 100
MAX_WEIGHT = 1_000_000
MAX_OPTIONS = 10

ID_FORM = r"^[A-Za-z][A-Za-z0-9_.-]{0,39}$"
SLUG_FORM = r"^[a-z][a-z0-9-]{0,59}$"
VERSION_FORM = r"^[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}$"

Id = Annotated[str, Strict(), StringConstraints(pattern=ID_FORM)]
Slug = Annotated[str, Strict(), StringConstraints(pattern=SLUG_FORM)]
Version = Annotated[str, Strict(), StringConstraints(pattern=VERSION_FORM)]
Number = Annotated[float, Strict(), Field(allow_inf_nan=False)]
Score = Annotated[Number, Field(ge=0, le=MAX_SCORE)]
Weight = Annotated[Number, Field(ge=0, le=MAX_WEIGHT)]
Share = Annotated[Number, Field(ge=0, le=1)]
Whole = Annotated[int, Strict()]


class Option(Frozen):
    """One answer an item offers. Its level is its 1-based position."""

    text: Text
    score: Score


def in_equal_steps(options: object) -> object:
    """Give every option without a score its equal step from 0 to 100."""
    if not isinstance(options, list):
        return options
    steps = max(len(options) - 1, 1)
    return [
        {"score": 100 * position / steps} | option if isinstance(option, dict) else option
        for position, option in enumerate(options)
    ]


Options = Annotated[
    tuple[Option, ...],
    BeforeValidator(in_equal_steps),
    Field(min_length=2, max_length=MAX_OPTIONS),
]


class NextAction(Frozen):
    """What takes an item from one level to the next, with its effort in points."""

    from_level: Whole = Field(alias="from", ge=1)
    to_level: Whole = Field(alias="to", ge=1)
    text: Text
    effort: Annotated[Number, Field(gt=0)]


class Item(Frozen):
    """One question with its options, in the order in which they are shown."""

    id: Id
    title: Text
    question: Text
    options: Options
    weight: Weight = 1.0
    critical: Annotated[bool, Strict()] = False
    shortfall: Text | None = None
    """What holds the brand back while a critical item is at its lowest option, as a headline."""
    not_applicable: Text | None = None
    """The condition under which "does not apply" is allowed; None: it never is."""
    why_it_matters: Text | None = None
    evidence_to_look_for: tuple[Text, ...] = ()
    next_actions: tuple[NextAction, ...] = ()
    mapped_controls: dict[str, tuple[StatedText, ...]] = {}
    sources: tuple[StatedText, ...] = ()
    ladder: CleanText | None = None
    """The one continuum on which the options lie; for authors."""
    key: CleanText | None = None

    @property
    def levels(self) -> range:
        return range(1, len(self.options) + 1)

    def option(self, level: int) -> Option:
        if not 1 <= level <= len(self.options):
            raise ValueError(f"{self.id}: level {level} is outside 1..{len(self.options)}")
        return self.options[level - 1]

    @cached_property
    def lowest(self) -> float:
        return min(option.score for option in self.options)

    @cached_property
    def highest(self) -> float:
        return max(option.score for option in self.options)

    @cached_property
    def rising(self) -> bool:
        """Whether a higher level means a higher score."""
        return self.options[-1].score >= self.options[0].score

    def score(self, level: int) -> float:
        return self.option(level).score

    def capped(self, level: int, cap: float) -> float:
        """The score that counts when evidence supports at most `cap` points."""
        own = self.score(level)
        if reaches(cap, own):
            return own
        under = (option.score for option in self.options if reaches(cap, option.score))
        return max(under, default=self.lowest)


class Dimension(Frozen):
    id: Id
    title: Text
    short_title: Text | None = None
    """A name of at most two short lines, for charts."""
    definition: Text | None = None
    weight: Weight = 1.0
    items: tuple[Item, ...] = Field(min_length=1)
    key: CleanText | None = None
    perception_item: CleanText | None = None
    trustworthiness_facets: tuple[CleanText, ...] = ()

    @property
    def name(self) -> Text:
        return self.short_title or self.title

    @cached_property
    def shared_condition(self) -> Text | None:
        """The condition for "does not apply" if all items, two at least, have the same one."""
        conditions = {item.not_applicable for item in self.items}
        return conditions.pop() if len(conditions) == 1 and len(self.items) > 1 else None


class Pillar(Frozen):
    id: Id
    title: Text
    promise: Text | None = None
    intro: Text | None = None
    estimated_minutes: Annotated[Whole, Field(ge=1)] | None = None
    weight: Weight = 1.0
    dimensions: tuple[Dimension, ...] = Field(min_length=1)
    key: CleanText | None = None

    @property
    def items(self) -> Iterator[Item]:
        return (item for dimension in self.dimensions for item in dimension.items)


class Level(Frozen):
    """The name of a level, for items that have as many options as there are levels."""

    key: StatedText
    name: Text
    gist: Text | None = None


class Band(Frozen):
    key: StatedText
    name: Text


class EvidenceGrade(Frozen):
    """How well an answer is supported. Its grade is its position, from 0."""

    key: StatedText
    text: Text
    cap: Score
    """The score above which an answer of this grade does not count."""


class SpecialAnswer(Frozen):
    text: Text
    help: Text


class SpecialAnswers(Frozen):
    dont_know: SpecialAnswer
    not_applicable: SpecialAnswer


class Texts(Frozen):
    answering_rule: Text
    not_legal_advice: Text
    independent_rating: Text
    provisional: Text
    not_published: Text
    gated: Text


class BandRule(Frozen):
    """A band's threshold, and the gates that hold it back: scores that everything must reach."""

    key: StatedText
    from_score: Score = Field(alias="from")
    pillar: Score | None = None
    dimension: Score | None = None
    critical: Score | None = None


class Scoring(Frozen):
    imbalance: Share
    """Alpha: how far the overall moves from the mean of the pillars to the weakest one."""
    dimension_minimum: Share
    """Answered of applicable item weight from which a dimension has a score."""
    pillar_minimum: Share
    """Published of applicable dimension weight from which a pillar has a score."""
    applicable_minimum: Share
    """Applicable of all dimension weight from which a pillar has a score."""
    bands: tuple[BandRule, ...] = Field(min_length=1)


class Framework(Frozen):
    """A standard or law to which items are mapped by subject; `code` is the form of its codes."""

    name: Text
    edition: Text
    code: StatedText


class QuestionnaireHead(Frozen):
    """Everything of a questionnaire but its questions."""

    id: Slug
    version: Version
    title: Text
    levels: tuple[Level, ...] = ()
    bands: tuple[Band, ...] = Field(min_length=1)
    evidence_grades: tuple[EvidenceGrade, ...] = Field(min_length=1)
    special_answers: SpecialAnswers
    texts: Texts
    sources: dict[str, StatedText] = {}
    frameworks: dict[str, Framework] = {}
    scoring: Scoring


class Questionnaire(QuestionnaireHead):
    pillars: tuple[Pillar, ...] = Field(min_length=1)

    @property
    def reference(self) -> str:
        """The name by which files and rows refer to it: `data-trust@1.0.0`."""
        return f"{self.id}@{self.version}"

    @cached_property
    def dimensions(self) -> tuple[Dimension, ...]:
        return tuple(dimension for pillar in self.pillars for dimension in pillar.dimensions)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for pillar in self.pillars for item in pillar.items)

    @cached_property
    def items_by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.items}

    @cached_property
    def dimension_of(self) -> dict[str, Dimension]:
        """Item id to the dimension that holds it."""
        return {item.id: d for d in self.dimensions for item in d.items}

    @cached_property
    def pillar_of(self) -> dict[str, Pillar]:
        """Dimension id to the pillar that holds it."""
        return {d.id: pillar for pillar in self.pillars for d in pillar.dimensions}

    def cap(self, grade: int) -> float:
        """The score above which an answer of this evidence grade does not count."""
        if grade not in range(len(self.evidence_grades)):
            last = len(self.evidence_grades) - 1
            raise ValueError(f"{self.reference}: evidence {grade} is outside 0..{last}")
        return self.evidence_grades[grade].cap

    def band(self, key: str) -> Band:
        return next(band for band in self.bands if band.key == key)

    def level_name(self, item: Item, level: int) -> Text | None:
        """The level's name, where the item has one option a level, rising."""
        named = len(item.options) == len(self.levels) and item.rising
        return self.levels[level - 1].name if named else None
