"""What a room's ratings come to, as far as it may be shown without showing a person.

Who rates an item gave a level, "I don't know" or "does not apply" on it; a blank is no rating. Of
an item with fewer than three ratings nothing is shown, and nothing that is shown of several items
depends on it. A role is broken out from five ratings on, and only if the rest are none or at least
five: from no two figures can a person be subtracted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from dashboard.domain.agreement import AgreementSummary, ItemAgreement, agreement, summary
from dashboard.domain.agreement_indices import MINIMUM_RATERS
from dashboard.domain.answer import Answer, State, misfits
from dashboard.domain.intraclass import Intraclass, intraclass
from dashboard.domain.questionnaire import Item, Questionnaire
from dashboard.domain.raters import LeftOut, leave_one_out, lower_median, straight_liners
from dashboard.domain.result import Result
from dashboard.domain.scoring import score
from dashboard.domain.text import Frozen
from dashboard.domain.workshop import Agreed, Ballot

ROLE_MINIMUM = 5

OVERALL = "overall"
"""The key of the overall score among those of pillars and dimensions."""

T = TypeVar("T")


class Counts(Frozen):
    """How many chose what."""

    levels: tuple[int, ...]
    """By level, from the first."""
    dont_know: int
    not_applicable: int

    @property
    def raters(self) -> int:
        return self.k + self.dont_know + self.not_applicable

    @property
    def k(self) -> int:
        """Ratings that name a level."""
        return sum(self.levels)


class RoleCounts(Frozen):
    role: str | None
    """None for all whose role is too rare to be shown by itself."""
    counts: Counts


class ItemReveal(Frozen):
    item_id: str
    raters: int
    counts: Counts | None = None
    """None below three ratings; then there is nothing else to show either."""
    lower_median: int | None = None
    agreement: ItemAgreement | None = None
    roles: tuple[RoleCounts, ...] = ()
    proposed: Answer | None = None
    """What the item closes with if it is not discussed; None leaves it as it stands."""
    agreed: Agreed | None = None

    @property
    def contested(self) -> bool:
        return self.agreement is not None and self.agreement.contested

    @property
    def mostly_not_applicable(self) -> bool:
        """To be discussed: undiscussed, it closes as "I don't know"."""
        return self.counts is not None and 2 * self.counts.not_applicable > self.counts.raters

    @property
    def closes_with(self) -> Answer | None:
        return self.agreed.answer if self.agreed else self.proposed


class Reveal(Frozen):
    """A whole room, item by item, and in short."""

    items: tuple[ItemReveal, ...]
    """In the order of the questionnaire."""
    participants: int
    """Those who rated anything."""
    summary: AgreementSummary
    intraclass: Intraclass
    straight_liners: int | None
    """A count, never a person; None where no item is shown."""
    result: Result
    """Of the undiscussed ratings, over what the assessment held before."""
    left_out: Mapping[str, LeftOut]
    """By pillar, dimension and `OVERALL`: how far one rater moves the score."""

    @property
    def by_disagreement(self) -> tuple[ItemReveal, ...]:
        """Contested ones first, then what is mostly said not to apply; the least agreed first."""
        return tuple(sorted(self.items, key=_disagreement))

    @property
    def contested(self) -> tuple[ItemReveal, ...]:
        return tuple(one for one in self.by_disagreement if one.contested)


def reveal(
    questionnaire: Questionnaire,
    items: Sequence[Item],
    ballots: Iterable[Ballot],
    agreed: Mapping[str, Agreed],
    before: Mapping[str, Answer],
) -> Reveal:
    """Everything that may be shown of the ballots on these items.

    `before` is what the assessment held: scores are of the ratings where they settle an item, and
    of what stood there elsewhere.
    """
    given = allowed(questionnaire, items, ballots)
    found = tuple(_item_reveal(item, given, agreed.get(item.id)) for item in items)
    shown = [item for item, one in zip(items, found, strict=True) if one.counts is not None]
    raters = [ballot for ballot in given if any(item.id in ballot.answers for item in shown)]
    levels = [[_level(ballot, item) for item in shown] for ballot in raters]
    proposals = {one.item_id: one.proposed for one in found if one.proposed}
    return Reveal(
        items=found,
        participants=len(given),
        summary=summary([one.agreement for one in found if one.agreement is not None]),
        intraclass=intraclass(_of_same_options(shown, levels)),
        straight_liners=straight_liners(levels, [len(item.options) for item in shown])
        if shown
        else None,
        result=score(questionnaire, {**before, **proposals}),
        left_out=_left_out(questionnaire, shown, raters, before),
    )


def settled(answers: Sequence[Answer]) -> Answer | None:
    """What ratings come to before they are discussed; None without any.

    The lower median of the levels; "I don't know" where fewer than half of the raters name a
    level, a majority of "does not apply" included.

    >>> settled([Answer.at(4), Answer.at(2), Answer.dont_know()]).level
    2
    >>> settled([Answer.at(4), Answer.dont_know(), Answer.dont_know()]).state.value
    'dont_know'
    """
    if not answers:
        return None
    levels = [answer.level for answer in answers if answer.level is not None]
    median = lower_median(levels)
    if median is None or 2 * len(levels) < len(answers):
        return Answer.dont_know()
    return Answer.at(median)


def allowed(
    questionnaire: Questionnaire, items: Sequence[Item], ballots: Iterable[Ballot]
) -> list[Ballot]:
    """The ballots with something on these items, without what an item no longer allows.

    A folder of one's own may change after ratings were given.
    """
    fitting = [
        ballot.model_copy(
            update={
                "answers": {
                    item.id: answer
                    for item in items
                    if (answer := ballot.answers.get(item.id))
                    and not any(misfits(answer, item, questionnaire))
                }
            }
        )
        for ballot in ballots
    ]
    return [ballot for ballot in fitting if ballot.answers]


def _item_reveal(item: Item, ballots: Sequence[Ballot], agreed: Agreed | None) -> ItemReveal:
    answers = [ballot.answers[item.id] for ballot in ballots if item.id in ballot.answers]
    if len(answers) < MINIMUM_RATERS:
        return ItemReveal(item_id=item.id, raters=len(answers), agreed=agreed)
    levels = [answer.level for answer in answers if answer.level is not None]
    return ItemReveal(
        item_id=item.id,
        raters=len(answers),
        counts=counted(item, answers),
        lower_median=lower_median(levels),
        agreement=agreement(levels, len(item.options)),
        roles=_by_role(item, ballots),
        proposed=settled(answers),
        agreed=agreed,
    )


def counted(item: Item, answers: Iterable[Answer]) -> Counts:
    found = Counter(answer.level or answer.state for answer in answers)
    return Counts(
        levels=tuple(found[level] for level in item.levels),
        dont_know=found[State.DONT_KNOW],
        not_applicable=found[State.NOT_APPLICABLE],
    )


def _by_role(item: Item, ballots: Sequence[Ballot]) -> tuple[RoleCounts, ...]:
    by_role: dict[str | None, list[Answer]] = {}
    for ballot in ballots:
        if item.id in ballot.answers:
            by_role.setdefault(ballot.role, []).append(ballot.answers[item.id])
    return tuple(
        RoleCounts(role=role, counts=counted(item, answers))
        for role, answers in broken_out(by_role).items()
    )


def broken_out(by_role: Mapping[str | None, Sequence[T]]) -> dict[str | None, list[T]]:
    """Groups of five and more. The rest, None, has none or as many; empty if only it is left.

    A rest that is too small takes in the smallest group, so that no one is left by subtraction.
    """
    rest = [one for role, group in by_role.items() if _rare(role, group) for one in group]
    groups = {role: list(group) for role, group in by_role.items() if not _rare(role, group)}
    while rest and len(rest) < ROLE_MINIMUM and groups:
        smallest = min(groups, key=lambda role: len(groups[role]))
        rest += groups.pop(smallest)
    if not groups or (len(groups) == 1 and not rest):
        return {}
    return groups | ({None: rest} if rest else {})


def _rare(role: str | None, group: Sequence[T]) -> bool:
    return role is None or len(group) < ROLE_MINIMUM


def _level(ballot: Ballot, item: Item) -> int | None:
    answer = ballot.answers.get(item.id)
    return answer.level if answer else None


def _of_same_options(
    items: Sequence[Item], levels: Sequence[Sequence[int | None]]
) -> list[list[int | None]]:
    """The columns of the items with the commonest number of options: only they can be compared."""
    numbers = Counter(len(item.options) for item in items)
    commonest = max(numbers, key=lambda number: (numbers[number], number), default=0)
    kept = [place for place, item in enumerate(items) if len(item.options) == commonest]
    return [[row[place] for place in kept] for row in levels]


def _left_out(
    questionnaire: Questionnaire,
    items: Sequence[Item],
    raters: Sequence[Ballot],
    before: Mapping[str, Answer],
) -> Mapping[str, LeftOut]:
    """How far one rater moves each score.

    Of an item it matters only what the one left out gave, and most groups settle on the same
    levels: each is settled, and scored, once.
    """
    rows = [[ballot.answers.get(item.id) for item in items] for ballot in raters]
    settlements: dict[tuple[int, object], Answer | None] = {}
    known: dict[tuple[int | None, ...], Mapping[str, float | None]] = {}

    def came_to(out: int, place: int) -> Answer | None:
        answer = rows[out][place]
        key = (place, (answer.level or answer.state) if answer else None)
        if key not in settlements:
            rest = (row[place] for position, row in enumerate(rows) if position != out)
            settlements[key] = settled([one for one in rest if one])
        return settlements[key]

    def scores(group: Sequence[int]) -> Mapping[str, float | None]:
        (out,) = set(range(len(rows))).difference(group)
        found = [came_to(out, place) for place in range(len(items))]
        levels = tuple(answer.level if answer else None for answer in found)
        if levels not in known:
            named = zip(items, found, strict=True)
            proposals = {item.id: answer for item, answer in named if answer}
            known[levels] = _by_part(score(questionnaire, {**before, **proposals}))
        return known[levels]

    return leave_one_out(range(len(rows)), scores)


def _by_part(result: Result) -> Mapping[str, float | None]:
    pillars = {pillar.id: pillar.score for pillar in result.pillars}
    dimensions = {dimension.id: dimension.score for dimension in result.dimensions}
    return {OVERALL: result.overall.score} | pillars | dimensions


def _disagreement(one: ItemReveal) -> tuple[bool, bool, float]:
    found = one.agreement
    spread = found.consensus if found and found.consensus is not None else 2.0
    return (not one.contested, not one.mostly_not_applicable, spread)
