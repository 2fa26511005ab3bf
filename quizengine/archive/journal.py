"""The journal of an archive: an SQLite file that knows each article, what came of it, and all counts.

What came of an article is recorded in one transaction, so that after a kill it is there as a whole or not at all. The
memory does not grow with the archive.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from quizengine.archive.making import Counted, Kind, Made
from quizengine.archive.reading.entries import Entry
from quizengine.errors import ArchiveError

_TABLES = """
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles (
    number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, id TEXT NOT NULL, place TEXT NOT NULL, run INTEGER NOT NULL,
    state TEXT NOT NULL, questions INTEGER NOT NULL DEFAULT 0, why TEXT NOT NULL DEFAULT '', rows BLOB,
    counted INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS counts (
    kind TEXT NOT NULL, generator TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL, example TEXT NOT NULL,
    PRIMARY KEY (kind, generator, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS repeats (place TEXT PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS failed ON articles (state) WHERE state = 'failed';
"""


class State(StrEnum):
    """The state of an article."""

    BEGUN = "begun"
    MADE = "made"
    EMPTY = "empty"
    """Read, but nothing is asked about it."""
    FAILED = "failed"


@dataclass(frozen=True)
class Begun:
    """An article that the journal knows."""

    number: int
    """The number of articles that came before it when the archive was first read."""
    id: str
    state: State


@dataclass(frozen=True)
class Failure:
    """An article without a bank, though it should have one."""

    id: str
    place: str
    why: str


class Journal:
    """The journal in a file, which one process uses at a time."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._run = 1 + (base.execute("SELECT max(run) FROM articles").fetchone()[0] or 0)

    def expect(self, settings: Mapping[str, str]) -> None:
        """Keep the settings of a new archive; raises ArchiveError if an old one was begun with others."""
        known = dict(self._base.execute("SELECT name, value FROM settings"))
        for name, value in settings.items():
            if known and known.get(name) != value:
                raise ArchiveError(
                    f"this folder was begun with {name} {known.get(name)}, found {value}; give the same as before, or "
                    "another folder with -o"
                )
        with self._base:
            self._base.executemany("INSERT OR REPLACE INTO settings VALUES (?, ?)", settings.items())

    def begin(self, entry: Entry) -> Begun | None:
        """Begin with an article, or find it again; None if an earlier entry of this run has the same id."""
        key = sha256(entry.id.encode("utf-8", "surrogatepass")).digest()[:16]
        id_, place = _text(entry.id), _text(entry.place)
        known = self._base.execute("SELECT number, run, state FROM articles WHERE key = ?", (key,)).fetchone()
        with self._base:
            if known is None:
                number = self.articles
                self._base.execute(
                    "INSERT INTO articles (number, key, id, place, run, state) VALUES (?, ?, ?, ?, ?, ?)",
                    (number, key, id_, place, self._run, State.BEGUN),
                )
                return Begun(number, entry.id, State.BEGUN)
            number, run, state = known
            if run == self._run:
                self._base.execute("INSERT OR REPLACE INTO repeats VALUES (?, ?)", (place, id_))
                return None
            self._base.execute("UPDATE articles SET run = ? WHERE number = ?", (self._run, number))
        return Begun(number, entry.id, State(state))

    def finish(self, begun: Begun, made: Made) -> None:
        """Record what came of an article; what is counted of it counts once, even if it is made again."""
        state = State.FAILED if made.fault else State.MADE if made.questions else State.EMPTY
        why = made.fault or made.nothing or ""
        rows = zlib.compress(json.dumps(made.rows).encode()) if made.rows else None
        with self._base:
            query = "SELECT counted FROM articles WHERE number = ?"
            counted = self._base.execute(query, (begun.number,)).fetchone()[0]
            self._base.execute(
                "UPDATE articles SET state = ?, questions = ?, why = ?, rows = ?, counted = ? WHERE number = ?",
                (state, made.questions, _text(why), rows, counted or not made.fault, begun.number),
            )
            if counted:
                return
            self._base.executemany(
                "INSERT INTO counts VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count, "
                "example = min(example, excluded.example)",
                [
                    (each.kind, each.generator, each.name, count, _text(made.examples.get(each, "")))
                    for each, count in made.counts.items()
                ],
            )

    @property
    def articles(self) -> int:
        """The number of articles that were begun."""
        number: int = self._base.execute("SELECT coalesce(max(number) + 1, 0) FROM articles").fetchone()[0]
        return number

    def states(self) -> Mapping[State, int]:
        """Return how many articles are in each state."""
        found = dict(self._base.execute("SELECT state, count(*) FROM articles GROUP BY state"))
        return {state: found.get(state, 0) for state in State}

    def articles_by_questions(self) -> Mapping[int, int]:
        """Return how many articles have how many questions, fewest first; those that failed do not count."""
        states = (State.MADE, State.EMPTY)
        return dict(
            self._base.execute(
                "SELECT questions, count(*) FROM articles WHERE state IN (?, ?) GROUP BY questions ORDER BY questions",
                states,
            )
        )

    def empty_by_reason(self) -> Mapping[str, int]:
        """Return how many articles have no question, by the reason, the most frequent first."""
        order = "GROUP BY why ORDER BY count(*) DESC, why"
        return dict(
            self._base.execute(f"SELECT why, count(*) FROM articles WHERE state = ? {order}", (State.EMPTY,))  # noqa: S608 # a constant
        )

    def counts(self, kind: Kind) -> Iterator[tuple[Counted, int, str]]:
        """Yield what was counted of a kind, with its number and an example of its reason, the most frequent first."""
        found = self._base.execute(
            "SELECT generator, name, count, example FROM counts WHERE kind = ? ORDER BY count DESC, generator, name",
            (kind,),
        )
        for generator, name, count, example in found:
            yield Counted(kind, generator, name), count, example

    def failures(self) -> Iterator[Failure]:
        """Yield the articles that failed, in the order of the archive, then the entries whose id was used before."""
        query = "SELECT id, place, why FROM articles WHERE state = ? ORDER BY number"
        for id_, place, why in self._base.execute(query, (State.FAILED,)):
            yield Failure(id_, place, why)
        for id_, place in self._base.execute("SELECT id, place FROM repeats ORDER BY place"):
            yield Failure(id_, place, "an article before it has the same id; nothing was made of this one")

    @property
    def repeats(self) -> int:
        """The number of entries with an id that was used before."""
        number: int = self._base.execute("SELECT count(*) FROM repeats").fetchone()[0]
        return number

    def states_between(self, first: int, last: int) -> Mapping[State, int]:
        """Return how many of the articles with these numbers, both included, are in each state."""
        query = "SELECT state, count(*) FROM articles WHERE number BETWEEN ? AND ? GROUP BY state"
        found = dict(self._base.execute(query, (first, last)))
        return {state: found.get(state, 0) for state in State}

    def rows_between(self, first: int, last: int) -> Iterator[Mapping[str, Any]]:
        """Yield the rows of the questions on the articles with these numbers, with the articles' ids."""
        query = "SELECT id, rows FROM articles WHERE number BETWEEN ? AND ? AND rows IS NOT NULL ORDER BY number"
        for id_, packed in self._base.execute(query, (first, last)):
            for row in json.loads(zlib.decompress(packed)):
                yield {"article": id_, **row}

    def parts_with_rows(self, size: int) -> list[int]:
        """Return the parts of so many articles, counted from 0, of which there are rows."""
        query = "SELECT DISTINCT number / ? FROM articles WHERE rows IS NOT NULL ORDER BY 1"
        return [part for (part,) in self._base.execute(query, (size,))]

    def drop_rows(self, first: int, last: int) -> None:
        """Forget the rows of the questions on the articles with these numbers, as they are in a file now."""
        with self._base:
            self._base.execute("UPDATE articles SET rows = NULL WHERE number BETWEEN ? AND ?", (first, last))


@contextmanager
def opened_journal(path: Path) -> Iterator[Journal]:
    """The journal in a file, which is made if there is none.

    Raises ArchiveError if another program has it open, if it is no journal, or if the disk is full.
    """
    try:
        with closing(sqlite3.connect(path, timeout=0)) as base:
            base.execute("PRAGMA locking_mode = EXCLUSIVE")
            base.execute("PRAGMA journal_mode = WAL")
            base.execute("PRAGMA synchronous = NORMAL")
            base.executescript(_TABLES)
            yield Journal(base)
    except sqlite3.OperationalError as fault:
        if fault.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise ArchiveError(
                f"{path.parent}: another quizengine is at work in this folder; wait until it ends"
            ) from None
        raise ArchiveError(f"{path}: cannot be used: {fault}") from None
    except sqlite3.DatabaseError as fault:
        raise ArchiveError(f"{path}: cannot be used: {fault}") from None


def _text(words: str) -> str:
    """The words as SQLite can hold them: half a character, as in the name of a file, is written out."""
    return words.encode("utf-8", "backslashreplace").decode()
