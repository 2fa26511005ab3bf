"""A table of all questions in Parquet: a folder of parts, each with the questions on a thousand articles.

The parts are the same in whatever order the articles were done.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from quizengine.archive.journal import Begun, Journal, State
from quizengine.archive.making import Made
from quizengine.errors import MissingPackageError
from quizengine.system.files import write_whole

PART = 1000
"""Articles in a part: some megabytes, which is what readers of Parquet take at once."""


class QuestionTable:
    """Writes each part when all its articles are done, and at the end those of which some are missing."""

    def __init__(self, folder: Path, journal: Journal, part: int = PART) -> None:
        _expect_pyarrow()
        self._folder, self._journal, self._size = folder / "questions", journal, part

    def has(self, begun: Begun) -> bool:
        """Return whether the questions on an article that is done are kept: the journal or a part always has them."""
        return True

    def keep(self, begun: Begun, made: Made) -> None:
        """Do nothing yet: the journal keeps the rows until their part is written."""

    def recorded(self, begun: Begun) -> None:
        """Write the part of an article if all its articles are done; raises WriteError."""
        part = begun.number // self._size
        states = self._states(part)
        if states.total() == self._size and not states[State.BEGUN]:
            self._write(part)

    def close(self) -> None:
        """Write the parts of which there are rows that no file is sure to have."""
        for part in self._journal.parts_with_rows(self._size):
            self._write(part)

    def _write(self, part: int) -> None:
        """Write a part, if it has any questions; the rows stay in the journal if others may join them later."""
        if rows := list(self._journal.rows_between(*self._articles(part))):
            write_whole(self._folder / f"part-{part:06}.parquet", _parquet(rows))
        states = self._states(part)
        if states[State.MADE] + states[State.EMPTY] == self._size:
            self._journal.drop_rows(*self._articles(part))

    def _states(self, part: int) -> Counter[State]:
        return Counter(self._journal.states_between(*self._articles(part)))

    def _articles(self, part: int) -> tuple[int, int]:
        """The numbers of the first and the last article of a part."""
        return part * self._size, (part + 1) * self._size - 1


def _parquet(rows: Sequence[Mapping[str, Any]]) -> bytes:
    import pyarrow as pa
    from pyarrow import parquet

    texts = pa.list_(pa.string())
    schema = pa.schema(
        {
            "article": pa.string(),
            "title": pa.string(),
            "article_sha256": pa.string(),
            "number": pa.int32(),
            "question": pa.string(),
            "type": pa.string(),
            "stem": pa.string(),
            "options": texts,
            "key": texts,
            "rationale": pa.string(),
            "evidence_start": pa.int32(),
            "evidence_end": pa.int32(),
            "evidence_quote": pa.string(),
            "generator": pa.string(),
            "rule": pa.string(),
            "difficulty": pa.float64(),
            "usability": pa.float64(),
        }
    )
    buffer = BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows, schema), buffer, compression="zstd")
    return buffer.getvalue()


def _expect_pyarrow() -> None:
    try:
        import pyarrow.parquet  # noqa: F401 # now, and not after hours of work
    except ImportError:
        raise MissingPackageError(
            "pyarrow", "found no pyarrow, expected it to write Parquet: pip install 'quizengine[parquet]'"
        ) from None
