"""What the environment decides about a running Candour, read once and frozen.

The environment is passed in, so this module never looks at the process it runs in. All wrong
values are reported in one refusal, with their names and with secrets masked.
"""

import difflib
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import SplitResult, urlsplit

PROJECT: Final = Path(__file__).resolve().parents[1]
PREFIX: Final = "CANDOUR_"
SCHEME: Final = re.compile(r"[^:/@]*://")
DATABASE_URL: Final = "CANDOUR_DATABASE_URL"
DATA_DIR: Final = "CANDOUR_DATA_DIR"
QUESTIONNAIRES: Final = "CANDOUR_QUESTIONNAIRES"
PUBLIC_URL: Final = "CANDOUR_PUBLIC_URL"
LONGEST_HOST: Final = 253
"""Characters of a name in the domain name system (RFC 1035, section 2.3.4, as written)."""
NAMES: Final = (DATABASE_URL, DATA_DIR, QUESTIONNAIRES, PUBLIC_URL)
TEST_NAMES: Final = (
    "CANDOUR_CHROMIUM",
    "CANDOUR_FUZZ",
    "CANDOUR_KILLS",
    "CANDOUR_POSTGRES",
    "CANDOUR_REQUIRE_ALL",
    "CANDOUR_SOFFICE",
    "CANDOUR_TEST_POSTGRES_URL",
)
"""Read by the tests alone; the app lets them pass."""

POSTGRESQL: Final = "postgresql+psycopg"
POSTGRESQL_SCHEMES: Final = ("postgresql", "postgres", POSTGRESQL)
NO_FILE: Final = frozenset({"", "/", "/:memory:"})
DATABASE_EXPECTED: Final = (
    "sqlite:///relative.db, sqlite:////absolute/path.db or postgresql://user:password@host/database"
)
PUBLIC_EXPECTED: Final = "the start of the app's address alone, such as https://candour.example.org"


class SettingsError(ValueError):
    """The environment asks for something impossible; every problem stands on a line of its own."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True)
class SettingRow:
    """One line of the `settings` command; a secret in the value is masked already."""

    name: str
    value: str
    source: str


@dataclass(frozen=True)
class Settings:
    """The checked settings of one process."""

    database_url: str = field(repr=False)
    data_dir: Path
    questionnaire_folders: tuple[Path, ...]
    public_url: str | None
    given: frozenset[str]

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> "Settings":
        """Check everything Candour reads from `env`; a blank value counts as not set.

        Raises `SettingsError` with all problems at once.
        """
        values = {name: value.strip() for name, value in env.items() if name.startswith(PREFIX)}
        given = {name: value for name, value in values.items() if value}
        problems = [_unknown(name) for name in sorted(values) if name not in (*NAMES, *TEST_NAMES)]

        data_dir = _data_dir(given.get(DATA_DIR), problems)
        database_url = _database_url(given.get(DATABASE_URL), data_dir, problems)
        folders = _questionnaires(given.get(QUESTIONNAIRES), problems)
        public_url = _public_url(given.get(PUBLIC_URL), problems)

        if problems:
            raise SettingsError(problems)
        return cls(
            database_url=database_url,
            data_dir=data_dir,
            questionnaire_folders=folders,
            public_url=public_url,
            given=frozenset(given) & frozenset(NAMES),
        )

    def table(self) -> tuple[SettingRow, ...]:
        """Every setting with its value in force, secrets masked, and where it comes from."""
        shown = {
            DATABASE_URL: masked(self.database_url),
            DATA_DIR: str(self.data_dir),
            QUESTIONNAIRES: os.pathsep.join(str(path) for path in self.questionnaire_folders),
            PUBLIC_URL: self.public_url or "",
        }
        return tuple(
            SettingRow(name, shown[name], "environment" if name in self.given else "default")
            for name in NAMES
        )


def masked(value: str) -> str:
    """`value` with every password in it replaced by `***`, also where it is no proper address.

    >>> masked("postgresql://ann:s3cret@db.example.org/candour?sslpassword=x")
    'postgresql://ann:***@db.example.org/candour?sslpassword=***'
    """
    hidden = re.sub(r"(?i)([?&;][^=&;]*(?:pass|secret|key|token)[^=&;]*=)[^&;]*", r"\1***", value)
    scheme = SCHEME.match(hidden)
    start = scheme[0] if scheme else ""
    rest = hidden.removeprefix(start)
    if "@" in rest:
        return start + re.sub(r"(?s)^([^:/@]*):.*@", r"\1:***@", rest)
    if scheme:
        return start + re.sub(r"(?s)^([^:/\[\]]*):(?!\d{1,5}(?:[/?#]|$)).*$", r"\1:***", rest)
    return rest


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name, NAMES, n=1)
    hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(NAMES)}"
    return f"{name} is not a setting of Candour; {hint}"


def _data_dir(value: str | None, problems: list[str]) -> Path:
    if value is None:
        return PROJECT / "data"
    path = Path(value).absolute()
    if value.startswith("~") or "?" in value or (path.exists() and not path.is_dir()):
        problems.append(f"{DATA_DIR}={value}: expected a folder's path without ~ and ?")
    return path


def _database_url(value: str | None, data_dir: Path, problems: list[str]) -> str:
    if value is None:
        path = data_dir.as_posix().replace("%", "%25")  # in an address %41 is an A
        return f"sqlite:///{path}/candour.db"
    url = _database_url_or_none(value)
    if url is None:
        problems.append(f"{DATABASE_URL}={masked(value)}: expected {DATABASE_EXPECTED}")
        return ""
    return url


def _database_url_or_none(value: str) -> str | None:
    parts = _split(value)
    if parts is None or "%00" in value:
        return None
    scheme, _, rest = value.partition("://")
    if scheme == "sqlite":
        in_file = not parts.netloc and not parts.query and parts.path not in NO_FILE
        return value if in_file else None
    if scheme in POSTGRESQL_SCHEMES and len(parts.path) > 1:
        return f"{POSTGRESQL}://{rest}"
    return None


def _questionnaires(value: str | None, problems: list[str]) -> tuple[Path, ...]:
    named = [part.strip() for part in (value or "").split(os.pathsep) if part.strip()]
    missing = [part for part in named if not Path(part).is_dir()]
    problems.extend(
        f"{QUESTIONNAIRES}={part}: expected folders that exist, separated by {os.pathsep}"
        for part in missing
    )
    return tuple(Path(part).absolute() for part in named)


def _public_url(value: str | None, problems: list[str]) -> str | None:
    if value is None:
        return None
    usable = usable_public_url(value)
    if usable is None:
        problems.append(f"{PUBLIC_URL}={masked(value)}: expected {PUBLIC_EXPECTED}")
    return usable


def usable_public_url(value: str) -> str | None:
    """An address as join links begin with it; None for anything else than its start alone.

    >>> usable_public_url("https://candour.example.org/")
    'https://candour.example.org'
    >>> usable_public_url("candour.example.org") is None
    True
    """
    parts = _split(value)
    if parts is None or not _is_base(parts) or re.search(r"[\s\\<>\"]", value):
        return None
    return value.rstrip("/")


def _is_base(parts: SplitResult) -> bool:
    return (
        parts.scheme in {"http", "https"}
        and 0 < len(parts.hostname or "") <= LONGEST_HOST
        and parts.username is None
        and parts.path in {"", "/"}
        and not parts.query
        and not parts.fragment
    )


def _split(value: str) -> SplitResult | None:
    """The parts of an address, or None where they or the port make no sense."""
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError:
        return None
    return parts
