"""What many tests begin with: where the checkout is, the article that quizengine was begun for, and one browser."""

import os
import shutil
import signal
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from throwaway_postgresql import MISSING, Cluster, programs, running_cluster

from quizengine.text.article import Article

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile("house", deadline=None, derandomize=True)  # no test times anything or fails now and then
settings.load_profile("house")
os.environ["QUIZENGINE_ALLOW_PLUGINS"] = (
    "/"  # the plugins that tests write may run; tests/extensions/test_consent.py asks
)

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as for a job in the background of a script
    signal.signal(signal.SIGINT, signal.default_int_handler)

_ROOT = Path(__file__).parent.parent
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
]
_NO_CHROMIUM = (
    "found no Chromium for the browser tests: install it (on Debian: apt-get install chromium), "
    "or name one in the environment variable QUIZENGINE_CHROMIUM"
)


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The top folder of the checkout."""
    return _ROOT


@pytest.fixture(scope="session")
def troops() -> Article:
    """The article about North Korean troops in Russia, as it lies in seeds/."""
    path = _ROOT / "seeds" / "north-korean-troops.txt"
    return Article.from_bytes(path.read_bytes(), str(path))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Cluster]:
    """A PostgreSQL server for the tests of one process; without it they are skipped, and in CI they fail."""
    if programs() is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    with running_cluster() as cluster:
        yield cluster


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


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """One browser for all tests, as a process can drive Playwright only once.

    Without one they are skipped, and on a build server they fail.
    """
    from playwright.sync_api import sync_playwright

    named = os.environ.get("QUIZENGINE_CHROMIUM")
    path = named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(_NO_CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS, timeout=60_000)
        yield browser
        browser.close()
