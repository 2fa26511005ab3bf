"""A store in a real database: a test that asks for no file's path runs in a file and in PostgreSQL."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quizengine.store import Store
from quizengine.store.opening import Place, open_database


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "place" in metafunc.fixturenames:
        kinds = ["sqlite"] if "path" in metafunc.fixturenames else ["sqlite", "postgresql"]
        metafunc.parametrize("place", kinds, indirect=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "attempts.db"


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Where there is no store yet."""
    if request.param == "sqlite":
        return tmp_path / "attempts.db"
    return str(request.getfixturevalue("postgresql").address())


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    with closing(Store(place, patience=1)) as store:
        yield store


@pytest.fixture
def rows(place: Place) -> Callable[[str], list[tuple[object, ...]]]:
    """What a statement finds in the database at the place."""

    def found(statement: str) -> list[tuple[object, ...]]:
        with closing(open_database(place, 1)) as database:
            return [tuple(row[name] for name in row.keys()) for row in database.read(statement, {})]  # noqa: SIM118 # sqlite3.Row

    return found
