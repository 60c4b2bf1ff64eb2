"""What a room's ratings come to, as far as it may be shown without showing a person.

Who rates an item gave a level, "I don't know" or "does not apply" on it; a blank is no rating. Of
an item with fewer than three ratings nothing is shown. A role is broken out from five ratings on,
and only if the rest are none or at least five: from no two figures can a person be subtracted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dashboard.domain.agreement import AgreementSummary, ItemAgreement, agreement, summary
from dashboard.domain.agreement_indices import MINIMUM_RATERS
from dashboard.domain.answer import Answer, State
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
    """A count, never a person; None below three participants."""
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
    given = [ballot for ballot in ballots if ballot.answers]
    shown = tuple(_item_reveal(item, given, agreed.get(item.id)) for item in items)
    judged = [one.agreement for one in shown if one.agreement is not None]
    levels = [[_level(ballot, item) for item in items] for ballot in given]
    enough = len(given) >= MINIMUM_RATERS
    proposals = {one.item_id: one.proposed for one in shown if one.proposed is not None}
    return Reveal(
        items=shown,
        participants=len(given),
        summary=summary(judged),
        intraclass=intraclass(_of_same_options(items, levels)) if enough else Intraclass(),
        straight_liners=straight_liners(levels, [len(item.options) for item in items])
        if enough
        else None,
        result=score(questionnaire, {**before, **proposals}),
        left_out=leave_one_out(given, lambda group: _scores(questionnaire, items, group, before)),
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


def broken_out(by_role: Mapping[str | None, Sequence[Answer]]) -> dict[str | None, list[Answer]]:
    """Groups of five and more. The rest, None, has none or as many; empty if only it is left.

    A rest that is too small takes in the smallest group, so that no one is left by subtraction.
    """
    rest = [answer for role, group in by_role.items() if _rare(role, group) for answer in group]
    groups = {role: list(group) for role, group in by_role.items() if not _rare(role, group)}
    while rest and len(rest) < ROLE_MINIMUM and groups:
        smallest = min(groups, key=lambda role: len(groups[role]))
        rest += groups.pop(smallest)
    if not groups or (len(groups) == 1 and not rest):
        return {}
    return groups | ({None: rest} if rest else {})


def _rare(role: str | None, group: Sequence[Answer]) -> bool:
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


def _scores(
    questionnaire: Questionnaire,
    items: Sequence[Item],
    group: Sequence[Ballot],
    before: Mapping[str, Answer],
) -> Mapping[str, float | None]:
    proposals = {
        item.id: answer
        for item in items
        if (answer := settled([b.answers[item.id] for b in group if item.id in b.answers]))
    }
    result = score(questionnaire, {**before, **proposals})
    pillars = {pillar.id: pillar.score for pillar in result.pillars}
    dimensions = {dimension.id: dimension.score for dimension in result.dimensions}
    return {OVERALL: result.overall.score} | pillars | dimensions


def _disagreement(one: ItemReveal) -> tuple[bool, bool, float]:
    found = one.agreement
    spread = found.consensus if found and found.consensus is not None else 2.0
    return (not one.contested, not one.mostly_not_applicable, spread)
