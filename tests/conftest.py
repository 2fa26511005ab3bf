"""What many tests begin with: where the checkout is, and the article that quizengine was begun for."""

import shutil
import signal
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from quizengine.text.article import Article

settings.register_profile("house", deadline=None, derandomize=True)  # no test times anything or fails now and then
settings.load_profile("house")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as for a job in the background of a script
    signal.signal(signal.SIGINT, signal.default_int_handler)

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


@pytest.fixture(scope="session")
def commits() -> Callable[[Path], int]:
    """How many transactions stand in the write-ahead log of an SQLite file: https://sqlite.org/fileformat2.html#walformat."""

    def counted(path: Path) -> int:
        log = path.with_name(path.name + "-wal").read_bytes()
        page, salts = struct.unpack(">I", log[8:12])[0], log[16:24]
        frames = [log[at : at + 24] for at in range(32, len(log), 24 + page)]
        return sum(frame[8:16] == salts and frame[4:8] != bytes(4) for frame in frames)

    return counted
