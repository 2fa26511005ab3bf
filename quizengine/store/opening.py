"""Finds where attempts are kept, a file's path or a PostgreSQL database's address, and opens the database there."""

import re
from pathlib import Path

from quizengine.store.clock import Clock
from quizengine.store.database import Database, Identity
from quizengine.store.errors import StoreError

Place = str | Path
"""A path, `sqlite:PATH`, or `postgresql://USER:PASSWORD@HOST/DATABASE`."""
_SQLITE = b"SQLite format 3\0"
_POSTGRESQL = re.compile(r"postgres(?:ql)?(?:\+psycopg)?://")
_PASSWORD = re.compile(r"(postgres[^\s/]*://[^\s:@/]*:)[^\s/]*(?=@)|([?&]password=)[^\s&]*")


def read_place(place: Place) -> Place:
    """Return the path of a file, or the address of a database as PostgreSQL's own programs write it."""
    text = str(place)
    if isinstance(place, str) and _POSTGRESQL.match(text):
        return _POSTGRESQL.sub("postgresql://", text, count=1)
    if isinstance(place, str) and text.startswith("sqlite:"):
        return Path(re.sub(r"^sqlite:(?://(?=/))?", "", text))
    return Path(place)


def show_place(place: Place) -> str:
    """Return a place, or a text with the address of one, as everybody may see it: without the password."""
    return _PASSWORD.sub(r"\1\2***", str(place))


def require_attempts(place: Place) -> None:
    """Raise StoreError unless there is a database at a place, or a file that may be one: opening it would create it."""
    path = read_place(place)
    if not isinstance(path, Path):
        return
    if not path.is_file():
        raise StoreError(f"{path}: there is no file of attempts here; `quizengine serve` makes one")
    with path.open("rb") as file:
        if file.read(len(_SQLITE)) != _SQLITE:
            raise StoreError(f"{path}: is no file of attempts; expected what `quizengine serve` writes")


def open_database(
    place: Place, patience: float, clock: Clock | None = None, identity: Identity | None = None
) -> Database:
    """Open the database at a place, and make its tables if there are none; raises StoreError."""
    found = read_place(place)
    if isinstance(found, Path):
        from quizengine.store.sqlite.database import SqliteDatabase

        return SqliteDatabase(found, patience, clock, identity)
    try:
        import psycopg  # noqa: F401 # asked for here, so that the error names what to install
    except ImportError as fault:
        raise StoreError(
            f"{show_place(place)}: the driver for PostgreSQL is not installed ({fault}); "
            'install it: pip install "quizengine[postgresql]"'
        ) from None
    from quizengine.store.postgresql.database import PostgresqlDatabase

    return PostgresqlDatabase(found, patience, clock)
