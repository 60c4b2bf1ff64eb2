"""Random questionnaires and assessments from a seeded generator.

How much is missing and how good the answers are is drawn for each assessment, not for each answer:
otherwise nearly all of them would be middling and unpublished, and no gate would ever matter.
"""

from random import Random

from dashboard.domain.answer import Answer
from dashboard.domain.questionnaire import Item, Questionnaire
from tests.builders import Plain, changed, dimension, item, pillar, small

RARE_TO_OFTEN = (0, 0, 0, 0.05, 0.1, 0.15, 0.6)
REASON = "There is nothing here to which this could apply."


def random_answers(random: Random, questionnaire: Questionnaire) -> dict[str, Answer]:
    missing, skipped, dark = (random.choice(RARE_TO_OFTEN) for _ in range(3))
    quality, graded = random.choice([-1, 0, 1, 3]), random.choice([0, 0, 0.5, 1])
    found: dict[str, Answer] = {}
    for asked in questionnaire.items:
        if random.random() < missing:
            continue
        if random.random() < skipped:
            found[asked.id] = Answer.not_applicable(REASON)
        elif random.random() < dark:
            found[asked.id] = Answer.dont_know()
        else:
            grade = random.randrange(len(questionnaire.evidence_grades))
            found[asked.id] = Answer.at(
                random_level(random, asked, quality),
                evidence=grade if random.random() < graded else None,
            )
    return found


def random_level(random: Random, asked: Item, quality: int) -> int:
    """The best (quality above 0) or the worst (below 0) of several throws, by score."""
    throws = [random.choice(asked.levels) for _ in range(1 + abs(quality))]
    return (max if quality > 0 else min)(throws, key=asked.score)


def random_questionnaire(random: Random) -> Questionnaire:
    """Any shape that the format allows."""
    pillars = [
        pillar(f"P{p}", *(random_dimension(random, f"P{p}D{d}") for d in range(shape)))
        for p, shape in enumerate(random_shape(random))
    ]
    with_weights(random, pillars)
    return changed(
        small(*pillars),
        imbalance=random.choice([0, 0.25, 0.5, 1]),
        dimension_minimum=random.choice([0, 0.5, 0.6, 1]),
        pillar_minimum=random.choice([0, 0.5, 0.75, 1]),
        applicable_minimum=random.choice([0, 0.5, 1]),
        bands=random_bands(random),
    )


def random_shape(random: Random) -> list[int]:
    return [random.randint(1, 4) for _ in range(random.randint(1, 4))]


def random_dimension(random: Random, id_: str) -> Plain:
    items = [
        item(f"{id_}.{n}", random_scores(random), critical=random.random() < 0.3)
        for n in range(random.randint(1, 4))
    ]
    with_weights(random, items)
    return dimension(id_, *items)


def random_scores(random: Random) -> list[float]:
    """Scores of two to ten options in one direction, seldom spanning 0 to 100, not all equal."""
    options = random.randint(2, 10)
    if random.random() < 0.5:
        return [100 * n / (options - 1) for n in range(options)]
    scores = [float(random.randint(0, 100)) for _ in range(options)]
    scores[0] = min(scores[1] + 1, 100) if len(set(scores)) == 1 else scores[0]
    return sorted(scores, reverse=random.random() < 0.5)


def with_weights(random: Random, group: list[Plain]) -> None:
    """Weights for one group, one at least above 0; also for the dimensions below pillars."""
    for part in group:
        part["weight"] = random.choice([0, 0.5, 1, 1, 1, 2, 3.7])
        below = part.get("dimensions")
        if isinstance(below, list):
            with_weights(random, below)
    random.choice(group)["weight"] = random.choice([0.25, 1, 4])


def random_bands(random: Random) -> list[Plain]:
    starts = sorted(random.sample(range(1, 101), random.choice([0, 1, 3, 6])))
    bands: list[Plain] = [{"key": "band-0", "from": 0}]
    for number, start in enumerate(starts, start=1):
        gates = {
            gate: random.randint(0, start)
            for gate in ("pillar", "dimension", "critical")
            if random.random() < 0.6
        }
        bands.append({"key": f"band-{number}", "from": start} | gates)
    return bands
