"""What many tests begin with: where the checkout is, and the article that quizengine was begun for."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from quizengine.article import Article

settings.register_profile("house", deadline=None, derandomize=True)  # no test times anything or fails now and then
settings.load_profile("house")

_ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The top folder of the checkout."""
    return _ROOT


@pytest.fixture(scope="session")
def troops() -> Article:
    """The article about North Korean troops in Russia, as it lies in seeds/."""
    path = _ROOT / "seeds" / "north-korean-troops.txt"
    return Article.from_bytes(path.read_bytes(), str(path))


@pytest.fixture
def article_folder(checkout: Path, tmp_path: Path) -> Path:
    """A working folder of one test, with the article on North Korean troops as `troops` and no bank on it."""
    (tmp_path / "seeds").mkdir()
    shutil.copy(checkout / "seeds" / "north-korean-troops.txt", tmp_path / "seeds" / "troops.txt")
    return tmp_path
