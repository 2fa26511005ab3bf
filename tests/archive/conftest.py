"""A folder of articles, a dump, and the command that works on them."""

from pathlib import Path

import pytest
from archives import BRIDGES, Generate, bridge, dump, running

from quizengine.archive.executing import on_this_machine
from quizengine.archive.job import Job, run_job
from quizengine.archive.reading.sources import Source


@pytest.fixture
def bridges(tmp_path: Path) -> Path:
    """A folder of ten articles: eight about bridges, one that nothing is asked about, one that cannot be read."""
    folder = tmp_path / "bridges"
    (folder / "more").mkdir(parents=True)
    for number, name in enumerate(BRIDGES):
        (folder / "more" if number % 2 else folder).joinpath(f"{name}.txt").write_text(bridge(number))
    (folder / "rain.txt").write_text("It rained. It stopped.")
    (folder / "empty.md").touch()
    return folder


@pytest.fixture(scope="session")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dump of articles about bridges."""
    place = tmp_path_factory.mktemp("dump") / "bridges.jsonl"
    place.write_text(dump())
    return place


@pytest.fixture(scope="session")
def undisturbed(lines: Path) -> Path:
    """The output for the dump of a run that nothing disturbs."""
    output = lines.with_name("out")
    run_job(Job(Source(lines), output), lambda making: on_this_machine(making, 2), lambda progress: None)
    return output


@pytest.fixture
def generate(tmp_path: Path) -> Generate:
    """Run `quizengine generate` in a process of its own until it ends well; gives what it says on standard error."""

    def done(*arguments: str | Path) -> str:
        with running(tmp_path, *arguments) as process:
            said = process.communicate(timeout=240)[1]
            assert process.returncode == 0, said
            return said

    return done
