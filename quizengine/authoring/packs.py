"""Packs: banks, articles, images, recordings and plugins of a working folder in one file, to pass on to others.

A pack is a zip file. Its `pack.json` names every file with its hash, and the licence of all of them. Nothing of a
student is ever in a pack.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from quizengine.errors import FormatError, WriteError
from quizengine.extensions.folder_settings import SETTINGS_FILE
from quizengine.formats.encodings.packages import Package, packed
from quizengine.quiz.markup.media import fault_of_reference
from quizengine.system.files import write_whole
from quizengine.text.documents import ARTICLE_SUFFIXES

PACK_SUFFIX = ".quizpack"
_MANIFEST = "pack.json"
_FORMAT = "quizengine-pack/1"
_BANKS = (".yaml", ".yml")
_FOLDERS = ("question_banks", "seeds", "media", "plugins")
BANK, ARTICLE, MEDIUM, PLUGIN, SETTINGS = "question bank", "article", "image or recording", "plugin file", "settings"
CODE = (PLUGIN, SETTINGS)
"""The kinds of file that are unpacked only for those who say so: programs, and what switches them on."""


@dataclass(frozen=True)
class PackedFile:
    """A file of a pack: its path in a working folder, what it is, and its bytes."""

    path: str
    kind: str
    data: bytes


@dataclass(frozen=True)
class Pack:
    """The content of a pack; every hash has been compared."""

    title: str
    licence: str
    files: tuple[PackedFile, ...]


@dataclass(frozen=True)
class Plan:
    """The files of a pack by what unpacking would do with them."""

    new: tuple[PackedFile, ...]
    same: tuple[PackedFile, ...]
    """There already, with the same bytes."""
    taken: tuple[PackedFile, ...]
    """Their paths are those of other files, which stay as they are."""
    left_out: tuple[PackedFile, ...]
    """Programs that are not wanted."""


def make_pack(folder: Path, title: str, licence: str) -> tuple[bytes, Pack]:
    """Return the bytes of a pack with all that a folder has to share, the same for the same files, and what is in it.

    Raises FormatError for a folder with nothing to share, and for a missing licence.
    """
    if not licence.strip():
        raise FormatError("found no licence, expected one: others need to know what they may do, for example CC BY 4.0")
    files = tuple(PackedFile(path, kind, (folder / path).read_bytes()) for path, kind in _shared(folder))
    if not files:
        raise FormatError(f"{folder}: found nothing to share, expected files in {', '.join(_FOLDERS)}")
    listed = {one.path: {"sha256": sha256(one.data).hexdigest(), "bytes": len(one.data)} for one in files}
    manifest = {"format": _FORMAT, "title": title.strip(), "licence": licence.strip(), "files": listed}
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    data = packed({_MANIFEST: text.encode(), **{one.path: one.data for one in files}})
    return data, read_pack(data, str(folder))


def read_pack(data: bytes, name: str) -> Pack:
    """Read a pack and compare every hash; raises FormatError for whatever is not as the manifest says.

    `name` is the name of its file, for messages.
    """
    package = Package(data, name)
    names = [each for each in package.names() if each != _MANIFEST]
    manifest = _manifest(package.read(_MANIFEST), name)
    listed: Mapping[str, Any] = manifest["files"]
    if sorted(names) != sorted(listed):
        odd = sorted(set(names) ^ set(listed)) or sorted(names)
        raise FormatError(f"{name}: found {odd[0]!r} either only packed or only listed; the pack is damaged")
    if len({each.casefold() for each in names}) < len(names):
        raise FormatError(f"{name}: found two files whose names differ only in capitals, expected different names")
    return Pack(
        str(manifest.get("title", "")),
        str(manifest.get("licence", "")),
        tuple(_packed_file(package, path, listed[path], name) for path in listed),
    )


def plan_unpacking(pack: Pack, folder: Path, with_code: bool) -> Plan:
    """Return what unpacking into a folder would do; raises FormatError for a path that a link leads out of it."""
    sorted_out: dict[str, list[PackedFile]] = {"new": [], "same": [], "taken": [], "left_out": []}
    for one in pack.files:
        place = folder / one.path
        if not place.resolve().is_relative_to(folder.resolve()):
            raise FormatError(f"{place}: a link leads out of the folder, expected a folder of its own")
        if one.kind in CODE and not with_code:
            sorted_out["left_out"].append(one)
        elif not os.path.lexists(place):
            sorted_out["new"].append(one)
        else:
            same = place.is_file() and place.read_bytes() == one.data
            sorted_out["same" if same else "taken"].append(one)
    return Plan(**{key: tuple(files) for key, files in sorted_out.items()})


def unpack(plan: Plan, folder: Path) -> None:
    """Write the new files of a plan; raises WriteError, before it writes any, if a path is taken."""
    if plan.taken:
        paths = ", ".join(one.path for one in plan.taken[:5])
        raise WriteError(f"{folder}: other files have these names and stay as they are: {paths}; unpack elsewhere")
    for one in plan.new:
        write_whole(folder / one.path, one.data)


def packed_kind(path: str) -> str:
    """Return what a file of a pack is, by its path; empty for a path that no pack may have."""
    parts = PurePosixPath(path).parts
    if path != "/".join(parts) or "\\" in path or any(part[0] in ".~" or not part.isprintable() for part in parts):
        return ""
    suffix = PurePosixPath(path).suffix.lower()
    match parts:
        case ("quizengine.toml",):
            return SETTINGS
        case ("plugins", *rest) if rest and "__pycache__" not in rest:
            return PLUGIN
        case ("seeds", _):
            return ARTICLE if suffix in ARTICLE_SUFFIXES else ""
        case ("question_banks", _):
            return BANK if suffix in _BANKS else ""
        case ("question_banks", *rest) | rest if not fault_of_reference("/".join(rest)):
            return MEDIUM
    return ""


def unpacked_articles(folder: Path) -> tuple[str, ...]:
    """Return the paths in `seeds` that no pack may have, in order: what only a plugin reads could be anything."""
    files = sorted((folder / "seeds").glob("[!.~]*"))
    paths = [file.relative_to(folder).as_posix() for file in files if file.is_file()]
    return tuple(path for path in paths if not packed_kind(path))


def _shared(folder: Path) -> Iterator[tuple[str, str]]:
    """The path and the kind of each file to share, in order; links are left out."""
    for place in (folder / SETTINGS_FILE, *(folder / name for name in _FOLDERS)):
        files = sorted(place.rglob("*")) if place.is_dir() and not place.is_symlink() else [place]
        for file in files:
            path = file.relative_to(folder).as_posix()
            if file.is_file() and not file.is_symlink() and (kind := packed_kind(path)):
                yield path, kind


def _manifest(data: bytes, name: str) -> Mapping[str, Any]:
    try:
        manifest = json.loads(data)
    except (ValueError, RecursionError):
        raise FormatError(f"{name}: {_MANIFEST} cannot be read; the pack is damaged") from None
    if not isinstance(manifest, dict) or manifest.get("format") != _FORMAT:
        raise FormatError(f"{name}: found a package that is no pack, expected {_MANIFEST} with the format {_FORMAT}")
    listed = manifest.get("files")
    if not isinstance(listed, dict) or not all(isinstance(one, dict) for one in listed.values()):
        raise FormatError(f"{name}: found no list of files in {_MANIFEST}; the pack is damaged")
    return manifest


def _packed_file(package: Package, path: str, listed: Mapping[str, Any], name: str) -> PackedFile:
    kind = packed_kind(path)
    if not kind:
        raise FormatError(f"{name}: found the file “{path}”, which no pack may have; do not use this pack")
    data = package.read(path)
    if sha256(data).hexdigest() != listed.get("sha256"):
        raise FormatError(
            f"{name}: the hash of {path} is another one than listed; the file was changed, ask for it anew"
        )
    return PackedFile(path, kind, data)
