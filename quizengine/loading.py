"""Finds and imports plugins: installed ones, project folders and single files; one that fails is a finding."""

import sys
import tomllib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib import metadata
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from quizengine.errors import PluginError
from quizengine.records import Finding
from quizengine.registry import Plugin

GROUP = "quizengine"
"""The entry point group that an installed plugin, or a project folder's pyproject.toml, names its module in."""


def installed_plugins() -> tuple[list[Plugin], list[Finding]]:
    """The plugins that installed packages offer by entry point, in order of name."""
    plugins: list[Plugin] = []
    findings: list[Finding] = []
    for point in sorted(metadata.entry_points(group=GROUP), key=lambda point: point.name):
        source = f"installed package {point.dist.name}" if point.dist else "an installed package"
        try:
            plugins.append(Plugin(point.name, point.load(), source))
        except Exception as fault:
            findings.append(_failed(point.name, source, fault))
    return plugins, findings


def folder_plugins(folder: Path) -> tuple[list[Plugin], list[Finding]]:
    """The plugins in a folder: its project folders (with a pyproject.toml) and its .py files, in order of name."""
    plugins: list[Plugin] = []
    findings: list[Finding] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.name[0] in "._":
            continue
        try:
            plugins += _project(path) if path.is_dir() else _single_file(path)
        except Exception as fault:
            findings.append(_failed(path.stem, str(path), fault))
    return plugins, findings


def _single_file(path: Path) -> Iterator[Plugin]:
    if path.suffix == ".py":
        module = _import(f"quizengine_file_{path.stem}", path)
        yield Plugin(path.stem, module, str(path))


def _project(folder: Path) -> Iterator[Plugin]:
    """The plugins that a project's pyproject.toml names in its entry points; raises PluginError when it names none."""
    settings = folder / "pyproject.toml"
    if not settings.is_file():
        if any(folder.rglob("*.py")):
            raise PluginError("found Python files but no pyproject.toml, expected one with an entry point")
        return
    points = tomllib.loads(settings.read_text("utf-8")).get("project", {}).get("entry-points", {}).get(GROUP, {})
    if not points:
        raise PluginError(f'found no plugin in pyproject.toml, expected [project.entry-points.{GROUP}] name = "module"')
    for name, module in sorted(points.items()):
        yield Plugin(name, _import(module, _module_file(folder, module)), str(folder))


def _module_file(folder: Path, module: str) -> Path:
    places = [root / tail for root in (folder, folder / "src") for tail in (f"{module}/__init__.py", f"{module}.py")]
    for place in places:
        if place.is_file():
            return place
    raise PluginError(f"the entry point names the module {module}, found neither {places[0]} nor {places[1]}")


def _import(name: str, path: Path) -> ModuleType:
    """Import a file under a name without touching sys.path; the same file is imported once in a process."""
    known = sys.modules.get(name)
    if known is not None and getattr(known, "__file__", None) == str(path):
        return known
    if known is not None:
        name = f"{name}_{sha256(str(path).encode()).hexdigest()[:8]}"
    package = [str(path.parent)] if path.name == "__init__.py" else None
    spec = spec_from_file_location(name, path, submodule_search_locations=package)
    if spec is None or spec.loader is None:
        raise PluginError(f"{path} is no Python module")
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def _failed(name: str, source: str, fault: Exception) -> Finding:
    """The finding for a plugin that could not be imported, with the line where its own file went wrong."""
    line = 0
    file = source
    if isinstance(fault, SyntaxError):
        file, line = fault.filename or source, fault.lineno or 0
    else:
        frames = list(_frames(fault))
        inside = [(f, number) for f, number in frames if f.startswith(source)]
        if inside:
            file, line = inside[-1]
    what = str(fault) if isinstance(fault, PluginError) else f"{type(fault).__name__}: {fault}"
    return Finding(f"plugin {name} cannot be loaded: {what}", file=file, line=line)


def _frames(fault: BaseException) -> Iterable[tuple[str, int]]:
    trace = fault.__traceback__
    while trace:
        yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
