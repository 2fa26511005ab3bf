"""An archive is done once, whatever ends the work in between, and gives what each article gives alone."""

import signal
from pathlib import Path

import psutil
import pytest
import yaml
from archives import LINES, Generate, banks, bridge, failures, files_of, running, wait_for

from quizengine.archive.executing import on_this_machine
from quizengine.archive.job import Job, run_job
from quizengine.archive.reading.sources import Source
from quizengine.archive.summary import Summary
from quizengine.engine import Engine, start
from quizengine.text.article import Article


@pytest.fixture(scope="module")
def engine() -> Engine:
    return start()


def alone(engine: Engine, name: str, data: bytes) -> bytes:
    """The bank that `generate` makes of an article."""
    quiz = engine.draft(Article.from_bytes(data, name)).quiz
    return engine.registry.formats["yaml"].written(quiz)[0]


def run_here(source: Path, output: Path) -> Summary:
    return run_job(Job(Source(source), output), lambda making: on_this_machine(making, 2), lambda progress: None)


def test_a_folder_of_articles_gives_what_each_gives_alone_and_the_next_run_only_what_is_missing(
    engine: Engine, bridges: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    summary = run_here(bridges, output)
    assert (sum(summary.articles.values()), summary.failed) == (10, 1)
    assert summary.questions == sum(path.read_text("utf-8").count("\n  - type: ") for path in banks(output)) >= 8
    assert failures(output) == {"empty.md": f"{bridges}/empty.md: found no words, expected the text of an article"}
    made = {yaml.safe_load(path.read_bytes())["article"]["file"]: path for path in banks(output)}
    assert len(made) == 8
    for article, bank in made.items():
        assert bank.read_bytes() == alone(engine, article, Path(article).read_bytes())

    before = files_of(output)
    gone, cut, edited, *_ = banks(output)
    gone.unlink()
    cut.write_bytes(b"")  # as after a loss of power
    edited.write_text(f"# checked\n{edited.read_text()}")
    run_here(bridges, output)
    assert files_of(output) == before | {edited.name: edited.read_bytes()}

    (bridges / "a-new-bridge.txt").write_text(bridge(30))
    assert run_here(bridges, output).questions > summary.questions and (output / "a-new-bridge.txt.yaml").exists()


def test_killed_three_times_and_started_again_it_gives_the_same_files_as_undisturbed(
    generate: Generate, lines: Path, undisturbed: Path, tmp_path: Path
) -> None:
    for _ in range(3):
        before = len(banks(tmp_path / "killed"))
        with running(tmp_path, lines, "--jobs", "1", "-o", "killed") as process:
            wait_for(lambda before=before: len(banks(tmp_path / "killed")) > before, process)
            process.send_signal(signal.SIGKILL)
    assert 3 <= len(banks(tmp_path / "killed")) < LINES - 2
    assert not (tmp_path / "killed" / "report.html").exists()
    generate(lines, "--jobs", "2", "-o", "killed")
    assert files_of(tmp_path / "killed") == files_of(undisturbed)


def test_a_dump_gives_what_files_of_its_texts_give_and_lists_what_is_no_article(
    engine: Engine, undisturbed: Path
) -> None:
    assert len(banks(undisturbed)) == LINES - 2
    assert (undisturbed / "bridge-3.yaml").read_bytes() == alone(engine, "bridge-3", bridge(3).encode())
    assert list(failures(undisturbed)) == ["line 6", "bridge-8"]


def test_a_worker_that_is_killed_costs_its_article_and_retry_makes_that_too(
    generate: Generate, lines: Path, undisturbed: Path, tmp_path: Path
) -> None:
    with running(tmp_path, lines, "--jobs", "1", "-o", "out") as process:
        wait_for(lambda: bool(banks(tmp_path / "out")), process)
        [worker] = psutil.Process(process.pid).children()
        worker.kill()
        assert process.wait(timeout=120) == 0
    [lost] = failures(tmp_path / "out").keys() - failures(undisturbed).keys()
    assert failures(tmp_path / "out")[lost] == "the process that made its bank crashed its process (SIGKILL)"
    generate(lines, "-o", "out", "--retry")
    assert files_of(tmp_path / "out") == files_of(undisturbed)
