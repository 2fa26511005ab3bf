"""A store in a real file."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quizengine.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "attempts.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with closing(Store(path, patience=1)) as store:
        yield store
