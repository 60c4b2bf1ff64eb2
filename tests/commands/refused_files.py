"""Files and names that are no assessment, each with words that its refusal must hold."""

from collections.abc import Mapping
from pathlib import Path

CONTENTS: Mapping[str, tuple[bytes, str]] = {
    "empty": (b"", "is not JSON"),
    "binary": (bytes(range(256)), "is not UTF-8 text"),
    "picture": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is not UTF-8 text"),
    "prose": (b"Dear all,", "is not JSON: expecting value (line 1, column 1)"),
    "list": (b"[]", "must be a mapping of keys"),
    "number": (b"1" * 5000, "has a number with too many digits"),
    "nested": (b"[" * 100_000, "is nested too deep"),
    "nan": (b'{"wave": NaN}', "wave: NaN is not a JSON number"),
    "twice": (b'{"wave": "a", "wave": "b"}', "wave: is given twice"),
    "null": (b"null", "must be a mapping of keys"),
}
TOO_LONG = "a" * 5_000


def refused_files(folder: Path) -> Mapping[str, tuple[Path, str]]:
    """By name, what to hand to a command, and what it must say of it."""
    found: dict[str, tuple[Path, str]] = {}
    for name, (content, words) in CONTENTS.items():
        path = folder / f"{name}.json"
        path.write_bytes(content)
        found[name] = (path, words)
    loop = folder / "loop.json"
    loop.symlink_to(loop)
    found["loop"] = (loop, "cannot be read: too many levels of symbolic links")
    found["missing"] = (folder / "missing.json", "cannot be read: no such file or directory")
    found["folder"] = (folder, "cannot be read: is a directory")
    found["below a file"] = (folder / "empty.json" / "a.json", "cannot be read: not a directory")
    found["too long"] = (folder / TOO_LONG, "cannot be read: file name too long")
    found["endless"] = (Path("/dev/zero"), "is larger than 5 MB")
    return found


NAMES = (*CONTENTS, "loop", "missing", "folder", "below a file", "too long", "endless")
