"""The file `quizengine.toml` of a working folder: which generators ask, in whose place, and the options of plugins.

[generators]
off = ["key_terms"]                        # not asked in this folder
on = ["numeric_reasoning"]                 # asked, although it is off by default
order = ["quote_attribution"]              # preferred where two could ask about the same words
replace = {numeric_recall = "my_numbers"}  # a generator, and the plugin whose generator of this name is used

[plugins]
off = ["experiments"]                      # not loaded

[options.my_numbers]                       # of a generator, check or format that declares options
least = 10
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from quizengine.extensions.records import Finding

SETTINGS_FILE = "quizengine.toml"
_HEADER = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_BROKEN = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)")
_LISTS = ("off", "on", "order")


@dataclass(frozen=True)
class FolderSettings:
    """The settings of a working folder; without a file, nothing is set."""

    file: str = ""
    off: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    """The generators whose questions are preferred, the first one most."""
    replaced: Mapping[str, str] = field(default_factory=dict)
    """The name of a generator, and that of the plugin whose generator of this name is used."""
    plugins_off: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """The settings of each generator, check or format, by its name; not validated yet."""
    lines: Mapping[tuple[str, ...], int] = field(default_factory=dict)

    def finding(self, message: str, *path: str) -> Finding:
        """A finding about a value, with the line where it is."""
        known = next((path[:end] for end in range(len(path), 0, -1) if path[:end] in self.lines), ())
        return Finding(message, self.file, self.lines.get(known, 0), path=".".join(path))

    def unknown_generators(self, names: Sequence[str]) -> Iterator[Finding]:
        """A finding for each generator that is set and does not exist."""
        used = {"off": self.off, "on": self.on, "order": self.order, "replace": tuple(self.replaced)}
        for key, given in used.items():
            for name in given:
                if name not in names:
                    yield self.finding(f"found no generator {name}; {_meant(name, names)}", "generators", key)


def read_folder_settings(folder: Path) -> tuple[FolderSettings, tuple[Finding, ...]]:
    """Read the settings of a folder, and a finding for each fault; what is at fault counts as not set."""
    path = folder / SETTINGS_FILE
    try:
        text = path.read_bytes().decode("utf-8-sig")
        tree = tomllib.loads(text)
    except FileNotFoundError:
        return FolderSettings(), ()
    except tomllib.TOMLDecodeError as fault:
        return FolderSettings(), (_broken(str(fault), str(path)),)
    except (OSError, UnicodeDecodeError) as fault:
        return FolderSettings(), (Finding(f"cannot be read: {fault}", str(path)),)
    return _settings(tree, FolderSettings(str(path), lines=dict(_lines(text))))


def _settings(tree: Mapping[str, Any], empty: FolderSettings) -> tuple[FolderSettings, tuple[Finding, ...]]:
    findings: list[Finding] = []

    def table(value: object, keys: Sequence[str], *at: str) -> Mapping[str, Any]:
        """The value if it is a table with known keys (any keys, if none are given); a finding for what is not."""
        if not isinstance(value, dict):
            findings.append(empty.finding(f"found {_described(value)}, expected a table", *at))
            return {}
        unknown = [key for key in value if keys and key not in keys]
        findings.extend(
            empty.finding(f"found the unknown name {key}; {_meant(key, keys)}", *at, key) for key in unknown
        )
        return value

    def names(value: object, *at: str) -> tuple[str, ...]:
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        findings.append(empty.finding(f'found {_described(value)}, expected a list of names: ["numeric_recall"]', *at))
        return ()

    def words(value: object, *at: str) -> str:
        if not isinstance(value, str):
            findings.append(empty.finding(f"found {_described(value)}, expected the name of a plugin", *at))
            return ""
        return value

    top = table(tree, ("generators", "plugins", "options"))
    chosen = table(top.get("generators", {}), (*_LISTS, "replace"), "generators")
    plugins = table(top.get("plugins", {}), ("off",), "plugins")
    replacing = table(chosen.get("replace", {}), (), "generators", "replace")
    options = table(top.get("options", {}), (), "options")
    off, on, order = (names(chosen.get(key, []), "generators", key) for key in _LISTS)
    replaced = {name: words(value, "generators", "replace", name) for name, value in replacing.items()}
    settings = FolderSettings(
        empty.file,
        off,
        on,
        order,
        {name: plugin for name, plugin in replaced.items() if plugin},
        names(plugins.get("off", []), "plugins", "off"),
        {name: table(value, (), "options", name) for name, value in options.items()},
        empty.lines,
    )
    return settings, tuple(findings)


def _lines(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Each table and key of a TOML file with its line, the last first, so that a mapping keeps the first."""
    found: list[tuple[tuple[str, ...], int]] = []
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.fullmatch(line):
            table = _parts(header[1])
            found.append((table, number))
        elif key := _KEY.match(line):
            found.append(((*table, *_parts(key[1])), number))
    return reversed(found)


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _broken(message: str, file: str) -> Finding:
    """The finding for a file that is no TOML: what tomllib says, with the place taken out of its words."""
    place = _BROKEN.search(message)
    line, column = (int(place[1] or 0), int(place[2] or 0)) if place else (0, 0)
    words = _BROKEN.sub("", message)
    return Finding(
        f"{words[:1].lower()}{words[1:]}; texts need quotation marks, and lists brackets", file, line, column
    )


def _meant(name: str, names: Sequence[str]) -> str:
    near = get_close_matches(name, names, 1)
    return f"did you mean {near[0]}?" if near else f"expected one of: {', '.join(sorted(names))}"


def _described(value: object) -> str:
    kinds = {str: "a text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return f"{kinds.get(type(value), 'a date')} ({str(value)[:40]})"
