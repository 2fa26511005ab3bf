"""Finds the articles of an archive: a folder of files, a JSON Lines dump, a WARC file, or a folder of all of these."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from quizengine.archive.reading.compression import PACKED
from quizengine.archive.reading.entries import Entry, FieldNames
from quizengine.archive.reading.json_lines import entries_in_lines
from quizengine.archive.reading.web_archives import entries_in_web_archive
from quizengine.errors import ArticleError
from quizengine.system.files import read_article_bytes
from quizengine.text.documents import ARTICLE_SUFFIXES

_LINES = (".jsonl", ".ndjson")
_WEB = (".warc", ".wet")


def is_archive(path: Path) -> bool:
    """Return whether this is a folder, a JSON Lines dump or a WARC file, and not a single article."""
    return path.is_dir() or _suffix(path) in (*_LINES, *_WEB)


@dataclass(frozen=True)
class Source:
    """An archive at a place; files in the folder `without` do not belong to it."""

    place: Path
    names: FieldNames = field(default_factory=FieldNames)
    without: Path | None = None
    suffixes: tuple[str, ...] = ARTICLE_SUFFIXES
    """The file endings of articles in a folder."""

    def size(self) -> int:
        """The bytes of all its files."""
        return sum(path.stat().st_size for path in self._files())

    def entries(self) -> Iterator[Entry]:
        """Yield the articles, always in the same order; only one at a time is in memory.

        What cannot be read at all, such as the rest of a dump that is cut off, is an entry that raises ArticleError.
        """
        before = 0
        for path in self._files():
            try:
                for entry in self._entries_of(path):
                    yield replace(entry, position=before + entry.position)
            except ArticleError as fault:
                yield Entry(f"{path} (the rest)", str(path), partial(_refuse, fault), str(path), before)
            with suppress(OSError):
                before += path.stat().st_size

    def _entries_of(self, path: Path) -> Iterator[Entry]:
        """The articles of a file; their ids begin with its name where the archive has several files."""
        inner = path.relative_to(self.place).as_posix() if path != self.place else ""
        if _suffix(path) in _LINES:
            found = entries_in_lines(path, self.names)
        elif _suffix(path) in _WEB:
            found = entries_in_web_archive(path)
        else:
            yield Entry(
                inner or path.name, str(path), partial(read_article_bytes, path), str(path), path.stat().st_size
            )
            return
        for entry in found:
            yield replace(entry, id=f"{inner}#{entry.id}") if inner else entry

    def _files(self) -> Iterator[Path]:
        if not self.place.is_dir():
            yield self.place
            return
        kinds = (*self.suffixes, *_LINES, *_WEB)
        without = self.without.resolve() if self.without else None
        for folder, inner, names in os.walk(self.place):
            inner[:] = sorted(name for name in inner if name[0] not in "._" and Path(folder, name).resolve() != without)
            for path in (Path(folder, name) for name in sorted(names) if name[0] not in "._"):
                if _suffix(path) in kinds and path.is_file():
                    yield path


def _suffix(path: Path) -> str:
    """The ending that says what a file holds: .warc for pages.warc.gz; the last one of what is not packed."""
    plain = path.with_suffix("") if path.suffix.casefold() in PACKED else path
    packed = plain is not path and plain.suffix.casefold() not in (*_LINES, *_WEB)
    return "" if packed else plain.suffix.casefold()


def _refuse(fault: ArticleError) -> bytes:
    raise fault
