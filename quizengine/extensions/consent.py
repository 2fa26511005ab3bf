"""The consent to run plugins of working folders: their owner has given it once, on this computer.

A folder that comes from somebody else may contain plugins, and plugins are code. The answer is kept with the data of
the user, by folder and plugin: a copy in another place, or a new plugin, is asked about again.
"""

import json
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from quizengine.extensions.loading import Source
from quizengine.system.files import write_whole

ALLOWED_FOLDERS = "QUIZENGINE_ALLOW_PLUGINS"
"""The environment variable with folders (separated as in PATH) in which every plugin may run."""


def consent_file() -> Path:
    """The file of what is allowed, in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("quizengine", appauthor=False) / "allowed_plugins.json"


def is_allowed(folder: Path, source: Source) -> bool:
    """Return whether a plugin of a working folder may run."""
    place = folder.resolve()
    trusted = [Path(one).resolve() for one in os.environ.get(ALLOWED_FOLDERS, "").split(os.pathsep) if one]
    return any(place.is_relative_to(one) for one in trusted) or source.name in _allowed().get(str(place), ())


def allow_plugins(folder: Path, plugins: Iterable[Source]) -> None:
    """Let these plugins of a working folder run from now on; raises WriteError."""
    if names := [plugin.name for plugin in plugins if not is_allowed(folder, plugin)]:
        allowed = dict(_allowed())
        place = str(folder.resolve())
        allowed[place] = sorted({*allowed.get(place, ()), *names})
        _write(allowed)


def forbid_plugins(folder: Path) -> None:
    """Let no plugin of a working folder run until it is allowed again; raises WriteError."""
    _write({place: names for place, names in _allowed().items() if place != str(folder.resolve())})


def why_unsafe(source: Source) -> str:
    """Return why a plugin never runs, whatever was allowed: others could have written it; empty if it may run.

    Its files have to belong to the user or to the administrator, and nobody else may change them.
    """
    if source.path is None or not hasattr(os, "getuid"):
        return ""
    files = [source.path] if source.path.is_file() else [source.path, *source.path.rglob("*")]
    for path in files:
        told = path.lstat()
        if told.st_uid not in (0, os.getuid()):
            return f"{path} belongs to another user of this computer; copy it if you trust it"
        if not stat.S_ISLNK(told.st_mode) and told.st_mode & stat.S_IWOTH:
            return f"every user of this computer can change {path}; run: chmod o-w {path}"
    return ""


def _allowed() -> Mapping[str, list[str]]:
    """The names of the plugins that may run, by folder; nothing if the file is missing or unreadable."""
    try:
        found = json.loads(consent_file().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(allowed: Mapping[str, list[str]]) -> None:
    write_whole(consent_file(), (json.dumps(allowed, indent=2, sort_keys=True) + "\n").encode())
