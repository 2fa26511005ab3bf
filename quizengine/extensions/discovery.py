"""Loads all plugins that a working folder should have, and says of each what became of it."""

import time
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from importlib import metadata
from pathlib import Path
from typing import Any, Literal

from quizengine.errors import PluginError
from quizengine.extensions.consent import is_allowed, why_unsafe
from quizengine.extensions.folder_settings import FolderSettings
from quizengine.extensions.hookspecs import Plugin
from quizengine.extensions.isolation import PluginHost
from quizengine.extensions.isolation.streams import redirect_streams
from quizengine.extensions.loading import ASKED, Source, folder_sources, installed_sources, load
from quizengine.extensions.options import WithOptions, unused_options
from quizengine.extensions.records import Finding
from quizengine.extensions.registry import Registry, register
from quizengine.extensions.shipped import shipped_folder

State = Literal["loaded", "off", "not allowed", "failed"]


@dataclass(frozen=True)
class PluginState:
    """A plugin that was found, and what became of it."""

    name: str
    place: str
    """The place it comes from, in words for a person."""
    state: State
    version: str = ""
    """The version of its package or project; empty where none is stated."""
    api: int | None = None
    """The version of the plugin API that it was written for, if it says so."""
    seconds: float = 0.0
    """The time that its import and its hooks took."""


@dataclass(frozen=True)
class Loading:
    """The plugins to load and those to leave out, and how those of a folder are checked."""

    folder: Path | None = None
    settings: FolderSettings = field(default_factory=FolderSettings)
    without: Collection[str] = ()
    consented: bool = False
    """True if plugins of the folder need the consent of its owner."""
    call_seconds: float = 5.0


@dataclass(frozen=True)
class Loaded:
    """All plugins: what they offer, the process in which those of others run, and what became of each."""

    registry: Registry
    host: PluginHost | None
    states: tuple[PluginState, ...]


def load_plugins(built_in: Sequence[Plugin], wanted: Loading) -> Loaded:
    """Load the plugins that come with quizengine, installed ones, and those of a folder.

    Plugins that do not come with quizengine find, ask and check in a separate process. Raises PluginError for a name in
    `without` that no plugin has.
    """
    shipped = [one for one in folder_sources(shipped_folder("plugins")) if isinstance(one, Source)]
    listed = [*installed_sources(), *_sources_of(wanted.folder)]
    others = [one for one in listed if isinstance(one, Source)]
    _expect_known(wanted.without, {one.name for one in (*shipped, *others)})
    refused = {id(one): why for one in (*shipped, *others) if (why := _refusal(one, wanted, one in shipped))}
    run = [one for one in others if id(one) not in refused]
    host = PluginHost(wanted.call_seconds, wanted.settings) if run else None
    if host:
        host.start()  # it starts up while the shipped plugins are imported
    seconds: dict[str, float] = {}
    loaded: list[Plugin | Finding] = []
    for one in (*shipped, *listed):
        if isinstance(one, Finding):
            loaded.append(one)
        elif id(one) not in refused:
            began = time.monotonic()
            loaded.append(host.load(one) if host and one not in shipped else load(one))
            seconds[one.name] = time.monotonic() - began
    plugins = [one for one in loaded if isinstance(one, Plugin)]
    findings = [one for one in loaded if isinstance(one, Finding)]
    findings += [finding for one in (*shipped, *others) if (finding := _told(one, refused.get(id(one))))]
    with redirect_streams() if host else nullcontext():
        fence = host.fenced(run) if host else _as_it_is
        registry = register([*built_in, *plugins], fence, settings=wanted.settings)
    findings += _of_settings(wanted.settings, registry, {one.name for one in (*shipped, *others)})
    kept = {plugin.name: plugin for plugin in registry.plugins}
    states = [PluginState(one.name, one.source, "loaded") for one in built_in]
    states += [_state(one, refused.get(id(one)), kept, seconds) for one in (*shipped, *others)]
    return Loaded(replace(registry, findings=(*findings, *registry.findings)), host, tuple(states))


def failures(loaded: Loaded) -> Iterator[str]:
    """Yield why each plugin was not loaded that is not off, and what went wrong with each hook, in words."""
    places = {one.name: one.place for one in loaded.states if one.state == "failed"}
    waiting = {one.place for one in loaded.states if one.state == "not allowed"}
    for finding in loaded.registry.findings:
        if finding.file in waiting:
            yield finding.message
        elif f"plugin {finding.plugin}, hook " in finding.message:
            yield str(finding)
        elif place := places.get(finding.plugin, finding.file if " cannot be loaded: " in finding.message else ""):
            words = finding.message
            for known in (" cannot be loaded: ", f" ({place}): "):
                words = words.removeprefix(f"plugin {finding.plugin}{known}")
            tells = finding.line and finding.file == place and "SyntaxError" not in words  # which says its line itself
            line = f" (line {finding.line})" if tells else ""
            yield f"{Path(place).name} could not be loaded: {words}{line}"


def _sources_of(folder: Path | None) -> list[Source | Finding]:
    """Return the plugins of a working folder, without the shipped ones, which are loaded anyway."""
    if folder is None or (folder / "plugins").resolve() == shipped_folder("plugins").resolve():
        return []
    return folder_sources(folder / "plugins")


def unallowed_sources(folder: Path) -> list[Source]:
    """The plugins of a working folder that its owner has not allowed yet."""
    return [one for one in _sources_of(folder) if isinstance(one, Source) and not is_allowed(folder, one)]


def _refusal(source: Source, wanted: Loading, is_shipped: bool) -> tuple[State, str] | None:
    """The reason why a plugin is not loaded: its state, and words if somebody should know; None if it is loaded."""
    if source.name in wanted.without or source.name in wanted.settings.plugins_off:
        return "off", ""
    if is_shipped or not wanted.consented or source.path is None or wanted.folder is None:
        return None
    if why := why_unsafe(source):
        return "not allowed", f"is never loaded: {why}"
    if not is_allowed(wanted.folder, source):
        return "not allowed", f"waits for your consent: look at it, then run: quizengine allow {wanted.folder}"
    return None


def _told(source: Source, refusal: tuple[State, str] | None) -> Finding | None:
    if refusal is None or not refusal[1]:
        return None
    return Finding(f"plugin {source.name} {refusal[1]}", source.place, level="warning")


def _expect_known(names: Iterable[str], known: Collection[str]) -> None:
    for name in names:
        if name not in known:
            raise PluginError(f"found no plugin {name}, expected one of: {', '.join(sorted(known))}")


def _of_settings(settings: FolderSettings, registry: Registry, plugins: Collection[str]) -> list[Finding]:
    """Findings about names in a folder's settings that do not exist."""
    records: list[WithOptions] = [*registry.generators.values(), *registry.checks.values()]
    records += registry.formats.values()
    named = {"plugins.off": settings.plugins_off, "generators.replace": tuple(settings.replaced.values())}
    return [
        *settings.unknown_generators(list(registry.generators)),
        *(
            settings.finding(f"found no plugin {name}", *key.split("."))
            for key, names in named.items()
            for name in names
            if name not in plugins
        ),
        *unused_options(settings, records),
    ]


def _state(
    source: Source, refusal: tuple[State, str] | None, kept: Mapping[str, Plugin], seconds: Mapping[str, float]
) -> PluginState:
    version = _version(source)
    if refusal:
        return PluginState(source.name, source.place, refusal[0], version)
    plugin = kept.get(source.name)
    if plugin is None or plugin.source != source.place:
        return PluginState(source.name, source.place, "failed", version, seconds=seconds.get(source.name, 0.0))
    asked = getattr(plugin.module, ASKED, None)
    version = version or str(getattr(plugin.module, "__version__", ""))
    return PluginState(source.name, source.place, "loaded", version, asked, seconds[source.name])


def _version(source: Source) -> str:
    """The version of a package or a project, as its author states it."""
    if source.path is None:
        points = metadata.entry_points(group="quizengine", name=source.name)
        return next((point.dist.version for point in points if point.dist), "")
    project = source.path / "pyproject.toml"
    try:
        told: Any = tomllib.loads(project.read_text("utf-8-sig")) if project.is_file() else {}
    except (OSError, ValueError):
        return ""
    return str(told.get("project", {}).get("version", ""))


def _as_it_is(plugin: Plugin, record: Any) -> Any:
    return record
