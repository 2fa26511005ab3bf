"""Finds one plugin by its path or name, and loads it beside the built-in records, in a process of its own."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from quizengine.bank import read_bank
from quizengine.engine import BUILT_IN
from quizengine.errors import PluginError
from quizengine.extensions.isolation import PluginHost
from quizengine.extensions.isolation.streams import redirect_streams
from quizengine.extensions.loading import Source, folder_sources, installed_sources, sources_at
from quizengine.extensions.records import Check, Finding, Format, Generator, Reading
from quizengine.extensions.registry import Registry, register
from quizengine.extensions.shipped import shipped_folder
from quizengine.generation.budget import SECONDS
from quizengine.quiz.questions import Question
from quizengine.system.files import read_bank_bytes
from quizengine.text.documents import ArticleReader

CALL_SECONDS = SECONDS / 8
"""The time that quizengine gives one call of a plugin before it stops it."""


@dataclass(frozen=True)
class LoadedPlugin:
    """A plugin with the records that it offers; its functions run in a separate process, as they do in use."""

    source: Source
    registry: Registry
    generators: tuple[Generator, ...]
    question_types: tuple[type[Question], ...]
    formats: tuple[Format, ...]
    checks: tuple[Check, ...]
    article_readers: tuple[ArticleReader, ...]
    bank_paths: tuple[Path, ...]
    """The bank files that it offers; a folder is replaced by the files in it."""

    def reading_of(self, bank: Path) -> Reading:
        """Read a bank with the built-in question types and the plugin's own; raises BankError."""
        return read_bank(read_bank_bytes(bank), str(bank), self.registry.question_types)


def sources_of(what: str | Path, folder: Path | None = None) -> list[Source]:
    """Return the plugins of a file or a project folder or, if there is no such path, the one of this name.

    Names are those of installed plugins, of those that come with quizengine, and of those in `folder`/plugins. Raises
    PluginError if there is none.
    """
    path = Path(what)
    if path.exists():
        found = sources_at(path)
        if faults := [one for one in found if isinstance(one, Finding)]:
            raise PluginError(str(faults[0]))
        if not found:
            raise PluginError(f"{path}: found no plugin, expected a .py file or a folder with a pyproject.toml")
        return [one for one in found if isinstance(one, Source)]
    places = [shipped_folder("plugins"), *([folder / "plugins"] if folder else [])]
    named = [*installed_sources(), *(one for place in places for one in folder_sources(place))]
    sources = [one for one in named if isinstance(one, Source)]
    if not (chosen := [one for one in sources if one.name == str(what)]):
        names = ", ".join(sorted({one.name for one in sources}))
        raise PluginError(f"found neither a file nor a plugin {what}, expected a path or one of: {names}")
    return chosen[:1]


def load_alone(source: Source) -> LoadedPlugin:
    """Load a plugin beside the built-in records, in a new process; raises PluginError for any fault in it."""
    host = PluginHost(CALL_SECONDS)
    plugin = host.load(source)
    if isinstance(plugin, Finding):
        raise PluginError(str(plugin))
    with redirect_streams():
        registry = register([*BUILT_IN, plugin], host.fenced([source]))
    if registry.findings:
        raise PluginError("\n".join(map(str, registry.findings)))
    offered = registry.offered[plugin.name]
    return LoadedPlugin(
        source,
        registry,
        tuple(one for name, one in registry.generators.items() if f"generator {name}" in offered),
        tuple(one for name, one in registry.question_types.items() if f"question type {name}" in offered),
        tuple(one for name, one in registry.formats.items() if f"format {name}" in offered),
        tuple(one for name, one in registry.checks.items() if f"check {name}" in offered),
        tuple(one for name, one in registry.article_readers.items() if f"article reader {name}" in offered),
        tuple(path for place in registry.bank_paths for path in _bank_files(place)),
    )


def _bank_files(place: Path) -> Collection[Path]:
    return sorted([*place.glob("*.yaml"), *place.glob("*.yml")]) if place.is_dir() else [place]
