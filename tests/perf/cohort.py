"""A release of very many organisations, and one place in it, in this process on SQLite."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from sqlalchemy import insert

from dashboard.catalog import Catalog
from dashboard.domain.answer import Answer
from dashboard.domain.release import due_on
from dashboard.services import answers, assessments, benchmarks, consents
from dashboard.services.acting import Acting, utc_now
from dashboard.services.people import OWN_WORKSPACE_ID, local_user
from dashboard.store.releases import StoredRelease
from dashboard.store.schema import assessments as assessment_rows
from dashboard.store.schema import brands
from dashboard.store.schema import consents as consent_rows
from dashboard.store.store import Store
from tests.perf.assessments import REFERENCE, SEED, dimensions
from tests.perf.effort import Effort
from tests.perf.report import Figure, Rule

RELEASE_SECONDS = 60
PLACE_MILLISECONDS = 50
AT_ONCE = 2_000

Row = dict[str, object]


def measure(effort: Effort, folder: Path) -> list[Figure]:
    """Build one release and look up one place again and again."""
    with closing(Store.open(f"sqlite:///{folder / 'candour.db'}")) as store:
        acting = Acting(store, Catalog.load(), local_user(store, utc_now()))
        mine = _filled(acting, effort.organisations)
        start = perf_counter()
        made = benchmarks.release(acting, REFERENCE)
        seconds = perf_counter() - start
        if not isinstance(made, StoredRelease):
            raise ValueError(f"no release: {made}")
        sheet = assessments.open_sheet(acting, mine)
        taken = []
        for _ in range(effort.places):
            start = perf_counter()
            if not benchmarks.place_of(acting, sheet).places:
                raise ValueError("no place")
            taken.append(1_000 * (perf_counter() - start))
    n = effort.organisations
    return [
        Figure(f"release of {n}", seconds, "s", rule=Rule.AT_MOST, limit=RELEASE_SECONDS),
        Figure(f"place among {n}, median", median(taken), "ms"),
        Figure(
            f"place among {n}, p95",
            sorted(taken)[int(0.95 * len(taken))],
            "ms",
            rule=Rule.AT_MOST,
            limit=PLACE_MILLISECONDS,
        ),
    ]


def _filled(acting: Acting, count: int) -> str:
    """So many brands that consented before the last due day; one of them with all its answers."""
    due = datetime.combine(due_on(acting.now().date()), time(), UTC)
    then = Acting(acting.store, acting.catalog, acting.user, lambda: due - timedelta(days=9))
    rows = list(_rows(then, count))
    with acting.store.begin() as tx:
        for start in range(0, count, AT_ONCE):
            few = rows[start : start + AT_ONCE]
            for number, table in enumerate((brands, assessment_rows, consent_rows)):
                tx.connection.execute(insert(table), [row[number] for row in few])
    mine = "a0"
    assessments.reopen(then, mine)
    for items in dimensions().values():
        for item in items:
            answers.record(then, mine, item, Answer.at(3), read_version=0)
    assessments.complete(then, mine)
    consents.give(then, mine, "en")
    return mine


def _rows(then: Acting, count: int) -> Iterator[tuple[Row, Row, Row]]:
    random, now, by = Random(SEED), then.now(), then.user.id
    vocabulary = then.catalog.vocabulary
    industries, regions, sizes = map(
        list, (vocabulary.industry, vocabulary.region, vocabulary.size)
    )
    for n in range(count):
        # A few industries have most brands, and some have very few.
        industry = industries[min(int(random.paretovariate(0.6)), len(industries)) - 1]
        keys: Row = {"workspace_id": OWN_WORKSPACE_ID}
        made: Row = {"created_at": now, "created_by": by}
        brand = keys | made | {"id": f"b{n}", "name": f"Measured brand {n}", "industry": industry}
        brand |= {"region": random.choice(regions), "size": random.choice(sizes)}
        assessment = keys | made | {"id": f"a{n}", "brand_id": f"b{n}", "wave": "1"}
        assessment |= {"questionnaire": REFERENCE, "status": "complete", "completed_at": now}
        scores = {name: random.triangular(0, 100, 45) for name in ("overall", "VE", "DU", "ST")}
        consent = keys | {"id": f"c{n}", "assessment_id": f"a{n}", "completed_at": now}
        consent |= {"scores": json.dumps(scores), "evidence": random.random(), "words": "Yes."}
        consent |= {"lang": "en", "given_at": now, "given_by": by}
        yield brand, assessment, consent
