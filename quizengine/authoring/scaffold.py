"""New plugin projects and new banks, made from the templates beside this module."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from quizengine.errors import BankError, PluginError
from quizengine.system.files import STANDARD

KINDS = ("generator", "bank")
"""The kinds of plugin project that there are templates for, the usual one first."""
MIXED = "all"
"""The kind of a bank that has an example of every question type."""
SCHEMA_FILE = ".bank.schema.json"
"""The name of the JSON Schema beside the banks whose first line refers to it."""
SCHEMA_LINE = f"# yaml-language-server: $schema={SCHEMA_FILE}\n"
"""The first line of a bank: by it an editor finds the schema."""

_TEMPLATES = Path(__file__).parent / "templates"
_SUFFIX = ".template"
_LONGEST = 40


def plugin_files(name: str, kind: str = KINDS[0]) -> dict[str, bytes]:
    """Return the files of a new plugin project, by their paths within it; raises PluginError for an unusable name."""
    plain = re.sub(r"[-\s]+", "_", name.strip()).lower().removeprefix("quizengine_")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", plain, re.ASCII) or len(plain) > _LONGEST:
        raise PluginError(
            f"found the name {name!r}, expected a letter from a to z and then letters, digits or underscores, "
            f"{_LONGEST} at most: dates, water_works"
        )
    words = {
        "@name@": plain,
        "@project@": plain.replace("_", "-"),
        "@title@": plain.replace("_", " ").capitalize(),
    }
    return {_filled(path, words): _filled(text, words).encode() for path, text in _templates(kind)}


def bank_text(title: str, kind: str, kinds: Collection[str]) -> bytes:
    """Return a new bank with a commented example of a question type, or of all for `all`.

    `kinds` are the types on offer. Raises BankError for an empty title, or a type without an example.
    """
    words = " ".join(title.split())
    if not words:
        raise BankError("found no title, expected one")
    examples = {path.name.removesuffix(f".yaml{_SUFFIX}"): path for path in (_TEMPLATES / "questions").iterdir()}
    chosen = [each for each in kinds if each in examples] if kind == MIXED else [kind]
    if missing := [each for each in chosen if each not in examples]:
        raise BankError(f"found no example for the type {missing[0]}, expected one of: {', '.join(sorted(examples))}")
    questions = "\n".join(examples[each].read_text("utf-8") for each in chosen)
    head = (_TEMPLATES / f"bank_head{_SUFFIX}").read_text("utf-8")
    return (SCHEMA_LINE + _filled(head, {"@title@": json.dumps(words, ensure_ascii=False)}) + questions).encode()


def with_schema_line(place: str | Path, data: bytes) -> bytes:
    """Return the bytes of a bank that will be written to a place, with the line for editors if the schema is there."""
    is_there = str(place) != STANDARD and Path(place).with_name(SCHEMA_FILE).is_file()
    return SCHEMA_LINE.encode() + data if is_there else data


def _templates(kind: str) -> Iterator[tuple[str, str]]:
    """The templates of a kind of project: the path of each within it, and its text."""
    folder = _TEMPLATES / kind
    for path in sorted(folder.rglob(f"*{_SUFFIX}")):
        yield path.relative_to(folder).as_posix().removesuffix(_SUFFIX), path.read_text("utf-8")


def _filled(text: str, words: Mapping[str, str]) -> str:
    for mark, word in words.items():
        text = text.replace(mark, word)
    return text
