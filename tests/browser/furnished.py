"""A server with something of everything: assessments in each state a page can show.

Tests only look at it. Whoever changes something puts it back, or works on a server of their own.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

import yaml

from tests.apart import run_apart
from tests.browser.respondent import REASON, WORKED_BRAND
from tests.builders import FERRY_LINES, TESTS, Short
from tests.phone import Phone
from tests.raters_by_phone import Rater
from tests.running_server import RunningServer, clean_environment, serving

NEWSLETTER: Final = TESTS.parent / "docs/examples/minimal-questionnaire/newsletter/1.0.0"

WORKED: Final = "worked"
LATER: Final = "later"
RATED_BEFORE: Final = "rated before"
"""The wave before the one whose workshop is closed."""
FRESH: Final = "fresh"
TORN: Final = "torn"
GRADED: Final = "graded"
PROVISIONAL: Final = "provisional"
UNPUBLISHED: Final = "unpublished"
NOTHING_APPLIES: Final = "nothing applies"
COMPLETE: Final = "complete"
KESTREL: Final = "Kestrel Mobile"
LUMEN: Final = "Lumen Banking"
FULL: Final = "full"
"""Every question has an answer, and nobody has completed it yet."""

STAGES: Final = ("collecting", "locked", "revealed", "closed")
"""Workshops by the stage that they are at, each on an assessment of its own."""
STEPS: Final[Mapping[str, tuple[str, ...]]] = {
    "collecting": (),
    "locked": ("lock",),
    "revealed": ("lock", "reveal"),
    "closed": ("lock", "reveal", "close"),
}
RATERS: Final = 5

LONG_NAME: Final = "Vereinigte Handelsgesellschaft für Donaudampfschifffahrt & Söhne 有限公司"
NOTE: Final = "To be asked in the legal department."
WHY: Final = "Our regulator asks for it."

Plain = dict[str, object]


@dataclass(frozen=True)
class Furnished:
    """The server, one without any data, and the assessments by what they are good for."""

    server: RunningServer
    empty: RunningServer
    ids: Mapping[str, str]
    workshops: Mapping[str, str]
    """Ids by stage."""


@contextmanager
def furnishing(folder: Path) -> Iterator[Furnished]:
    """Import the assessments, load the demo, and serve until the block ends."""
    questionnaires = _questionnaires(folder / "questionnaires")
    env = {"CANDOUR_QUESTIONNAIRES": os.pathsep.join(str(path) for path in questionnaires)}
    ids = imported(folder, _documents(), env)
    _run(folder, "-c", SET_TARGETS, ids[GRADED], WHY, env=env)
    with (
        serving(folder, "--demo", env=env) as server,
        serving(folder / "without-data") as empty,
    ):
        opening = ("workshop", "open", "--roles", "Legal,Marketing", "--json")
        lines = [("list", "--json"), *((*opening, ids[stage]) for stage in STAGES)]
        listed, *opened = map(json.loads, commands(folder, lines, env=env))
        workshops = _held(folder, server, dict(zip(STAGES, opened, strict=True)), env)
        yield Furnished(server, empty, ids | _of_the_demo(listed), workshops)


def _of_the_demo(listed: Sequence[Mapping[str, str]]) -> dict[str, str]:
    shipped = {line["brand"]: line["id"] for line in listed if line["wave"] == "2026-Q4"}
    return {
        COMPLETE: shipped["Northwind Outfitters"],
        **{name: shipped[name] for name in (KESTREL, LUMEN)},
    }


def _held(
    folder: Path,
    server: RunningServer,
    opened: Mapping[str, Mapping[str, str]],
    env: Mapping[str, str],
) -> dict[str, str]:
    """Hold the workshops, one for each stage, and lead them there; their ids."""
    for stage in STAGES:
        run_apart(_rate(server.url, opened[stage]["code"]))
    steps = [("workshop", step, opened[stage]["code"]) for stage in STAGES for step in STEPS[stage]]
    commands(folder, steps, env=env)
    return {stage: one["id"] for stage, one in opened.items()}


async def _rate(origin: str, code: str) -> None:
    raters = [Rater(Phone(origin), code, Random(number)) for number in range(RATERS)]
    for rater in raters:
        async with rater.phone:
            await rater.go_on()


def command(folder: Path, *arguments: str, env: Mapping[str, str] | None = None) -> str:
    """Run one command on the data that a server in this folder uses; what it printed."""
    return _run(folder, "-m", "dashboard", *arguments, env=env)


def _run(folder: Path, *arguments: str, env: Mapping[str, str] | None) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=clean_environment(folder, **(env or {})),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout


AT_ONCE: Final = """
import contextlib, io, json, sys
from dashboard.cli import candour
printed = []
for words in json.loads(sys.argv[1]):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        candour(words, standalone_mode=False)
    printed.append(out.getvalue())
print(json.dumps(printed))
"""


SET_TARGETS: Final = """
import datetime, sys
from dashboard import bootstrap
from dashboard.domain.target import Target
from dashboard.services import assessments, targets
acting = bootstrap.get_acting()
brand = assessments.open_sheet(acting, sys.argv[1]).brand.id
due = datetime.date(2031, 3, 31)
for dimension, score, reason in (
    ("ST1", 62.5, sys.argv[2]),
    ("ST4", 37.5, "一次泄露就足以失去信任。"),
    ("VE3", 50, sys.argv[2]),
):
    aim = Target(
        questionnaire="data-trust", dimension_id=dimension, score=score, reason=reason, due=due
    )
    targets.put(acting, brand, aim, read=None)
"""


def commands(
    folder: Path, lines: Sequence[Sequence[str]], *, env: Mapping[str, str] | None = None
) -> list[str]:
    """Run several commands in one process, which takes no longer to start than for one."""
    printed: list[str] = json.loads(_run(folder, "-c", AT_ONCE, json.dumps(lines), env=env))
    return printed


def document(
    brand: str,
    shorts: Mapping[str, Short],
    *,
    wave: str = "2026-Q4",
    questionnaire: str = "data-trust@1.0.0",
) -> Plain:
    """An assessment file."""
    return {
        "format": "candour.assessment/1",
        "questionnaire": questionnaire,
        "brand": {"name": brand, "industry": "retail", "region": "europe", "size": "250-999"},
        "wave": wave,
        "answers": {item: _answer(short) for item, short in shorts.items()},
    }


def _answer(short: Short) -> Plain:
    match short:
        case "DK":
            return {"state": "dont_know", "note": NOTE}
        case "NA":
            return {"state": "not_applicable", "reason": REASON["en"]}
        case (level, grade):
            return {"level": level, "evidence": grade}
        case int():
            return {"level": short}


def imported(
    folder: Path, documents: Mapping[str, Plain], env: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Write the files, import them at once, and return the ids by name."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:02}.json" for number in range(len(documents))]
    for path, content in zip(paths, documents.values(), strict=True):
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    printed = command(folder, "import", *map(str, paths), env=env)
    return dict(zip(documents, printed.split(), strict=True))


def _documents() -> dict[str, Plain]:
    graded = {
        item: (short, number % 4) if isinstance(short, int) else short
        for number, (item, short) in enumerate(WORKED_BRAND.items())
    }
    one_pillar = {item: short for item, short in WORKED_BRAND.items() if item.startswith("VE")}
    without_plan = {item: short for item, short in WORKED_BRAND.items() if item != "ST4.1"}
    return {
        WORKED: document("Worked brand", WORKED_BRAND),
        LATER: document("Worked brand", {}, wave="2027-Q1"),
        FRESH: document("Fresh brand", {}),
        TORN: document("Torn brand", {}),
        RATED_BEFORE: document("Workshop closed", WORKED_BRAND, wave="2026-Q2"),
        **{stage: document(f"Workshop {stage}", {}) for stage in STAGES},
        FULL: document("Full brand", {**WORKED_BRAND, "DU4.2": 3}),
        GRADED: document(LONG_NAME, graded),
        PROVISIONAL: document("Provisional brand", without_plan),
        UNPUBLISHED: document("Unpublished brand", one_pillar),
        NOTHING_APPLIES: document(
            "Nothing applies", {"N1.1": "NA", "N1.2": "NA"}, questionnaire="newsletter@1.0.0"
        ),
    }


def _questionnaires(folder: Path) -> Sequence[Path]:
    """The ferry line, and the newsletter of the documents with questions that may not apply."""
    target = folder / "newsletter" / "1.0.0"
    target.mkdir(parents=True)
    for source in NEWSLETTER.iterdir():
        content = yaml.safe_load(source.read_text(encoding="utf-8"))
        for dimension in content.get("dimensions", ()):
            for item in dimension["items"]:
                item["not_applicable"] = {"en": "Nothing is sent.", "zh": "不发送任何邮件。"}
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        (target / source.name).write_text(text, encoding="utf-8")
    return FERRY_LINES, folder
