"""Finds and imports plugins: installed ones, project folders and single files; a failure becomes a finding."""

import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module, metadata
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from quizengine.errors import PLUGIN_FAULTS, PluginError, frames_of, raised_message
from quizengine.extensions.hookspecs import API_VERSION, Plugin
from quizengine.extensions.records import Finding

ASKED = "QUIZENGINE_API"
"""The name by which a plugin's module can state its version of the API."""
GROUP = "quizengine"
"""The entry point group in which an installed plugin, or a project folder's pyproject.toml, names its module."""


@dataclass(frozen=True)
class Source:
    """The place of a plugin that is not imported yet."""

    name: str
    place: str
    """The file, the folder or the installed package, in words for a person."""
    module: str
    """The module with its hooks, as an entry point names it; empty for a single file."""
    path: Path | None = None
    """The file or the project folder; None for an installed package."""


def installed_sources() -> list[Source]:
    """The plugins that installed packages offer by entry point, in order of name."""
    return [
        Source(
            point.name, f"installed package {point.dist.name}" if point.dist else "an installed package", point.value
        )
        for point in sorted(metadata.entry_points(group=GROUP), key=lambda point: point.name)
    ]


def folder_sources(folder: Path) -> list[Source | Finding]:
    """The plugins of a folder: its project folders (with a pyproject.toml) and its .py files, in order of name.

    A project that names no plugin is a finding.
    """
    folder = folder.absolute()
    paths = [path for path in sorted(folder.iterdir()) if path.name[0] not in "._"] if folder.is_dir() else []
    return [one for path in paths for one in _sources(path)]


def sources_at(path: Path) -> list[Source | Finding]:
    """The plugins of a single file or a project folder, in order of name; a finding if its project names none."""
    return list(_sources(path.absolute()))


def folder_plugins(folder: Path) -> tuple[list[Plugin], list[Finding]]:
    """The plugins of a folder, imported; a finding for each that cannot be."""
    loaded = [load(one) if isinstance(one, Source) else one for one in folder_sources(folder)]
    return [one for one in loaded if isinstance(one, Plugin)], [one for one in loaded if isinstance(one, Finding)]


def load(source: Source) -> Plugin | Finding:
    """Import a plugin, or say why it cannot be imported or is not for this version."""
    try:
        module = _module(source)
        _expect_known_version(module)
        return Plugin(source.name, module, source.place)
    except PLUGIN_FAULTS as fault:
        return _failed(source.name, source.place, fault)


def _sources(path: Path) -> Iterator[Source | Finding]:
    """Each plugin of a project folder or a file, or the finding for it."""
    try:
        points = _points(path)
    except PLUGIN_FAULTS as fault:
        yield _failed(path.stem, str(path), fault)
        return
    yield from (Source(name, str(path), module, path) for name, module in sorted(points.items()))


def _module(source: Source) -> ModuleType:
    if source.path is None:
        loaded: ModuleType = metadata.EntryPoint(source.name, source.module, GROUP).load()
        return loaded
    return _file(source.path) if source.path.is_file() else _project(source.path, source.module)


def _expect_known_version(module: ModuleType) -> None:
    """Raise PluginError for a plugin that was written for a later version of the API."""
    wanted = getattr(module, ASKED, API_VERSION)
    if type(wanted) is not int or wanted < 1:
        raise PluginError(f"found {ASKED} = {wanted!r}, expected a whole number from 1 to {API_VERSION}")
    if wanted > API_VERSION:
        raise PluginError(
            f"it was written for version {wanted} of the plugin API, and this quizengine has version {API_VERSION}; "
            "install a newer quizengine"
        )


def _points(path: Path) -> Mapping[str, str]:
    """Plugins by name, each with its module; raises PluginError for Python files that no pyproject.toml names."""
    if path.is_file():
        return {path.stem: ""} if path.suffix == ".py" else {}
    settings = path / "pyproject.toml"
    if not settings.is_file():
        if any(path.rglob("*.py")):
            raise PluginError("found Python files but no pyproject.toml, expected one with an entry point")
        return {}
    points: Mapping[str, str] = tomllib.loads(settings.read_text("utf-8-sig"))
    for key in ("project", "entry-points", GROUP):
        points = points.get(key, {}) if isinstance(points, dict) else {}
    if not points or not isinstance(points, dict):
        raise PluginError(f'found no plugin in pyproject.toml, expected [project.entry-points.{GROUP}] name = "module"')
    return points


def _file(path: Path) -> ModuleType:
    """The module in a single file, under a name that no other file has."""
    return _import(f"quizengine_file_{path.stem}_{sha256(str(path).encode()).hexdigest()[:8]}", path)


def _project(folder: Path, module: str) -> ModuleType:
    """The module that a project's entry point names; its package is imported under its own name."""
    package = module.partition(".")[0]
    tails = (f"{package}/__init__.py", f"{package}.py")
    places = [root / tail for root in (folder, folder / "src") for tail in tails]
    place = next((place for place in places if place.is_file()), None)
    if place is None:
        raise PluginError(f"the entry point names the module {module}, found neither {places[0]} nor {places[1]}")
    if package in sys.stdlib_module_names:
        raise PluginError(f"the module {package} has the name of one of Python's own, expected another name")
    imported = _import(package, place)
    return imported if module == package else import_module(module)


def _import(name: str, path: Path) -> ModuleType:
    """Import a file under a name without touching sys.path; the same file is imported once in a process.

    Raises PluginError if another file has the name: imports inside the package would lead into the other one.
    """
    known = sys.modules.get(name)
    if known is not None:
        if (file := getattr(known, "__file__", None)) and path.samefile(file):
            return known
        if any(source.module.partition(".")[0] == name for source in installed_sources()):
            raise PluginError(f"the same plugin is installed already ({file}); remove one of the two")
        raise PluginError(f"the module name {name} is taken by {file}, expected another name")
    package = [str(path.parent)] if path.name == "__init__.py" else None
    spec = spec_from_file_location(name, path, submodule_search_locations=package)
    if spec is None or spec.loader is None:
        raise PluginError(f"{path} is no Python module")
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        for half_done in [other for other in sys.modules if other == name or other.startswith(f"{name}.")]:
            del sys.modules[half_done]
        raise
    return module


def _failed(name: str, source: str, fault: BaseException) -> Finding:
    """The finding for a plugin that could not be imported, with the line where its own file went wrong."""
    line = 0
    file = source
    if isinstance(fault, SyntaxError):
        file, line = fault.filename or source, fault.lineno or 0
    elif inside := [place for place in _places(fault) if place[0].startswith(source)]:
        file, line = inside[-1]
    return Finding(f"plugin {name} cannot be loaded: {raised_message(fault)}", file=file, line=line, plugin=name)


def _places(fault: BaseException) -> Iterator[tuple[str, int]]:
    return ((frame.f_code.co_filename, line) for frame, line in frames_of(fault))
